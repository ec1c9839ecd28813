namespace CoCreate.Boards;

/// <summary>What waits for a host, and what hosts hold back or show.</summary>
internal static class ModerationChanges
{
    /// <summary>How a new idea or comment is held: contributions of people who are not hosts wait while approval is on.</summary>
    public static Holding OfNew(Board board, string author) => board.Settings.Approval && !IsHost(board, author) ? Holding.Waiting : Holding.None;

    /// <summary>The board after a fact, in which the words and pictures that it brought wait where hosts approve all of them; what has no words left does not wait any more.</summary>
    public static Board Wait(Board before, Board after, string actor, BoardEvent fact) => Worded(fact).Aggregate(after, (next, id) => Things.Find(next, id) switch
    {
        { Held: Holding.Waiting } thing when !Wording.Has(thing) => Things.Put(next, thing with { Held = Holding.None }),
        { Held: Holding.None } thing when before.ApprovesAll && !IsHost(before, actor) && Wording.Has(thing) && Wording.IsNew(before, thing) => Things.Put(next, thing with { Held = Holding.Waiting }),
        _ => next,
    });

    /// <summary>Whether an event changed what is held of something that was there, by what was written.</summary>
    public static bool ChangesHolding(Board before, Board after, BoardEvent fact) => Array.Exists(Worded(fact), id => ChangesHolding(before, after, id));

    /// <summary>Whether this thing was there, and is held otherwise now.</summary>
    public static bool ChangesHolding(Board before, Board after, string id) => Things.Find(before, id) is { } was && Things.Find(after, id) is { } now && was.Held != now.Held;

    /// <summary>Ids of the things and comments that everyone could read, and that wait since this event.</summary>
    public static string[] WaitsAgain(Board before, Board after, BoardEvent fact) => fact is CommentEdited e
        ? (before.Comments[e.Id].Held, after.Comments[e.Id].Held) is (Holding.None, Holding.Waiting) ? [e.Id] : []
        : [.. Worded(fact).Where(id => ChangesHolding(before, after, id) && Things.Find(after, id) is { Held: Holding.Waiting })];

    public static Board Hold(Board board, string[] ids, Holding held, string reason, Func<Holding, bool> wanted) =>
        ids.Aggregate(board, (next, id) => Comment(Thing(next, id, held, reason, wanted), id, held, reason, wanted));

    /// <summary>Ids of the things that a fact brought words or pictures to.</summary>
    private static string[] Worded(BoardEvent fact) => fact switch
    {
        IdeaRetitled e => [e.Id],
        IdeaBodyWritten e => [e.Id],
        IdeaBodyChanged e => [e.Id],
        IdeaFileAttached e => [e.Id],
        IdeasTagged e => e.Ideas,
        GroupAdded e => [e.Id],
        ConnectorAdded e => [e.Id],
        FrameAdded e => [e.Id],
        NoteAdded e => [e.Id],
        ImageAdded e => [e.Id],
        ThingWritten e => [e.Id],
        _ => [],
    };

    private static bool IsHost(Board board, string person) => board.Members.GetValueOrDefault(person) is { IsHost: true };

    private static Board Thing(Board board, string id, Holding held, string reason, Func<Holding, bool> wanted) =>
        Things.Find(board, id) is { } thing && wanted(thing.Held) ? Things.Put(board, thing with { Held = held, HeldReason = reason }) : board;

    private static Board Comment(Board board, string id, Holding held, string reason, Func<Holding, bool> wanted) =>
        board.Comments.TryGetValue(id, out var comment) && wanted(comment.Held)
            ? board with { Comments = board.Comments.SetItem(id, comment with { Held = held, HeldReason = reason }) }
            : board;
}
