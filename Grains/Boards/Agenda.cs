using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>A board's agenda with the step that runs, and how each person stands in it. Immutable.</summary>
public sealed record Agenda
{
    /// <summary>Of a board that has none.</summary>
    public static Agenda None { get; } = new();

    /// <summary>The steps; null where there is no agenda.</summary>
    public AgendaRecord? Plan { get; init; }

    /// <summary>The step that runs; null in the lobby and after the end.</summary>
    public PhaseRecord? Phase { get; init; }

    /// <summary>Ids of the steps that have begun: their rules are frozen.</summary>
    public ImmutableHashSet<string> Begun { get; init; } = [];

    /// <summary>The version in which the first step began; 0 before.</summary>
    public long Since { get; init; }

    /// <summary>Hash of the changed rules that each person has to accept before they go on; empty for none.</summary>
    public string Consent { get; init; } = "";

    /// <summary>Who said that they are finished with the running step.</summary>
    public ImmutableDictionary<string, ReadyRecord> Ready { get; init; } = ImmutableDictionary<string, ReadyRecord>.Empty;

    /// <summary>What people have of the running step that others have not, by participant.</summary>
    public ImmutableDictionary<string, Seat> Seats { get; init; } = ImmutableDictionary<string, Seat>.Empty;

    /// <summary>How many rounds the brainwriting has had that runs; of no meaning without sheets.</summary>
    public int Rounds { get; init; }

    /// <summary>The sheets of a brainwriting, by id.</summary>
    public ImmutableDictionary<string, Sheet> Sheets { get; init; } = ImmutableDictionary<string, Sheet>.Empty;

    /// <summary>The rules of the step that runs; null while none does.</summary>
    [JsonIgnore]
    public StepPlan? Step => Phase is null ? null : Plan!.Steps[Plan.Index];

    /// <summary>Whether there is an agenda and its first step has not begun.</summary>
    [JsonIgnore]
    public bool IsLobby => Plan is { Index: < 0 };

    /// <summary>Who sees what is added now.</summary>
    [JsonIgnore]
    public Exposure Exposure => Phase is null or { Revealed: true } ? Exposure.All : Step!.Exposure;

    /// <summary>Whether what is added now is hidden from somebody.</summary>
    [JsonIgnore]
    public bool IsHidden => Exposure < Exposure.All;

    /// <summary>Whether nobody is to learn now what a person does: what they add is hidden, or whose it is.</summary>
    [JsonIgnore]
    public bool IsMuted => Phase is not null && (IsHidden || Step!.Sealed);

    /// <summary>How somebody stands.</summary>
    public Seat SeatOf(string participant) => Seats.GetValueOrDefault(participant, Seat.Plain);

    /// <summary>Id of the sheet that somebody holds, or empty.</summary>
    public string SheetOf(string participant) => Sheets.FirstOrDefault(sheet => sheet.Value.Holder == participant).Key ?? "";
}

/// <summary>How a person stands in the running step.</summary>
/// <param name="ExtraSeconds">Seconds that they have more than the others.</param>
/// <param name="Accepted">Hash of the changed rules that they accepted, or empty.</param>
/// <param name="Asked">What became of their asking for more time.</param>
/// <param name="AskedAt">Since when they ask, Unix milliseconds; 0 while they do not.</param>
public sealed record Seat(int ExtraSeconds, string Accepted, TimeAnswer Asked = TimeAnswer.None, long AskedAt = 0)
{
    /// <summary>As everybody stands at the beginning of a step.</summary>
    public static Seat Plain { get; } = new(0, "");

    /// <summary>The same with a question for more time that is not asked, or is answered so.</summary>
    public Seat Answered(TimeAnswer answer) => this with { Asked = answer, AskedAt = 0 };
}

/// <summary>A sheet of a brainwriting.</summary>
/// <param name="Owner">Whose ideas were first on it.</param>
/// <param name="Holder">Who holds it; empty for nobody.</param>
/// <param name="Held">Everybody who held it so far.</param>
public sealed record Sheet(string Owner, string Holder, ImmutableHashSet<string> Held);
