namespace CoCreate.Upkeep;

/// <summary>Something that is not as it should be in a store.</summary>
/// <param name="Stream">Which stream.</param>
/// <param name="Version">At which version; 0 where it is about the stream as a whole.</param>
/// <param name="What">What is wrong, in a sentence.</param>
/// <param name="WhatToDo">What whoever runs the server should do, in sentences.</param>
/// <param name="IsNote">True for what is harmless and only odd.</param>
public sealed record Finding(string Stream, long Version, string What, string WhatToDo, bool IsNote = false)
{
    /// <summary>The finding in one line.</summary>
    public override string ToString() =>
        $"{(IsNote ? "note" : "PROBLEM")} {Stream}{(Version > 0 ? $" at version {Version}" : "")}: {What.TrimEnd('.')}. {WhatToDo}";
}

/// <summary>How much was looked at so far.</summary>
/// <param name="Streams">Streams.</param>
/// <param name="Events">Events in them.</param>
public readonly record struct Tally(long Streams, long Events)
{
    /// <summary>With one more stream.</summary>
    public Tally With(long events) => new(Streams + 1, Events + events);
}
