using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>Who comes in, who waits, and who does not come in again.</summary>
public sealed record Door
{
    /// <summary>A door that lets everybody in.</summary>
    public static Door Open { get; } = new();

    /// <summary>What newcomers must know, sealed (<see cref="SealedPasscode"/>); empty for nothing.</summary>
    public string Passcode { get; init; } = "";

    /// <summary>Unix milliseconds from which on nobody new comes in; 0 for never.</summary>
    public long ClosesAt { get; init; }

    /// <summary>With so many people on the board nobody new comes in; 0 for as many as a board takes.</summary>
    public int Most { get; init; }

    /// <summary>Whether newcomers wait until a host lets them in.</summary>
    public bool Approve { get; init; }

    /// <summary>People who wait, by participant id.</summary>
    public ImmutableDictionary<string, Knock> Knocks { get; init; } = ImmutableDictionary<string, Knock>.Empty;

    /// <summary>People who were turned away and have not knocked again since, by participant id; those of longest ago are forgotten first.</summary>
    public ImmutableDictionary<string, TurnedAway> TurnedAway { get; init; } = ImmutableDictionary<string, TurnedAway>.Empty;

    /// <summary>People who do not come in again, by participant id.</summary>
    public ImmutableDictionary<string, BannedRecord> Banned { get; init; } = ImmutableDictionary<string, BannedRecord>.Empty;

    /// <summary>What hosts see of it.</summary>
    public DoorRecord ToRecord(bool approval) =>
        new() { Id = "door", HasPasscode = Passcode.Length > 0, ClosesAt = ClosesAt, Most = Most, Approve = Approve, Approval = approval };
}

/// <summary>Somebody who waits.</summary>
/// <param name="Record">What hosts see of them.</param>
/// <param name="Invite">The invite they came by; empty for the join code.</param>
public sealed record Knock(KnockRecord Record, string Invite);

/// <summary>Somebody who was turned away.</summary>
/// <param name="Reason">Why, as they read it; may be empty.</param>
/// <param name="Seq">The version at which it was.</param>
public sealed record TurnedAway(string Reason, long Seq);
