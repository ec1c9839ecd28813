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
    private static RefusalCode? Place(Board board, Binned what) => what.Thing is null
        ? Check.Idea(board, what.Comment!.Idea)
            ?? Check.When(board.Comments.ContainsKey(what.Id), RefusalCode.Exists)
            ?? Check.When(board.Comments.Count >= Limits.CommentsPerBoard, RefusalCode.TooMany)
            ?? Check.When(board.Ideas[what.Comment.Idea].Comments.Count >= Limits.CommentsPerIdea, RefusalCode.TooMany)
        : Check.When(Things.Find(board, what.Id) is not null, RefusalCode.Exists)
            ?? Ends(board, what.Thing)
            ?? Check.When(IsFull(board, what), RefusalCode.TooMany);

    private static RefusalCode? Ends(Board board, ThingRecord thing) => thing switch
    {
        ConnectorRecord connector => Check.Anchor(board, connector.From) ?? Check.Anchor(board, connector.To),
        StampRecord { On.Length: > 0 } stamp => Check.Anchor(board, stamp.On),
        _ => null,
    };

    private static bool IsFull(Board board, Binned what) =>
        board.Comments.Count + what.Comments.Count > Limits.CommentsPerBoard
        || board.Connectors.Count + what.Hanging.Count(hanging => hanging is ConnectorRecord) > Limits.ConnectorsPerBoard
        || board.Stamps.Count + what.Hanging.Count(hanging => hanging is StampRecord) > Limits.EachPerBoard
        || what.Thing switch
        {
            IdeaRecord => board.Ideas.Count >= Limits.IdeasPerBoard,
            GroupRecord => board.Groups.Count >= Limits.GroupsPerBoard,
            ConnectorRecord => board.Connectors.Count >= Limits.ConnectorsPerBoard,
            FrameRecord => board.Frames.Count >= Limits.EachPerBoard,
            NoteRecord => board.Notes.Count >= Limits.EachPerBoard,
            ImageRecord => board.Images.Count >= Limits.EachPerBoard,
            StampRecord => board.Stamps.Count >= Limits.EachPerBoard,
            _ => throw new ArgumentOutOfRangeException(nameof(what), what.Thing?.GetType().Name, "This cannot come back from the bin; say how many there may be."),
        };
}
