namespace CoCreate.Boards;

/// <summary>Frames, notes, images, stamps and files that are new.</summary>
internal static class ObjectChanges
{
    public static Board FrameAdded(Board board, BoardEntry entry, FrameAdded e)
    {
        var record = new FrameRecord
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
        return ThingChanges.Ordered(board, e.Order) with { Frames = board.Frames.Add(e.Id, record) };
    }

    public static Board NoteAdded(Board board, BoardEntry entry, NoteAdded e)
    {
        var record = new NoteRecord
        {
            Id = e.Id,
            Text = e.Text,
            Size = e.Size,
            X = e.X,
            Y = e.Y,
            Width = e.Width,
            Height = e.Height,
            Author = entry.Actor,
            Order = e.Order,
            Lock = LockMode.None,
            LockedBy = "",
        };
        return ThingChanges.Ordered(board, e.Order) with { Notes = board.Notes.Add(e.Id, record) };
    }

    public static Board ImageAdded(Board board, BoardEntry entry, ImageAdded e)
    {
        var record = new ImageRecord
        {
            Id = e.Id,
            File = e.File,
            Alt = e.Alt,
            X = e.X,
            Y = e.Y,
            Width = e.Width,
            Height = e.Height,
            Author = entry.Actor,
            Order = e.Order,
            Lock = LockMode.None,
            LockedBy = "",
        };
        return FileUseChanges.Follow(ThingChanges.Ordered(board, e.Order) with { Images = board.Images.Add(e.Id, record) }, null, record);
    }

    public static Board StampAdded(Board board, BoardEntry entry, StampAdded e)
    {
        var record = new StampRecord
        {
            Id = e.Id,
            Sign = e.Sign,
            X = e.X,
            Y = e.Y,
            On = e.On,
            Author = entry.Actor,
            Order = e.Order,
            Lock = LockMode.None,
            LockedBy = "",
        };
        var stamped = ThingChanges.Ordered(board, e.Order) with { Stamps = board.Stamps.Add(e.Id, record) };
        return e.On.Length == 0 ? stamped : ThingChanges.Hang(stamped, e.On, e.Id);
    }

    public static Board FileAttached(Board board, BoardEntry entry, FileAttached e)
    {
        var record = new FileRecord
        {
            Id = e.Hash,
            Format = e.Format,
            Name = e.Name,
            Bytes = e.Bytes,
            Width = e.Width,
            Height = e.Height,
            Author = entry.Actor,
            CreatedAt = entry.At,
        };
        return VeilChanges.File(board, record);
    }
}
