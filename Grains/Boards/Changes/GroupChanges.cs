namespace CoCreate.Boards;

internal static class GroupChanges
{
    public static Board Added(Board board, BoardEntry entry, GroupAdded e)
    {
        var record = new GroupRecord
        {
            Id = e.Id,
            Title = e.Title,
            X = e.X,
            Y = e.Y,
            Width = e.Width,
            Height = e.Height,
            Author = entry.Actor,
            Order = e.Order,
            Lock = LockMode.None,
            LockedBy = "",
        };
        return ThingChanges.Ordered(board, e.Order) with { Groups = board.Groups.Add(e.Id, new Group(record, [])) };
    }

    public static Board Removed(Board board, string id)
    {
        foreach (var idea in board.Groups[id].Ideas)
        {
            board = IdeaChanges.Change(board, idea, record => record with { Group = "" });
        }

        return board with { Groups = board.Groups.Remove(id) };
    }

    /// <summary>Puts ideas into a group, or into none where <paramref name="group"/> is empty.</summary>
    public static Board Grouped(Board board, string group, string[] ideas)
    {
        foreach (var id in ideas)
        {
            board = Delist(board, board.Ideas[id].Record.Group, id);
            board = IdeaChanges.Change(board, id, idea => idea with { Group = group });
            board = Enlist(board, group, id);
        }

        return board;
    }

    /// <summary>Adds an idea to a group's own list; nothing for no group.</summary>
    public static Board Enlist(Board board, string group, string idea) =>
        group.Length == 0 ? board : board with { Groups = board.Groups.SetItem(group, With(board.Groups[group], idea)) };

    /// <summary>Takes an idea from a group's own list; nothing for no group.</summary>
    public static Board Delist(Board board, string group, string idea) =>
        group.Length == 0 ? board : board with { Groups = board.Groups.SetItem(group, Without(board.Groups[group], idea)) };

    private static Group With(Group group, string idea) => group with { Ideas = group.Ideas.Add(idea) };

    private static Group Without(Group group, string idea) => group with { Ideas = group.Ideas.Remove(idea) };
}
