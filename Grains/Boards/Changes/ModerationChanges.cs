namespace CoCreate.Boards;

internal static class ModerationChanges
{
    /// <summary>How something new is held: contributions of people who are not hosts wait while approval is on.</summary>
    public static Holding OfNew(Board board, string author) =>
        board.Settings.Approval && board.Members.GetValueOrDefault(author) is not { IsHost: true } ? Holding.Waiting : Holding.None;

    public static Board Hold(Board board, string[] ids, Holding held, string reason, Func<Holding, bool> wanted) =>
        ids.Aggregate(board, (next, id) => Comment(Idea(next, id, held, reason, wanted), id, held, reason, wanted));

    private static Board Idea(Board board, string id, Holding held, string reason, Func<Holding, bool> wanted) =>
        board.Ideas.TryGetValue(id, out var idea) && wanted(idea.Record.Held) ? IdeaChanges.Change(board, id, record => record with { Held = held, HeldReason = reason }) : board;

    private static Board Comment(Board board, string id, Holding held, string reason, Func<Holding, bool> wanted) =>
        board.Comments.TryGetValue(id, out var comment) && wanted(comment.Held)
            ? board with { Comments = board.Comments.SetItem(id, comment with { Held = held, HeldReason = reason }) }
            : board;
}
