namespace CoCreate.Boards;

/// <summary>Who is in which segment. A host's word stands: what people name themselves counts only while no host, and no link of a host's, has said otherwise.</summary>
internal static class SegmentDecisions
{
    public static Decision Assign(Board board, AssignSegment command)
    {
        var refusal = Check.Some(command.People)
            ?? Check.Text(command.Segment, Limits.SegmentLength)
            ?? Check.Unless(command.Segment == command.Segment.Trim(), RefusalCode.Malformed);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        // Also where nobody moves: what a browser orders leaves a trace, by which it learns that it was decided.
        string[] people = [.. command.People.Where(id => id is not null && board.Members.ContainsKey(id)).Distinct()];
        return people.Length == 0 ? RefusalCode.NotFound : new SegmentAssigned(people, command.Segment);
    }

    /// <summary>The segment of somebody who comes in for the first time.</summary>
    public static string OfNewcomer(Invite? invite, EnterBoard command) => invite is { Record.Segment.Length: > 0 } ? invite.Record.Segment : command.Segment;

    /// <summary>The segment of somebody who comes in again: the one that they have. Who has none may get one, but nobody looks into a segment by coming again while a step hides what it writes.</summary>
    public static string OfMember(Board board, Member member, Invite? invite, EnterBoard command) =>
        member.Record.Segment.Length > 0 || board.Agenda.IsHidden ? member.Record.Segment : OfNewcomer(invite, command);

    /// <summary>The segment of who comes in by a link, of which the secret's hash is given; empty for none.</summary>
    public static string OfLink(Board board, string secretHash, long now) =>
        secretHash.Length == 0 ? "" : PeopleDecisions.FindInvite(board, "", secretHash, now)?.Record.Segment ?? "";
}
