using System.Collections.Immutable;
using CoCreate.Texts;

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
            Body = TextEdit.NormalLineBreaks(e.Body),
            Colour = e.Colour,
            X = e.X,
            Y = e.Y,
            Order = e.Order,
            Group = e.Group,
            Author = entry.Actor,
            CreatedAt = entry.At,
            Votes = 0,
            Reactions = NoReactions,
            Tags = [],
            File = "",
            Alt = "",
            Lock = LockMode.None,
            LockedBy = "",
            Held = ModerationChanges.OfNew(board, entry.Actor),
            HeldReason = "",
        };
        var added = ThingChanges.Ordered(board, e.Order) with
        {
            Ideas = board.Ideas.Add(e.Id, new Idea(record, ImmutableDictionary<string, Ballot>.Empty, []) { Since = entry.Seq }),
        };
        return PeopleChanges.Recount(GroupChanges.Enlist(added, e.Group, e.Id), entry.Actor, member => member with { Ideas = member.Ideas + 1 });
    }

    public static Board Change(Board board, string id, Func<IdeaRecord, IdeaRecord> change)
    {
        var idea = board.Ideas[id];
        var record = change(idea.Record);
        return FileUseChanges.Follow(board with { Ideas = board.Ideas.SetItem(id, idea with { Record = record }) }, idea.Record, record);
    }

    public static Board Tagged(Board board, IdeasTagged e) =>
        e.Ideas.Aggregate(board, (next, id) => Change(next, id, idea => idea with { Tags = [.. idea.Tags, e.Tag] }));

    public static Board Untagged(Board board, IdeasUntagged e) =>
        e.Ideas.Aggregate(board, (next, id) => Change(next, id, idea => idea with { Tags = [.. idea.Tags.Where(tag => tag != e.Tag)] }));

    public static Board Removed(Board board, string id)
    {
        var idea = board.Ideas[id];
        foreach (var comment in idea.Comments)
        {
            board = TalkChanges.Uncommented(board, comment);
        }

        board = BallotChanges.GivenBack(board, idea);
        board = PeopleChanges.Recount(board, Authorship.Of(board, idea.Record), member => member with { Ideas = member.Ideas - 1 });
        board = GroupChanges.Delist(board, idea.Record.Group, id);
        return FileUseChanges.Follow(board with { Ideas = board.Ideas.Remove(id) }, idea.Record, null);
    }
}
