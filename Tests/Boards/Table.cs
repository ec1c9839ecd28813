using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>A small board for examples: an owner, a host, two contributors, a commenter, a voter, an observer; two ideas that are tied to nothing and two that are locked, a group, a connector, a comment, a note and a picture.</summary>
internal static class Table
{
    public const string Owner = "person-owner-01";
    public const string Host = "person-host-001";
    public const string Ada = "person-ada-0001";
    public const string Bo = "person-bo-00001";
    public const string Observer = "person-watch-01";
    public const string Commenter = "person-comm-001";
    public const string Voter = "person-voter-01";
    public const string AdasIdea = "idea-of-ada-001";
    public const string BosIdea = "idea-of-bo-0001";
    public const string TheGroup = "group-one-00001";
    public const string TheConnector = "line-one-000001";
    public const string AdasComment = "talk-of-ada-001";
    public const string AdasNote = "note-of-ada-001";
    public const string LockedByAda = "idea-locked-ada";
    public const string LockedByHost = "idea-locked-hst";
    public const string TheFrame = "frame-one-00001";
    public const string TheImage = "image-one-00001";
    public const string TheStamp = "stamp-one-00001";
    public const string TheTag = "sewing";
    public const string TheInvite = "invite-one-0001";
    public const string TheProposal = "proposal-one-01";
    public const string TheCluster = "cluster-0001";
    public const string Nobody = "person-nobody-1";
    public const long Now = 1_800_000_000_000;

    /// <summary>A picture that was uploaded to the board.</summary>
    public static readonly string ThePicture = new('a', 64);

    /// <summary>The board.</summary>
    public static Board Laid { get; } = Lay();

    /// <summary>The board with a frame around Ada's idea, somewhat larger than it.</summary>
    public static Board Framed => Laid.After(Ada, new AddFrame(TheFrame, "First round", -20, -20, 260, 200));

    /// <summary>The board with a picture on the canvas.</summary>
    public static Board Pictured => Laid.After(Ada, new AddImage(TheImage, ThePicture, "A buckle", 500, 500, 320, 240));

    /// <summary>The board with a stamp on Ada's idea.</summary>
    public static Board Stamped => Laid.After(Bo, new AddStamp(TheStamp, Sign.Star, 200, 10, AdasIdea));

    /// <summary>The board with a proposal to put Ada's and Bo's ideas together.</summary>
    public static Board Proposed => Laid.After(Ada, new ProposeGroups(TheProposal)).Offered(new ProposedCluster(TheCluster, "Clips", [AdasIdea, BosIdea], "", false));

    /// <summary>The secret's hash of the invite on the board.</summary>
    public static string SecretHash { get; } = new('a', 64);

    /// <summary>What a command comes to on the board, or on another one.</summary>
    public static Decision Decide(string actor, BoardCommand command, Board? board = null) =>
        BoardDecider.Decide(board ?? Laid, actor, command, Now);

    /// <summary>The board after a command that must be accepted.</summary>
    public static Board After(this Board board, string actor, BoardCommand command)
    {
        var decision = BoardDecider.Decide(board, actor, command, Now);
        Assert.Null(decision.Refusal);
        foreach (var fact in decision.Events)
        {
            board = BoardApplier.Apply(board, new BoardEntry(board.Seq + 1, Now, actor, "", 0, fact));
        }

        return board;
    }

    /// <summary>All things on a board, of every kind.</summary>
    public static IEnumerable<ThingRecord> ThingsOf(Board board) => board.Ideas.Values.Select(idea => (ThingRecord)idea.Record).Concat(board.Groups.Values.Select(group => group.Record))
        .Concat(board.Frames.Values).Concat(board.Notes.Values).Concat(board.Images.Values).Concat(board.Stamps.Values).Concat(board.Connectors.Values);

    /// <summary>A step without a timer or a vote, in which people may use everything, or what is named.</summary>
    public static StepPlan Step(string id, Exposure exposure, params StepTool[] tools) => new()
    {
        Id = id,
        Name = "A step",
        Text = "",
        Seconds = 0,
        Strict = false,
        Exposure = exposure,
        Sealed = false,
        Tools = tools.Length == 0 ? Enum.GetValues<StepTool>() : tools,
        ReadyCheck = true,
        Vote = VotePlan.None,
    };

    /// <summary>The board when the proposal that it waits for has come.</summary>
    public static Board Offered(this Board board, params ProposedCluster[] clusters) =>
        BoardApplier.Apply(board, new BoardEntry(board.Seq + 1, Now, board.Proposal!.By, "", 0, new GroupsProposed(board.Proposal.Id, board.Ideas.Count, clusters)));

    private static Board Lay() => Board.Empty
        .After(Owner, new CreateBoard("Trail bag", "What would make it yours?", "ABC234", "Oda", Colour.Sun, ""))
        .After(Host, new EnterBoard("", "Hal", Colour.Sky, ""))
        .After(Owner, new AssignRole(Host, Role.Host))
        .After(Ada, new EnterBoard("", "Ada", Colour.Mint, "customer"))
        .After(Bo, new EnterBoard("", "Bo", Colour.Rose, "employee"))
        .After(Observer, new EnterBoard("", "Wim", Colour.Lime, ""))
        .After(Owner, new AssignRole(Observer, Role.Observer))
        .After(Commenter, new EnterBoard("", "Cleo", Colour.Peach, ""))
        .After(Owner, new AssignRole(Commenter, Role.Commenter))
        .After(Voter, new EnterBoard("", "Vic", Colour.Lilac, ""))
        .After(Owner, new AssignRole(Voter, Role.Voter))
        .After(Owner, new MakeInvite(TheInvite, new string('a', 64), Role.Observer, 0, 2))
        .After(Ada, new AddIdea(AdasIdea, "Buckles I can swap", "", Colour.Sun, 0, 0, ""))
        .After(Bo, new AddIdea(BosIdea, "Print-at-home clips", "", Colour.Sky, 300, 0, ""))
        .After(Ada, new AddGroup(TheGroup, "Repair", -50, -50, 700, 400))
        .After(Ada, new AddConnector(TheConnector, AdasIdea, BosIdea, ""))
        .After(Ada, new AddComment(AdasComment, BosIdea, "Which material?"))
        .After(Ada, new AttachFile(ThePicture, FileType.Png, "buckle.png", 1000, 640, 480))
        .After(Ada, new TagIdeas([AdasIdea], TheTag))
        .After(Ada, new AddNote(AdasNote, "What we heard", TextSize.Large, 1000, 1000, 300, 60))
        .After(Ada, new AddIdea(LockedByAda, "", "", Colour.Sun, 2000, 0, ""))
        .After(Ada, new LockThings([LockedByAda], LockMode.Own))
        .After(Ada, new AddIdea(LockedByHost, "", "", Colour.Sun, 2300, 0, ""))
        .After(Host, new LockThings([LockedByHost], LockMode.Host));
}
