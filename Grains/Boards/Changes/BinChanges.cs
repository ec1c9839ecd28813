using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>To the bin and back. What comes back finds its place as far as it is still there: nothing that others did meanwhile is changed.</summary>
internal static class BinChanges
{
    /// <summary>Puts something into the bin as it is hidden; what is removed while nobody is to learn what a person does is their secret, unless a host removes what all see.</summary>
    public static Board Put(Board board, BoardEntry entry, Binned what, Veiled? veiled)
    {
        var isPrivate = board.Agenda.IsMuted && (veiled is not null || board.Members.GetValueOrDefault(entry.Actor) is not { IsHost: true });
        return board with { Bin = board.Bin.With(entry.At, entry.Actor, what, veiled, isPrivate) };
    }

    public static Board Restored(Board board, RecordRestored e)
    {
        var item = board.Bin.Find(e.Kind, e.Id) ?? throw new InvalidOperationException($"There is no {e.Kind} {e.Id} in the bin.");
        board = board with { Bin = board.Bin.Without(e.Kind, e.Id) };
        if (item.What.Thing is null)
        {
            return TalkChanges.Put(board, item.What.Comment!);
        }

        board = VeilChanges.CameBack(Thing(board, item.What), e.Id, item.Veiled);
        board = item.What.Comments.Where(comment => !board.Comments.ContainsKey(comment.Id)).Aggregate(board, TalkChanges.Put);
        return item.What.Hanging.Aggregate(board, Hung);
    }

    private static Board Thing(Board board, Binned what) => what.Thing switch
    {
        IdeaRecord => Idea(board, what),
        GroupRecord group => Group(board, group, what.Ideas),
        ConnectorRecord or StampRecord => Hung(board, what.Thing),
        FrameRecord frame => board with { Frames = board.Frames.Add(frame.Id, frame) },
        NoteRecord note => board with { Notes = board.Notes.Add(note.Id, note) },
        ImageRecord image => FileUseChanges.Follow(board with { Images = board.Images.Add(image.Id, image) }, null, image),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what.Thing?.GetType().Name, "This cannot come back from the bin; say how."),
    };

    private static Board Idea(Board board, Binned what)
    {
        var idea = (IdeaRecord)what.Thing!;
        var group = idea.Group;
        if (group.Length > 0 && !board.Groups.ContainsKey(group))
        {
            (board, group) = (NoteInBinnedGroup(board, group, idea.Id), "");
        }

        var ballots = BallotChanges.WithinBudgets(board, what.Ballots);
        var record = idea with { Group = group, Votes = ballots.Values.Sum(b => b.Dots) };
        board = FileUseChanges.Follow(board with { Ideas = board.Ideas.Add(idea.Id, new Idea(record, ballots, [])) }, null, record);
        board = BallotChanges.Returned(GroupChanges.Enlist(board, group, idea.Id), ballots);
        return PeopleChanges.Recount(board, Authorship.Of(board, record), member => member with { Ideas = member.Ideas + 1 });
    }

    /// <summary>A connector or stamp comes back when all that it is at is there; otherwise it waits in the bin with what is missing, when that is there.</summary>
    private static Board Hung(Board board, ThingRecord hanging)
    {
        if (Things.Find(board, hanging.Id) is not null)
        {
            return board;
        }

        string[] ends = hanging switch
        {
            ConnectorRecord connector => [connector.From, connector.To],
            StampRecord { On.Length: > 0 } stamp => [stamp.On],
            _ => [],
        };
        if (Array.Find(ends, end => Things.Find(board, end) is null) is { } missing)
        {
            return board.Bin.Find(isComment: false, missing) is { } item
                ? board with { Bin = board.Bin.Replace(item, item.What with { Hanging = item.What.Hanging.Add(hanging) }) }
                : board;
        }

        board = hanging switch
        {
            ConnectorRecord connector => board with { Connectors = board.Connectors.Add(connector.Id, connector) },
            StampRecord stamp => board with { Stamps = board.Stamps.Add(stamp.Id, stamp) },
            _ => throw new ArgumentOutOfRangeException(nameof(hanging), hanging.GetType().Name, "This hangs on nothing."),
        };
        return ends.Aggregate(board, (next, end) => ThingChanges.Hang(next, end, hanging.Id));
    }

    /// <summary>The ideas that were in it come back into it, unless somebody has put them elsewhere; those in the bin will when they are restored.</summary>
    private static Board Group(Board board, GroupRecord group, ImmutableHashSet<string> ideas)
    {
        board = board with { Groups = board.Groups.Add(group.Id, new Group(group, [])) };
        foreach (var idea in ideas)
        {
            if (board.Ideas.TryGetValue(idea, out var there) && there.Record.Group.Length == 0)
            {
                board = GroupChanges.Grouped(board, group.Id, [idea]);
            }
            else if (board.Bin.Find(RecordKind.Idea, idea) is { What.Thing: IdeaRecord { Group: "" } binned } item)
            {
                board = board with { Bin = board.Bin.Replace(item, item.What with { Thing = binned with { Group = group.Id } }) };
            }
        }

        return board;
    }

    /// <summary>An idea that comes back before its group does will be in it when that comes back.</summary>
    private static Board NoteInBinnedGroup(Board board, string group, string idea) =>
        board.Bin.Find(RecordKind.Group, group) is { } item
            ? board with { Bin = board.Bin.Replace(item, item.What with { Ideas = item.What.Ideas.Add(idea) }) }
            : board;
}
