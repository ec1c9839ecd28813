using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>A command about a vote. Votes are given in person and are not undone with a key: it is no part of a <see cref="TakeBack"/> or a <see cref="TakeOver"/>.</summary>
public interface IVoteCommand;

/// <summary>A command about one's own ballot.</summary>
public interface IBallotCommand : IVoteCommand
{
    /// <summary>The vote it is for.</summary>
    string Vote { get; }
}

// ---- Hosts ----

/// <summary>Opens a vote beside the agenda, on what is on the board now. Hosts only.</summary>
/// <param name="Id">Its id, made by the browser.</param>
/// <param name="Title">What is asked, 1 to <see cref="Limits.TitleLength"/> characters.</param>
/// <param name="Plan">Its rules. Refused with <see cref="RefusalCode.OutOfRange"/> where a number is not one that the method takes, with <see cref="RefusalCode.Empty"/>
/// where there is nothing to vote on, with <see cref="RefusalCode.TooManyOptions"/> where there is more than <see cref="Limits.OptionsPerVote"/> (or
/// <see cref="Limits.ComparedOptions"/>, for methods that compare each with each).</param>
[GenerateSerializer, Immutable, Alias("OpenVote")]
public sealed record OpenVote([property: Id(0)] string Id, [property: Id(1)] string Title, [property: Id(2)] VotePlan Plan) : ClientCommand, IVoteCommand;

/// <summary>Closes a vote: it is counted, and everybody sees the result. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("CloseVote")]
public sealed record CloseVote([property: Id(0)] string Id) : ClientCommand, IVoteCommand;

/// <summary>Removes a vote with its ballots and its result, for good. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("RemoveVote")]
public sealed record RemoveVote([property: Id(0)] string Id) : ClientCommand, IVoteCommand;

/// <summary>Says what an option costs, 0 to <see cref="Limits.Price"/> points, in a vote by budget in which nobody has voted yet. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("PriceOption")]
public sealed record PriceOption([property: Id(0)] string Vote, [property: Id(1)] string Option, [property: Id(2)] int Price) : ClientCommand, IVoteCommand;

/// <summary>Has options counted as one, also after the vote is closed: of what one person gave to several of them the most counts, never the sum. Hosts only.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Into">The option that they count as.</param>
/// <param name="Options">All that count as it; whatever did before and is not named counts for itself again. None to have it counted alone.</param>
[GenerateSerializer, Immutable, Alias("MergeOptions")]
public sealed record MergeOptions([property: Id(0)] string Vote, [property: Id(1)] string Into, [property: Id(2)] string[] Options) : ClientCommand, IVoteCommand;

// ---- Voters ----

/// <summary>Takes one's ballot: with it come one's own order of the options and, in a vote by pairs, the first pair. Whoever votes without having taken one is given one.</summary>
[GenerateSerializer, Immutable, Alias("TakeBallot")]
public sealed record TakeBallot([property: Id(0)] string Vote) : ClientCommand, IBallotCommand;

/// <summary>Gives an option dots, a yes (1), a score, votes or points: the number that it is to have from the sender in all. Refused with
/// <see cref="RefusalCode.OverBudget"/> where the sender has not so many left, whatever the number of tabs.</summary>
/// <param name="Vote">A vote by dots, approval, scores, votes that cost their square, or budget.</param>
/// <param name="Option">One of its options.</param>
/// <param name="Value">0 takes it back. In a vote by scores 0 is the lowest score, and −1 takes the score back.</param>
[GenerateSerializer, Immutable, Alias("MarkOption")]
public sealed record MarkOption([property: Id(0)] string Vote, [property: Id(1)] string Option, [property: Id(2)] int Value) : ClientCommand, IBallotCommand;

/// <summary>Puts options in an order, the best first. Those that are not named count as worse than all that are. None takes the ballot's order back.</summary>
[GenerateSerializer, Immutable, Alias("RankOptions")]
public sealed record RankOptions([property: Id(0)] string Vote, [property: Id(1)] string[] Options) : ClientCommand, IBallotCommand;

/// <summary>Says which of two options is better: of the pair that the ballot asks about next, or of one that the sender compared before.</summary>
[GenerateSerializer, Immutable, Alias("ComparePair")]
public sealed record ComparePair(
    [property: Id(0)] string Vote,
    [property: Id(1)] string First,
    [property: Id(2)] string Second,
    [property: Id(3)] PairOutcome Outcome) : ClientCommand, IBallotCommand;

/// <summary>Says that one's ballot is finished, or not yet. It can be changed either way until the vote is closed.</summary>
[GenerateSerializer, Immutable, Alias("FinishBallot")]
public sealed record FinishBallot([property: Id(0)] string Vote, [property: Id(1)] bool Finished) : ClientCommand, IBallotCommand;

/// <summary>Which of two options is better.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PairOutcome>))]
public enum PairOutcome
{
    /// <summary>The first one.</summary>
    [JsonStringEnumMemberName("first")] First = 0,
    /// <summary>The second one.</summary>
    [JsonStringEnumMemberName("second")] Second = 1,
    /// <summary>The voter cannot decide.</summary>
    [JsonStringEnumMemberName("cannot")] Cannot = 2,
}

// ---- Orders of the server itself ----

/// <summary>Gives a voter their ballot: what <see cref="TakeBallot"/> comes to.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Receipt">By which the voter, and nobody else, finds the ballot among the published ones: 128 bits that nobody can guess.</param>
/// <param name="Device">What it was taken on, as a keyed hash (docs/decisions/0027); empty where that is not known.</param>
[GenerateSerializer, Immutable, Alias("DealBallot")]
public sealed record DealBallot([property: Id(0)] string Vote, [property: Id(1)] string Receipt, [property: Id(2)] string Device) : BoardCommand, IBallotCommand;
