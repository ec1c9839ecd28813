using System.Collections.Immutable;
using CoCreate.Voting;

namespace CoCreate.Boards;

/// <summary>A vote with its ballots.</summary>
/// <param name="Record">What everyone sees of it.</param>
/// <param name="Ballots">Ballots that were taken, by participant; also those of people who are no longer on the board.</param>
/// <param name="Titles">The options' titles when it opened.</param>
/// <param name="Deck">What is left to deal to first places.</param>
/// <param name="Shown">How often each option was shown in a pair.</param>
public sealed record Vote(
    VoteRecord Record,
    ImmutableDictionary<string, VoterBallot> Ballots,
    ImmutableDictionary<string, string> Titles,
    Deck Deck,
    ImmutableDictionary<string, int> Shown)
{
    /// <summary>Whether it takes ballots.</summary>
    public bool IsOpen => Record.Status == VoteStatus.Open;
}

/// <summary>One person's ballot.</summary>
/// <param name="Record">What its voter sees of it.</param>
/// <param name="Pairs">The pairs they compared, as they were compared first.</param>
/// <param name="Device">What it was taken on, as a keyed hash; empty where that is not known.</param>
/// <param name="FirstAt">When something was put into it first, Unix milliseconds; 0 for never.</param>
public sealed record VoterBallot(BallotRecord Record, ImmutableList<ComparedPair> Pairs, string Device, long FirstAt)
{
    /// <summary>Whether it was counted when the vote closed; whoever is removed from the board later stays counted.</summary>
    public bool Counts { get; init; }

    /// <summary>Its voter's segment when it was counted; empty before, and for none.</summary>
    public string Segment { get; init; } = "";

    /// <summary>Whether there is anything in it.</summary>
    public bool IsCast => Record.Marks.Count > 0 || Record.Ranking.Count > 0 || !Pairs.IsEmpty;
}

/// <summary>Two options that somebody compared.</summary>
public sealed record ComparedPair(string First, string Second, PairOutcome Outcome)
{
    /// <summary>Whether it is of these two, whichever way round.</summary>
    public bool IsOf(string one, string other) => (First == one && Second == other) || (First == other && Second == one);
}
