using CoCreate.Boards;
using CoCreate.Tests.Texts;
using CoCreate.Texts;

namespace CoCreate.Tests.Boards;

/// <summary>Makes commands from a seed: mostly ones that a board accepts, some at its limits, some senseless.</summary>
internal sealed class RandomCommands(Random random, bool moderates = true)
{
    private int _ids;
    private RandomVotes? _votes;

    /// <summary>A command that a browser might send to this board.</summary>
    public ClientCommand Next(Board board) => moderates && random.Next(14) == 0 ? Doors(board) : Usual(board);

    private ClientCommand Usual(Board board) => random.Next(75) switch
    {
        < 8 => new AddIdea(NewId("idea"), Words(), Words(), Pick<Colour>(), Coordinate(), Coordinate(), random.Next(3) == 0 ? Group(board) : ""),
        < 11 => new MoveThings([.. Some(() => new Move(Thing(board), Coordinate(), Coordinate()))]),
        11 => new RetitleIdea(Idea(board), Words()),
        12 => random.Next(3) == 0 ? new WriteIdeaBody(Idea(board), Words()) : ChangeBody(board),
        13 => new RecolourIdea(Idea(board), Pick<Colour>()),
        14 => new ReorderThings([.. Some(() => new Rank(Thing(board), Coordinate()))]),
        15 => new RemoveThings([.. Some(() => Thing(board))]),
        16 => new AddGroup(NewId("group"), Words(), Coordinate(), Coordinate(), Side(), Side()),
        17 => new WriteThing(Thing(board), Words()),
        18 => new MoveThings([new Move(random.Next(2) == 0 ? Group(board) : Frame(board), Coordinate(), Coordinate())]),
        19 => new ResizeThing(Thing(board), Coordinate(), Coordinate(), Side(), Side()),
        20 => new LockThings([.. Some(() => Thing(board))], Pick<LockMode>()),
        < 23 => new GroupIdeas(Group(board), [.. Some(() => Idea(board))]),
        23 => new UngroupIdeas([Idea(board), Idea(board)]),
        24 => new AddConnector(NewId("line"), Thing(board), Thing(board), Words()),
        25 => new AttachConnector(Connector(board), Thing(board), Thing(board)),
        26 or 27 => new AddComment(NewId("talk"), Idea(board), Words()),
        28 => random.Next(2) == 0 ? new EditComment(Comment(board), Words()) : new RemoveComment(Comment(board)),
        29 or 30 => new AddReaction(Idea(board), Pick<Reaction>()),
        31 => Unreact(board),
        32 or 33 or 34 => new CastVote(Idea(board), random.Next(0, 4)),
        35 => new WithdrawVote(Idea(board), random.Next(0, 3)),
        36 => random.Next(3) == 0 ? new RemoveParticipant(Person(board)) : new ChangeProfile(Words(), Pick<Colour>()),
        37 => Settings(board),
        38 or 39 => new AddFrame(NewId("frame"), Words(), Coordinate(), Coordinate(), Side() * 2, Side() * 2),
        40 or 41 => new AddNote(NewId("note"), Words(), Pick<TextSize>(), Coordinate(), Coordinate(), Side(), Side()),
        42 => new SizeNote(Any(board.Notes.Keys, "note-gone-000000"), Pick<TextSize>()),
        43 => new AddImage(NewId("image"), File(board), Words(), Coordinate(), Coordinate(), Side(), Side()),
        44 or 45 => new AddStamp(NewId("stamp"), Pick<Sign>(), Coordinate(), Coordinate(), random.Next(3) == 0 ? "" : Thing(board)),
        46 => new AttachToIdea(Idea(board), random.Next(3) == 0 ? "" : File(board), Words()),
        < 50 => new TagIdeas([.. Some(() => Idea(board))], Tag()),
        50 => new UntagIdeas([.. Some(() => Idea(board))], Tag()),
        51 => new LockThings([Thing(board)], LockMode.None),
        52 => new WriteThing(Thing(board), Words()),
        53 => new RemoveThings([Thing(board)]),
        54 or 55 => Restore(board),
        56 => random.Next(2) == 0 ? new MarkPoint(NewId("point"), Words()) : new RemovePoint(Any(board.Points.Keys, "point-gone-00000")),
        57 or 58 => new TakeBack([.. Some(() => Part(board))]),
        < 73 and > 58 => (_votes ??= new RandomVotes(random, NewId)).Next(board),
        _ => Odd(board),
    };

    /// <summary>Mostly a reaction that somebody gave: what is chosen blindly is seldom there.</summary>
    private WithdrawReaction Unreact(Board board)
    {
        var given = board.Ideas.Values.SelectMany(idea => idea.Ballots.Values.SelectMany(ballot => ballot.Reactions).Select(reaction => new WithdrawReaction(idea.Record.Id, reaction)))
            .OrderBy(each => each.Idea, StringComparer.Ordinal).ThenBy(each => each.Reaction).ToList();
        return given.Count == 0 || random.Next(4) == 0 ? new WithdrawReaction(Idea(board), Pick<Reaction>()) : given[random.Next(given.Count)];
    }

