namespace CoCreate.Boards;

/// <summary>A page of a board's bin, the latest first, as far as somebody may see it: hosts everything, others what they removed themselves.</summary>
/// <param name="Items">At most <see cref="Limits.BinPage"/> things.</param>
/// <param name="Next">What to ask for the things before these; 0 when there are none.</param>
/// <param name="Count">How many there are in all that they may see.</param>
/// <param name="Latest">The number of the latest thing in the bin, by which it is emptied; 0 for those who may not.</param>
[GenerateSerializer, Immutable, Alias("bin-page")]
public sealed record BinPage([property: Id(0)] BinLine[] Items, [property: Id(1)] long Next, [property: Id(2)] int Count, [property: Id(3)] long Latest);

/// <summary>Something in the bin, to be recognised by.</summary>
/// <param name="Number">Its number in the bin.</param>
/// <param name="At">When it was removed, Unix milliseconds.</param>
/// <param name="By">Participant id of who removed it.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, label or what was said.</param>
/// <param name="Text">The beginning of its text; may be empty.</param>
/// <param name="Colour">An idea's colour.</param>
/// <param name="Author">Participant id of who wrote it; empty where nobody is named.</param>
/// <param name="About">Ids of the ideas that it belongs to (a comment's idea, a connector's ends).</param>
/// <param name="Along">How many comments and connectors would come back with it.</param>
[GenerateSerializer, Immutable, Alias("bin-line")]
public sealed record BinLine(
    [property: Id(0)] long Number,
    [property: Id(1)] long At,
    [property: Id(2)] string By,
    [property: Id(3)] RecordKind Kind,
    [property: Id(4)] string Id,
    [property: Id(5)] string Title,
    [property: Id(6)] string Text,
    [property: Id(7)] Colour Colour,
    [property: Id(8)] string Author,
    [property: Id(9)] string[] About,
    [property: Id(10)] int Along);
