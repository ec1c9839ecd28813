namespace CoCreate.Boards;

/// <summary>A vote was opened, on these options. It is a step's where <c>Step</c> is not empty.</summary>
public sealed record VoteOpened(string Id, string Title, VotePlan Plan, string Step, FrozenOption[] Options) : BoardEvent;

/// <summary>A vote was closed and counted; the result as it was found then, and how it divides by segment (null in what was stored before that was counted).</summary>
public sealed record VoteClosed(string Id, VoteResults Results, SegmentResults[]? Segments = null) : BoardEvent;

/// <summary>A vote is gone, with its ballots and its result.</summary>
public sealed record VoteRemoved(string Id) : BoardEvent;

/// <summary>An option has another price.</summary>
public sealed record OptionPriced(string Vote, string Option, int Price) : BoardEvent;

/// <summary>These options, and no others, count as one with <c>Into</c>; the result that this comes to, where the vote is closed.</summary>
public sealed record OptionsMerged(string Vote, string Into, string[] Options, VoteResults Results, SegmentResults[]? Segments = null) : BoardEvent;

/// <summary>The actor was given their ballot.</summary>
public sealed record BallotDealt(string Vote, string Receipt, string Device) : BoardEvent;

/// <summary>The actor gave an option so much in all.</summary>
public sealed record OptionMarked(string Vote, string Option, int Value) : BoardEvent;

/// <summary>The actor put options in this order.</summary>
public sealed record OptionsRanked(string Vote, string[] Options) : BoardEvent;

/// <summary>The actor compared two options.</summary>
public sealed record PairCompared(string Vote, string First, string Second, PairOutcome Outcome) : BoardEvent;

/// <summary>The actor said that their ballot is finished, or not yet.</summary>
public sealed record BallotFinished(string Vote, bool Finished) : BoardEvent;

/// <summary>An option as it was when its vote opened.</summary>
/// <param name="Id">The idea's or group's id.</param>
/// <param name="Title">Its title then.</param>
public sealed record FrozenOption(string Id, string Title);
