namespace CoCreate.Boards;

/// <summary>How many things on the board show a file.</summary>
/// <param name="Shown">Ideas and images that are not held.</param>
/// <param name="Held">Those that wait for a host, or are hidden by one.</param>
public sealed record FileUse(int Shown, int Held)
{
    /// <summary>Nothing shows it.</summary>
    public static FileUse None { get; } = new(0, 0);
}
