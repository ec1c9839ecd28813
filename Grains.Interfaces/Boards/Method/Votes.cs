using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>The rules of a vote, as they are frozen when it opens.</summary>
[GenerateSerializer, Immutable, Alias("vote-plan")]
public sealed record VotePlan
{
    /// <summary>No vote.</summary>
    public static VotePlan None { get; } = new()
    {
        Method = VoteMethod.None,
        Budget = 0,
        PerOption = 0,
        Options = VoteOptions.Ideas,
        Top = 0,
        Segments = [],
        TieBreak = TieBreak.Shared,
        Live = false,
    };

    /// <summary>How it is voted and counted.</summary>
    [Id(0)] public required VoteMethod Method { get; init; }

    /// <summary>What each person has: dots, credits (quadratic), points to spend (budget), comparisons before the fatigue stop (pairwise), the highest score (score); 0 where the method has none.</summary>
    [Id(1)] public required int Budget { get; init; }

    /// <summary>The most that one person may give one option (dots); 0 for no limit of its own.</summary>
    [Id(2)] public required int PerOption { get; init; }

    /// <summary>What is voted on.</summary>
    [Id(3)] public required VoteOptions Options { get; init; }

    /// <summary>How many of the best of the vote before go on; 0 for all options.</summary>
    [Id(4)] public required int Top { get; init; }

    /// <summary>The segments whose people may vote; empty for everybody.</summary>
    [Id(5)] public required string[] Segments { get; init; }

    /// <summary>What decides between equals.</summary>
    [Id(6)] public required TieBreak TieBreak { get; init; }

    /// <summary>Whether tallies are shown while it is open. Otherwise nobody, hosts included, sees more than the turnout before it is closed.</summary>
    [Id(7)] public required bool Live { get; init; }
}

/// <summary>Ways to vote.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoteMethod>))]
public enum VoteMethod
{
    /// <summary>No vote.</summary>
    [JsonStringEnumMemberName("none")] None = 0,
    /// <summary>Each person spreads a number of dots.</summary>
    [JsonStringEnumMemberName("dots")] Dots = 1,
    /// <summary>Each person says yes to any number of options.</summary>
    [JsonStringEnumMemberName("approval")] Approval = 2,
    /// <summary>Each person gives each option a score from 0.</summary>
    [JsonStringEnumMemberName("score")] Score = 3,
    /// <summary>Each person puts options in an order.</summary>
    [JsonStringEnumMemberName("ranking")] Ranking = 4,
    /// <summary>Each person buys votes with credits; n votes for one option cost n².</summary>
    [JsonStringEnumMemberName("quadratic")] Quadratic = 5,
    /// <summary>Each person compares two options at a time.</summary>
    [JsonStringEnumMemberName("pairwise")] Pairwise = 6,
    /// <summary>Each person spends points on what options cost.</summary>
    [JsonStringEnumMemberName("budget")] Budget = 7,
}

/// <summary>What a vote is on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoteOptions>))]
public enum VoteOptions
{
    /// <summary>All ideas that everybody sees.</summary>
    [JsonStringEnumMemberName("ideas")] Ideas = 0,
    /// <summary>All groups, as themes.</summary>
    [JsonStringEnumMemberName("groups")] Groups = 1,
}

/// <summary>What decides between options with equal results.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TieBreak>))]
public enum TieBreak
{
    /// <summary>Nothing: they share the place.</summary>
    [JsonStringEnumMemberName("shared")] Shared = 0,
    /// <summary>More people behind it.</summary>
    [JsonStringEnumMemberName("voters")] Voters = 1,
    /// <summary>What was added first.</summary>
    [JsonStringEnumMemberName("older")] Older = 2,
    /// <summary>A draw that everybody can repeat: by the SHA-256 of the vote's id and the option's.</summary>
    [JsonStringEnumMemberName("lot")] Lot = 3,
}
