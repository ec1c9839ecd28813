using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>To the bin and back. What comes back finds its place as far as it is still there: nothing that others did meanwhile is changed.</summary>
internal static class BinChanges
{
    public static Board Put(Board board, BoardEntry entry, Binned what) => board with { Bin = board.Bin.With(entry.At, entry.Actor, what) };

    public static Board Restored(Board board, RecordRestored e)
    {
        var item = board.Bin.Find(e.Kind, e.Id) ?? throw new InvalidOperationException($"There is no {e.Kind} {e.Id} in the bin.");
        board = board with { Bin = board.Bin.Without(e.Kind, e.Id) };
        return item.What switch
        {
            BinnedIdea binned => Idea(board, binned),
            BinnedGroup binned => Group(board, binned.Group),
            BinnedConnector binned => ConnectorChanges.Put(board, binned.Connector),
            BinnedComment binned => TalkChanges.Put(board, binned.Comment),
            var other => throw new ArgumentOutOfRangeException(nameof(e), other.GetType().Name, "This cannot come back from the bin; say how."),
        };
    }

    private static Board Idea(Board board, BinnedIdea binned)
    {
        var (id, group) = (binned.Id, binned.Idea.Record.Group);
        if (group.Length > 0 && !board.Groups.ContainsKey(group))
        {
            (board, group) = (NoteInBinnedGroup(board, group, id), "");
        }

        var ballots = BallotChanges.WithinBudgets(board, binned.Idea.Ballots);
        var record = binned.Idea.Record with { Group = group, Votes = ballots.Values.Sum(b => b.Dots) };
        board = board with { Ideas = board.Ideas.Add(id, new Idea(record, ballots, [], [])) };
        board = BallotChanges.Returned(GroupChanges.Enlist(board, group, id), ballots);
        board = PeopleChanges.Recount(board, record.Author, member => member with { Ideas = member.Ideas + 1 });
        board = binned.Comments.Where(c => !board.Comments.ContainsKey(c.Id)).Aggregate(board, TalkChanges.Put);
        return binned.Connectors.Aggregate(board, Connector);
    }

    /// <summary>A connector comes back with its first end when the other is there, and goes to the other one's place in the bin when that is there.</summary>
    private static Board Connector(Board board, ConnectorRecord connector)
    {
        if (board.Connectors.ContainsKey(connector.Id))
        {
            return board;
        }

        var missing = !board.Ideas.ContainsKey(connector.From) ? connector.From : !board.Ideas.ContainsKey(connector.To) ? connector.To : "";
        return missing.Length == 0 ? ConnectorChanges.Put(board, connector)
            : board.Bin.Find(RecordKind.Idea, missing) is { What: BinnedIdea other } item
                ? board with { Bin = board.Bin.Replace(item, other with { Connectors = other.Connectors.Add(connector) }) }
                : board;
    }

    /// <summary>The ideas that were in it come back into it, unless somebody has put them elsewhere; those in the bin will when they are restored.</summary>
    private static Board Group(Board board, Group group)
    {
        var id = group.Record.Id;
        board = board with { Groups = board.Groups.Add(id, group with { Ideas = [] }) };
        foreach (var idea in group.Ideas)
        {
            if (board.Ideas.TryGetValue(idea, out var there) && there.Record.Group.Length == 0)
            {
                board = GroupChanges.Grouped(board, id, [idea]);
            }
            else if (board.Bin.Find(RecordKind.Idea, idea) is { What: BinnedIdea { Idea.Record.Group: "" } binned } item)
            {
                var grouped = binned with { Idea = binned.Idea with { Record = binned.Idea.Record with { Group = id } } };
                board = board with { Bin = board.Bin.Replace(item, grouped) };
            }
        }

        return board;
    }

    /// <summary>An idea that comes back before its group does will be in it when that comes back.</summary>
    private static Board NoteInBinnedGroup(Board board, string group, string idea) =>
        board.Bin.Find(RecordKind.Group, group) is { What: BinnedGroup binned } item
            ? board with { Bin = board.Bin.Replace(item, new BinnedGroup(binned.Group with { Ideas = binned.Group.Ideas.Add(idea) })) }
            : board;
}
