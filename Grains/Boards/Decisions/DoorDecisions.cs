namespace CoCreate.Boards;

/// <summary>Who comes in, who waits, and who does not come in again.</summary>
internal static class DoorDecisions
{
    public static Decision Set(Board board, SetDoor command)
    {
        var refusal = Passcode(command.Passcode)
            ?? Check.Unless(command.ClosesAt is >= 0 and <= Limits.LatestTime, RefusalCode.OutOfRange)
            ?? Check.Unless(command.Most is >= 0 and <= Limits.ParticipantsPerBoard, RefusalCode.OutOfRange);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        var set = new DoorSet(command.Passcode ?? board.Door.Passcode, command.ClosesAt, command.Most, command.Approve);
        var free = command.Approve ? [] : Fitting(board, command.Most, [.. board.Door.Knocks.Values.OrderBy(k => k.Record.At).ThenBy(k => k.Record.Id, StringComparer.Ordinal).Select(k => k.Record.Id)], out _);
        return free.Length == 0 ? set : Decision.Of([set, new ParticipantsAdmitted(free)]);
    }

    public static Decision WritePolicy(WritePolicy command) =>
        Check.Text(command.Policy, Limits.PolicyLength) is { } refusal ? refusal : new PolicyWritten(command.Policy);

    /// <summary>Why somebody who is not on the board does not come in; null when they do. A link for hosts opens every door.</summary>
    /// <param name="board">The board.</param>
    /// <param name="role">The role that they would have.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static RefusalCode? Refuse(Board board, Role role, long now) =>
        board.Members.Count >= Limits.ParticipantsPerBoard ? RefusalCode.TooMany
        : role.RunsSession() ? null
        : board.Door.ClosesAt > 0 && board.Door.ClosesAt <= now ? RefusalCode.DoorClosed
        : board.Members.Count >= MostOf(board.Door.Most) ? RefusalCode.BoardFull
        : null;

    /// <summary>Comes in, or knocks.</summary>
    public static Decision Enter(Board board, string actor, Invite? invite, Role role, EnterBoard command, long now)
    {
        if (Refuse(board, role, now) is { } refusal)
        {
            return refusal;
        }

        var passes = role.RunsSession();
        if (!passes && board.Door.Passcode.Length > 0 && command.Passcode != board.Door.Passcode)
        {
            return RefusalCode.WrongPasscode;
        }

        var by = invite?.Record.Id ?? "";
        var segment = SegmentDecisions.OfNewcomer(invite, command);
        return passes || !board.Door.Approve
            ? new ParticipantEntered(by, command.Name, command.Colour, role, segment)
            : Knock(board, actor, new ParticipantKnocked(by, command.Name, command.Colour, role, segment));
    }

    public static Decision Admit(Board board, AdmitParticipants command)
    {
        if (Check.Some(command.Ids) is { } refusal)
        {
            return refusal;
        }

        var fitting = Fitting(board, board.Door.Most, command.Ids, out var why);
        return fitting.Length == 0 ? why : new ParticipantsAdmitted(fitting);
    }

    public static Decision TurnAway(Board board, TurnAway command) =>
        (Check.Text(command.Reason, Limits.ReasonLength) ?? Check.Unless(board.Door.Knocks.ContainsKey(command.Id ?? ""), RefusalCode.NotFound)) is { } refusal
            ? refusal
            : new ParticipantTurnedAway(command.Id!, command.Reason);

    public static Decision Ban(Board board, Member actor, Ban command)
    {
        var refusal = Check.Id(command.Participant)
            ?? Check.Words(command.Reason, Limits.ReasonLength)
            ?? Check.When(command.Participant == actor.Record.Id, RefusalCode.NotAllowed)
            ?? Check.When(board.Members.TryGetValue(command.Participant, out var member) && member.Record.Role == Role.Owner, RefusalCode.NotAllowed)
            ?? Check.When(board.Door.Banned.ContainsKey(command.Participant), RefusalCode.Exists)
            ?? Check.When(board.Door.Banned.Count >= Limits.BannedPerBoard, RefusalCode.TooMany);
        return refusal is not null ? refusal.Value : new ParticipantBanned(command.Participant, NameOf(board, command.Participant), command.Reason);
    }

