namespace CoCreate.Boards;

internal static class BinDecisions
{
    public static Decision Restore(Board board, Member actor, Restore command)
    {
        if (board.Bin.Find(command.Kind, command.Id) is not { } item)
        {
            return RefusalCode.NotFound;
        }

        return item.By == actor.Record.Id || actor.IsHost
            ? Place(board, item.What) is { } refusal ? refusal : new RecordRestored(command.Kind, command.Id)
            : RefusalCode.NotAllowed;
    }

    public static Decision Empty(Board board, EmptyBin command) =>
        board.Bin.Items.Keys.FirstOrDefault(long.MaxValue) > command.Through ? RefusalCode.NotFound : new BinEmptied(command.Through);

    /// <summary>Null when there is a place for it on the board.</summary>
    private static RefusalCode? Place(Board board, Binned what) => what switch
    {
        BinnedIdea binned => Check.When(
            board.Ideas.Count >= Limits.IdeasPerBoard
            || board.Connectors.Count + binned.Connectors.Count > Limits.ConnectorsPerBoard
            || board.Comments.Count + binned.Comments.Count > Limits.CommentsPerBoard,
            RefusalCode.TooMany),
        BinnedGroup => Check.When(board.Groups.Count >= Limits.GroupsPerBoard, RefusalCode.TooMany),
        BinnedConnector binned => Check.Idea(board, binned.Connector.From)
            ?? Check.Idea(board, binned.Connector.To)
            ?? Check.When(board.Connectors.ContainsKey(binned.Id), RefusalCode.Exists)
            ?? Check.When(board.Connectors.Count >= Limits.ConnectorsPerBoard, RefusalCode.TooMany),
        BinnedComment binned => Check.Idea(board, binned.Comment.Idea)
            ?? Check.When(board.Comments.ContainsKey(binned.Id), RefusalCode.Exists)
            ?? Check.When(board.Comments.Count >= Limits.CommentsPerBoard, RefusalCode.TooMany)
            ?? Check.When(board.Ideas[binned.Comment.Idea].Comments.Count >= Limits.CommentsPerIdea, RefusalCode.TooMany),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what.GetType().Name, "This cannot come back from the bin; say when it may."),
    };
}
