namespace CoCreate.Boards;

/// <summary>Who comes in from now on was set; <c>Passcode</c> is sealed, or empty for none.</summary>
public sealed record DoorSet(string Passcode, long ClosesAt, int Most, bool Approve) : BoardEvent;

/// <summary>What is expected of people was written.</summary>
public sealed record PolicyWritten(string Policy) : BoardEvent;

/// <summary>The actor knocked, by an invite (its id) or the join code (empty): they wait until a host lets them in.</summary>
public sealed record ParticipantKnocked(string Invite, string Name, Colour Colour, Role Role, string Segment) : BoardEvent;

/// <summary>People who waited at the door are on the board now.</summary>
public sealed record ParticipantsAdmitted(string[] Participants) : BoardEvent;

/// <summary>Somebody who waited at the door was turned away.</summary>
public sealed record ParticipantTurnedAway(string Participant, string Reason) : BoardEvent;

/// <summary>A person is off the board, or from its door, and does not come in again; <c>Name</c> is what they were called.</summary>
public sealed record ParticipantBanned(string Participant, string Name, string Reason) : BoardEvent;

/// <summary>A person may come in again.</summary>
public sealed record ParticipantUnbanned(string Participant) : BoardEvent;

/// <summary>What people who are not hosts add and edit waits from now on, or does not wait any more. Where <c>All</c> is false, as in what was stored before there was such a field, new ideas and
/// comments alone do, and comments that are edited.</summary>
public sealed record ApprovalSet(bool On, bool All = false) : BoardEvent;

/// <summary>Things and comments that waited are shown to everybody.</summary>
public sealed record ContributionsApproved(string[] Ids) : BoardEvent;

/// <summary>Things and comments are hidden from everybody but hosts and their authors.</summary>
public sealed record ContributionsHidden(string[] Ids, string Reason) : BoardEvent;

/// <summary>Things and comments that were hidden are shown to everybody again.</summary>
public sealed record ContributionsShown(string[] Ids) : BoardEvent;
