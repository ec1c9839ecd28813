using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>One step of an agenda as its host planned it: what people are asked, what they may use, who sees what, and for how long. While a step runs it is the board's phase.</summary>
[GenerateSerializer, Immutable, Alias("step-plan")]
public sealed record StepPlan
{
    /// <summary>Unique within its agenda (<see cref="Limits.IdMinLength"/> to <see cref="Limits.IdMaxLength"/> characters).</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What it is called, 1 to <see cref="Limits.StepNameLength"/> characters: "Write alone".</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>What people are asked to do, at most <see cref="Limits.StepTextLength"/> characters; may be empty.</summary>
    [Id(2)] public required string Text { get; init; }

    /// <summary>Length of its timer, 0 (none) to <see cref="Limits.StepSeconds"/> seconds.</summary>
    [Id(3)] public required int Seconds { get; init; }

    /// <summary>Whether contributions end with the timer, after a grace of <see cref="Limits.GraceSeconds"/>. Otherwise the end is only told.</summary>
    [Id(4)] public required bool Strict { get; init; }

    /// <summary>Who sees what is added in this step, and what was added in the hidden steps before it.</summary>
    [Id(5)] public required Exposure Exposure { get; init; }

    /// <summary>Whether nobody learns, then or later, who added what in this step.</summary>
    [Id(6)] public required bool Sealed { get; init; }

    /// <summary>What people who are not hosts may use; each at most once, ascending.</summary>
    [Id(7)] public required StepTool[] Tools { get; init; }

    /// <summary>Whether people say when they are finished.</summary>
    [Id(8)] public required bool ReadyCheck { get; init; }

    /// <summary>The vote that opens with the step and closes with it; of the method <see cref="VoteMethod.None"/> for none.</summary>
    [Id(9)] public required VotePlan Vote { get; init; }
}

/// <summary>Who sees what people add. From the least to the most.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Exposure>))]
public enum Exposure
{
    /// <summary>Its author alone: a blind phase. Everybody else learns a count of ideas and nothing more.</summary>
    [JsonStringEnumMemberName("own")] Own = 0,
    /// <summary>Its author, and whoever holds the sheet it is on: brainwriting. Each step of this kind passes every sheet on; nobody holds their own.</summary>
    [JsonStringEnumMemberName("sheet")] Sheet = 1,
    /// <summary>Its author and everybody of the same segment.</summary>
    [JsonStringEnumMemberName("segment")] Segment = 2,
    /// <summary>Everybody, except for the ideas that hosts keep back as concepts. Beginning such a step reveals what was hidden.</summary>
    [JsonStringEnumMemberName("all")] All = 3,
    /// <summary>Everybody, the hosts' concepts too.</summary>
    [JsonStringEnumMemberName("concepts")] Concepts = 4,
}

/// <summary>What a step lets people use who are not hosts. Each command that is not about oneself or for hosts alone needs one of them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepTool>))]
public enum StepTool
{
    /// <summary>Adding ideas, and changing, moving and removing one's own.</summary>
    [JsonStringEnumMemberName("ideas")] Ideas = 0,
    /// <summary>Changing and removing what others added.</summary>
    [JsonStringEnumMemberName("edit")] Edit = 1,
    /// <summary>Moving, ordering and locking things.</summary>
    [JsonStringEnumMemberName("move")] Move = 2,
    /// <summary>Groups: adding them, putting ideas in and taking them out, proposals of groups.</summary>
    [JsonStringEnumMemberName("group")] Group = 3,
    /// <summary>Connectors, frames, notes, pictures and stamps.</summary>
    [JsonStringEnumMemberName("draw")] Draw = 4,
    /// <summary>Comments.</summary>
    [JsonStringEnumMemberName("comment")] Comment = 5,
    /// <summary>Reactions.</summary>
    [JsonStringEnumMemberName("react")] React = 6,
    /// <summary>Dots that everybody sees at once. A vote of the step needs no tool: it has its own rules.</summary>
    [JsonStringEnumMemberName("dots")] Dots = 7,
}
