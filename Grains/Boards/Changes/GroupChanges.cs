namespace CoCreate.Boards;

internal static class GroupChanges
{
    public static Board Added(Board board, GroupAdded e)
    {
        var record = new GroupRecord { Id = e.Id, Title = e.Title, X = e.X, Y = e.Y, Width = e.Width, Height = e.Height };
        return board with { Groups = board.Groups.Add(e.Id, new Group(record, [])), Bin = board.Bin.Without(RecordKind.Group, e.Id) };
    }

    public static Board Change(Board board, string id, Func<GroupRecord, GroupRecord> change)
    {
        var group = board.Groups[id];
        return board with { Groups = board.Groups.SetItem(id, group with { Record = change(group.Record) }) };
    }

    public static Board Moved(Board board, GroupMoved e)
    {
        var group = board.Groups[e.Id];
        var (dx, dy) = (e.X - group.Record.X, e.Y - group.Record.Y);
        foreach (var id in group.Ideas)
        {
            board = IdeaChanges.Change(board, id, idea => idea with { X = Check.Round(idea.X + dx), Y = Check.Round(idea.Y + dy) });
        }

        return Change(board, e.Id, record => record with { X = e.X, Y = e.Y });
    }

    public static Board Removed(Board board, BoardEntry entry, GroupRemoved e)
    {
        board = BinChanges.Put(board, entry, new BinnedGroup(board.Groups[e.Id]));
        foreach (var id in board.Groups[e.Id].Ideas)
        {
            board = IdeaChanges.Change(board, id, idea => idea with { Group = "" });
        }

        return board with { Groups = board.Groups.Remove(e.Id) };
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
