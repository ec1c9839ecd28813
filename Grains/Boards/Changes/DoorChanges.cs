namespace CoCreate.Boards;

internal static class DoorChanges
{
    public static Board Set(Board board, DoorSet e) =>
        board with { Door = board.Door with { Passcode = e.Passcode, ClosesAt = e.ClosesAt, Most = e.Most, Approve = e.Approve } };

    public static Board Knocked(Board board, BoardEntry entry, ParticipantKnocked e)
    {
        var record = new KnockRecord { Id = entry.Actor, Name = e.Name, Colour = e.Colour, Role = e.Role, Segment = e.Segment, At = entry.At };
        var door = board.Door;
        return board with { Door = door with { Knocks = door.Knocks.SetItem(entry.Actor, new Knock(record, e.Invite)), TurnedAway = door.TurnedAway.Remove(entry.Actor) } };
    }

    /// <summary>They come in as they would have when they knocked.</summary>
    public static Board Admitted(Board board, ParticipantsAdmitted e)
    {
        foreach (var participant in e.Participants)
        {
            var (record, invite) = board.Door.Knocks[participant];
            board = PeopleChanges.Entered(board, participant, new ParticipantEntered(invite, record.Name, record.Colour, record.Role, record.Segment));
        }

        return board;
    }

    public static Board TurnedAway(Board board, BoardEntry entry, ParticipantTurnedAway e)
    {
        var turned = board.Door.TurnedAway.SetItem(e.Participant, new TurnedAway(e.Reason, entry.Seq));
        if (turned.Count > Limits.TurnedAwayPerBoard)
        {
            turned = turned.Remove(turned.MinBy(each => each.Value.Seq).Key);
        }

        return board with { Door = board.Door with { Knocks = board.Door.Knocks.Remove(e.Participant), TurnedAway = turned } };
    }

    public static Board Banned(Board board, BoardEntry entry, ParticipantBanned e)
    {
        var record = new BannedRecord { Id = e.Participant, Name = e.Name, Reason = e.Reason, At = entry.At, By = entry.Actor };
        var door = board.Door;
        return AgendaChanges.Left(board, e.Participant) with
        {
            Members = board.Members.Remove(e.Participant),
            Removed = board.Removed.Add(e.Participant),
            Door = door with
            {
                Banned = door.Banned.SetItem(e.Participant, record),
                Knocks = door.Knocks.Remove(e.Participant),
                TurnedAway = door.TurnedAway.Remove(e.Participant),
            },
        };
    }

    /// <summary>Nothing keeps them out any more; they are not back in either.</summary>
    public static Board Unbanned(Board board, ParticipantUnbanned e) => board with
    {
        Removed = board.Removed.Remove(e.Participant),
        Door = board.Door with { Banned = board.Door.Banned.Remove(e.Participant) },
    };

    /// <summary>Somebody is on the board: they wait no more.</summary>
    public static Door Left(Door door, string participant) => door.Knocks.ContainsKey(participant) || door.TurnedAway.ContainsKey(participant)
        ? door with { Knocks = door.Knocks.Remove(participant), TurnedAway = door.TurnedAway.Remove(participant) }
        : door;

    /// <summary>Ids of those who wait by an invite.</summary>
    public static string[] WaitingBy(Board board, string invite) => [.. board.Door.Knocks.Where(k => k.Value.Invite == invite).Select(k => k.Key)];
}
