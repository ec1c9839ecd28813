using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>Groups that the server proposes; nothing on the board changes by it. There is one at most.</summary>
public sealed record ProposalRecord : BoardRecord
{
    /// <summary>Participant id of who asked.</summary>
    public required string By { get; init; }
    /// <summary>When, Unix milliseconds.</summary>
    public required long At { get; init; }
    /// <summary>How far it is.</summary>
    public required ProposalStatus Status { get; init; }
    /// <summary>How many ideas were looked at; 0 while it is being computed.</summary>
    public required int Ideas { get; init; }
    /// <summary>What is proposed, the largest first; empty where no ideas are alike enough.</summary>
    public required IReadOnlyList<ProposedCluster> Clusters { get; init; }
}

/// <summary>How far a proposal is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalStatus>))]
public enum ProposalStatus
{
    /// <summary>The server is at it.</summary>
    [JsonStringEnumMemberName("computing")] Computing = 0,
    /// <summary>It is there, to be taken or left.</summary>
    [JsonStringEnumMemberName("offered")] Offered = 1,
}

/// <summary>Ideas that may be about the same.</summary>
/// <param name="Id">Unique within its proposal.</param>
/// <param name="Title">Words that tell these ideas from the others; empty where they have none in common.</param>
/// <param name="Ideas">Ids of the ideas, the most typical first. Some may have been removed or grouped since.</param>
/// <param name="Taken">Id of the group that was made of it, or empty. Somebody may have removed that group since: then it can be taken again.</param>
/// <param name="Left">Whether somebody left it.</param>
[GenerateSerializer, Immutable, Alias("proposed-cluster")]
public sealed record ProposedCluster(
    [property: Id(0)] string Id,
    [property: Id(1)] string Title,
    [property: Id(2)] string[] Ideas,
    [property: Id(3)] string Taken,
    [property: Id(4)] bool Left);
