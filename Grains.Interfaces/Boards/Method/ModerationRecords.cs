namespace CoCreate.Boards;

/// <summary>Who comes in, as hosts see it; the record's id is "door".</summary>
public sealed record DoorRecord : BoardRecord
{
    /// <summary>Whether newcomers must know a passcode.</summary>
    public required bool HasPasscode { get; init; }
    /// <summary>Unix milliseconds from which on nobody new comes in; 0 for never.</summary>
    public required long ClosesAt { get; init; }
    /// <summary>With so many people on the board nobody new comes in; 0 for as many as a board takes.</summary>
    public required int Most { get; init; }
    /// <summary>Whether newcomers wait until a host lets them in.</summary>
    public required bool Approve { get; init; }
    /// <summary>Whether what people who are not hosts write and bring waits until a host approves it.</summary>
    public required bool Approval { get; init; }
}

/// <summary>Somebody who waits at the door, as hosts see it; the record's id is the participant's.</summary>
public sealed record KnockRecord : BoardRecord
{
    /// <summary>What they call themselves.</summary>
    public required string Name { get; init; }
    /// <summary>Their colour.</summary>
    public required Colour Colour { get; init; }
    /// <summary>The role that they would have.</summary>
    public required Role Role { get; init; }
    /// <summary>Customer, employee, …; may be empty.</summary>
    public required string Segment { get; init; }
    /// <summary>Since when they wait, Unix milliseconds.</summary>
    public required long At { get; init; }
}

/// <summary>Somebody who does not come in again, as hosts see it; the record's id is the participant's.</summary>
public sealed record BannedRecord : BoardRecord
{
    /// <summary>What they were called; may be empty.</summary>
    public required string Name { get; init; }
    /// <summary>Why, as they read it.</summary>
    public required string Reason { get; init; }
    /// <summary>When, Unix milliseconds.</summary>
    public required long At { get; init; }
    /// <summary>Participant id of the host who did it.</summary>
    public required string By { get; init; }
}
