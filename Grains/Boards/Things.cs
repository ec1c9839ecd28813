using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>The things on a board by id, whatever their kind: one id names one thing.</summary>
internal static class Things
{
    /// <summary>Ids of nothing.</summary>
    public static ImmutableHashSet<string> None { get; } = [];

    /// <summary>The thing, or null when it is not there.</summary>
    public static ThingRecord? Find(Board board, string? id)
    {
        if (id is null)
        {
            return null;
        }

        if (board.Ideas.TryGetValue(id, out var idea))
        {
            return idea.Record;
        }

        return board.Groups.TryGetValue(id, out var group)
            ? group.Record
            : board.Notes.GetValueOrDefault(id) ?? board.Images.GetValueOrDefault(id) ?? board.Stamps.GetValueOrDefault(id)
                ?? board.Frames.GetValueOrDefault(id) ?? (ThingRecord?)board.Connectors.GetValueOrDefault(id);
    }

    /// <summary>The board with another record in the place of a thing's; it has to be there.</summary>
    public static Board Put(Board board, ThingRecord thing) => thing switch
    {
        IdeaRecord idea => FileUseChanges.Follow(board with { Ideas = board.Ideas.SetItem(idea.Id, board.Ideas[idea.Id] with { Record = idea }) }, board.Ideas[idea.Id].Record, idea),
        GroupRecord group => board with { Groups = board.Groups.SetItem(group.Id, board.Groups[group.Id] with { Record = group }) },
        ConnectorRecord connector => board with { Connectors = board.Connectors.SetItem(connector.Id, connector) },
        FrameRecord frame => board with { Frames = board.Frames.SetItem(frame.Id, frame) },
        NoteRecord note => board with { Notes = board.Notes.SetItem(note.Id, note) },
        ImageRecord image => FileUseChanges.Follow(board with { Images = board.Images.SetItem(image.Id, image) }, board.Images[image.Id], image),
        StampRecord stamp => board with { Stamps = board.Stamps.SetItem(stamp.Id, stamp) },
        _ => throw new ArgumentOutOfRangeException(nameof(thing), thing.GetType().Name, "This kind of thing has no place in the state; give it one."),
    };

    /// <summary>The kind of a thing's record.</summary>
    public static RecordKind KindOf(ThingRecord thing) => thing switch
    {
        IdeaRecord => RecordKind.Idea,
        GroupRecord => RecordKind.Group,
        ConnectorRecord => RecordKind.Connector,
        FrameRecord => RecordKind.Frame,
        NoteRecord => RecordKind.Note,
        ImageRecord => RecordKind.Image,
        StampRecord => RecordKind.Stamp,
        _ => throw new ArgumentOutOfRangeException(nameof(thing), thing.GetType().Name, "This kind of thing has no kind of record; give it one."),
    };

    /// <summary>Ids of the connectors and stamps at a thing.</summary>
    public static ImmutableHashSet<string> HangingOn(Board board, string id) => board.Hanging.GetValueOrDefault(id, None);

    /// <summary>Whether somebody may change a thing, as far as its lock goes.</summary>
    public static bool MayChange(Member actor, ThingRecord thing) => thing.Lock switch
    {
        LockMode.None => true,
        LockMode.Own => actor.IsHost || thing.LockedBy == actor.Record.Id,
        LockMode.Host => actor.IsHost,
        _ => throw new ArgumentOutOfRangeException(nameof(thing), thing.Lock, "Nobody knows who may open this lock; say it."),
    };

    /// <summary>The rectangle that a thing covers. A card has the size of all cards; a stamp is a point.</summary>
    public static (double X, double Y, double Width, double Height) BoxOf(PlacedRecord thing) => thing switch
    {
        SizedRecord sized => (sized.X, sized.Y, sized.Width, sized.Height),
        IdeaRecord => (thing.X, thing.Y, Limits.CardWidth, Limits.CardHeight),
        _ => (thing.X, thing.Y, 0, 0),
    };
}
