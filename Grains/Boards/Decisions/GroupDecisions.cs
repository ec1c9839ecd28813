namespace CoCreate.Boards;

internal static class GroupDecisions
{
    public static Decision Add(Board board, AddGroup command)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.Text(command.Title, Limits.TitleLength)
            ?? Check.Place(command.X, command.Y)
            ?? Check.Size(command.Width, command.Height)
            ?? Check.Fresh(board, command.Id)
            ?? Check.When(board.Groups.Count >= Limits.GroupsPerBoard, RefusalCode.TooMany);
        return refusal is not null
            ? refusal.Value
            : new GroupAdded(
                command.Id, command.Title, Check.Round(command.X), Check.Round(command.Y), Check.Round(command.Width), Check.Round(command.Height), board.TopOrder + 1);
    }

    public static Decision GroupIdeas(Board board, Member actor, GroupIdeas command)
    {
        if ((Check.Some(command.Ideas) ?? Check.Group(board, command.Group)) is { } refusal)
        {
            return refusal;
        }

        var ideas = Open(board, actor, command.Ideas, out var why);
        return ideas.Length == 0 ? why : new IdeasGrouped(command.Group, ideas);
    }

    public static Decision UngroupIdeas(Board board, Member actor, UngroupIdeas command)
    {
        if (Check.Some(command.Ideas) is { } refusal)
        {
            return refusal;
        }

        var ideas = Open(board, actor, command.Ideas, out var why);
        return ideas.Length == 0 ? why : new IdeasUngrouped(ideas);
    }

    private static string[] Open(Board board, Member actor, string[] ideas, out RefusalCode why)
    {
        var there = ideas.Where(id => Check.Idea(board, id) is null).Distinct().ToList();
        string[] open = [.. there.Where(id => Check.Editable(board, actor, id) is null)];
        why = open.Length < there.Count ? RefusalCode.Locked : RefusalCode.NotFound;
        return open;
    }
}
