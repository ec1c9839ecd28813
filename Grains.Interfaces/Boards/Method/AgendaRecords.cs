using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>What the board's people do, step after step; the record's id is "agenda". It is there while the board has an agenda.</summary>
public sealed record AgendaRecord : BoardRecord
{
    /// <summary>Title of the playbook that it comes from; may be empty.</summary>
    public required string Playbook { get; init; }
    /// <summary>The steps in their order.</summary>
    public required StepPlan[] Steps { get; init; }
    /// <summary>Which one runs, from 0; −1 before the first began (the lobby), the number of steps after the end.</summary>
    public required int Index { get; init; }
}

/// <summary>The step that runs; the record's id is "phase". It is there only while one runs.</summary>
public sealed record PhaseRecord : BoardRecord
{
    /// <summary>Id of the step.</summary>
    public required string Step { get; init; }
    /// <summary>When it began, Unix milliseconds by the server's clock.</summary>
    public required long BegunAt { get; init; }
    /// <summary>When its timer ends, Unix milliseconds by the server's clock; 0 while none runs.</summary>
    public required long EndsAt { get; init; }
    /// <summary>What is left of a timer that is stopped, in milliseconds; 0 while it is not.</summary>
    public required long PausedLeft { get; init; }
    /// <summary>How many ideas are hidden from somebody. It is all that anybody learns of others' in a blind phase.</summary>
    public required int Hidden { get; init; }
    /// <summary>Whether what was hidden was revealed in this step: from then on it hides nothing.</summary>
    public required bool Revealed { get; init; }
    /// <summary>Which round of a brainwriting it is, from 1; 0 in other steps.</summary>
    public required int Round { get; init; }
    /// <summary>SHA-256 of the step's rules, lower-case hex.</summary>
    public required string RulesHash { get; init; }
    /// <summary>How its rules were changed since it began, the earliest first.</summary>
    public required IReadOnlyList<RulesChange> Changes { get; init; }
}

/// <summary>A change of the rules of a running step.</summary>
public sealed record RulesChange
{
    /// <summary>When, Unix milliseconds.</summary>
    public required long At { get; init; }
    /// <summary>Participant id of the host who changed them.</summary>
    public required string By { get; init; }
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
    /// <summary>The rules' hash before.</summary>
    public required string Before { get; init; }
    /// <summary>The rules' hash after.</summary>
    public required string After { get; init; }
    /// <summary>Whether each person had to accept them.</summary>
    public required bool Consent { get; init; }
    /// <summary>The rules before.</summary>
    public required StepPlan Was { get; init; }
    /// <summary>The rules after.</summary>
    public required StepPlan Now { get; init; }
}

/// <summary>Somebody is finished with the running step; the record's id is the participant's. It is there while they say so.</summary>
public sealed record ReadyRecord : BoardRecord
{
    /// <summary>When they said so, Unix milliseconds.</summary>
    public required long At { get; init; }
}

/// <summary>What of the running step is the viewer's own; the record's id is "seat". It is there only where it says something.</summary>
public sealed record SeatRecord : BoardRecord
{
    /// <summary>Seconds that they have more than the others.</summary>
    public required int ExtraSeconds { get; init; }
    /// <summary>Id of the sheet that they hold, or empty.</summary>
    public required string Sheet { get; init; }
    /// <summary>Hash of the changed rules that they accepted, or empty.</summary>
    public required string Accepted { get; init; }
    /// <summary>What became of their asking for more time.</summary>
    public required TimeAnswer Asked { get; init; }
}

/// <summary>What became of somebody's asking for more time. Who was given some has that as their extra seconds, and may ask again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimeAnswer>))]
public enum TimeAnswer
{
    /// <summary>They do not ask.</summary>
    [JsonStringEnumMemberName("none")] None = 0,
    /// <summary>They ask, and no host has answered yet.</summary>
    [JsonStringEnumMemberName("open")] Open = 1,
    /// <summary>A host declined; it stays so for this step.</summary>
    [JsonStringEnumMemberName("declined")] Declined = 2,
}

/// <summary>Somebody asks for more time in the running step, as hosts see it; the record's id is the participant's. It is there until a host answers.</summary>
public sealed record TimeRequestRecord : BoardRecord
{
    /// <summary>Since when, Unix milliseconds.</summary>
    public required long At { get; init; }
}
