namespace CoCreate.Boards;

/// <summary>What the board's people do was planned, as far as it has not begun; without steps there is no agenda.</summary>
public sealed record AgendaSet(string Playbook, StepPlan[] Steps) : BoardEvent;

/// <summary>A step began, and the one before it ended. What was hidden is revealed where the step lets everybody see.</summary>
/// <param name="Id">The step.</param>
/// <param name="EndsAt">When its timer ends, Unix milliseconds; 0 without one.</param>
/// <param name="RulesHash">The frozen rules' hash.</param>
/// <param name="Round">In a step of brainwriting: which round it is, from 1; otherwise 0.</param>
/// <param name="Sheets">In a step of brainwriting: who holds which sheet.</param>
public sealed record StepBegun(string Id, long EndsAt, string RulesHash, int Round, SheetPlace[] Sheets) : BoardEvent;

/// <summary>The agenda ended. What was hidden is revealed.</summary>
public sealed record AgendaEnded : BoardEvent;

/// <summary>All that was hidden is seen by everybody, and so is what is added from here on in this step.</summary>
public sealed record HiddenRevealed : BoardEvent;

/// <summary>The step's timer ends at another time (Unix milliseconds, 0 for none), or is stopped with so many milliseconds left (0 while it runs).</summary>
public sealed record TimerSet(long EndsAt, long PausedLeft) : BoardEvent;

/// <summary>A person has more time than the others.</summary>
public sealed record TimeGiven(string Participant, int Seconds) : BoardEvent;

/// <summary>The actor asks for more time, or does not any more.</summary>
public sealed record TimeAsked(bool Asks) : BoardEvent;

/// <summary>Somebody who asked for more time does not get it.</summary>
public sealed record TimeDeclined(string Participant) : BoardEvent;

/// <summary>The rules of the running step were changed.</summary>
/// <param name="Step">The new rules.</param>
/// <param name="Reason">Why.</param>
/// <param name="RulesHash">Their hash.</param>
/// <param name="Consent">Whether each person has to accept them before they go on.</param>
public sealed record RulesChanged(StepPlan Step, string Reason, string RulesHash, bool Consent) : BoardEvent;

/// <summary>The actor accepted rules.</summary>
public sealed record RulesAccepted(string Hash) : BoardEvent;

/// <summary>The actor said that they are finished, or are not.</summary>
public sealed record ReadySaid(bool Ready) : BoardEvent;

/// <summary>Ideas were kept back as concepts of the hosts, or shown again.</summary>
public sealed record ConceptsKept(string[] Ideas, bool Kept) : BoardEvent;

/// <summary>A sheet that nobody held was given to somebody who came later.</summary>
public sealed record SheetTaken(string Sheet, string Participant) : BoardEvent;

/// <summary>A sheet of a brainwriting: whose ideas were first on it, and who holds it in this round (nobody, where empty).</summary>
public readonly record struct SheetPlace(string Id, string Owner, string Holder);
