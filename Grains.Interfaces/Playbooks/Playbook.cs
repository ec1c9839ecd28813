using System.Text.Json.Serialization;
using CoCreate.Boards;

namespace CoCreate.Playbooks;

/// <summary>A session written down so that it can be run: what it is good for, what is promised, and its steps. Written as JSON, this is the file format (docs/PLAYBOOKS.md).</summary>
[GenerateSerializer, Immutable, Alias("playbook")]
public sealed record Playbook
{
    /// <summary>The one version that there is.</summary>
    public const string FormatName = "cocreate.playbook/1";

    /// <summary><see cref="FormatName"/>.</summary>
    [Id(0)] public required string Format { get; init; }

    /// <summary>Unique among the playbooks of this server or this person: 3 to <see cref="Limits.PlaybookIdLength"/> letters, digits, "-" and "_".</summary>
    [Id(1)] public required string Id { get; init; }

    /// <summary>What it is called, 1 to <see cref="Limits.PlaybookTitleLength"/> characters.</summary>
    [Id(2)] public required string Title { get; init; }

    /// <summary>When to use it and when not, at most <see cref="Limits.PlaybookTextLength"/> characters.</summary>
    [Id(3)] public required string When { get; init; }

    /// <summary>For how many people it is.</summary>
    [Id(4)] public required PeopleRange People { get; init; }

    /// <summary>How long it takes in all, breaks and talk included: 1 minute to <see cref="Limits.PlaybookMinutes"/>.</summary>
    [Id(5)] public required int Minutes { get; init; }

    /// <summary>What is promised to people and asked of them, at most <see cref="Limits.BriefLength"/> characters; what a host has to fill in stands in [brackets]. It becomes the board's brief.</summary>
    [Id(6)] public required string Charter { get; init; }

    /// <summary>The steps in their order, 1 to <see cref="Limits.StepsPerAgenda"/>.</summary>
    [Id(7)] public required StepPlan[] Steps { get; init; }

    /// <summary>Questions for afterwards, at most <see cref="Limits.PlaybookQuestions"/> of <see cref="Limits.PlaybookQuestionLength"/> characters.</summary>
    [Id(8)] public required string[] Debrief { get; init; }

    /// <summary>Words to find it by, at most <see cref="Limits.TagsPerIdea"/> of <see cref="Limits.TagLength"/> characters.</summary>
    [Id(9)] public required string[] Tags { get; init; }
}

/// <summary>For how many people something is: 1 to <see cref="Limits.ParticipantsPerBoard"/>.</summary>
/// <param name="From">At least.</param>
/// <param name="To">At most.</param>
[GenerateSerializer, Immutable, Alias("people-range")]
public sealed record PeopleRange([property: Id(0)] int From, [property: Id(1)] int To);

/// <summary>What is needed to choose a playbook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="When">When to use it and when not.</param>
/// <param name="People">For how many people.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Steps">The names of its steps.</param>
/// <param name="Tags">Words to find it by.</param>
[GenerateSerializer, Immutable, Alias("playbook-summary")]
public sealed record PlaybookSummary(
    [property: Id(0)] string Id,
    [property: Id(1)] string Title,
    [property: Id(2)] string When,
    [property: Id(3)] PeopleRange People,
    [property: Id(4)] int Minutes,
    [property: Id(5)] string[] Steps,
    [property: Id(6)] string[] Tags);

/// <summary>Something that is wrong with a playbook, or missing, or worth a thought.</summary>
/// <param name="Path">Where, as "steps[2].seconds"; empty for the whole.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">What it is, in one word that stays the same in every language.</param>
/// <param name="Text">What it is and what to do, in English.</param>
[GenerateSerializer, Immutable, Alias("playbook-finding")]
public sealed record PlaybookFinding(
    [property: Id(0)] string Path,
    [property: Id(1)] FindingSeverity Severity,
    [property: Id(2)] string Code,
    [property: Id(3)] string Text);

/// <summary>How bad a finding is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>It cannot be run like this.</summary>
    [JsonStringEnumMemberName("error")] Error = 0,
    /// <summary>It can be run, and something will go wrong in it.</summary>
    [JsonStringEnumMemberName("warning")] Warning = 1,
    /// <summary>It can be run; a host may want to think about this.</summary>
    [JsonStringEnumMemberName("advice")] Advice = 2,
}
