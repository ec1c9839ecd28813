using System.Collections.Immutable;

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

    /// <summary>Null when both sides are within the limits of a group.</summary>
    public static RefusalCode? Size(double width, double height) =>
        width is >= Limits.GroupMinSide and <= Limits.GroupMaxSide && height is >= Limits.GroupMinSide and <= Limits.GroupMaxSide
            ? null
            : RefusalCode.OutOfRange;

    /// <summary>Null when the value is one of its enumeration.</summary>
    public static RefusalCode? Defined<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? null : RefusalCode.OutOfRange;

    /// <summary>Null when <paramref name="list"/> has 1 to <see cref="Limits.IdeasPerCommand"/> entries.</summary>
    public static RefusalCode? Some<T>(T[]? list) => list switch
    {
        null => RefusalCode.Malformed,
        { Length: 0 } => RefusalCode.Empty,
        { Length: > Limits.IdeasPerCommand } => RefusalCode.TooMany,
        _ => null,
    };

    /// <summary>Null when the idea is on the board.</summary>
    public static RefusalCode? Idea(Board board, string? id) =>
        id is not null && board.Ideas.ContainsKey(id) ? null : RefusalCode.NotFound;

    /// <summary>Null when the group is on the board.</summary>
    public static RefusalCode? Group(Board board, string? id) =>
        id is not null && board.Groups.ContainsKey(id) ? null : RefusalCode.NotFound;

    /// <summary>Null when the id is neither in use nor in the bin, from where it may come back.</summary>
    public static RefusalCode? Fresh<T>(Board board, RecordKind kind, ImmutableDictionary<string, T> used, string id) =>
        used.ContainsKey(id) || board.Bin.Find(kind, id) is not null ? RefusalCode.Exists : null;

    /// <summary>The refusal when something is wrong.</summary>
    public static RefusalCode? When(bool wrong, RefusalCode refusal) => wrong ? refusal : null;

    /// <summary>The refusal unless all is right.</summary>
    public static RefusalCode? Unless(bool right, RefusalCode refusal) => right ? null : refusal;

    /// <summary>A hundredth of a board unit is finer than any screen; more digits only cost bytes.</summary>
    public static double Round(double coordinate) => Math.Round(coordinate, 2);
}
