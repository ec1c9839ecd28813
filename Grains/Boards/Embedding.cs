namespace CoCreate.Boards;

/// <summary>Who looks at a board in a page of another site: by an invite that is for it, as an observer without a name, and only at what everyone sees. Pure.</summary>
internal static class Embedding
{
    /// <summary>What an invite with this secret's hash lets such pages show; null for nothing.</summary>
    public static Onlooking? Find(Board board, string secretHash, long now) =>
        board.Invites.Values.FirstOrDefault(invite => invite.SecretHash == secretHash && IsGood(invite.Record, now)) is { Record: var record }
            ? new Onlooking(record.Id, record.ExpiresAt)
            : null;

    /// <summary>Who somebody of this name is: a person on the board, or those who look on by an invite; null for nobody.</summary>
    public static Membership? StandingOf(Board board, string name, long now) => board.Members.GetValueOrDefault(name)?.ToMembership() ?? FindOnlooker(board, name, now);

    /// <summary>Onlookers as the gateway knows them; null where they may not look, or no more, and for people.</summary>
    public static Membership? FindOnlooker(Board board, string name, long now) =>
        Onlookers.InviteOf(name) is { } id && board.Invites.TryGetValue(id, out var invite) && IsGood(invite.Record, now)
            ? new Membership(name, "", Colour.Sun, Role.Observer, "")
            : null;

    /// <summary>The role of onlookers by an invite that is still there; null for anybody else.</summary>
    public static Role? RoleOf(Board board, string name) =>
        Onlookers.InviteOf(name) is { } id && board.Invites.TryGetValue(id, out var invite) && invite.Record.Embed ? Role.Observer : null;

    /// <summary>Whether everyone sees a file, and so onlookers too.</summary>
    public static bool ShowsFile(Board board, string file) => board.Files.TryGetValue(file, out var found) && Sight.Of(board, found).IsEveryone;

    private static bool IsGood(InviteRecord invite, long now) => invite.Embed && (invite.ExpiresAt == 0 || invite.ExpiresAt > now);
}
