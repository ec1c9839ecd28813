using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>Whether a vote takes ballots.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoteStatus>))]
public enum VoteStatus
{
    /// <summary>It does.</summary>
    [JsonStringEnumMemberName("open")] Open = 0,
    /// <summary>It is counted.</summary>
    [JsonStringEnumMemberName("closed")] Closed = 1,
}

/// <summary>A vote as everybody sees it: its rules, how many voted, and once it is closed the result. No part of it tells of a single ballot.</summary>
public sealed record VoteRecord : BoardRecord
{
    /// <summary>What is asked.</summary>
    public required string Title { get; init; }
    /// <summary>Its rules.</summary>
    public required VotePlan Plan { get; init; }
    /// <summary>The step that it is of; empty for one beside the agenda.</summary>
    public required string Step { get; init; }
    /// <summary>Whether it takes ballots.</summary>
    public required VoteStatus Status { get; init; }
    /// <summary>When it was opened, Unix milliseconds.</summary>
    public required long OpenedAt { get; init; }
    /// <summary>When it was closed, Unix milliseconds; 0 while it is open.</summary>
    public required long ClosedAt { get; init; }
    /// <summary>What is voted on, as it was when the vote opened: ideas as they were added, groups in their order.</summary>
    public required IReadOnlyList<BallotOption> Options { get; init; }
    /// <summary>How many have something in their ballot, of those who may vote.</summary>
    public required int Turnout { get; init; }
    /// <summary>How many may vote.</summary>
    public required int Eligible { get; init; }
    /// <summary>SHA-256 of the rules as the file of ballots has them, lower-case hex.</summary>
    public required string RulesHash { get; init; }
    /// <summary>The result; without rows while it is open, unless its plan shows it live.</summary>
    public required VoteResults Results { get; init; }
    /// <summary>Pairs of options that say nearly the same and may take votes from one another, the most alike first; at most <see cref="Limits.SplitsPerVote"/>.</summary>
    public required IReadOnlyList<VoteSplit> Splits { get; init; }
    /// <summary>How the result divides by segment, once the vote is closed; the largest segment first. Empty where fewer than two parts of <see cref="Limits.LeastInCell"/> people or more can be told apart.</summary>
    public required IReadOnlyList<SegmentResults> Segments { get; init; }
    /// <summary>Changes of the rules of its step while it was open, as they happened.</summary>
    public required IReadOnlyList<RulesChange> Changes { get; init; }
}

/// <summary>One option of a vote.</summary>
public sealed record BallotOption
{
    /// <summary>The idea's or group's id.</summary>
    public required string Id { get; init; }
    /// <summary>Its title when the vote opened; empty while it is removed from the board.</summary>
    public required string Title { get; init; }
    /// <summary>What it costs, in points (budget); 0 where nobody said.</summary>
    public required int Price { get; init; }
    /// <summary>Whether it was removed from the board meanwhile: nobody can give it anything more, what it has can be taken back, and it is not counted.</summary>
    public required bool Removed { get; init; }
    /// <summary>The option that it is counted as one with; empty for itself.</summary>
    public required string Into { get; init; }
}

/// <summary>Two options that say nearly the same.</summary>
public sealed record VoteSplit
{
    /// <summary>The older one.</summary>
    public required string First { get; init; }
    /// <summary>The newer one.</summary>
    public required string Second { get; init; }
}

/// <summary>The result of a vote.</summary>
public sealed record VoteResults
{
    /// <summary>No result.</summary>
    public static VoteResults None { get; } = new() { Voters = 0, Rows = [], Ties = [], Matrix = [], Explanation = [] };

    /// <summary>Ballots that were counted.</summary>
    public required int Voters { get; init; }
    /// <summary>The options, the best first; those in the same place as they stand in the vote.</summary>
    public required VoteRow[] Rows { get; init; }
    /// <summary>Options with equal results, and what became of them.</summary>
    public required VoteTie[] Ties { get; init; }
    /// <summary>How many people put the option of one row above that of another, row by row in the order of <see cref="Rows"/>; empty for methods that compare none with one another.</summary>
    public required int[] Matrix { get; init; }
    /// <summary>How it came to this, in sentences that the client has the words for.</summary>
    public required VoteRemark[] Explanation { get; init; }
}