    /// <summary>A change of a body as it is, or as it was a few changes ago.</summary>
    private ChangeIdeaBody ChangeBody(Board board)
    {
        var id = Idea(board);
        var known = board.RecentText.Changes.Where(change => change.Idea == id).ToList();
        var unknown = random.Next(Math.Min(known.Count, 4) + 1);
        var length = unknown > 0 ? (int)known[^unknown].Change.LengthBefore : board.Ideas.GetValueOrDefault(id)?.Record.Body.Length ?? 0;
        return new ChangeIdeaBody(id, unknown > 0 ? known[^unknown].Seq - 1 : board.Seq, TextSamples.Change(random, length));
    }

    /// <summary>A command about proposals of groups.</summary>
    public ClientCommand Proposal(Board board)
    {
        var id = board.Proposal?.Id ?? "proposal-gone-00";
        var cluster = board.Proposal is { Clusters: [_, ..] clusters } ? clusters[random.Next(clusters.Count)].Id : "cluster-gone";
        return random.Next(8) switch
        {
            < 2 => new ProposeGroups(NewId("proposal")),
            < 6 => new TakeCluster(id, cluster, NewId("group"), Coordinate(), Coordinate()),
            6 => new LeaveCluster(id, cluster),
            _ => random.Next(3) == 0 ? new DropProposal(id) : new TakeCluster(null!, null!, null!, double.NaN, 0),
        };
    }

    private ClientCommand Settings(Board board) => random.Next(14) switch
    {
        0 => new CloseSession(),
        < 4 => new OpenSession(),
        4 => new RenameBoard(Words()),
        5 => new WriteBrief(Words()),
        6 or 7 => new SetVoteBudget(random.Next(-1, 12)),
        8 => new RemoveParticipant(Person(board)),
        13 => new AssignSegment([.. Some(() => Person(board))], random.Next(4) switch { 0 => "", 1 => "customer", 2 => " customer", _ => "employee" }),
        9 => new EmptyBin(board.Bin.Next - random.Next(5)),
        _ => new AssignRole(Person(board), Pick<Role>()),
    };

    /// <summary>Who comes in, and who does not.</summary>
    private ClientCommand Doors(Board board) => random.Next(24) switch
    {
        12 or 13 => new SetApproval(random.Next(3) > 0),
        < 18 and > 13 => new Approve([.. Some(() => Contribution(board, Holding.Waiting))]),
        18 or 19 or 20 => new Hide([.. Some(() => random.Next(3) == 0 ? Thing(board) : random.Next(2) == 0 ? Idea(board) : Comment(board))], random.Next(6) == 0 ? "" : $"Reason {random.Next(9)}"),
        > 20 => new Show([.. Some(() => Contribution(board, Holding.Hidden))]),
        < 4 => new SetDoor(random.Next(4) switch { 0 => "", 1 => Passcode(), 2 => "guess-me", _ => null }, random.Next(5) == 0 ? 1_700_000_000_000 + (board.Seq * 1000) + random.Next(60_000) : 0,
            random.Next(5) == 0 ? random.Next(-1, 20) : 0, random.Next(3) > 0),
        4 => new WritePolicy(Words()),
        < 8 => new AdmitParticipants([.. Some(() => Any(board.Door.Knocks.Keys, "person-gone-0000"))]),
        8 => new TurnAway(Any(board.Door.Knocks.Keys, "person-gone-0000"), Words()),
        9 => new Ban(random.Next(3) == 0 ? Any(board.Door.Knocks.Keys, "person-gone-0000") : Person(board), Words()),
        _ => new Unban(Any(board.Door.Banned.Keys, "person-gone-0000")),
    };

    /// <summary>A thing or comment that is held so.</summary>
    private string Contribution(Board board, Holding held) => Any(
        Table.ThingsOf(board).Where(thing => thing.Held == held).Select(thing => thing.Id).Concat(board.Comments.Values.Where(comment => comment.Held == held).Select(comment => comment.Id)),
        "idea-gone-000000");

    /// <summary>Somebody who waits, or is not to come in.</summary>
    public string SomebodyOutside(Board board) => Any(board.Door.Banned.Keys.Concat(board.Door.Knocks.Keys), "person-gone-0000");

    private string Passcode() => $"{SealedPasscode.Version}.{new string((char)('a' + random.Next(3)), SealedPasscode.SaltLength)}.{new string('h', SealedPasscode.HashLength)}";

