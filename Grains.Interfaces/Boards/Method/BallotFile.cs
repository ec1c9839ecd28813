namespace CoCreate.Boards;

/// <summary>A closed vote as it is published: its rules and every ballot, without whose it is. Whoever counts the ballots by the rules gets the results.</summary>
/// <param name="Format">"cocreate.ballots/1".</param>
/// <param name="Vote">The vote's id.</param>
/// <param name="Title">What was asked.</param>
/// <param name="RulesText">The rules as a text; <paramref name="RulesHash"/> is of this text in UTF-8.</param>
/// <param name="RulesHash">SHA-256 of the rules, lower-case hex: the same that everybody saw while the vote was open.</param>
/// <param name="Plan">The rules.</param>
/// <param name="Options">What was voted on, in the vote's order.</param>
/// <param name="Ballots">The ballots that were counted, by receipt: receipts are random, so their order tells nothing.</param>
/// <param name="Results">What they came to.</param>
public sealed record BallotFile(
    string Format,
    string Vote,
    string Title,
    string RulesText,
    string RulesHash,
    VotePlan Plan,
    BallotOption[] Options,
    PublishedBallot[] Ballots,
    VoteResults Results)
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "cocreate.ballots/1";
}

/// <summary>One ballot.</summary>
/// <param name="Receipt">By which its voter finds it.</param>
/// <param name="Marks">What was given to each option, by the options' ids.</param>
/// <param name="Ranking">The order, the best first.</param>
/// <param name="Pairs">The comparisons, by the options' ids.</param>
public sealed record PublishedBallot(string Receipt, IReadOnlyDictionary<string, int> Marks, string[] Ranking, PublishedPair[] Pairs);

/// <summary>One comparison of a ballot.</summary>
/// <param name="First">The option with the smaller id.</param>
/// <param name="Second">The other one.</param>
/// <param name="Outcome">Which was better.</param>
public sealed record PublishedPair(string First, string Second, PairOutcome Outcome);

/// <summary>What hosts are told about how a vote was taken part in. Nothing in it says how anybody voted, nor who did.</summary>
/// <param name="Vote">The vote's id.</param>
/// <param name="Eligible">How many may vote.</param>
/// <param name="Taken">Ballots that were taken.</param>
/// <param name="Cast">Ballots with something in them.</param>
/// <param name="Minutes">First ballots in each minute since the vote was opened.</param>
/// <param name="Bursts">Minutes that had far more than the others (docs/VOTING.md); places in <paramref name="Minutes"/>.</param>
/// <param name="SharedDevices">For each device or browser behind one address from which more than one person voted: how many did. The largest first.</param>
public sealed record VoteReport(string Vote, int Eligible, int Taken, int Cast, int[] Minutes, int[] Bursts, int[] SharedDevices);

/// <summary>An answer about a vote, as JSON.</summary>
/// <param name="Refusal">Why there is none; null when there is one.</param>
/// <param name="Body">JSON in UTF-8; empty for a refusal.</param>
[GenerateSerializer, Immutable, Alias("vote-file")]
public sealed record VoteFile([property: Id(0)] RefusalCode? Refusal, [property: Id(1)] byte[] Body);
