namespace CoCreate.Boards;

/// <summary>Those who look at a board in a page of another site. They are nobody on it: one name stands for all who look by the same invite, and no person has such a name,
/// since no id has a dot in it.</summary>
public static class Onlookers
{
    private const string Prefix = "look.";

    /// <summary>The name of all who look by an invite.</summary>
    public static string NameOf(string invite) => Prefix + invite;

    /// <summary>The invite that somebody of this name looks by; null for a person.</summary>
    public static string? InviteOf(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;
}

/// <summary>What pages of other sites may show.</summary>
/// <param name="Invite">Id of the invite that allows it.</param>
/// <param name="ExpiresAt">Until when, Unix milliseconds; 0 for ever.</param>
[GenerateSerializer, Immutable, Alias("onlooking")]
public sealed record Onlooking([property: Id(0)] string Invite, [property: Id(1)] long ExpiresAt);
