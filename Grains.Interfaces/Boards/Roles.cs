namespace CoCreate.Boards;

/// <summary>What roles come to. Their numbers are stored and say nothing of their order.</summary>
public static class Roles
{
    /// <summary>A role's place from the one with the most rights (0) to the one with the least.</summary>
    public static int Rank(this Role role) => role switch
    {
        Role.Owner => 0,
        Role.Host => 1,
        Role.Contributor => 2,
        Role.Commenter => 3,
        Role.Voter => 4,
        Role.Observer => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no rank; give it one."),
    };

    /// <summary>Whether a role may do what another one may.</summary>
    public static bool Includes(this Role role, Role other) => role.Rank() <= other.Rank();

    /// <summary>Owner or host.</summary>
    public static bool RunsSession(this Role role) => role.Includes(Role.Host);
}
