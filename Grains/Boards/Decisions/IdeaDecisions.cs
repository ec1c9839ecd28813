namespace CoCreate.Boards;

internal static class IdeaDecisions
{
    public static Decision Add(Board board, AddIdea command)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.Text(command.Title, Limits.TitleLength)
            ?? Check.Text(command.Body, Limits.BodyLength)
            ?? Check.Defined(command.Colour)
            ?? Check.Place(command.X, command.Y)
            ?? Check.Text(command.Group, Limits.IdMaxLength)
            ?? Check.Fresh(board, RecordKind.Idea, board.Ideas, command.Id)
            ?? Check.When(board.Ideas.Count >= Limits.IdeasPerBoard, RefusalCode.TooMany);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        // The group may have been removed a moment ago; the idea is worth more than its place.
        var group = Check.Group(board, command.Group) is null ? command.Group : "";
        return new IdeaAdded(
            command.Id, command.Title, command.Body, command.Colour, Check.Round(command.X), Check.Round(command.Y), board.TopOrder + 1, group);
    }

    public static Decision Retitle(Board board, RetitleIdea command) =>
        (Check.Idea(board, command.Id) ?? Check.Text(command.Title, Limits.TitleLength)) is { } refusal
            ? refusal
            : new IdeaRetitled(command.Id, command.Title);

    public static Decision WriteBody(Board board, WriteIdeaBody command) =>
        (Check.Idea(board, command.Id) ?? Check.Text(command.Body, Limits.BodyLength)) is { } refusal
            ? refusal
            : new IdeaBodyWritten(command.Id, command.Body);

    public static Decision Recolour(Board board, RecolourIdea command) =>
        (Check.Idea(board, command.Id) ?? Check.Defined(command.Colour)) is { } refusal ? refusal : new IdeaRecoloured(command.Id, command.Colour);

    public static Decision Move(Board board, MoveIdeas command)
    {
        if (Check.Some(command.Moves) is { } refusal)
        {
            return refusal;
        }

        var moves = new List<Move>(command.Moves.Length);
        foreach (var move in command.Moves)
        {
            if (Check.Place(move.X, move.Y) is { } outside)
            {
                return outside;
            }

            if (Check.Idea(board, move.Id) is null)
            {
                moves.Add(new Move(move.Id, Check.Round(move.X), Check.Round(move.Y)));
            }
        }

        return moves.Count == 0 ? RefusalCode.NotFound : new IdeasMoved([.. moves]);
    }

    public static Decision Reorder(Board board, ReorderIdea command) =>
        (Check.Idea(board, command.Id) ?? Check.Unless(double.IsFinite(command.Order), RefusalCode.OutOfRange)) is { } refusal
            ? refusal
            : new IdeaReordered(command.Id, command.Order);

    public static Decision Remove(Board board, Member actor, RemoveIdea command)
    {
        if (Check.Idea(board, command.Id) is { } refusal)
        {
            return refusal;
        }

        var own = board.Ideas[command.Id].Record.Author == actor.Record.Id;
        return own || actor.IsHost ? new IdeaRemoved(command.Id) : RefusalCode.NotAllowed;
    }
}
