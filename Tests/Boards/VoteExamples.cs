using CoCreate.Boards;
using CoCreate.Voting;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>Votes by example: what hosts and voters would ask.</summary>
public sealed class VoteExamples
{
    private const string Id = "vote-one-00001";

    /// <summary>R120: whatever is added or retitled later, what is voted on is what stood there when the vote opened; the rules have a hash.</summary>
    [Fact]
    public void R120_a_vote_is_on_what_was_there_when_it_opened_by_rules_with_a_hash()
    {
        var board = Open(Dots(5)).After(Ada, new RetitleIdea(AdasIdea, "Another title")).After(Ada, new AddIdea("idea-late-0001", "Late", "", Colour.Sun, 0, 0, ""));
        var vote = board.Votes[Id].Record;
        Assert.Equal(Laid.Ideas.Keys.Order(StringComparer.Ordinal), vote.Options.Select(option => option.Id).Order(StringComparer.Ordinal));
        Assert.Equal("Buckles I can swap", vote.Options.Single(option => option.Id == AdasIdea).Title);
        Assert.DoesNotContain(vote.Options, option => option.Id == "idea-late-0001");
        Assert.Equal(VoteRules.Hash(vote), vote.RulesHash);
        Assert.NotEqual(vote.RulesHash, Open(Dots(6)).Votes[Id].Record.RulesHash);
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new MarkOption(Id, "idea-late-0001", 1), board.With(Ada)).Refusal);
    }

    /// <summary>R120: only hosts open and close, and a plan has to be one.</summary>
    [Fact]
    public void R120_hosts_alone_open_votes_and_only_by_plans_that_can_be_counted()
    {
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new OpenVote(Id, "Which?", Dots(5))).Refusal);
        Assert.Equal(RefusalCode.Malformed, Decide(Host, new OpenVote(Id, "Which?", null!)).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Host, new OpenVote(Id, " ", Dots(5))).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new OpenVote(Id, "Which?", VotePlan.None)).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new OpenVote(Id, "Which?", Plan(VoteMethod.Ranking) with { Live = true })).Refusal);
        Assert.Equal(RefusalCode.NothingToVoteOn, Decide(Host, new OpenVote(Id, "Which?", Dots(5)), Laid.After(Host, new RemoveThings([.. Laid.Ideas.Keys]))).Refusal);
        Assert.Equal(RefusalCode.Exists, Decide(Host, new OpenVote(Id, "Which?", Dots(5)), Open(Dots(5))).Refusal);
    }

    [Theory]
    [InlineData(VoteMethod.Dots, Limits.VoteBudget)]
    [InlineData(VoteMethod.Quadratic, Limits.VoteBudget)]
    [InlineData(VoteMethod.Score, Limits.HighestScore)]
    [InlineData(VoteMethod.Pairwise, Limits.ComparisonsPerPerson)]
    [InlineData(VoteMethod.Budget, Limits.PointsPerPerson)]
    public void A_budget_at_its_limit_is_taken_and_one_past_it_is_refused(VoteMethod method, int most)
    {
        Assert.Null(VoteRules.Problem(Plan(method) with { Budget = most }));
        Assert.Equal(RefusalCode.OutOfRange, VoteRules.Problem(Plan(method) with { Budget = most + 1 }));
        Assert.Equal(RefusalCode.OutOfRange, VoteRules.Problem(Plan(method) with { Budget = -1 }));
    }

    [Theory]
    [InlineData(VoteMethod.Dots, Limits.OptionsPerVote)]
    [InlineData(VoteMethod.Ranking, Limits.ComparedOptions)]
    [InlineData(VoteMethod.Pairwise, Limits.ComparedOptions)]
    public void As_many_options_as_the_limit_are_taken_and_one_more_is_refused(VoteMethod method, int most)
    {
        var board = Enumerable.Range(Laid.Ideas.Count, most - Laid.Ideas.Count).Aggregate(Laid, (next, i) => next.After(Ada, new AddIdea($"idea-many-{i:d5}", "", "", Colour.Sun, 0, 0, "")));
        Assert.Null(Decide(Host, new OpenVote(Id, "Which?", Plan(method) with { Budget = 5 }), board).Refusal);
        var more = board.After(Ada, new AddIdea("idea-one-too-many", "", "", Colour.Sun, 0, 0, ""));
        Assert.Equal(RefusalCode.TooManyOptions, Decide(Host, new OpenVote(Id, "Which?", Plan(method) with { Budget = 5 }), more).Refusal);
    }

    [Fact]
    public void As_many_votes_as_the_limit_are_kept_and_one_more_is_refused()
    {
        var board = Enumerable.Range(0, Limits.VotesPerBoard).Aggregate(Laid, (next, i) => next.After(Host, new OpenVote($"vote-many-{i:d5}", "Which?", Dots(5))).After(Host, new CloseVote($"vote-many-{i:d5}")));
        Assert.Equal(RefusalCode.TooMany, Decide(Host, new OpenVote(Id, "Which?", Dots(5)), board).Refusal);
        Assert.Null(Decide(Host, new OpenVote(Id, "Which?", Dots(5)), board.After(Host, new RemoveVote("vote-many-00003"))).Refusal);
    }

    /// <summary>R122: each method's own limit, at it and one past it.</summary>
    [Fact]
    public void R122_what_passes_a_persons_budget_is_refused()
    {
        var dots = Open(Dots(5) with { PerOption = 3 }).With(Ada).After(Ada, new MarkOption(Id, AdasIdea, 3));
        Assert.Equal(RefusalCode.OverBudget, Decide(Ada, new MarkOption(Id, AdasIdea, 4), dots).Refusal);
        Assert.Null(Decide(Ada, new MarkOption(Id, BosIdea, 2), dots).Refusal);
        Assert.Equal(RefusalCode.OverBudget, Decide(Ada, new MarkOption(Id, BosIdea, 3), dots).Refusal);

        var credits = Open(Plan(VoteMethod.Quadratic) with { Budget = 10 }).With(Ada).After(Ada, new MarkOption(Id, AdasIdea, 3));
        Assert.Equal(1, credits.Votes[Id].Ballots[Ada].Record.Left);
        Assert.Null(Decide(Ada, new MarkOption(Id, BosIdea, 1), credits).Refusal);
        Assert.Equal(RefusalCode.OverBudget, Decide(Ada, new MarkOption(Id, BosIdea, 2), credits).Refusal);

        var scores = Open(Plan(VoteMethod.Score) with { Budget = 5 }).With(Ada).After(Ada, new MarkOption(Id, AdasIdea, 0));
        Assert.Equal(0, scores.Votes[Id].Ballots[Ada].Record.Marks[AdasIdea]);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Ada, new MarkOption(Id, AdasIdea, 6), scores).Refusal);
        Assert.Empty(scores.After(Ada, new MarkOption(Id, AdasIdea, -1)).Votes[Id].Ballots[Ada].Record.Marks);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Ada, new MarkOption(Id, AdasIdea, -2), scores).Refusal);
    }

    /// <summary>R123: it is told as removed, takes nothing more, gives back what it had when asked, and is not counted; when it comes back all is as before.</summary>
    [Fact]
    public void R123_an_option_that_is_removed_stays_in_the_ballot_as_removed()
    {
        var board = Open(Dots(5)).With(Ada).After(Ada, new MarkOption(Id, BosIdea, 3)).After(Host, new RemoveThings([BosIdea]));
        var option = board.Votes[Id].Record.Options.Single(each => each.Id == BosIdea);
        Assert.Equal((true, ""), (option.Removed, option.Title));
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new MarkOption(Id, BosIdea, 4), board).Refusal);
        Assert.Equal(2, board.Votes[Id].Ballots[Ada].Record.Left);
        Assert.Equal(5, board.After(Ada, new MarkOption(Id, BosIdea, 0)).Votes[Id].Ballots[Ada].Record.Left);
        Assert.DoesNotContain(board.After(Host, new CloseVote(Id)).Votes[Id].Record.Results.Rows, row => row.Option == BosIdea);

        var back = board.After(Host, new Restore(RecordKind.Idea, BosIdea)).After(Host, new CloseVote(Id)).Votes[Id].Record;
        Assert.Equal("Print-at-home clips", back.Options.Single(each => each.Id == BosIdea).Title);
        Assert.Equal((BosIdea, 3.0), (back.Results.Rows[0].Option, back.Results.Rows[0].Value));
    }

    /// <summary>R123: what is removed after the close keeps its place in the result, and shows its words no more.</summary>
    [Fact]
    public void R123_a_result_stays_when_an_idea_goes_later()
    {
        var closed = Open(Dots(5)).With(Ada).After(Ada, new MarkOption(Id, BosIdea, 3)).After(Host, new CloseVote(Id));
        var later = closed.After(Host, new RemoveThings([BosIdea])).Votes[Id].Record;
        Assert.Same(closed.Votes[Id].Record.Results, later.Results);
        Assert.Equal("", later.Options.Single(each => each.Id == BosIdea).Title);
    }

    /// <summary>R125: at the plan's number of comparisons there is no next pair, and what is over it is refused; an answer can still be changed.</summary>
    [Fact]
    public void R125_after_as_many_comparisons_as_the_plan_asks_for_it_is_enough()
    {
        var board = Open(Plan(VoteMethod.Pairwise) with { Budget = 2 }).With(Ada);
        var first = board.Votes[Id].Ballots[Ada].Record.Next;
        for (var i = 0; i < 2; i++)
        {
            var next = board.Votes[Id].Ballots[Ada].Record.Next;
            Assert.False(board.Votes[Id].Ballots[Ada].Record.Rested);
            board = board.After(Ada, new ComparePair(Id, next.First, next.Second, PairOutcome.Cannot));
        }

        var ballot = board.Votes[Id].Ballots[Ada].Record;
        Assert.Equal((true, 0, 2, ""), (ballot.Rested, ballot.Left, ballot.Pairs, ballot.Next.First));
        var unseen = board.Ideas.Keys.SelectMany(one => board.Ideas.Keys.Select(other => (one, other))).First(pair => pair.one != pair.other && !board.Votes[Id].Ballots[Ada].Pairs.Exists(each => each.IsOf(pair.one, pair.other)));
        Assert.Equal(RefusalCode.OutOfRange, Decide(Ada, new ComparePair(Id, unseen.one, unseen.other, PairOutcome.First), board).Refusal);
        Assert.Equal(2, board.After(Ada, new ComparePair(Id, first.Second, first.First, PairOutcome.First)).Votes[Id].Ballots[Ada].Record.Pairs);
    }

    /// <summary>R125: in a long list, after so many options; one may go on.</summary>
    [Fact]
    public void R125_in_a_long_list_a_person_is_told_when_it_is_enough()
    {
        var board = Enumerable.Range(0, Limits.OptionsBeforeRest).Aggregate(Laid, (next, i) => next.After(Ada, new AddIdea($"idea-many-{i:d5}", "", "", Colour.Sun, 0, 0, "")))
            .After(Host, new OpenVote(Id, "Which?", Plan(VoteMethod.Score) with { Budget = 5 })).With(Ada);
        for (var i = 0; i < Limits.OptionsBeforeRest; i++)
        {
            Assert.False(board.Votes[Id].Ballots[Ada].Record.Rested);
            board = board.After(Ada, new MarkOption(Id, $"idea-many-{i:d5}", 2));
        }

        Assert.True(board.Votes[Id].Ballots[Ada].Record.Rested);
        Assert.Null(Decide(Ada, new MarkOption(Id, BosIdea, 2), board).Refusal);
    }

    /// <summary>R126: observers have no vote, nor have others in a vote for some segments; hosts have one as everybody.</summary>
    [Fact]
    public void R126_a_vote_is_for_those_whom_its_plan_names()
    {
        var board = Open(Dots(5) with { Segments = ["customer"] });
        Assert.Null(Decide(Ada, Deal(Ada), board).Refusal);
        Assert.Equal(RefusalCode.NotEligible, Decide(Bo, Deal(Bo), board).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Observer, Deal(Observer), Open(Dots(5))).Refusal);
        Assert.Null(Decide(Host, Deal(Host), Open(Dots(5))).Refusal);
        Assert.Equal(1, board.Votes[Id].Record.Eligible);
    }

    /// <summary>R126: counted are the ballots of those who may vote when it closes.</summary>
    [Fact]
    public void R126_the_ballot_of_somebody_who_was_removed_does_not_count_unless_they_come_back()
    {
        var board = Open(Dots(5)).With(Ada).With(Bo).After(Ada, new MarkOption(Id, AdasIdea, 5)).After(Bo, new MarkOption(Id, BosIdea, 1));
        Assert.Equal(2, board.Votes[Id].Record.Turnout);
        var without = board.After(Host, new RemoveParticipant(Ada));
        Assert.Equal(1, without.Votes[Id].Record.Turnout);
        Assert.Equal(BosIdea, without.After(Host, new CloseVote(Id)).Votes[Id].Record.Results.Rows[0].Option);
        var back = without.After(Owner, new MakeInvite("invite-back-001", new string('c', 64), Role.Contributor, 0, 0)).After(Ada, new EnterBoard(new string('c', 64), "Ada", Colour.Mint, ""));
        Assert.Equal(AdasIdea, back.After(Host, new CloseVote(Id)).Votes[Id].Record.Results.Rows[0].Option);
        Assert.Equal(2, board.After(Host, new CloseVote(Id)).After(Host, new RemoveParticipant(Ada)).Votes[Id].Record.Results.Voters);
    }

    /// <summary>R128: of what one person gave to both the most counts; also after the close, and it can be taken apart again.</summary>
    [Fact]
    public void R128_merged_options_have_of_each_person_the_most_and_not_the_sum()
    {
        var board = Open(Dots(5)).With(Ada).With(Bo)
            .After(Ada, new MarkOption(Id, AdasIdea, 3)).After(Ada, new MarkOption(Id, BosIdea, 2)).After(Bo, new MarkOption(Id, BosIdea, 4))
            .After(Host, new CloseVote(Id));
        Assert.Equal([(BosIdea, 6.0), (AdasIdea, 3.0)], Rows(board).Take(2));
        var merged = board.After(Host, new MergeOptions(Id, AdasIdea, [BosIdea]));
        Assert.Equal((AdasIdea, 7.0), Rows(merged).First());
        Assert.Equal([BosIdea], merged.Votes[Id].Record.Results.Rows[0].Merged);
        Assert.Equal(Rows(board), Rows(merged.After(Host, new MergeOptions(Id, AdasIdea, []))));
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new MergeOptions(Id, BosIdea, [LockedByAda]), merged).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new MergeOptions(Id, LockedByAda, [AdasIdea]), merged).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new MergeOptions(Id, AdasIdea, [AdasIdea]), board).Refusal);
    }

    /// <summary>R129: who is closed out is told so, and everybody sees the result.</summary>
    [Fact]
    public void R129_a_closed_vote_takes_nothing_more_and_shows_its_result()
    {
        var closed = Open(Dots(5)).With(Ada).After(Ada, new MarkOption(Id, BosIdea, 3)).After(Host, new CloseVote(Id));
        Assert.Equal(RefusalCode.VoteClosed, Decide(Ada, new MarkOption(Id, BosIdea, 1), closed).Refusal);
        Assert.Equal(RefusalCode.VoteClosed, Decide(Bo, Deal(Bo), closed).Refusal);
        Assert.Equal(RefusalCode.VoteClosed, Decide(Host, new CloseVote(Id), closed).Refusal);
        Assert.Equal((BosIdea, 3.0), Rows(closed).First());
        Assert.Equal((VoteStatus.Closed, Now), (closed.Votes[Id].Record.Status, closed.Votes[Id].Record.ClosedAt));
    }

    /// <summary>R129: each way to break a tie, on the same two ballots.</summary>
    [Theory]
    [InlineData(TieBreak.Shared, 1, 1)]
    [InlineData(TieBreak.Voters, 2, 1)]
    [InlineData(TieBreak.Older, 1, 2)]
    public void R129_what_decides_between_equals_is_as_the_plan_says(TieBreak tieBreak, int ofAda, int ofBo)
    {
        var closed = Open(Dots(5) with { TieBreak = tieBreak }).With(Ada).With(Bo)
            .After(Ada, new MarkOption(Id, AdasIdea, 2)).After(Ada, new MarkOption(Id, BosIdea, 1)).After(Bo, new MarkOption(Id, BosIdea, 1))
            .After(Host, new CloseVote(Id)).Votes[Id].Record.Results;
        Assert.Equal((ofAda, ofBo), (closed.Rows.Single(row => row.Option == AdasIdea).Place, closed.Rows.Single(row => row.Option == BosIdea).Place));
        Assert.Equal(tieBreak, closed.Ties.Single(tie => tie.Options.Contains(AdasIdea)).By);
    }

    /// <summary>R133: a ballot is changed on the ballot, by its voter, here and now.</summary>
    [Fact]
    public void R133_votes_are_no_part_of_what_is_taken_back_or_taken_over()
    {
        var board = Open(Dots(5)).With(Ada);
        foreach (ClientCommand command in new ClientCommand[] { new MarkOption(Id, AdasIdea, 1), new TakeBallot(Id), new CloseVote(Id) })
        {
            Assert.Equal(RefusalCode.Malformed, Decide(Host, new TakeBack([new TakeBackPart(command, [], -1)]), board).Refusal);
            Assert.Equal(RefusalCode.Malformed, Decide(Host, new TakeBack([new TakeBackPart(new RetitleIdea(AdasIdea, "x"), [command], -1)]), board).Refusal);
            Assert.Equal(RefusalCode.NotAllowed, Decide(Owner, new TakeOver([new Deed(Ada, 0, command)]), Laid).Refusal);
        }
    }

    /// <summary>R136</summary>
    [Fact]
    public void R136_options_that_say_nearly_the_same_are_warned_of()
    {
        var board = Laid.After(Bo, new AddIdea("idea-twin-0001", "Buckles that I can swap", "", Colour.Sun, 0, 0, "")).After(Host, new OpenVote(Id, "Which?", Dots(5)));
        var split = Assert.Single(board.Votes[Id].Record.Splits);
        Assert.Equal(new[] { AdasIdea, "idea-twin-0001" }.Order(StringComparer.Ordinal), new[] { split.First, split.Second }.Order(StringComparer.Ordinal));
        Assert.Empty(Open(Dots(5)).Votes[Id].Record.Splits);
    }

    /// <summary>R137</summary>
    [Fact]
    public void R137_prices_are_set_before_anybody_has_voted_and_stand_from_then_on()
    {
        var board = Open(Plan(VoteMethod.Budget) with { Budget = 10 }).With(Ada).After(Host, new PriceOption(Id, AdasIdea, Limits.Price));
        Assert.NotEqual(Open(Plan(VoteMethod.Budget) with { Budget = 10 }).Votes[Id].Record.RulesHash, board.Votes[Id].Record.RulesHash);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new PriceOption(Id, AdasIdea, -1), board).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new PriceOption(Id, AdasIdea, 5), Open(Dots(5))).Refusal);
        Assert.Equal(RefusalCode.Frozen, Decide(Host, new PriceOption(Id, AdasIdea, 5), board.After(Ada, new MarkOption(Id, AdasIdea, 4))).Refusal);
    }

    /// <summary>R116: nobody is asked about one thing in two votes at once.</summary>
    [Fact]
    public void R116_a_second_vote_on_what_is_voted_on_is_refused_unless_it_is_for_others()
    {
        OpenVote Second(params string[] segments) => new("vote-two-00001", "And?", Plan(VoteMethod.Ranking) with { Segments = segments });
        var open = Open(Dots(5));
        Assert.Equal(RefusalCode.AlreadyVoting, Decide(Host, Second(), open).Refusal);
        Assert.Equal(RefusalCode.AlreadyVoting, Decide(Host, Second("customer"), open).Refusal);
        Assert.Null(Decide(Host, Second() with { Plan = Dots(5) with { Options = VoteOptions.Groups } }, open).Refusal);
        Assert.Null(Decide(Host, Second(), open.After(Host, new CloseVote(Id))).Refusal);

        var customers = Open(Dots(5) with { Segments = ["customer"] });
        Assert.Null(Decide(Host, Second("employee"), customers).Refusal);
        Assert.Equal(RefusalCode.AlreadyVoting, Decide(Host, Second("employee", "customer"), customers).Refusal);
    }

    /// <summary>R117: who had no pair left is asked again when there is one.</summary>
    [Fact]
    public void R117_an_option_that_comes_back_is_compared_by_who_had_nothing_left_to_compare()
    {
        var board = Laid.After(Host, new RemoveThings([LockedByAda, LockedByHost])).After(Host, new OpenVote(Id, "Which?", Plan(VoteMethod.Pairwise) with { Budget = 5 })).With(Ada);
        PairToCompare Next(Board of) => of.Votes[Id].Ballots[Ada].Record.Next;
        Assert.NotEqual("", Next(board).First);
        var alone = board.After(Host, new RemoveThings([BosIdea]));
        Assert.Equal(("", true), (Next(alone).First, alone.Votes[Id].Ballots[Ada].Record.Rested));
        var back = alone.After(Host, new Restore(RecordKind.Idea, BosIdea));
        Assert.Equal(new[] { AdasIdea, BosIdea }.Order(StringComparer.Ordinal), new[] { Next(back).First, Next(back).Second }.Order(StringComparer.Ordinal));
        Assert.False(back.Votes[Id].Ballots[Ada].Record.Rested);
    }

    /// <summary>R138: the best of the vote before, those who share the last place too; all where there was none.</summary>
    [Fact]
    public void R138_a_second_round_is_on_the_best_of_the_first()
    {
        var first = Open(Dots(5)).With(Ada).After(Ada, new MarkOption(Id, AdasIdea, 3)).After(Ada, new MarkOption(Id, BosIdea, 1)).After(Ada, new MarkOption(Id, LockedByAda, 1)).After(Host, new CloseVote(Id));
        string[] Second(Board board, int top) => [.. board.After(Host, new OpenVote("vote-two-00001", "And now?", Dots(5) with { Top = top })).Votes["vote-two-00001"].Record.Options.Select(option => option.Id).Order(StringComparer.Ordinal)];
        Assert.Equal([AdasIdea], Second(first, 1));
        Assert.Equal(new[] { AdasIdea, BosIdea, LockedByAda }.Order(StringComparer.Ordinal), Second(first, 2));
        Assert.Equal(4, Second(Laid, 2).Length);
    }

    /// <summary>R138: only where the plan says so are tallies shown while people vote.</summary>
    [Fact]
    public void R138_a_live_vote_shows_its_tally_and_no_other_does()
    {
        Assert.Equal((AdasIdea, 2.0), Rows(Open(Dots(5) with { Live = true }).With(Ada).After(Ada, new MarkOption(Id, AdasIdea, 2))).First());
        Assert.Equal([0, 0, 0, 0], Rows(Open(Dots(5) with { Live = true })).Select(row => row.Item2));
        Assert.Empty(Rows(Open(Dots(5)).With(Ada).After(Ada, new MarkOption(Id, AdasIdea, 2))));
    }

    /// <summary>R134: Tukey's rule on a quiet hour with one loud minute; a busy start alone is no burst.</summary>
    [Fact]
    public void R134_a_minute_with_far_more_first_ballots_than_the_others_is_a_burst()
    {
        Assert.Equal([5], Bursts.FarOut([1, 0, 2, 1, 0, 30, 1, 2, 0, 1]));
        Assert.Empty(Bursts.FarOut([20, 12, 7, 3, 1]));
        Assert.Empty(Bursts.FarOut([0, 0, 4, 0, 0]));
        Assert.Equal([2], Bursts.FarOut([0, 0, 5, 0, 0]));
        Assert.Equal([2, 0, 1], Bursts.Minutes([1_000, 60_999, 121_000], 1_000));
    }

    /// <summary>R134: it counts ballots and devices, and has room for nothing else.</summary>
    [Fact]
    public void R134_the_report_says_how_many_and_neither_who_nor_what()
    {
        var board = Open(Dots(5)).After(Ada, Deal(Ada, "same")).After(Bo, Deal(Bo, "same")).After(Host, Deal(Host, "other"));
        board = board.After(Ada, new MarkOption(Id, AdasIdea, 1)).After(Bo, new MarkOption(Id, BosIdea, 1));
        var report = VotePublication.Report(board.Votes[Id]);
        Assert.Equal((3, 2), (report.Taken, report.Cast));
        Assert.Equal([2], report.SharedDevices);
        var text = System.Text.Encoding.UTF8.GetString(VotePublication.ReadReport(board, Host, Id).Body);
        Assert.DoesNotContain("person-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("idea-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("same", text, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.NotAllowed, VotePublication.ReadReport(board, Ada, Id).Refusal);
        Assert.Equal(RefusalCode.VoteOpen, VotePublication.ReadBallots(board, Host, Id).Refusal);
        Assert.Equal(RefusalCode.NotMember, VotePublication.ReadBallots(board, Nobody, Id).Refusal);
    }

    private static IEnumerable<(string, double)> Rows(Board board) => board.Votes[Id].Record.Results.Rows.Select(row => (row.Option, row.Value));

    private static Board Open(VotePlan plan) => Laid.After(Host, new OpenVote(Id, "Which?", plan));

    private static VotePlan Plan(VoteMethod method) => VotePlan.None with { Method = method };

    private static VotePlan Dots(int dots) => Plan(VoteMethod.Dots) with { Budget = dots };

    private static DealBallot Deal(string voter, string device = "") => new(Id, $"receipt-of-{voter}", device);
}

/// <summary>Ballots in examples.</summary>
internal static class VoteExampleBoards
{
    /// <summary>The board with a ballot in the only vote for somebody.</summary>
    public static Board With(this Board board, string voter) => board.After(voter, new DealBallot(board.Votes.Keys.Single(), $"receipt-of-{voter}", ""));
}
