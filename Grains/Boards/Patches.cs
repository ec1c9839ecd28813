using CoCreate.Texts;

namespace CoCreate.Boards;

/// <summary>Who is to see a patch: everyone on the board, its hosts (the owner and the hosts), or one participant in all of their tabs.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Participant">The participant's id where <paramref name="Kind"/> is <see cref="AudienceKind.Participant"/>; otherwise empty.</param>
public readonly record struct Audience(AudienceKind Kind, string Participant)
{
    /// <summary>Everyone on the board.</summary>
    public static Audience Everyone => new(AudienceKind.Everyone, "");

    /// <summary>The owner and the hosts.</summary>
    public static Audience Hosts => new(AudienceKind.Hosts, "");

    /// <summary>One participant.</summary>
    public static Audience Only(string participant) => new(AudienceKind.Participant, participant);
}

/// <summary>The three kinds of audience.</summary>
public enum AudienceKind
{
    /// <summary>Everyone on the board.</summary>
    Everyone,

    /// <summary>The owner and the hosts.</summary>
    Hosts,

    /// <summary>One participant.</summary>
    Participant,
}

/// <summary>A change to the store of records that an audience holds (PROTOCOL R6): what was there before, and what is there now.</summary>
/// <param name="Audience">Who is to see it.</param>
/// <param name="Kind">The record's kind.</param>
/// <param name="Before">The record they had; null for none.</param>
/// <param name="After">The record they get; null for none.</param>
public readonly record struct Patch(Audience Audience, RecordKind Kind, BoardRecord? Before, BoardRecord? After)
{
    /// <summary>Where nothing but a text of the record changed: how (PROTOCOL R50). Null otherwise.</summary>
    public BodyChange? Text { get; init; }

    /// <summary>Whether there is anything to tell. A text that was replaced by the same one is, for whoever has a change of their own to map over it.</summary>
    public bool IsChange => Text is not null || (!ReferenceEquals(Before, After) && !Equals(Before, After));
}
