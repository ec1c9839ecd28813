namespace CoCreate.Boards;

internal static class GroupDecisions
{
    public static Decision Add(Board board, AddGroup command)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.Text(command.Title, Limits.TitleLength)
            ?? Check.Place(command.X, command.Y)
            ?? Check.Size(command.Width, command.Height)
            ?? Check.Fresh(board, RecordKind.Group, board.Groups, command.Id)
            ?? Check.When(board.Groups.Count >= Limits.GroupsPerBoard, RefusalCode.TooMany);
        return refusal is not null
            ? refusal.Value
            : new GroupAdded(
                command.Id, command.Title, Check.Round(command.X), Check.Round(command.Y), Check.Round(command.Width), Check.Round(command.Height));
    }

    public static Decision Retitle(Board board, RetitleGroup command) =>
        (Check.Group(board, command.Id) ?? Check.Text(command.Title, Limits.TitleLength)) is { } refusal
            ? refusal
            : new GroupRetitled(command.Id, command.Title);

    public static Decision Move(Board board, MoveGroup command)
    {
        if ((Check.Group(board, command.Id) ?? Check.Place(command.X, command.Y)) is { } refusal)
        {
            return refusal;
        }

        var group = board.Groups[command.Id];
        var (x, y) = (Check.Round(command.X), Check.Round(command.Y));
        var (dx, dy) = (x - group.Record.X, y - group.Record.Y);
        foreach (var id in group.Ideas)
        {
            var idea = board.Ideas[id].Record;
            if (Check.Place(idea.X + dx, idea.Y + dy) is { } outside)
            {
                return outside;
            }
        }

        return new GroupMoved(command.Id, x, y);
    }

    public static Decision Resize(Board board, ResizeGroup command) =>
        (Check.Group(board, command.Id) ?? Check.Place(command.X, command.Y) ?? Check.Size(command.Width, command.Height)) is { } refusal
            ? refusal
            : new GroupResized(
                command.Id, Check.Round(command.X), Check.Round(command.Y), Check.Round(command.Width), Check.Round(command.Height));

    public static Decision Remove(Board board, RemoveGroup command) =>
        Check.Group(board, command.Id) is { } refusal ? refusal : new GroupRemoved(command.Id);

    public static Decision GroupIdeas(Board board, GroupIdeas command)
    {
        if ((Check.Some(command.Ideas) ?? Check.Group(board, command.Group)) is { } refusal)
        {
            return refusal;
        }

        var ideas = Present(board, command.Ideas);
        return ideas.Length == 0 ? RefusalCode.NotFound : new IdeasGrouped(command.Group, ideas);
    }

    public static Decision UngroupIdeas(Board board, UngroupIdeas command)
    {
        if (Check.Some(command.Ideas) is { } refusal)
        {
            return refusal;
        }

        var ideas = Present(board, command.Ideas);
        return ideas.Length == 0 ? RefusalCode.NotFound : new IdeasUngrouped(ideas);
    }

    private static string[] Present(Board board, string[] ideas) =>
        [.. ideas.Where(id => Check.Idea(board, id) is null).Distinct()];
}
