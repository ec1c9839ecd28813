using System.Collections.Immutable;

namespace CoCreate.Boards;

internal static class IdeaChanges
{
    private static readonly ImmutableSortedDictionary<Reaction, int> NoReactions = ImmutableSortedDictionary<Reaction, int>.Empty;

    public static Board Added(Board board, BoardEntry entry, IdeaAdded e)
    {
        var record = new IdeaRecord
        {
            Id = e.Id,
            Title = e.Title,
            Body = e.Body,
            Colour = e.Colour,
            X = e.X,
            Y = e.Y,
            Order = e.Order,
            Group = e.Group,
            Author = entry.Actor,
            CreatedAt = entry.At,
            Votes = 0,
            Reactions = NoReactions,
        };
        var added = board with
        {
            Ideas = board.Ideas.Add(e.Id, new Idea(record, ImmutableDictionary<string, Ballot>.Empty, [], [])),
            TopOrder = Math.Max(board.TopOrder, e.Order),
            Bin = board.Bin.Without(RecordKind.Idea, e.Id),
        };
        return PeopleChanges.Recount(GroupChanges.Enlist(added, e.Group, e.Id), entry.Actor, member => member with { Ideas = member.Ideas + 1 });
    }

    public static Board Change(Board board, string id, Func<IdeaRecord, IdeaRecord> change)
    {
        var idea = board.Ideas[id];
        return board with { Ideas = board.Ideas.SetItem(id, idea with { Record = change(idea.Record) }) };
    }

    public static Board Moved(Board board, IdeasMoved e)
    {
        if (e.Moves is [var single])
        {
            return Change(board, single.Id, idea => idea with { X = single.X, Y = single.Y });
        }

        var ideas = board.Ideas.ToBuilder();
        foreach (var move in e.Moves)
        {
            var idea = ideas[move.Id];
            ideas[move.Id] = idea with { Record = idea.Record with { X = move.X, Y = move.Y } };
        }

        return board with { Ideas = ideas.ToImmutable() };
    }

    public static Board Reordered(Board board, IdeaReordered e) =>
        Change(board, e.Id, idea => idea with { Order = e.Order }) with { TopOrder = Math.Max(board.TopOrder, e.Order) };

    /// <summary>To the bin, with all that belongs to it; everybody gets back what they had on it.</summary>
    public static Board Removed(Board board, BoardEntry entry, IdeaRemoved e)
    {
        var idea = board.Ideas[e.Id];
        board = BinChanges.Put(
            board, entry, new BinnedIdea(idea, [.. idea.Connectors.Select(c => board.Connectors[c])], [.. idea.Comments.Select(c => board.Comments[c])]));
        foreach (var connector in idea.Connectors)
        {
            board = ConnectorChanges.Removed(board, connector);
        }

        foreach (var comment in idea.Comments)
        {
            board = TalkChanges.Uncommented(board, comment);
        }

        board = BallotChanges.GivenBack(board, idea);
        board = PeopleChanges.Recount(board, idea.Record.Author, member => member with { Ideas = member.Ideas - 1 });
        board = GroupChanges.Delist(board, idea.Record.Group, e.Id);
        return board with { Ideas = board.Ideas.Remove(e.Id) };
    }
}
