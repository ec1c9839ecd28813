using System.Collections.Immutable;
using System.Text;
using CoCreate.Boards;
using CoCreate.Texts;

namespace CoCreate.Tests.Boards;

/// <summary>R38: who may order what, as a table that a person can read. It is kept in the repository; a change of rights shows as a change of that file.</summary>
public sealed class RightsTable
{
    private static readonly (string Name, string Actor)[] _actors =
        [("owner", Table.Owner), ("host", Table.Host), ("author", Table.Ada), ("other", Table.Bo), ("commenter", Table.Commenter), ("voter", Table.Voter), ("observer", Table.Observer), ("nobody", Table.Nobody)];

    /// <summary>R38</summary>
    [Fact]
    public void R38_every_command_is_allowed_and_refused_as_the_table_in_the_repository_says()
    {
        var file = Path.Combine(Repository.Root, "Tests", "Boards", "rights.txt");
        var table = Render();
        if (Environment.GetEnvironmentVariable("COCREATE_WRITE") == "1")
        {
            File.WriteAllText(file, table);
        }

        Assert.True(File.ReadAllText(file) == table, "The rights differ from Tests/Boards/rights.txt. If that is meant, write it anew: COCREATE_WRITE=1 ./test --filter RightsTable");
    }

    [Fact]
    public void The_table_has_every_command()
    {
        var all = typeof(BoardCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(BoardCommand)) && !t.IsAbstract);
        Assert.Empty(all.Except(Commands().Select(c => c.GetType())).Except([typeof(CreateBoard), typeof(EnterBoard), typeof(TakeOver), typeof(BeKnown)]));
    }

    private static string Render()
    {
        var open = WithSomethingToTakeBack(Table.Proposed);
        var closed = open.After(Table.Owner, new CloseSession());
        var text = new StringBuilder("Who may order what: + allowed, otherwise the reason of the refusal. First while the session is open, then while it is closed.\n");
        text.AppendLine("'author' added (or removed, where it is restored) the idea, comment or group that the command is about; 'other' is another contributor; 'nobody' is not on the board.\n");
        text.Append($"{"command",-32}").Append(string.Join("", _actors.Select(a => $"{a.Name,-24}")).TrimEnd()).Append('\n');
        foreach (var command in Commands())
        {
            text.Append($"{NameOf(command),-32}");
            text.Append(string.Join("", _actors.Select(a => $"{$"{Word(a.Actor, command, open)} / {Word(a.Actor, command, closed)}",-24}")).TrimEnd()).Append('\n');
        }

        foreach (var (name, board) in Phases(open))
        {
            text.Append($"\n{name}\n\n{"command",-32}").Append(string.Join("", _actors.Select(a => $"{a.Name,-14}")).TrimEnd()).Append('\n');
            foreach (var command in Commands())
            {
                text.Append($"{NameOf(command),-32}").Append(string.Join("", _actors.Select(a => $"{Word(a.Actor, command, board),-14}")).TrimEnd()).Append('\n');
            }
        }

        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>The same board in every kind of phase.</summary>
    private static IEnumerable<(string Name, Board Board)> Phases(Board open)
    {
        const string Running = "step-running-01";
        Board In(StepPlan step) => open.After(Table.Owner, new SetAgenda("", [step])).After(Table.Owner, new BeginStep(Running));
        var lobby = open.After(Table.Owner, new SetAgenda("", [Table.Step(Running, Exposure.All)]));
        var strict = In(Table.Step(Running, Exposure.All) with { Seconds = 60, Strict = true }).After(Table.Commenter, new AskForTime(true));
        var rules = Table.Step(Running, Exposure.All);
        yield return ("While hosts approve what people add, about what everybody sees:", open.After(Table.Owner, new SetApproval(true)));
        yield return ("While hosts approve what people add, about what waits:", AllWaiting(open.After(Table.Owner, new SetApproval(true))));
        yield return ("In the lobby, before the first step:", lobby);
        yield return ("In a step with all tools:", In(rules));
        yield return ("In a step without tools:", In(rules with { Tools = [] }));
        yield return ("In a step in which one works with one's own ideas:", In(rules with { Tools = [StepTool.Ideas] }));
        yield return ("In a strict step, after its end and its grace:", strict with { Agenda = strict.Agenda with { Phase = strict.Agenda.Phase! with { EndsAt = 1 } } });
        yield return ("In a step whose rules were changed, before they are accepted:", In(rules).After(Table.Owner, new ChangeRules(rules with { Strict = true }, "Late")));
        yield return ("In a step with sealed authorship, about things of before:", In(rules with { Sealed = true }));
        yield return ("In a blind step, about things that everybody sees:", In(Table.Step(Running, Exposure.Own)));
        yield return ("In a blind step, about things that are hidden:", Veiled(In(Table.Step(Running, Exposure.Own))));
        yield return ("After the agenda:", In(rules).After(Table.Owner, new EndAgenda()));
    }

    /// <summary>As if everything on the board had been added since hosts approve it.</summary>
    private static Board AllWaiting(Board board) => Table.ThingsOf(board).Where(thing => thing.Held == Holding.None).Aggregate(
        board with { Comments = board.Comments.SetItem(Table.AdasComment, board.Comments[Table.AdasComment] with { Held = Holding.Waiting }) },
        (next, thing) => Things.Put(next, thing with { Held = Holding.Waiting }));

    /// <summary>As if everything on the board had been added in the blind step that runs.</summary>
    private static Board Veiled(Board board)
    {
        var things = board.Ideas.Values.Select(idea => (ThingRecord)idea.Record).Concat(board.Groups.Values.Select(group => group.Record)).Concat(board.Notes.Values).Concat(board.Frames.Values);
        return VeilChanges.Counted(board with { Veil = board.Veil with { Things = things.ToImmutableDictionary(thing => thing.Id, thing => new Veiled(thing.Author, "", "")) } });
    }

    private const string RemovedIdea = "idea-removed-01";
    private const string Point = "point-one-00001";
    private const string Knocker = "person-knock-01";
    private const string Waiting = "idea-waiting-01";
    private const string Hidden = "idea-hidden-001";
    private const string Outcast = "person-out-0001";

    /// <summary>Everybody who may has a dot and a reaction on the idea, and something lies in the bin, so that the table shows rights and not what is missing.</summary>
    private static Board WithSomethingToTakeBack(Board board) => WithVotes(new[] { Table.Owner, Table.Host, Table.Ada, Table.Bo }.Aggregate(
        board.After(Table.Ada, new AddIdea(RemovedIdea, "", "", Colour.Sun, 0, 0, "")).After(Table.Ada, new RemoveThings([RemovedIdea])).After(Table.Owner, new MarkPoint(Point, "Start"))
            .After(Table.Voter, new CastVote(Table.AdasIdea, 1)).After(Table.Commenter, new CastVote(Table.AdasIdea, 1)).After(Table.Commenter, new AddReaction(Table.AdasIdea, Reaction.Heart))
            .After(Table.Owner, new SetDoor(null, 0, 0, true)).After(Knocker, new EnterBoard("", "Kim", Colour.Sun, "")).After(Table.Owner, new Ban(Outcast, "Spam"))
            .After(Table.Owner, new SetApproval(true)).After(Table.Ada, new AddIdea(Waiting, "", "", Colour.Sun, 0, 0, "")).After(Table.Owner, new SetApproval(false))
            .After(Table.Ada, new AddIdea(Hidden, "", "", Colour.Sun, 0, 0, "")).After(Table.Owner, new Hide([Hidden], "x")),
        (laid, actor) => laid.After(actor, new CastVote(Table.AdasIdea, 1)).After(actor, new AddReaction(Table.AdasIdea, Reaction.Heart))));

    private const string NewVote = "vote-new-000001";

    /// <summary>A vote by each method that has commands of its own, in which everybody who may has a ballot, and one in which nobody has.</summary>
    private static Board WithVotes(Board board) => new[] { VoteMethod.Dots, VoteMethod.Ranking, VoteMethod.Pairwise, VoteMethod.Budget }.Aggregate(
        board.After(Table.Host, new OpenVote(NewVote, "Which?", VotePlan.None with { Method = VoteMethod.Approval })),
        (laid, method) => laid with { Votes = laid.Votes.Add(VoteBy(method), Voted(board, method).Votes[VoteBy(method)]) });

    /// <summary>The board with one vote by a method; two on the same ideas are not open at once.</summary>
    private static Board Voted(Board board, VoteMethod method) => new[] { Table.Owner, Table.Host, Table.Ada, Table.Bo, Table.Commenter, Table.Voter }.Aggregate(
        board.After(Table.Host, new OpenVote(VoteBy(method), "Which?", VotePlan.None with { Method = method, Budget = method == VoteMethod.Ranking ? 0 : 5 })),
        (dealt, actor) => dealt.After(actor, new DealBallot(VoteBy(method), $"receipt-of-{actor}", "")));

    private static string VoteBy(VoteMethod method) => $"vote-by-{method}";

    /// <summary>Everybody's own next pair, so that the table shows rights.</summary>
    private static BoardCommand As(string actor, BoardCommand command, Board board) =>
        command is ComparePair pair && board.Votes[pair.Vote].Ballots.TryGetValue(actor, out var ballot)
            ? pair with { First = ballot.Record.Next.First, Second = ballot.Record.Next.Second }
            : command;

    private static string Word(string actor, BoardCommand command, Board board) =>
        Table.Decide(actor, As(actor, command, board), board).Refusal is { } refusal ? refusal.ToString() : "+";

    /// <summary>The command's name, with what the answer hangs on where the same command stands in the table more than once.</summary>
    private static string NameOf(BoardCommand command) => command switch
    {
        LockThings { Ids: [Table.AdasIdea] } c => $"LockThings {c.Lock}",
        LockThings { Ids: [var id] } => $"LockThings None {About(id)}",
        MoveThings { Moves: [var move] } => $"MoveThings {About(move.Id)}".TrimEnd(),
        RemoveThings { Ids: [var id] } => $"RemoveThings {About(id)}".TrimEnd(),
        RetitleIdea c => $"RetitleIdea {About(c.Id)}".TrimEnd(),
        _ => command.GetType().Name,
    };

    private static string About(string id) => id switch
    {
        Table.LockedByAda => "(author's lock)",
        Table.LockedByHost => "(hosts' lock)",
        Table.TheGroup => "(group)",
        _ => "",
    };

    private static List<BoardCommand> Commands()
    {
        return
        [
            new RenameBoard("Another"), new WriteBrief(""), new SetVoteBudget(3), new OpenSession(), new CloseSession(),
            new AddIdea("idea-new-000001", "", "", Colour.Sun, 0, 0, ""), new RetitleIdea(Table.AdasIdea, "x"), new WriteIdeaBody(Table.AdasIdea, "x"), new ChangeIdeaBody(Table.AdasIdea, 0, new TextChange([0, 1], "x")),
            new RecolourIdea(Table.AdasIdea, Colour.Lime),
            new AttachToIdea(Table.AdasIdea, Table.ThePicture, "x"), new TagIdeas([Table.AdasIdea], "x"), new UntagIdeas([Table.AdasIdea], Table.TheTag),
            new AddGroup("group-new-00001", "", 0, 0, 100, 100), new GroupIdeas(Table.TheGroup, [Table.AdasIdea]), new UngroupIdeas([Table.AdasIdea]),
            new AddConnector("line-new-000001", Table.AdasIdea, Table.BosIdea, ""), new AttachConnector(Table.TheConnector, Table.BosIdea, Table.AdasIdea),
            new AddFrame("frame-new-00001", "", 0, 0, 100, 100), new AddNote("note-new-000001", "", TextSize.Medium, 0, 0, 100, 100), new SizeNote(Table.AdasNote, TextSize.Large),
            new AddImage("image-new-00001", Table.ThePicture, "", 0, 0, 100, 100), new AddStamp("stamp-new-00001", Sign.Star, 0, 0, Table.AdasIdea),
            new MoveThings([new Move(Table.AdasIdea, 1, 1)]), new ResizeThing(Table.AdasNote, 0, 0, 90, 90), new ReorderThings([new Rank(Table.AdasIdea, 5)]),
            new WriteThing(Table.AdasNote, "x"), new RemoveThings([Table.AdasIdea]), new RemoveThings([Table.TheGroup]),
            new LockThings([Table.AdasIdea], LockMode.None), new LockThings([Table.AdasIdea], LockMode.Own), new LockThings([Table.AdasIdea], LockMode.Host),
            new MoveThings([new Move(Table.LockedByAda, 1, 1)]), new RemoveThings([Table.LockedByAda]), new RetitleIdea(Table.LockedByAda, "x"), new LockThings([Table.LockedByAda], LockMode.None),
            new MoveThings([new Move(Table.LockedByHost, 1, 1)]), new RemoveThings([Table.LockedByHost]), new RetitleIdea(Table.LockedByHost, "x"), new LockThings([Table.LockedByHost], LockMode.None),
            new AttachFile(new string('f', 64), FileType.Pdf, "x.pdf", 10, 0, 0),
            new AddComment("talk-new-000001", Table.AdasIdea, "x"), new EditComment(Table.AdasComment, "x"), new RemoveComment(Table.AdasComment),
            new AddReaction(Table.AdasIdea, Reaction.Heart), new WithdrawReaction(Table.AdasIdea, Reaction.Heart),
            new CastVote(Table.AdasIdea, 1), new WithdrawVote(Table.AdasIdea, 1),
            new ChangeProfile("New name", Colour.Peach), new AssignRole(Table.Bo, Role.Observer), new AssignSegment([Table.Bo], "customer"), new RemoveParticipant(Table.Bo),
            new TakeBack([new TakeBackPart(new RetitleIdea(Table.AdasIdea, "x"), [], -1)]), new Restore(RecordKind.Idea, RemovedIdea), new EmptyBin(1),
            new ProposeGroups("proposal-new-01"), new TakeCluster(Table.TheProposal, Table.TheCluster, "group-new-00001", 0, 0), new LeaveCluster(Table.TheProposal, Table.TheCluster), new DropProposal(Table.TheProposal),
            new MarkPoint("point-new-00001", "x"), new RemovePoint(Point), new BringBack("point-new-00001", 1),
            new SetAgenda("", [Table.Step("step-new-000001", Exposure.Own)]), new BeginStep("step-new-000001"), new EndAgenda(), new Reveal(),
            new SetTimer(60), new ExtendTimer(60, ""), new PauseTimer(), new ResumeTimer(), new ChangeRules(Table.Step("step-new-000001", Exposure.Own), "x"),
            new KeepConcepts([Table.AdasIdea], true), new SayReady(true), new AskForTime(true), new DeclineTime(Table.Commenter), new AcceptRules(""),
            new OpenVote("vote-new-000002", "Which?", VotePlan.None with { Method = VoteMethod.Dots, Budget = 5, Options = VoteOptions.Groups }), new CloseVote(NewVote), new RemoveVote(NewVote),
            new PriceOption(VoteBy(VoteMethod.Budget), Table.AdasIdea, 3), new MergeOptions(NewVote, Table.AdasIdea, [Table.BosIdea]),
            new DealBallot(NewVote, "receipt-0000001", ""), new TakeBallot(NewVote), new MarkOption(VoteBy(VoteMethod.Dots), Table.AdasIdea, 2),
            new RankOptions(VoteBy(VoteMethod.Ranking), [Table.AdasIdea]), new ComparePair(VoteBy(VoteMethod.Pairwise), "", "", PairOutcome.First), new FinishBallot(VoteBy(VoteMethod.Dots), true),
            new SetDoor(null, 0, 0, true), new WritePolicy("Be kind."), new AdmitParticipants([Knocker]), new TurnAway(Knocker, ""), new Ban(Table.Bo, "Spam"), new Unban(Outcast),
            new SetApproval(true), new Approve([Waiting]), new Hide([Table.AdasIdea], "x"), new Show([Hidden]),
            new MakeInvite("invite-new-0001", new string('b', 64), Role.Host, 0, 0), new RevokeInvite(Table.TheInvite),
        ];
    }
}