/// <summary>What one option came to.</summary>
public sealed record VoteRow
{
    /// <summary>The option.</summary>
    public required string Option { get; init; }
    /// <summary>Its place, from 1; options that share one are followed by the next but so many.</summary>
    public required int Place { get; init; }
    /// <summary>Dots, people who said yes, mean score, options beaten (ranking), votes (quadratic), the share of comparisons with an average option that it would win (pairwise, 0 to 1), points (budget).</summary>
    public required double Value { get; init; }
    /// <summary>Lower end of the value's 95 % interval; the value itself where the method has none.</summary>
    public required double Low { get; init; }
    /// <summary>Upper end.</summary>
    public required double High { get; init; }
    /// <summary>How many people gave it anything, ranked it or compared it.</summary>
    public required int Voters { get; init; }
    /// <summary>The other options that were counted as one with it.</summary>
    public required string[] Merged { get; init; }
    /// <summary>Whether it fits into what people have together (budget); true for the other methods.</summary>
    public required bool Fits { get; init; }
}

/// <summary>What the people of one segment made of a vote.</summary>
public sealed record SegmentResults
{
    /// <summary>The segment; empty for everybody else: people who named none, and of segments that are too small to be shown.</summary>
    public required string Segment { get; init; }
    /// <summary>Ballots of theirs that were counted, <see cref="Limits.LeastInCell"/> or more.</summary>
    public required int Voters { get; init; }
    /// <summary>What the options came to among them, as they stand in the result; left out are those about which too few said something.</summary>
    public required SegmentCell[] Cells { get; init; }
}

/// <summary>What one option came to among the people of one segment.</summary>
public sealed record SegmentCell
{
    /// <summary>The option.</summary>
    public required string Option { get; init; }
    /// <summary>How many people the value is of: those who scored or compared it, and for the other methods all who voted.</summary>
    public required int People { get; init; }
    /// <summary>As <see cref="VoteRow.Value"/>, of these people alone.</summary>
    public required double Value { get; init; }
    /// <summary>Lower end of its 95 % interval; the value itself where the method has none.</summary>
    public required double Low { get; init; }
    /// <summary>Upper end.</summary>
    public required double High { get; init; }
}

/// <summary>Options with equal results.</summary>
public sealed record VoteTie
{
    /// <summary>The options, as they were placed.</summary>
    public required string[] Options { get; init; }
    /// <summary>What decided; <see cref="TieBreak.Shared"/> where they share the place.</summary>
    public required TieBreak By { get; init; }
}

/// <summary>A sentence about a result.</summary>
public sealed record VoteRemark
{
    /// <summary>Which: the client has it as <c>vote.why.{code}</c>.</summary>
    public required string Code { get; init; }
    /// <summary>What is put into it: ids of options, and numbers as texts with a point.</summary>
    public required string[] Arguments { get; init; }
}

/// <summary>One's own ballot in a vote; the record's id is the vote's. Nobody else is shown any of it.</summary>
public sealed record BallotRecord : BoardRecord
{
    /// <summary>What one gave to each option; options that one gave nothing are not in the map.</summary>
    public required IReadOnlyDictionary<string, int> Marks { get; init; }
    /// <summary>One's order of the options, the best first.</summary>
    public required IReadOnlyList<string> Ranking { get; init; }
    /// <summary>How many pairs one has compared.</summary>
    public required int Pairs { get; init; }
    /// <summary>The pair to compare next; two empty texts for none.</summary>
    public required PairToCompare Next { get; init; }
    /// <summary>The options in one's own order, so that each is seen first equally often by people together; at most <see cref="Limits.OrderedOptions"/>, the others follow as they stand in the vote.</summary>
    public required IReadOnlyList<string> Order { get; init; }
    /// <summary>Dots, credits, points or comparisons that are left; 0 where the method has none.</summary>
    public required int Left { get; init; }
    /// <summary>Whether one said that it is finished.</summary>
    public required bool Finished { get; init; }
    /// <summary>Whether one has done enough: the comparisons that the plan asks for, or <see cref="Limits.OptionsBeforeRest"/> options of a long list.</summary>
    public required bool Rested { get; init; }
    /// <summary>By which one finds one's ballot among the published ones. Nobody else knows whose it is.</summary>
    public required string Receipt { get; init; }
}

/// <summary>Two options to compare.</summary>
public sealed record PairToCompare
{
    /// <summary>None.</summary>
    public static PairToCompare None { get; } = new() { First = "", Second = "" };

    /// <summary>The one shown first.</summary>
    public required string First { get; init; }
    /// <summary>The one shown second.</summary>
    public required string Second { get; init; }
}
