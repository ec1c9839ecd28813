using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>Agendas by example: what a step lets people do, what it hides, and what its host can change.</summary>
public sealed class AgendaExamples
{
    private const string One = "step-one-000001";
    private const string Two = "step-two-000001";
    private const string NewIdea = "idea-new-000001";

    private static readonly AddIdea _add = new(NewIdea, "Fresh", "Body", Colour.Sun, 0, 0, "");

    [Fact]
    public void R100_people_wait_in_the_lobby_work_in_steps_and_go_on_as_before_when_the_agenda_is_over()
    {
        var lobby = Laid.After(Owner, new SetAgenda("Playbook", [Step(One, Exposure.All), Step(Two, Exposure.All)]));
        Assert.Equal(-1, lobby.Agenda.Plan!.Index);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Ada, _add, lobby).Refusal);
        Assert.Null(Decide(Owner, _add, lobby).Refusal);
        Assert.Null(Decide(Ada, new ChangeProfile("A", Colour.Sun), lobby).Refusal);

        var second = lobby.After(Owner, new BeginStep(Two));
        Assert.Equal((1, Two), (second.Agenda.Plan!.Index, second.Agenda.Phase!.Step));
        Assert.Null(Decide(Ada, _add, second).Refusal);
        Assert.Contains(second.Points.Values, point => point.Name == "A step");
        Assert.Equal(RefusalCode.Exists, Decide(Owner, new BeginStep(Two), second).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new BeginStep(One), second).Refusal);
        Assert.Equal(0, second.After(Owner, new BeginStep(One)).Agenda.Plan!.Index);

        var over = second.After(Owner, new EndAgenda());
        Assert.Equal((2, null), (over.Agenda.Plan!.Index, over.Agenda.Phase));
        Assert.Null(Decide(Ada, _add, over).Refusal);
        Assert.Null(lobby.After(Owner, new SetAgenda("", [])).Agenda.Plan);
    }

    [Fact]
    public void A_plan_is_taken_at_its_limits_and_refused_one_past_them()
    {
        RefusalCode? Set(params StepPlan[] steps) => Decide(Owner, new SetAgenda("", steps)).Refusal;
        var step = Step(One, Exposure.All);
        Assert.Null(Set(step with { Name = new string('n', Limits.StepNameLength), Text = new string('t', Limits.StepTextLength), Seconds = Limits.StepSeconds }));
        Assert.Equal(RefusalCode.TooLong, Set(step with { Name = new string('n', Limits.StepNameLength + 1) }));
        Assert.Equal(RefusalCode.Empty, Set(step with { Name = " " }));
        Assert.Equal(RefusalCode.TooLong, Set(step with { Text = new string('t', Limits.StepTextLength + 1) }));
        Assert.Equal(RefusalCode.OutOfRange, Set(step with { Seconds = Limits.StepSeconds + 1 }));
        Assert.Equal(RefusalCode.OutOfRange, Set(step with { Seconds = -1 }));
        Assert.Equal(RefusalCode.OutOfRange, Set(step with { Tools = [StepTool.React, StepTool.Ideas] }));
        Assert.Equal(RefusalCode.Exists, Set(step, step));
        var many = Enumerable.Range(0, Limits.StepsPerAgenda + 1).Select(i => step with { Id = $"step-{i:d8}" }).ToArray();
        Assert.Null(Set(many[1..]));
        Assert.Equal(RefusalCode.TooMany, Set(many));
    }

    [Fact]
    public void R101_people_use_what_the_step_has_and_hosts_everything()
    {
        var board = Begun(Step(One, Exposure.All, StepTool.Comment));
        Assert.Equal(RefusalCode.NotInPhase, Decide(Ada, _add, board).Refusal);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Ada, new MoveThings([new Move(AdasIdea, 1, 1)]), board).Refusal);
        Assert.Null(Decide(Ada, new AddComment("talk-new-000001", BosIdea, "Well"), board).Refusal);
        Assert.Null(Decide(Host, _add, board).Refusal);

        var ideas = Begun(Step(One, Exposure.All, StepTool.Ideas));
        Assert.Null(Decide(Ada, new RetitleIdea(AdasIdea, "x"), ideas).Refusal);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Ada, new RetitleIdea(BosIdea, "x"), ideas).Refusal);
        var moved = Decide(Ada, new MoveThings([new Move(AdasIdea, 1, 1), new Move(BosIdea, 2, 2)]), ideas);
        Assert.Equal([AdasIdea], ((ThingsMoved)moved.Events[0]).Moves.Select(move => move.Id));
    }

    [Fact]
    public void R102_a_strict_step_takes_contributions_to_the_end_of_its_grace_and_of_a_persons_own_time()
    {
        var board = Begun(Step(One, Exposure.All) with { Seconds = 60, Strict = true });
        var end = Now + ((60 + Limits.GraceSeconds) * 1000L);
        RefusalCode? At(Board now, string actor, long time) => BoardDecider.Decide(now, actor, _add, time).Refusal;
        Assert.Equal(Now + 60_000, board.Agenda.Phase!.EndsAt);
        Assert.Null(At(board, Ada, end));
        Assert.Equal(RefusalCode.TimeUp, At(board, Ada, end + 1));
        Assert.Null(At(board, Host, end + 1));

        var given = board.After(Owner, new ExtendTimer(30, Ada));
        Assert.Null(At(given, Ada, end + 30_000));
        Assert.Equal(RefusalCode.TimeUp, At(given, Ada, end + 30_001));
        Assert.Equal(RefusalCode.TimeUp, At(given, Bo, end + 1));

        Assert.Equal(Now + 120_000, board.After(Owner, new ExtendTimer(60, "")).Agenda.Phase!.EndsAt);
        var paused = board.After(Owner, new PauseTimer());
        Assert.Equal((0, 60_000), (paused.Agenda.Phase!.EndsAt, paused.Agenda.Phase.PausedLeft));
        Assert.Null(At(paused, Ada, end + 1_000_000));
        Assert.Equal(Now + 60_000, paused.After(Owner, new ResumeTimer()).Agenda.Phase!.EndsAt);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Owner, new PauseTimer(), paused).Refusal);
        Assert.Equal(0, board.After(Owner, new SetTimer(0)).Agenda.Phase!.EndsAt);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new SetTimer(Limits.StepSeconds + 1), board).Refusal);
        Assert.Null(Decide(Owner, new SetTimer(Limits.StepSeconds), board).Refusal);
    }

    [Fact]
    public void R114_who_needs_more_time_asks_the_hosts_once_and_nobody_else_learns_of_it()
    {
        var board = Begun(Step(One, Exposure.Own) with { Seconds = 60, Strict = true, Sealed = true });
        var asked = board.After(Ada, new AskForTime(true));
        Assert.Equal(TimeAnswer.Open, SeatOf(asked, Ada)!.Asked);
        Assert.Equal(Now, RequestOf(asked, Ada)!.At);
        var patches = Patches(board, asked, Ada, new AskForTime(true));
        Assert.Equal([RecordKind.Seat, RecordKind.TimeRequest], patches.Select(patch => patch.Kind).Order());
        Assert.All(patches, patch => Assert.True(patch.Audience == (patch.Kind == RecordKind.Seat ? Audience.Only(Ada) : Audience.Hosts)));
        Assert.Equal(RefusalCode.Exists, Decide(Ada, new AskForTime(true), asked).Refusal);
        Assert.Null(Decide(Bo, new AskForTime(true), asked).Refusal);
        Assert.Null(RequestOf(asked.After(Ada, new AskForTime(false)), Ada));
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new AskForTime(false), board).Refusal);
        Assert.All([Owner, Host, Observer], other => Assert.Equal(RefusalCode.NotAllowed, Decide(other, new AskForTime(true), board).Refusal));

        // Also while the timer is stopped, and after its strict end.
        Assert.Null(Decide(Ada, new AskForTime(true), board.After(Owner, new PauseTimer())).Refusal);
        Assert.Null(BoardDecider.Decide(board, Ada, new AskForTime(true), Now + 1_000_000).Refusal);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Ada, new AskForTime(true), board.After(Owner, new SetTimer(0))).Refusal);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Ada, new AskForTime(true)).Refusal);
    }

    [Fact]
    public void R114_more_time_for_the_person_or_for_everybody_answers_and_what_a_host_declined_stays_so_for_the_step()
    {
        var asked = Begun(Step(One, Exposure.All) with { Seconds = 60 }).After(Ada, new AskForTime(true));
        Board Answered(Board board, params BoardCommand[] answer) => answer.Aggregate(board, (next, command) => next.After(Owner, command));

        Assert.Equal((30, TimeAnswer.None), (SeatOf(Answered(asked, new ExtendTimer(30, Ada)), Ada) is { } seat ? (seat.ExtraSeconds, seat.Asked) : default));
        foreach (var more in new BoardCommand[][] { [new ExtendTimer(1, "")], [new SetTimer(61)], [new SetTimer(0)], [new PauseTimer(), new ExtendTimer(1, "")] })
        {
            Assert.Null(RequestOf(Answered(asked, more), Ada));
            Assert.Null(SeatOf(Answered(asked, more), Ada));
        }

        foreach (var less in new BoardCommand[][] { [new SetTimer(60)], [new PauseTimer(), new ResumeTimer()], [new ExtendTimer(30, Bo)] })
        {
            Assert.NotNull(RequestOf(Answered(asked, less), Ada));
        }

        Assert.Null(RequestOf(asked.After(Ada, new SayReady(true)), Ada));

        var declined = asked.After(Host, new DeclineTime(Ada));
        Assert.Null(RequestOf(declined, Ada));
        Assert.Equal(TimeAnswer.Declined, SeatOf(declined, Ada)!.Asked);
        Assert.Equal(RefusalCode.Declined, Decide(Ada, new AskForTime(true), declined.After(Owner, new ExtendTimer(1, ""))).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Host, new DeclineTime(Ada), declined).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Host, new DeclineTime(Bo), asked).Refusal);
        Assert.Null(Decide(Ada, new AskForTime(true), declined.After(Owner, new ExtendTimer(1, Ada))).Refusal);

        var next = declined.After(Owner, new BeginStep(Two)).After(Owner, new SetTimer(60));
        Assert.Null(Decide(Ada, new AskForTime(true), next).Refusal);
    }

    private static SeatRecord? SeatOf(Board board, string person) => BoardView.PrivateSnapshot(board, person).Select(patch => patch.After).OfType<SeatRecord>().SingleOrDefault();

    private static TimeRequestRecord? RequestOf(Board board, string person) => BoardView.HostSnapshot(board).Select(patch => patch.After).OfType<TimeRequestRecord>().SingleOrDefault(each => each.Id == person);

    private static List<Patch> Patches(Board before, Board after, string actor, BoardCommand command) =>
        [.. BoardView.Patches(before, after, new BoardEntry(after.Seq, Now, actor, "", 0, Assert.Single(Decide(actor, command, before).Events.ToArray())))];

    [Fact]
    public void R103_rules_are_frozen_when_a_step_begins_and_changed_with_a_reason_and_consent()
    {
        var step = Step(One, Exposure.All);
        var board = Begun(step);
        var narrower = step with { Tools = [StepTool.Ideas] };
        Assert.Matches("^[0-9a-f]{64}$", board.Agenda.Phase!.RulesHash);
        Assert.Equal(RefusalCode.Frozen, Decide(Owner, new SetAgenda("", [narrower]), board).Refusal);
        Assert.Equal(RefusalCode.Frozen, Decide(Owner, new SetAgenda("", []), board).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Owner, new ChangeRules(narrower, " "), board).Refusal);
        Assert.Equal(RefusalCode.Frozen, Decide(Owner, new ChangeRules(step with { Exposure = Exposure.Own }, "x"), board).Refusal);
        Assert.Equal(RefusalCode.Frozen, Decide(Owner, new ChangeRules(step with { Sealed = true }, "x"), board).Refusal);

        var reworded = board.After(Owner, new ChangeRules(step with { Text = "In other words" }, "Clearer"));
        Assert.Null(Decide(Ada, _add, reworded).Refusal);

        var changed = reworded.After(Owner, new ChangeRules(narrower with { Text = "In other words" }, "We run late"));
        var change = changed.Agenda.Phase!.Changes[1];
        Assert.Equal(("We run late", true, reworded.Agenda.Phase!.RulesHash, changed.Agenda.Phase.RulesHash), (change.Reason, change.Consent, change.Before, change.After));
        Assert.Equal(8, change.Was.Tools.Length);
        Assert.Equal(RefusalCode.RulesChanged, Decide(Ada, _add, changed).Refusal);
        Assert.Null(Decide(Ada, new SayReady(true), changed).Refusal);
        Assert.Equal(RefusalCode.Changed, Decide(Ada, new AcceptRules("another"), changed).Refusal);
        Assert.Null(Decide(Ada, _add, changed.After(Ada, new AcceptRules(changed.Agenda.Phase.RulesHash))).Refusal);

        // Whoever comes now knows no other rules.
        Assert.Null(Decide("person-late-001", _add, changed.After("person-late-001", new EnterBoard("", "Late", Colour.Mint, ""))).Refusal);
        var often = Enumerable.Range(0, Limits.RulesChanges).Aggregate(board, (next, i) => next.After(Owner, new ChangeRules(step with { Text = $"{i}" }, "Again")));
        Assert.Equal(RefusalCode.TooMany, Decide(Owner, new ChangeRules(step with { Text = "x" }, "Again"), often).Refusal);
    }

    [Fact]
    public void R115_a_step_whose_vote_cannot_be_held_does_not_begin_and_says_why()
    {
        Board Planned(Board on, VotePlan vote) => on.After(Owner, new SetAgenda("", [Step(One, Exposure.All) with { Vote = vote }]));
        var groups = VotePlan.None with { Method = VoteMethod.Dots, Budget = 3, Options = VoteOptions.Groups };
        var without = Laid.After(Owner, new RemoveThings([TheGroup]));
        Assert.Equal(RefusalCode.NothingToVoteOn, Decide(Owner, new BeginStep(One), Planned(without, groups)).Refusal);
        Assert.Null(Decide(Owner, new BeginStep(One), Planned(Laid, groups)).Refusal);

        var ideas = groups with { Options = VoteOptions.Ideas };
        var voting = Laid.After(Owner, new OpenVote("vote-open-00001", "Which?", ideas));
        Assert.Equal(RefusalCode.AlreadyVoting, Decide(Owner, new BeginStep(One), Planned(voting, ideas)).Refusal);
        Assert.Null(Decide(Owner, new BeginStep(One), Planned(voting, ideas).After(Owner, new CloseVote("vote-open-00001"))).Refusal);
    }

    [Fact]
    public void R103_a_host_who_says_that_rights_or_rewards_change_has_everybody_accept_them()
    {
        var step = Step(One, Exposure.All);
        var changed = Begun(step).After(Owner, new ChangeRules(step with { Text = "The winner gets a bag, not two." }, "One is left", Terms: true));
        Assert.True(changed.Agenda.Phase!.Changes[0].Consent);
        Assert.Equal(RefusalCode.RulesChanged, Decide(Ada, _add, changed).Refusal);
        Assert.Null(Decide(Ada, _add, changed.After(Ada, new AcceptRules(changed.Agenda.Phase.RulesHash))).Refusal);
    }

    [Fact]
    public void R104_what_is_added_in_a_blind_step_is_seen_by_its_author_alone_hosts_included()
    {
        var board = Begun(Step(One, Exposure.Own)).After(Ada, _add).After(Ada, new AddComment("talk-new-000001", NewIdea, "Mine")).After(Ada, new AddStamp("stamp-new-00001", Sign.Star, 0, 0, NewIdea));
        Assert.Equal(1, board.Agenda.Phase!.Hidden);
        foreach (var id in new[] { NewIdea, "talk-new-000001", "stamp-new-00001" })
        {
            Assert.True(Sees(board, Ada, id));
            Assert.All([Bo, Owner, Host, Observer], other => Assert.False(Sees(board, other, id)));
        }
    }

    [Fact]
    public void R104_a_segment_sees_what_its_people_add_and_whoever_has_none_is_alone()
    {
        var board = Begun(Step(One, Exposure.Segment))
            .After("person-cust-001", new EnterBoard("", "Cy", Colour.Mint, "customer"))
            .After(Ada, _add).After(Owner, new AddIdea("idea-of-owner-1", "", "", Colour.Sun, 0, 0, ""));
        Assert.True(Sees(board, "person-cust-001", NewIdea));
        Assert.All([Bo, Owner, Host], other => Assert.False(Sees(board, other, NewIdea)));
        Assert.False(Sees(board, Host, "idea-of-owner-1"));

        // Nobody gets in by calling themselves something else meanwhile.
        Assert.False(Sees(board.After(Bo, new EnterBoard("", "Bo", Colour.Rose, "customer")), Bo, NewIdea));
    }

    [Fact]
    public void R105_in_a_step_that_hides_what_is_added_shared_things_are_only_looked_at_and_hidden_ones_of_others_are_not_there()
    {
        var board = Begun(Step(One, Exposure.Own)).After(Ada, _add);
        foreach (var other in new[] { Bo, Owner })
        {
            Assert.Equal(RefusalCode.NotFound, Decide(other, new RetitleIdea(NewIdea, "x"), board).Refusal);
            Assert.Equal(RefusalCode.NotFound, Decide(other, new AddComment("talk-new-000001", NewIdea, "x"), board).Refusal);
            Assert.Equal(RefusalCode.NotFound, Decide(other, new RemoveThings([NewIdea]), board).Refusal);
            Assert.Equal(RefusalCode.NotInPhase, Decide(other, new MoveThings([new Move(BosIdea, 1, 1)]), board).Refusal);
            Assert.Equal(RefusalCode.NotInPhase, Decide(other, new AddReaction(BosIdea, Reaction.Heart), board).Refusal);
        }

        Assert.Null(Decide(Ada, new RetitleIdea(NewIdea, "x"), board).Refusal);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Ada, new RetitleIdea(AdasIdea, "x"), board).Refusal);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Owner, new BringBack("point-new-00001", 1), board).Refusal);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Owner, new EmptyBin(9), board).Refusal);
    }

    [Fact]
    public void R106_R107_a_reveal_is_one_event_that_puts_everything_for_everyone()
    {
        var board = Begun(Step(One, Exposure.Own)).After(Ada, _add).After(Bo, new AddIdea("idea-new-000002", "", "", Colour.Sun, 0, 0, ""));
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new Reveal(), board).Refusal);
        var fact = Assert.Single(Decide(Host, new Reveal(), board).Events.ToArray());
        var entry = new BoardEntry(board.Seq + 1, Now, Host, "", 0, fact);
        var after = BoardApplier.Apply(board, entry);
        var patches = BoardView.Patches(board, after, entry).Where(patch => patch.Kind == RecordKind.Idea).ToList();
        Assert.All(patches, patch => Assert.Equal((AudienceKind.Everyone, (BoardRecord?)null), (patch.Audience.Kind, patch.Before)));
        Assert.Equal([NewIdea, "idea-new-000002"], patches.Select(patch => patch.After!.Id).Order());
        Assert.True(Sees(after, Bo, NewIdea));
        Assert.True(Sees(after.After(Ada, new AddIdea("idea-new-000003", "", "", Colour.Sun, 0, 0, "")), Bo, "idea-new-000003"));
        Assert.Equal(RefusalCode.NotInPhase, Decide(Host, new Reveal(), after).Refusal);
    }

    [Fact]
    public void R108_sealed_authorship_is_in_no_record_but_the_authors_own_and_nobody_acts_as_author_later()
    {
        var board = Begun(Step(One, Exposure.Own) with { Sealed = true }).After(Ada, _add).After(Owner, new BeginStep(Two));
        Assert.Equal("", board.Ideas[NewIdea].Record.Author);
        MineRecord? Mine(string person) => BoardView.PrivateSnapshot(board, person).Select(patch => patch.After).OfType<MineRecord>().SingleOrDefault(mine => mine.Id == NewIdea);
        Assert.True(Mine(Ada)!.Author);
        Assert.Null(Mine(Bo));
        Assert.Null(Mine(Owner));
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new RemoveThings([NewIdea]), board).Refusal);
        Assert.Null(Decide(Host, new RemoveThings([NewIdea]), board).Refusal);
        Assert.Equal(RefusalCode.NotInPhase, Decide(Ada, new LockThings([NewIdea], LockMode.Own), Begun(Step(One, Exposure.Own) with { Sealed = true }).After(Ada, _add)).Refusal);
    }

    [Fact]
    public void R109_sheets_are_passed_on_and_their_holders_see_what_is_on_them()
    {
        var board = Laid.After(Owner, new SetAgenda("", [Step(One, Exposure.Own), Step(Two, Exposure.Sheet), Step("step-tri-000001", Exposure.Sheet)]))
            .After(Owner, new BeginStep(One)).After(Ada, _add).After(Bo, new AddIdea("idea-new-000002", "", "", Colour.Sun, 0, 0, ""))
            .After(Owner, new BeginStep(Two));
        Assert.Equal(1, board.Agenda.Phase!.Round);
        Assert.Equal(board.Ideas["idea-new-000002"].Record.Sheet, board.Agenda.SheetOf(Ada));
        Assert.True(Sees(board, Ada, "idea-new-000002"));
        Assert.True(Sees(board, Bo, NewIdea));
        Assert.False(Sees(board, Owner, NewIdea));

        var onBosSheet = board.After(Ada, new AddIdea("idea-new-000003", "", "", Colour.Sun, 0, 0, ""));
        Assert.Equal(onBosSheet.Agenda.SheetOf(Ada), onBosSheet.Ideas["idea-new-000003"].Record.Sheet);
        Assert.False(Sees(onBosSheet, Bo, "idea-new-000003"));

        // A holder who leaves sets their sheet free for somebody who comes.
        var late = onBosSheet.After(Owner, new RemoveParticipant(Ada)).After("person-late-001", new EnterBoard("", "Late", Colour.Mint, ""));
        Assert.Equal(onBosSheet.Agenda.SheetOf(Ada), late.Agenda.SheetOf("person-late-001"));
        Assert.Equal(2, late.After(Owner, new BeginStep("step-tri-000001")).Agenda.Phase!.Round);
    }

    [Fact]
    public void R112_the_bin_keeps_what_was_removed_unseen_for_who_removed_it_alone_also_after_the_reveal()
    {
        var board = Begun(Step(One, Exposure.Own)).After(Ada, _add).After(Ada, new RemoveThings([NewIdea]));
        string[] Bin(Board of, string person) => [.. BinReader.Read(of, of.Members[person], 0, "").Items.Select(line => line.Id)];
        Assert.Equal([NewIdea], Bin(board, Ada));
        Assert.Empty(Bin(board, Owner));
        var revealed = board.After(Owner, new Reveal());
        Assert.Empty(Bin(revealed, Owner));
        Assert.Equal(RefusalCode.NotFound, Decide(Owner, new Restore(RecordKind.Idea, NewIdea), revealed).Refusal);
        Assert.True(Sees(revealed.After(Ada, new Restore(RecordKind.Idea, NewIdea)), Bo, NewIdea));
        Assert.False(Sees(board.After(Ada, new Restore(RecordKind.Idea, NewIdea)), Bo, NewIdea));
    }

    [Fact]
    public void R112_the_past_shows_nothing_that_was_hidden_then()
    {
        var board = Begun(Step(One, Exposure.Own)).After(Ada, _add);
        var revealed = board.After(Owner, new Reveal());
        Assert.DoesNotContain(PastView.Show(board, revealed, revealed.Members[Owner]), patch => patch.After!.Id == NewIdea);
        Assert.Contains(PastView.Show(revealed, revealed, revealed.Members[Bo]), patch => patch.After!.Id == NewIdea);

        var entry = new BoardEntry(board.Seq + 1, Now, Ada, "", 0, new IdeaRetitled(NewIdea, "x"));
        Assert.Equal(Audience.Only(Ada), HistoryTeller.Tell(board, BoardApplier.Apply(board, entry), entry)!.Audience);
    }

    [Fact]
    public void R113_hosts_keep_back_what_hosts_added_and_a_step_of_concepts_shows_it()
    {
        var board = Laid.After(Host, _add);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Owner, new KeepConcepts([AdasIdea], true), board).Refusal);
        var kept = board.After(Owner, new KeepConcepts([NewIdea, AdasIdea], true));
        Assert.True(Sees(kept, Owner, NewIdea) && Sees(kept, Host, NewIdea));
        Assert.False(Sees(kept, Ada, NewIdea));
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new AddComment("talk-new-000001", NewIdea, "x"), kept).Refusal);
        var shown = kept.After(Owner, new SetAgenda("", [Step(One, Exposure.Concepts)])).After(Owner, new BeginStep(One));
        Assert.True(Sees(shown, Ada, NewIdea));
        Assert.Equal(RefusalCode.NotInPhase, Decide(Owner, new KeepConcepts([NewIdea], true), shown).Refusal);
    }

    private static Board Begun(StepPlan step) => Laid.After(Owner, new SetAgenda("", [step, Step(Two, Exposure.All)])).After(Owner, new BeginStep(step.Id));

    private static bool Sees(Board board, string person, string id)
    {
        var isHost = board.Members[person].IsHost;
        return BoardView.Snapshot(board, person).Any(patch => patch.After!.Id == id && patch.Kind != RecordKind.Mine && (patch.Audience.Kind != AudienceKind.Hosts || isHost));
    }
}