    public static Decision Unban(Board board, Unban command) =>
        command.Participant is not null && board.Door.Banned.ContainsKey(command.Participant) ? new ParticipantUnbanned(command.Participant) : RefusalCode.NotFound;

    /// <summary>How somebody stands with the door.</summary>
    public static DoorStanding StandingOf(Board board, string participant) =>
        board.Members.ContainsKey(participant) ? new DoorStanding(DoorPlace.Inside, "")
        : board.Door.Banned.TryGetValue(participant, out var banned) ? new DoorStanding(DoorPlace.Banned, banned.Reason)
        : board.Door.Knocks.ContainsKey(participant) ? new DoorStanding(DoorPlace.Waiting, "")
        : board.Door.TurnedAway.TryGetValue(participant, out var turned) ? new DoorStanding(DoorPlace.TurnedAway, turned.Reason)
        : new DoorStanding(board.Removed.Contains(participant) ? DoorPlace.Removed : DoorPlace.Outside, "");

    /// <summary>Knocking twice in the same way is once.</summary>
    private static Decision Knock(Board board, string actor, ParticipantKnocked knocked)
    {
        if (board.Door.Knocks.TryGetValue(actor, out var known))
        {
            var r = known.Record;
            return knocked == new ParticipantKnocked(known.Invite, r.Name, r.Colour, r.Role, r.Segment) ? RefusalCode.Waiting : knocked;
        }

        return board.Door.Knocks.Count >= Limits.KnocksPerBoard ? RefusalCode.BoardFull : knocked;
    }

    /// <summary>Those of a list who wait and for whom there is room, on the board and in their invite. <paramref name="why"/> says what is the matter where that is nobody.</summary>
    private static string[] Fitting(Board board, int most, string[] ids, out RefusalCode why)
    {
        var fitting = new List<string>(ids.Length);
        var uses = new Dictionary<string, int>();
        why = RefusalCode.NotFound;
        foreach (var id in ids.Where(id => id is not null).Distinct())
        {
            if (!board.Door.Knocks.TryGetValue(id, out var knock))
            {
                continue;
            }

            if (!knock.Record.Role.RunsSession() && board.Members.Count + fitting.Count >= MostOf(most))
            {
                why = RefusalCode.BoardFull;
            }
            else if (!HasRoom(board, knock.Invite, uses))
            {
                why = RefusalCode.InviteInvalid;
            }
            else
            {
                fitting.Add(id);
            }
        }

        return [.. fitting];
    }

    private static bool HasRoom(Board board, string invite, Dictionary<string, int> uses)
    {
        if (invite.Length == 0 || !board.Invites.TryGetValue(invite, out var found) || found.Record.MaxUses == 0)
        {
            return true;
        }

        var used = uses[invite] = uses.GetValueOrDefault(invite, found.Record.Uses) + 1;
        return used <= found.Record.MaxUses;
    }

    private static int MostOf(int most) => most == 0 ? Limits.ParticipantsPerBoard : most;

    private static string NameOf(Board board, string participant) =>
        board.Members.GetValueOrDefault(participant)?.Record.Name ?? board.Door.Knocks.GetValueOrDefault(participant)?.Record.Name ?? "";

    private static RefusalCode? Passcode(string? passcode) =>
        passcode is null or "" || SealedPasscode.IsValid(passcode) ? null
        : passcode.Length > Limits.PasscodeLength ? RefusalCode.TooLong
        : passcode.Length < Limits.PasscodeMinLength ? RefusalCode.OutOfRange
        : RefusalCode.Malformed;
}
