namespace CoCreate.Boards;

/// <summary>The checks that decisions share. Each answers with a refusal, or null when all is well.</summary>
internal static class Check
{
    /// <summary>Null when <paramref name="text"/> is there and at most <paramref name="most"/> UTF-16 code units long; may be empty.</summary>
    public static RefusalCode? Text(string? text, int most) =>
        text is null ? RefusalCode.Malformed : text.Length > most ? RefusalCode.TooLong : null;

    /// <summary>As <see cref="Text"/>, and it has to say something.</summary>
    public static RefusalCode? Words(string? text, int most) =>
        Text(text, most) ?? Check.When(string.IsNullOrWhiteSpace(text), RefusalCode.Empty);

    /// <summary>Null when <paramref name="id"/> has the form of an id.</summary>
    public static RefusalCode? Id(string? id) => Ids.IsValid(id) ? null : RefusalCode.Malformed;

    /// <summary>Null when both are finite and within <see cref="Limits.Coordinate"/> of the origin.</summary>
    public static RefusalCode? Place(double x, double y) =>
        Math.Abs(x) <= Limits.Coordinate && Math.Abs(y) <= Limits.Coordinate ? null : RefusalCode.OutOfRange;

    /// <summary>Null when both sides are within the limits of a thing.</summary>
    public static RefusalCode? Size(double width, double height) =>
        width is >= Limits.MinSide and <= Limits.MaxSide && height is >= Limits.MinSide and <= Limits.MaxSide
            ? null
            : RefusalCode.OutOfRange;

    /// <summary>Null when the value is one of its enumeration.</summary>
    public static RefusalCode? Defined<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? null : RefusalCode.OutOfRange;

    /// <summary>Null when <paramref name="list"/> has 1 to <see cref="Limits.ThingsPerCommand"/> entries.</summary>
    public static RefusalCode? Some<T>(T[]? list) => list switch
    {
        null => RefusalCode.Malformed,
        { Length: 0 } => RefusalCode.Empty,
        { Length: > Limits.ThingsPerCommand } => RefusalCode.TooMany,
        _ => null,
    };

    /// <summary>Null when the idea is on the board.</summary>
    public static RefusalCode? Idea(Board board, string? id) =>
        id is not null && board.Ideas.ContainsKey(id) ? null : RefusalCode.NotFound;

    /// <summary>Null when the group is on the board.</summary>
    public static RefusalCode? Group(Board board, string? id) =>
        id is not null && board.Groups.ContainsKey(id) ? null : RefusalCode.NotFound;

    /// <summary>Null when a new frame, note, image or stamp may have this id, beside so many of its kind.</summary>
    public static RefusalCode? NewThing(Board board, string? id, int count) =>
        Id(id) ?? Fresh(board, id!) ?? When(count >= Limits.EachPerBoard, RefusalCode.TooMany);

    /// <summary>Null when nothing on the board has this id, nor in the bin, from where it may come back.</summary>
    public static RefusalCode? Fresh(Board board, string id) =>
        When(Things.Find(board, id) is not null || board.Bin.Find(isComment: false, id) is not null, RefusalCode.Exists);

    /// <summary>Null when the thing is on the board and not locked for the actor.</summary>
    public static RefusalCode? Editable(Board board, Member actor, string? id) =>
        Things.Find(board, id) is not { } thing ? RefusalCode.NotFound : Unless(Things.MayChange(actor, thing), RefusalCode.Locked);

    /// <summary>Null when the thing is on the board and connectors and stamps can be at it.</summary>
    public static RefusalCode? Anchor(Board board, string? id) =>
        Unless(Things.Find(board, id) is PlacedRecord and not StampRecord, RefusalCode.NotFound);

    /// <summary>Null when the file was uploaded to this board, the actor sees it, and it is a picture.</summary>
    public static RefusalCode? Picture(Board board, Member actor, string? file)
    {
        if (Sight.OfFile(board, actor.Record.Id, file) is not { } record)
        {
            return RefusalCode.NotFound;
        }

        return Unless(record.Format is FileType.Png or FileType.Jpeg or FileType.Webp or FileType.Gif, RefusalCode.OutOfRange);
    }

    /// <summary>The refusal when something is wrong.</summary>
    public static RefusalCode? When(bool wrong, RefusalCode refusal) => wrong ? refusal : null;

    /// <summary>The refusal unless all is right.</summary>
    public static RefusalCode? Unless(bool right, RefusalCode refusal) => right ? null : refusal;

    /// <summary>A hundredth of a board unit is finer than any screen; more digits only cost bytes.</summary>
    public static double Round(double coordinate) => Math.Round(coordinate, 2);
}
