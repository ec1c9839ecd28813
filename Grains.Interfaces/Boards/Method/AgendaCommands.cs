namespace CoCreate.Boards;

// ---- The agenda ----

/// <summary>Plans what the board's people do, step after step (at most <see cref="Limits.StepsPerAgenda"/>); it replaces what has not begun. A step that has begun has to be among
/// them as it was, else it is refused with <see cref="RefusalCode.Frozen"/>. No steps at all take an agenda away that has not begun. Hosts only.</summary>
/// <param name="Playbook">Title of the playbook that it comes from, at most <see cref="Limits.TitleLength"/> characters; may be empty.</param>
/// <param name="Steps">The steps in their order.</param>
[GenerateSerializer, Immutable, Alias("SetAgenda")]
public sealed record SetAgenda([property: Id(0)] string Playbook, [property: Id(1)] StepPlan[] Steps) : ClientCommand;

/// <summary>Begins a step of the agenda, any that does not run, and ends the one that runs. Its rules are frozen from then on, and a restore point is made. Beginning one in which everybody sees what is added
/// reveals what was hidden. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("BeginStep")]
public sealed record BeginStep([property: Id(0)] string Id) : ClientCommand;

/// <summary>Ends the running step and the agenda with it; what was hidden is revealed. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("EndAgenda")]
public sealed record EndAgenda : ClientCommand;

/// <summary>Shows everybody all that is hidden, as one change; what is added from then on in this step, everybody sees at once. It cannot be taken back. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("Reveal")]
public sealed record Reveal : ClientCommand;

/// <summary>Sets the running step's timer to so many seconds from now (0 for no timer, at most <see cref="Limits.StepSeconds"/>). Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("SetTimer")]
public sealed record SetTimer([property: Id(0)] int Seconds) : ClientCommand;

/// <summary>Gives more time (1 to <see cref="Limits.StepSeconds"/> seconds): to everybody where <c>Participant</c> is empty, otherwise to that person alone. Of a timer that has run out,
/// everybody's time goes on from now. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("ExtendTimer")]
public sealed record ExtendTimer([property: Id(0)] int Seconds, [property: Id(1)] string Participant) : ClientCommand;

/// <summary>Stops the timer; what is left of it stays. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("PauseTimer")]
public sealed record PauseTimer : ClientCommand;

/// <summary>Lets a stopped timer run on. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("ResumeTimer")]
public sealed record ResumeTimer : ClientCommand;

/// <summary>Changes the rules of the running step, for a reason that everybody is shown (1 to <see cref="Limits.StepTextLength"/> characters). Who sees what, and the vote, stay as they are
/// (<see cref="RefusalCode.Frozen"/>): begin another step for that. Where people's tools, the strictness of the end, or their rights or rewards change, each has to accept the new rules before they go on. Hosts only.</summary>
/// <param name="Step">The step as it is to be.</param>
/// <param name="Reason">Why.</param>
/// <param name="Terms">Whether rights to ideas or rewards change with it: only the host knows what the words mean.</param>
[GenerateSerializer, Immutable, Alias("ChangeRules")]
public sealed record ChangeRules([property: Id(0)] StepPlan Step, [property: Id(1)] string Reason, [property: Id(2)] bool Terms = false) : ClientCommand;

/// <summary>Keeps 1 to <see cref="Limits.ThingsPerCommand"/> ideas of hosts back as concepts, which hosts alone see, or shows them again. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("KeepConcepts")]
public sealed record KeepConcepts([property: Id(0)] string[] Ideas, [property: Id(1)] bool Kept) : ClientCommand;

/// <summary>Says that one is finished with the running step, or is not after all.</summary>
[GenerateSerializer, Immutable, Alias("SayReady")]
public sealed record SayReady([property: Id(0)] bool Ready) : ClientCommand;

/// <summary>Asks the hosts for more time in the running step, or takes that back; nobody else learns of it. It is asked once at a time, of a step with a timer, and no more in a step in which a host declined
/// (<see cref="RefusalCode.Declined"/>). More time, for that person or for everybody, answers it. Not for hosts and observers.</summary>
[GenerateSerializer, Immutable, Alias("AskForTime")]
public sealed record AskForTime([property: Id(0)] bool Asks) : ClientCommand;

/// <summary>Answers somebody who asks for more time that there is none. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("DeclineTime")]
public sealed record DeclineTime([property: Id(0)] string Participant) : ClientCommand;

/// <summary>Accepts changed rules of the running step, named by their hash.</summary>
[GenerateSerializer, Immutable, Alias("AcceptRules")]
public sealed record AcceptRules([property: Id(0)] string Hash) : ClientCommand;
