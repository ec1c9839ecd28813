namespace CoCreate.Boards;

/// <summary>What hosts decided about people and what people wrote, from the events, oldest first: who, when, what, whom, why. For hosts alone.</summary>
internal sealed class ModerationLog
{
    private const int SubjectLength = 200;

    private readonly List<ModerationLine> _lines = [];

    /// <summary>The lines with the names that people had last.</summary>
    /// <param name="names">Names by participant id.</param>
    public ModerationLine[] Read(IReadOnlyDictionary<string, string> names) =>
        [.. _lines.Select(line => line with { Name = names.GetValueOrDefault(line.Actor, ""), WhomName = line.WhomName.Length > 0 ? line.WhomName : names.GetValueOrDefault(line.Whom, "") })];

    /// <summary>Takes the next event.</summary>
    public void Add(Board before, Board after, BoardEntry entry) =>
        _lines.AddRange(Facts(before, after, entry).Select(fact => new ModerationLine(entry.Seq, entry.At, entry.Actor, "", fact.Act, fact.Whom, fact.Name, Beginning(fact.Subject), fact.Reason)));

    private static IEnumerable<Fact> Facts(Board before, Board after, BoardEntry entry) => entry.Event switch
    {
        DoorSet e => [new("door", "", Describe(e))],
        PolicyWritten e => [new("policy", "", e.Policy)],
        ParticipantsAdmitted e => e.Participants.Select(id => new Fact("admit", id, "", "", NameAtDoor(before, id))),
        ParticipantTurnedAway e => [new("turn away", e.Participant, "", e.Reason, NameAtDoor(before, e.Participant))],
        ParticipantRemoved e => [new("remove", e.Participant, "", "", NameOf(before, e.Participant))],
        ParticipantBanned e => [new("ban", e.Participant, "", e.Reason, e.Name)],
        ParticipantUnbanned e => [new("unban", e.Participant, "", "", before.Door.Banned[e.Participant].Name)],
        ApprovalSet e => [new("approval", "", e.On ? "on" : "off")],
        ContributionsApproved e => e.Ids.SelectMany(id => Contributions(before, "approve", id)),
        ContributionsHidden e => e.Ids.SelectMany(id => Contributions(before, "hide", id)).Select(fact => fact with { Reason = e.Reason }),
        ContributionsShown e => e.Ids.SelectMany(id => Contributions(before, "show", id)),
        RoleAssigned e => [new("role", e.Participant, after.Members[e.Participant].Record.Role.ToString(), "", NameOf(before, e.Participant))],
        SegmentAssigned e => e.People.Where(id => before.Members[id].Record.Segment != e.Segment).Select(id => new Fact("segment", id, e.Segment, "", NameOf(before, id))),
        InviteMade e => [new("invite", "", e.Role.ToString())],
        InviteRevoked e => [new("revoke invite", "", before.Invites[e.Id].Record.Role.ToString())],
        SessionOpened => [new("open session")],
        SessionClosed => [new("close session")],
        BinEmptied => [new("empty bin")],
        BoardBroughtBack e => [new("bring back", "", $"version {e.Seq}")],
        ThingsLocked { Lock: LockMode.Host } e => e.Ids.Select(id => About(before, "lock", id)),
        ThingsRemoved e when !before.Agenda.IsMuted => e.Ids.Select(id => About(before, "remove content", id)).Where(fact => fact.Whom.Length > 0 && fact.Whom != entry.Actor),
        CommentRemoved e when !before.Agenda.IsMuted && before.Comments[e.Id] is var comment && comment.Author.Length > 0 && comment.Author != entry.Actor => [About(before, "remove content", comment)],
        _ => [],
    };

    /// <summary>What it was done to: its author where everybody may know, its words; neither where a step hid it from the hosts, one of whom may see it as its author, on a sheet or in a segment.</summary>
    private static Fact About(Board board, string act, string thing) =>
        Things.Find(board, thing) is { } found && Sight.OfWords(board, found).Hosts ? new Fact(act, found.Author, Words(found)) : new Fact(act);

    private static IEnumerable<Fact> Contributions(Board board, string act, string id) =>
        (Things.Find(board, id) is not null ? new[] { About(board, act, id) } : []).Concat(board.Comments.TryGetValue(id, out var comment) ? [About(board, act, comment)] : []);

    private static Fact About(Board board, string act, CommentRecord comment) => Sight.Of(board, comment).Hosts ? new Fact(act, comment.Author, comment.Text) : new Fact(act);

    private static string Words(ThingRecord thing) => thing switch
    {
        IdeaRecord r => r.Title.Length > 0 ? r.Title : r.Body,
        _ => Wording.Of(thing),
    };

    private static string Describe(DoorSet e)
    {
        var closes = e.ClosesAt == 0 ? "never" : DateTimeOffset.FromUnixTimeMilliseconds(e.ClosesAt).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return $"passcode: {(e.Passcode.Length > 0 ? "yes" : "no")}; closes: {closes}; most: {(e.Most == 0 ? "any" : e.Most)}; approval: {(e.Approve ? "yes" : "no")}";
    }

    private static string NameAtDoor(Board board, string participant) => board.Door.Knocks.GetValueOrDefault(participant)?.Record.Name ?? "";

    private static string NameOf(Board board, string participant) => board.Members.GetValueOrDefault(participant)?.Record.Name ?? "";

    private static string Beginning(string text) => text.Length <= SubjectLength ? text : text[..SubjectLength];

    private readonly record struct Fact(string Act, string Whom = "", string Subject = "", string Reason = "", string Name = "");
}
