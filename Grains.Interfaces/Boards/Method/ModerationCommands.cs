namespace CoCreate.Boards;

/// <summary>Says who comes in from now on, by code or link. Members stay, and a link for hosts opens every door. Hosts only.</summary>
/// <param name="Passcode">What newcomers must know: <see cref="Limits.PasscodeMinLength"/> to <see cref="Limits.PasscodeLength"/> characters, an empty text for nothing, null to leave it as it is.
/// It is sealed by the gateway on its way: boards and journals never hold it, only a salted, slow hash.</param>
/// <param name="ClosesAt">Unix milliseconds from which on nobody new comes in; 0 for never.</param>
/// <param name="Most">With so many people on the board nobody new comes in; 0 for as many as a board takes.</param>
/// <param name="Approve">Whether newcomers wait until a host lets them in. Who waits while this is turned off comes in with it.</param>
[GenerateSerializer, Immutable, Alias("SetDoor")]
public sealed record SetDoor(
    [property: Id(0)] string? Passcode,
    [property: Id(1)] long ClosesAt,
    [property: Id(2)] int Most,
    [property: Id(3)] bool Approve) : ClientCommand;

/// <summary>Writes what is expected of people here, in at most <see cref="Limits.PolicyLength"/> characters; everybody reads it before they come in, and later. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("WritePolicy")]
public sealed record WritePolicy([property: Id(0)] string Policy) : ClientCommand;

/// <summary>Lets 1 to <see cref="Limits.ThingsPerCommand"/> people in who wait at the door; those who do not wait any more, or for whom there is no room, are left out. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("AdmitParticipants")]
public sealed record AdmitParticipants([property: Id(0)] string[] Ids) : ClientCommand;

/// <summary>Turns somebody away who waits at the door, with a reason that they read (at most <see cref="Limits.ReasonLength"/> characters; may be empty). They may knock again. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("TurnAway")]
public sealed record TurnAway([property: Id(0)] string Id, [property: Id(1)] string Reason) : ClientCommand;

/// <summary>Removes somebody for good: no link and no code lets them in again until a host takes that back. It is also for who waits at the door, or is gone. They read the reason
/// (1 to <see cref="Limits.ReasonLength"/> characters). Hosts only; not the owner, and not oneself.</summary>
[GenerateSerializer, Immutable, Alias("Ban")]
public sealed record Ban([property: Id(0)] string Participant, [property: Id(1)] string Reason) : ClientCommand;

/// <summary>Lets somebody who was banned come in again by a link or code. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("Unban")]
public sealed record Unban([property: Id(0)] string Participant) : ClientCommand;

/// <summary>Says whether what people who are not hosts write and bring waits until a host approves it: new ideas, comments, notes, pictures, frames, titles of groups and labels of connectors, and all of these
/// when their words or pictures are changed. What waits when this is turned off waits on. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("SetApproval")]
public sealed record SetApproval([property: Id(0)] bool On) : ClientCommand;

/// <summary>Shows 1 to <see cref="Limits.ThingsPerCommand"/> things and comments to everybody that wait for a host; others are left out. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("Approve")]
public sealed record Approve([property: Id(0)] string[] Ids) : ClientCommand;

/// <summary>Hides 1 to <see cref="Limits.ThingsPerCommand"/> things and comments (of a group its title) from everybody but hosts and their authors, who read the reason (1 to <see cref="Limits.ReasonLength"/>
/// characters). What hangs on them is hidden with them. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("Hide")]
public sealed record Hide([property: Id(0)] string[] Ids, [property: Id(1)] string Reason) : ClientCommand;

/// <summary>Shows 1 to <see cref="Limits.ThingsPerCommand"/> hidden things and comments to everybody again. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("Show")]
public sealed record Show([property: Id(0)] string[] Ids) : ClientCommand;
