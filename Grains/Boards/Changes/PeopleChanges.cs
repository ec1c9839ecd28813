namespace CoCreate.Boards;

internal static class PeopleChanges
{
    public static Board Created(Board board, BoardEntry entry, BoardCreated e)
    {
        var owner = new PersonRecord { Id = entry.Actor, Name = e.Name, Colour = e.Colour, Role = Role.Owner, Segment = e.Segment };
        return board with
        {
            Epoch = e.Epoch,
            Settings = board.Settings with { Title = e.Title, Brief = e.Brief, JoinCode = e.JoinCode, CreatedAt = entry.At },
            Members = board.Members.Add(owner.Id, new Member(owner, "", 0, 0, 0, 0, 0)),
        };
    }

    public static Board Entered(Board board, string actor, ParticipantEntered e)
    {
        var record = new PersonRecord { Id = actor, Name = e.Name, Colour = e.Colour, Role = e.Role, Segment = e.Segment };
        var before = board.Members.GetValueOrDefault(actor);
        var member = before is null ? Returning(board, record, e.Invite) : before with { Record = record, Invite = e.Invite };
        var entered = board with { Members = board.Members.SetItem(actor, member), Removed = board.Removed.Remove(actor), Door = DoorChanges.Left(board.Door, actor) };
        entered = before is null ? AgendaChanges.Entered(entered, actor) : entered;
        var usedInvite = e.Invite.Length > 0 && before?.Invite != e.Invite;
        return usedInvite && board.Invites.TryGetValue(e.Invite, out var invite)
            ? entered with { Invites = entered.Invites.SetItem(e.Invite, invite with { Record = invite.Record with { Uses = invite.Record.Uses + 1 } }) }
            : entered;
    }

    public static Board Change(Board board, string participant, Func<PersonRecord, PersonRecord> change)
    {
        var member = board.Members[participant];
        return board with { Members = board.Members.SetItem(participant, member with { Record = change(member.Record) }) };
    }

    public static Board RoleAssigned(Board board, RoleAssigned e)
    {
        // Whom a host gave a role is here by the host's word from now on, not by an invite that may be revoked.
        var member = board.Members[e.Participant];
        var assigned = member with { Record = member.Record with { Role = e.Role }, Invite = "" };
        return board with { Members = board.Members.SetItem(e.Participant, assigned) };
    }

    public static Board Removed(Board board, ParticipantRemoved e) => AgendaChanges.Left(board, e.Participant) with
    {
        Members = board.Members.Remove(e.Participant),
        Removed = board.Removed.Add(e.Participant),
    };

    public static Board InviteMade(Board board, InviteMade e)
    {
        var record = new InviteRecord { Id = e.Id, Role = e.Role, ExpiresAt = e.ExpiresAt, MaxUses = e.MaxUses, Uses = 0, Embed = e.Embed, Segment = e.Segment };
        return board with { Invites = board.Invites.Add(e.Id, new Invite(record, e.SecretHash)) };
    }

    public static Board InviteRevoked(Board board, InviteRevoked e) => AgendaChanges.Left(board, HereBy(board, e.Id)) with
    {
        Invites = board.Invites.Remove(e.Id),
        Members = board.Members.RemoveRange(HereBy(board, e.Id)),
        Door = board.Door with { Knocks = board.Door.Knocks.RemoveRange(DoorChanges.WaitingBy(board, e.Id)) },
    };

    /// <summary>The people who are here by an invite alone.</summary>
    public static string[] HereBy(Board board, string invite) =>
        [.. board.Members.Where(m => m.Value.Invite == invite && m.Value.Record.Role != Role.Owner).Select(m => m.Key)];

    /// <summary>Counts what somebody contributed and notes when it changed; nothing for somebody who is no longer on the board.</summary>
    public static Board Recount(Board board, string participant, Func<Member, Member> change) =>
        board.Members.TryGetValue(participant, out var member)
            ? board with { Members = board.Members.SetItem(participant, change(member) with { ActiveAt = board.Seq }) }
            : board;

    /// <summary>A member whose earlier contributions, from before they were removed, are counted again.</summary>
    private static Member Returning(Board board, PersonRecord record, string invite)
    {
        var ballots = board.Ideas.Values.Select(idea => idea.Ballots.GetValueOrDefault(record.Id, Ballot.None)).Where(b => !b.IsEmpty).ToList();
        return new Member(
            record,
            invite,
            board.Ideas.Values.Count(idea => Authorship.Of(board, idea.Record) == record.Id),
            board.Comments.Values.Count(comment => Authorship.Of(board, comment) == record.Id),
            ballots.Sum(b => b.Dots),
            ballots.Sum(b => b.Reactions.Count),
            board.Seq);
    }
}
