namespace CoCreate.Boards;

internal static class PeopleDecisions
{
    private const int Sha256HexLength = 64;

    public static Decision Create(Board board, string actor, CreateBoard command, long now)
    {
        if (board.Exists)
        {
            // The gateway repeats an order whose answer was lost.
            var sameOrder = board.Settings.JoinCode == command.JoinCode && board.Members.TryGetValue(actor, out var owner) && owner.Record.Role == Role.Owner;
            return sameOrder ? Decision.Nothing : RefusalCode.Exists;
        }

        var refusal = Check.Id(actor)
            ?? Check.Words(command.Title, Limits.TitleLength)
            ?? Check.Text(command.Brief, Limits.BriefLength)
            ?? Person(command.Name, command.Colour, command.Segment);
        return refusal is not null
            ? refusal.Value
            : new BoardCreated(command.Title, command.Brief, command.JoinCode, now, command.Name, command.Colour, command.Segment);
    }

    public static Decision Enter(Board board, string actor, EnterBoard command, long now)
    {
        var refusal = Check.Id(actor)
            ?? Check.Text(command.SecretHash, Sha256HexLength)
            ?? Person(command.Name, command.Colour, command.Segment);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        if (board.Door.Banned.ContainsKey(actor))
        {
            return RefusalCode.Banned;
        }

        var invite = FindInvite(board, actor, command.SecretHash, now);
        if (invite is null && command.SecretHash.Length > 0)
        {
            return RefusalCode.InviteInvalid;
        }

        if (invite is null && board.Removed.Contains(actor))
        {
            return RefusalCode.NotAllowed;
        }

        var given = invite?.Record.Role ?? Role.Contributor;
        if (!board.Members.TryGetValue(actor, out var member))
        {
            return DoorDecisions.Enter(board, actor, invite, given, command, now);
        }

        // The invite is noted only where it gave the better role.
        var better = given.Rank() < member.Record.Role.Rank();
        var again = new ParticipantEntered(
            better ? invite?.Record.Id ?? "" : member.Invite, command.Name, command.Colour, better ? given : member.Record.Role, SegmentDecisions.OfMember(board, member, invite, command));
        return Same(member, again) ? Decision.Nothing : again;
    }

    public static Decision BeKnown(Board board, string participant, BeKnown command)
    {
        var refusal = Person(command.Name, command.Colour, command.Segment)
            ?? Check.Defined(command.Role)
            ?? Check.When(command.Role == Role.Owner, RefusalCode.OutOfRange)
            ?? Check.When(board.Members.ContainsKey(participant), RefusalCode.Exists)
            ?? Check.When(board.Members.Count >= Limits.ParticipantsPerBoard, RefusalCode.TooMany);
        return refusal is not null ? refusal.Value : new ParticipantEntered("", command.Name, command.Colour, command.Role, command.Segment);
    }

    public static Decision ChangeProfile(ChangeProfile command) =>
        Person(command.Name, command.Colour, "") is { } refusal ? refusal : new ProfileChanged(command.Name, command.Colour);

    public static Decision AssignRole(Board board, AssignRole command)
    {
        if ((Member(board, command.Participant) ?? Check.Defined(command.Role)) is { } refusal)
        {
            return refusal;
        }

        var untouchable = board.Members[command.Participant].Record.Role == Role.Owner || command.Role == Role.Owner;
        return untouchable ? RefusalCode.NotAllowed : new RoleAssigned(command.Participant, command.Role);
    }

    public static Decision Remove(Board board, RemoveParticipant command)
    {
        if (Member(board, command.Participant) is { } refusal)
        {
            return refusal;
        }

        return board.Members[command.Participant].Record.Role == Role.Owner
            ? RefusalCode.NotAllowed
            : new ParticipantRemoved(command.Participant);
    }

    public static Decision MakeInvite(Board board, MakeInvite command, long now)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.Unless(command.SecretHash is { Length: Sha256HexLength }, RefusalCode.Malformed)
            ?? Check.Defined(command.Role)
            ?? Check.When(command.Role == Role.Owner, RefusalCode.NotAllowed)
            ?? Check.Unless(command.ExpiresAt == 0 || command.ExpiresAt > now, RefusalCode.OutOfRange)
            ?? Check.Unless(command.MaxUses is >= 0 and <= Limits.ParticipantsPerBoard, RefusalCode.OutOfRange)
            ?? Check.When(command.Embed && (command.Role != Role.Observer || command.MaxUses != 0), RefusalCode.OutOfRange)
            ?? Check.Text(command.Segment, Limits.SegmentLength)
            ?? Check.When(command.Embed && command.Segment.Length > 0, RefusalCode.OutOfRange)
            ?? Check.When(board.Invites.ContainsKey(command.Id), RefusalCode.Exists)
            ?? Check.When(board.Invites.Count >= Limits.InvitesPerBoard, RefusalCode.TooMany);
        return refusal is not null
            ? refusal.Value
            : new InviteMade(command.Id, command.SecretHash, command.Role, command.ExpiresAt, command.MaxUses, command.Embed, command.Segment);
    }

    public static Decision RevokeInvite(Board board, RevokeInvite command) =>
        command.Id is not null && board.Invites.ContainsKey(command.Id) ? new InviteRevoked(command.Id) : RefusalCode.NotFound;

    /// <summary>The invite with this secret's hash that lets <paramref name="actor"/> in, or null.</summary>
    public static Invite? FindInvite(Board board, string actor, string secretHash, long now)
    {
        var found = board.Invites.Values.FirstOrDefault(invite => invite.SecretHash == secretHash);
        if (found is null || (found.Record.ExpiresAt > 0 && found.Record.ExpiresAt <= now))
        {
            return null;
        }

        // Who came in by it before may come again when it is used up.
        var cameByIt = board.Members.TryGetValue(actor, out var member) && member.Invite == found.Record.Id;
        var free = found.Record.MaxUses == 0 || found.Record.Uses < found.Record.MaxUses;
        return cameByIt || free ? found : null;
    }

    private static bool Same(Member member, ParticipantEntered entered) =>
        member.Invite == entered.Invite && member.Record.Name == entered.Name && member.Record.Colour == entered.Colour
        && member.Record.Role == entered.Role && member.Record.Segment == entered.Segment;

    private static RefusalCode? Person(string name, Colour colour, string segment) =>
        Check.Words(name, Limits.NameLength) ?? Check.Defined(colour) ?? Check.Text(segment, Limits.SegmentLength);

    private static RefusalCode? Member(Board board, string? participant) =>
        participant is not null && board.Members.ContainsKey(participant) ? null : RefusalCode.NotFound;
}
