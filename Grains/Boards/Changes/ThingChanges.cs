namespace CoCreate.Boards;

/// <summary>Changes of things of every kind.</summary>
internal static class ThingChanges
{
    public static Board Moved(Board board, ThingsMoved e) =>
        e.Moves.Aggregate(board, (next, move) => Change<PlacedRecord>(next, move.Id, thing => thing with { X = move.X, Y = move.Y }));

    public static Board Resized(Board board, ThingResized e) =>
        Change<SizedRecord>(board, e.Id, thing => thing with { X = e.X, Y = e.Y, Width = e.Width, Height = e.Height });

    public static Board Reordered(Board board, ThingsReordered e) => e.Ranks.Aggregate(
        board,
        (next, rank) => Change<ThingRecord>(next, rank.Id, thing => thing with { Order = rank.Order }) with { TopOrder = Math.Max(next.TopOrder, rank.Order) });

    public static Board Locked(Board board, string actor, ThingsLocked e) => e.Ids.Aggregate(
        board,
        (next, id) => Change<ThingRecord>(next, id, thing => thing with { Lock = e.Lock, LockedBy = e.Lock == LockMode.None ? "" : actor }));

    public static Board Written(Board board, ThingWritten e) => Change<ThingRecord>(board, e.Id, thing => thing switch
    {
        GroupRecord group => group with { Title = e.Text },
        FrameRecord frame => frame with { Title = e.Text },
        NoteRecord note => note with { Text = e.Text },
        ConnectorRecord connector => connector with { Label = e.Text },
        ImageRecord image => image with { Alt = e.Text },
        _ => throw new InvalidOperationException($"{e.Id} has no words of its own."),
    });

    /// <summary>To the bin, each with what hangs on it.</summary>
    public static Board Removed(Board board, BoardEntry entry, ThingsRemoved e) =>
        e.Ids.Aggregate(board, (next, id) => Removed(BinChanges.Put(next, entry, Binned.Of(next, id), VeiledOf(next, id)), id));

    /// <summary>Puts a new thing's order on record.</summary>
    public static Board Ordered(Board board, double order) => board with { TopOrder = Math.Max(board.TopOrder, order) };

    /// <summary>Hangs a connector or stamp on a thing.</summary>
    public static Board Hang(Board board, string thing, string id) =>
        board with { Hanging = board.Hanging.SetItem(thing, Things.HangingOn(board, thing).Add(id)) };

    /// <summary>Takes a connector or stamp from a thing.</summary>
    public static Board Unhang(Board board, string thing, string id)
    {
        var rest = Things.HangingOn(board, thing).Remove(id);
        return board with { Hanging = rest.IsEmpty ? board.Hanging.Remove(thing) : board.Hanging.SetItem(thing, rest) };
    }

    private static Board Change<T>(Board board, string id, Func<T, ThingRecord> change)
        where T : ThingRecord => Things.Put(board, change((T)Things.Find(board, id)!));

    /// <summary>How a thing is hidden: by itself, or by what it hangs on. Null where everybody sees it.</summary>
    private static Veiled? VeiledOf(Board board, string id) => Things.Find(board, id) switch
    {
        ConnectorRecord connector => board.Veil.Things.GetValueOrDefault(connector.From) ?? board.Veil.Things.GetValueOrDefault(connector.To),
        StampRecord { On.Length: > 0 } stamp => board.Veil.Things.GetValueOrDefault(stamp.On),
        _ => board.Veil.Things.GetValueOrDefault(id),
    };

    private static Board Removed(Board board, string id)
    {
        foreach (var hanging in Things.HangingOn(board, id))
        {
            board = Removed(board, hanging);
        }

        return VeilChanges.Removed(Gone(board, id), id);
    }

    private static Board Gone(Board board, string id) =>
        Things.Find(board, id) switch
        {
            IdeaRecord => IdeaChanges.Removed(board, id),
            GroupRecord => GroupChanges.Removed(board, id),
            ConnectorRecord => ConnectorChanges.Removed(board, id),
            FrameRecord => board with { Frames = board.Frames.Remove(id) },
            NoteRecord => board with { Notes = board.Notes.Remove(id) },
            ImageRecord image => FileUseChanges.Follow(board with { Images = board.Images.Remove(id) }, image, null),
            StampRecord stamp => Unstamped(board, stamp),
            var thing => throw new InvalidOperationException($"{id}, a {thing?.GetType().Name ?? "thing that is not there"}, cannot be removed."),
        };

    private static Board Unstamped(Board board, StampRecord stamp)
    {
        var without = board with { Stamps = board.Stamps.Remove(stamp.Id) };
        return stamp.On.Length == 0 ? without : Unhang(without, stamp.On, stamp.Id);
    }
}
