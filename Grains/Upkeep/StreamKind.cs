namespace CoCreate.Upkeep;

/// <summary>What the beginnings of streams' names say, in the order in which they are read for a check or a backup.</summary>
/// <remarks>Whoever points at something is read before what they point at: a person is told of a board after it was made, so a board that a person
/// lists is there when boards are read later. Join codes come last because a board is made after its code was claimed.</remarks>
internal static class StreamKind
{
    public const string Participant = "participant/";
    public const string Board = "board/";
    public const string Code = "code/";

    /// <summary>What the server keeps about itself; it is in no backup.</summary>
    public const string Server = "server/";

    /// <summary>One after the other; <c>null</c> stands for every kind that is not named here.</summary>
    public static readonly string?[] InReadingOrder = [null, Participant, Board, Code];

    /// <summary>The kind of a stream, or null when it is of none that is known here.</summary>
    public static string? Of(string stream) =>
        ((string[])[Participant, Board, Code, Server]).FirstOrDefault(kind => stream.StartsWith(kind, StringComparison.Ordinal));
}