    /// <summary>What no good client sends.</summary>
    private ClientCommand Odd(Board board) => random.Next(19) switch
    {
        0 => new AddIdea("short", "", "", Colour.Sun, 0, 0, ""),
        1 => new AddIdea(Idea(board), "", "", Colour.Sun, 0, 0, ""),
        2 => new AddIdea(NewId("idea"), null!, null!, (Colour)99, double.NaN, double.PositiveInfinity, null!),
        3 => new MoveThings(null!),
        4 => new MoveThings([new Move(null!, 1, 1), new Move("nothing-here", Limits.Coordinate * 2, 0)]),
        5 => new GroupIdeas(null!, [null!]),
        6 => new AddComment(null!, null!, null!),
        7 => random.Next(2) == 0 ? new CastVote(null!, int.MaxValue) : new ChangeIdeaBody(Idea(board), random.Next(-1, 3), random.Next(2) == 0 ? null! : new TextChange([9, -1], "")),
        8 => new AddNote(Thing(board), null!, (TextSize)9, 0, 0, double.NaN, 10),
        9 => new AddStamp(NewId("stamp"), (Sign)99, 0, 0, null!),
        10 => new LockThings([null!, Thing(board)], (LockMode)7),
        11 => new RemoveThings([null!, "nothing-here"]),
        12 => new AttachConnector(null!, Thing(board), null!),
        13 => new TagIdeas([null!, Idea(board)], " spaced "),
        14 => new TakeBack(null!),
        15 => new TakeBack([null!, new TakeBackPart(null!, null!, 0)]),
        16 => new TakeBack([new TakeBackPart(new TakeBack([]), [], 0)]),
        17 => new Restore((RecordKind)99, null!),
        _ => new RetitleIdea(Idea(board), new string('x', Limits.TitleLength + 1)),
    };

    private Restore Restore(Board board)
    {
        var items = board.Bin.Items.Values.Where(_ => random.Next(2) == 0).ToList();
        return items.Count == 0 ? new Restore(RecordKind.Idea, "idea-gone-000000") : new Restore(items[0].What.Kind, items[0].What.Id);
    }

    /// <summary>Mostly a part that holds: the title of an idea as it was left. Sometimes any command at all, with any condition.</summary>
    private TakeBackPart Part(Board board) => random.Next(4) switch
    {
        0 => new TakeBackPart(Next(board), [], random.Next(-1, 3)),
        1 => new TakeBackPart(Next(board), [Next(board)], -1),
        2 => new TakeBackPart(new RemoveThings([Thing(board)]), [], random.Next(-1, 3)),
        _ => Idea(board) is var id && board.Ideas.TryGetValue(id, out var idea)
            ? new TakeBackPart(new RetitleIdea(id, Words()), [new RetitleIdea(id, idea.Record.Title)], 0)
            : new TakeBackPart(Restore(board), [], -1),
    };

    /// <summary>A file that a server might make known to this board.</summary>
    public AttachFile NewFile()
    {
        var type = Pick<FileType>();
        var size = type <= FileType.Gif ? random.Next(1, 4000) : 0;
        return new AttachFile(new string("0123456789abcdef"[random.Next(16)], 64), type, Words(), random.Next(0, 100_000), size, size);
    }

    /// <summary>A fresh id in the form that ids have.</summary>
    public string NewId(string kind) => $"{kind}-{random.Next(1 << 16):x4}-{_ids++:d6}";

    private string Idea(Board board) => Any(board.Ideas.Keys, "idea-gone-000000");

    private string Group(Board board) => Any(board.Groups.Keys, "group-gone-00000");

    private string Frame(Board board) => Any(board.Frames.Keys, "frame-gone-00000");

    private string File(Board board) => Any(board.Files.Keys, new string('0', 64));

    private string Tag() => random.Next(20) == 0 ? "" : $"tag {random.Next(15)}";

    /// <summary>A thing of any kind; a kind that the board has none of gives one that is not there.</summary>
    private string Thing(Board board) => random.Next(9) switch
    {
        < 3 => Idea(board),
        3 => Group(board),
        4 => Frame(board),
        5 => Any(board.Notes.Keys, "note-gone-000000"),
        6 => Any(board.Images.Keys, "image-gone-00000"),
        7 => Any(board.Stamps.Keys, "stamp-gone-00000"),
        _ => Connector(board),
    };

    private IEnumerable<T> Some<T>(Func<T> make) => Enumerable.Range(0, random.Next(1, 5)).Select(_ => make());

    private string Connector(Board board) => Any(board.Connectors.Keys, "line-gone-000000");

    private string Comment(Board board) => Any(board.Comments.Keys, "talk-gone-000000");

    private string Person(Board board) => Any(board.Members.Keys, "person-gone-0000");

    /// <summary>Mostly one of those that are there; sometimes one that is not. Sorted, so that a seed gives the same history every time.</summary>
    private string Any(IEnumerable<string> ids, string gone)
    {
        var sorted = ids.Order(StringComparer.Ordinal).ToList();
        return sorted.Count == 0 || random.Next(12) == 0 ? gone : sorted[random.Next(sorted.Count)];
    }

    private T Pick<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[random.Next(values.Length)];
    }

    private double Coordinate() => Math.Round((random.NextDouble() - 0.5) * 4000, random.Next(4));

    private double Side() => random.Next(30, 900);

    private string Words() => random.Next(8) switch
    {
        0 => "",
        1 => "æøå \"quotes\" \\ \n \u2028 <b>&amp;</b> 日本語 🎒",
        _ => $"words {random.Next(1000)}",
    };
}
