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
            ?? Check.Fresh(board, command.Id)
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

    public static Decision Retitle(Board board, Member actor, RetitleIdea command) =>
        (Check.Idea(board, command.Id) ?? Check.Editable(board, actor, command.Id) ?? Check.Text(command.Title, Limits.TitleLength)) is { } refusal
            ? refusal
            : new IdeaRetitled(command.Id, command.Title);

    public static Decision Recolour(Board board, Member actor, RecolourIdea command) =>
        (Check.Idea(board, command.Id) ?? Check.Editable(board, actor, command.Id) ?? Check.Defined(command.Colour)) is { } refusal
            ? refusal
            : new IdeaRecoloured(command.Id, command.Colour);
}
