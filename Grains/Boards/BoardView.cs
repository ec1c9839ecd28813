using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>What viewers see of a board, and the one place that decides it. Law: for every viewer, the patches of all events, folded, give the snapshot.</summary>
/// <remarks>Adding an event: name the records it touches. Adding a kind of record: say who sees it, here and in <see cref="Snapshot"/>.</remarks>
public static class BoardView
{
    /// <summary>The patches by which the stores of all audiences follow <paramref name="fact"/> from <paramref name="before"/> to <paramref name="after"/>.</summary>
    public static IEnumerable<Patch> Patches(Board before, Board after, BoardEntry entry) =>
        Touched(before, after, entry)
            .Concat(HeldFiles.Patches(before, after, entry))
            .SelectMany(patch => Seen.Split(before, after, patch))
            .Concat(VoteView.Patches(before, after, entry))
            .Concat(AgendaView.Patches(before, after))
            .Concat(Seen.HiddenFiles(before, after, entry))
            .Where(patch => patch.IsChange);

    /// <summary>Every record of a board with who sees it, as puts.</summary>
    /// <param name="board">The board; nothing is seen of one that does not exist.</param>
    /// <param name="participant">Whose own records to include; empty for nobody's.</param>
    public static IEnumerable<Patch> Snapshot(Board board, string participant)
    {
        if (!board.Exists)
        {
            return [];
        }

        var heldFiles = HeldFiles.Of(board);
        var everyone = new[] { Put(RecordKind.Board, board.Settings) }
            .Concat(board.Members.Values.Select(m => Put(RecordKind.Person, m.Record)))
            .Concat(board.Groups.Values.Select(g => Put(RecordKind.Group, Wording.Covered(g.Record))))
            .Concat(board.Ideas.Values.Select(i => Put(RecordKind.Idea, i.Record)))
            .Concat(board.Connectors.Values.Select(c => Put(RecordKind.Connector, c)))
            .Concat(board.Frames.Values.Select(f => Put(RecordKind.Frame, f)))
            .Concat(board.Notes.Values.Select(n => Put(RecordKind.Note, n)))
            .Concat(board.Images.Values.Select(i => Put(RecordKind.Image, i)))
            .Concat(board.Stamps.Values.Select(s => Put(RecordKind.Stamp, s)))
            .Concat(board.Files.Values.Where(f => !heldFiles.Contains(f.Id)).Select(f => Put(RecordKind.File, f)))
            .Concat(board.Comments.Values.Select(c => Put(RecordKind.Comment, c)))
            .Where(patch => patch.Kind == RecordKind.File || Seen.By(board, patch.After!).IsEveryone)
            .Concat(AgendaView.Snapshot(board))
            .Concat(VoteView.Snapshot(board))
            .Concat(board.Proposal is { } proposal ? [Put(RecordKind.Proposal, proposal)] : []);
        return everyone.Concat(HostSnapshot(board)).Concat(PrivateSnapshot(board, participant));
    }

    /// <summary>The records that only hosts see.</summary>
    public static IEnumerable<Patch> HostSnapshot(Board board) =>
        board.Invites.Values.Select(i => new Patch(Audience.Hosts, RecordKind.Invite, null, i.Record))
            .Concat(board.Door.Knocks.Values.Select(k => new Patch(Audience.Hosts, RecordKind.Knock, null, k.Record)))
            .Concat(board.Door.Banned.Values.Select(b => new Patch(Audience.Hosts, RecordKind.Banned, null, b)))
            .Append(new Patch(Audience.Hosts, RecordKind.Door, null, board.Door.ToRecord(board.Settings.Approval)))
            .Concat(AgendaView.ForHosts(board))
            .Concat(Seen.ByHosts(board));

    /// <summary>The records that only one participant sees.</summary>
    public static IEnumerable<Patch> PrivateSnapshot(Board board, string participant) =>
        participant.Length == 0
            ? []
            : board.Ideas.Values
                .Select(idea => new Patch(Audience.Only(participant), RecordKind.Mine, null, Mine(board, idea, participant)))
                .Where(patch => patch.IsChange)
                .Concat(VoteView.PrivateSnapshot(board, participant))
                .Concat(Seen.ByOnly(board, participant))
                .Concat(AgendaView.Own(board, participant));

    /// <summary>Whose role an event changed, with the role after it.</summary>
    public static AccessChange[] Access(Board before, Board after, BoardEntry entry)
    {
        string[] touched = entry.Event switch
        {
            BoardCreated or ParticipantEntered => [entry.Actor],
            RoleAssigned e => [e.Participant],
            ParticipantRemoved e => [e.Participant],
            ParticipantsAdmitted e => e.Participants,
            ParticipantBanned e => [e.Participant],
            InviteRevoked e => [.. PeopleChanges.HereBy(before, e.Id), Onlookers.NameOf(e.Id)],
            _ => [],
        };
        return touched.Length == 0
            ? []
            : [.. touched.Where(id => RoleOf(before, id) != RoleOf(after, id)).Select(id => new AccessChange(id, RoleOf(after, id)))];
    }

    private static IEnumerable<Patch> Touched(Board before, Board after, BoardEntry entry) => entry.Event switch
    {
        BoardCreated => [Settings(before, after), Person(before, after, entry.Actor), Door(before, after)],
        BoardRenamed or BriefWritten or VoteBudgetSet or SessionOpened or SessionClosed or PolicyWritten => [Settings(before, after)],

        IdeaAdded e => [Idea(before, after, e.Id), Mine(before, after, e.Id, entry.Actor)],
        IdeaRetitled e => Worded(before, after, e.Id, Idea(before, after, e.Id)),
        IdeaBodyWritten e => Worded(before, after, e.Id, Body(before, after, e.Id)),
        IdeaBodyChanged e => Worded(before, after, e.Id, Body(before, after, e.Id)),
        IdeaRecoloured e => [Idea(before, after, e.Id)],
        IdeaFileAttached e => Worded(before, after, e.Id, Idea(before, after, e.Id)),
        IdeasTagged e => e.Ideas.SelectMany(id => Worded(before, after, id, Idea(before, after, id))),
        IdeasUntagged e => e.Ideas.Select(id => Idea(before, after, id)),

        GroupAdded e => [Thing(before, after, e.Id)],
        IdeasGrouped e => e.Ideas.Select(id => Idea(before, after, id)),
        IdeasUngrouped e => e.Ideas.Select(id => Idea(before, after, id)),

        ProposalBegun or ProposalDropped => [Proposal(before.Proposal, null), Proposal(null, after.Proposal)],
        GroupsProposed or ClusterTaken or ClusterLeft => [Proposal(before.Proposal, after.Proposal)],

        ConnectorAdded e => [Thing(before, after, e.Id)],
        ConnectorAttached e => [Thing(before, after, e.Id)],

        FrameAdded e => [Thing(before, after, e.Id)],
        NoteAdded e => [Thing(before, after, e.Id)],
        NoteSized e => [Thing(before, after, e.Id)],
        ImageAdded e => [Thing(before, after, e.Id)],
        StampAdded e => [Thing(before, after, e.Id)],
        FileAttached e => after.Files.TryGetValue(e.Hash, out var file) ? [Put(RecordKind.File, file)] : [],

        ThingsMoved e => e.Moves.Select(move => Thing(before, after, move.Id)),
        ThingResized e => [Thing(before, after, e.Id)],
        ThingsReordered e => e.Ranks.Select(rank => rank.Id).Distinct().Select(id => Thing(before, after, id)),
        ThingsLocked e => e.Ids.Select(id => Thing(before, after, id)),
        ThingWritten e => Worded(before, after, e.Id, Thing(before, after, e.Id)),
        ThingsRemoved e => e.Ids.SelectMany(id => WithAllOfIt(before, after, id)).Distinct(),

        CommentAdded e => [Comment(before, after, e.Id)],
        CommentEdited e => [Comment(before, after, e.Id)],
        CommentRemoved e => [Comment(before, after, e.Id)],

        ReactionAdded e => [Idea(before, after, e.Idea), Mine(before, after, e.Idea, entry.Actor)],
        ReactionWithdrawn e => [Idea(before, after, e.Idea), Mine(before, after, e.Idea, entry.Actor)],
        VoteCast e => [Idea(before, after, e.Idea), Mine(before, after, e.Idea, entry.Actor)],
        VoteWithdrawn e => [Idea(before, after, e.Idea), Mine(before, after, e.Idea, entry.Actor)],

        ParticipantEntered e => [Person(before, after, entry.Actor), Invite(before, after, e.Invite), Knock(before, after, entry.Actor)],
        ProfileChanged => [Person(before, after, entry.Actor)],
        RoleAssigned e => [Person(before, after, e.Participant)],
        SegmentAssigned e => e.People.Select(id => Person(before, after, id)),
        ParticipantRemoved e => [Person(before, after, e.Participant)],
        InviteMade e => [Invite(before, after, e.Id)],
        InviteRevoked e => PeopleChanges.HereBy(before, e.Id).Select(id => Person(before, after, id))
            .Concat(DoorChanges.WaitingBy(before, e.Id).Select(id => Knock(before, after, id)))
            .Append(Invite(before, after, e.Id)),

        DoorSet => [Door(before, after)],
        ParticipantKnocked => [Knock(before, after, entry.Actor)],
        ParticipantsAdmitted e => e.Participants.SelectMany(id => new[] { Person(before, after, id), Knock(before, after, id) })
            .Concat(e.Participants.Select(id => before.Door.Knocks[id].Invite).Distinct().Select(id => Invite(before, after, id))),
        ParticipantTurnedAway e => [Knock(before, after, e.Participant)],
        ParticipantBanned e => [Person(before, after, e.Participant), Knock(before, after, e.Participant), Banned(before, after, e.Participant)],
        ParticipantUnbanned e => [Banned(before, after, e.Participant)],

        ApprovalSet => [Settings(before, after), Door(before, after)],
        ContributionsApproved e => e.Ids.SelectMany(id => Contribution(before, after, id)),
        ContributionsHidden e => e.Ids.SelectMany(id => Contribution(before, after, id)).Append(Proposal(before.Proposal, after.Proposal)),
        ContributionsShown e => e.Ids.SelectMany(id => Contribution(before, after, id)),

        RecordRestored e => FromBin(before, after, e),
        BinEmptied or PointMarked or PointRemoved or BoardBroughtBack => [],

        StepBegun or AgendaEnded or HiddenRevealed => Uncovered(before, after),
        SheetTaken e => before.Veil.Things.Where(each => each.Value.Sheet == e.Sheet).SelectMany(each => WithAllOfIt(before, after, each.Key)),
        ConceptsKept e => e.Ideas.SelectMany(id => WithAllOfIt(before, after, id)).Append(Proposal(before.Proposal, after.Proposal)),
        AgendaSet or TimerSet or TimeGiven or TimeAsked or TimeDeclined or RulesChanged or RulesAccepted or ReadySaid => [],

        TookOver e => Touched(before, after, entry with { Actor = e.Actor, At = e.At, Event = e.Event }),

        CommandRefused or BoardRestored => [],

        // What changes of votes is found by itself: options also go with their ideas, and turnouts with their people.
        VoteOpened or VoteClosed or VoteRemoved or OptionPriced or OptionsMerged or BallotDealt or OptionMarked or OptionsRanked or PairCompared or BallotFinished => [],

        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Event.GetType().Name, "This event is not seen by anybody; name the records it touches."),
    };

    /// <summary>A thing with other words than before, which others see than before where it waits for that.</summary>
    private static IEnumerable<Patch> Worded(Board before, Board after, string id, Patch itself) =>
        ModerationChanges.ChangesHolding(before, after, id) ? WithAllOfIt(before, after, id, itself).Append(Proposal(before.Proposal, after.Proposal)) : [itself];

    /// <summary>A thing or a comment, or both where they have the same id, that others see than before.</summary>
    private static IEnumerable<Patch> Contribution(Board before, Board after, string id) =>
        (Things.Find(before, id) is not null ? WithAllOfIt(before, after, id) : []).Concat(before.Comments.ContainsKey(id) ? [Comment(before, after, id)] : []).Distinct();

    /// <summary>What a step hides, or does not hide any more: seen by others than before.</summary>
    private static IEnumerable<Patch> Uncovered(Board before, Board after)
    {
        var concepts = before.Ideas.Values.Where(idea => idea.Record.Concept).Select(idea => idea.Record.Id);
        var files = before.Veil.Files.Values.SelectMany(own => own.Keys).Distinct().Where(after.Files.ContainsKey);
        return before.Veil.Things.Keys.Concat(concepts).Distinct().SelectMany(id => WithAllOfIt(before, after, id)).Distinct()
            .Concat(files.Where(hash => !before.Files.ContainsKey(hash)).Select(hash => Put(RecordKind.File, after.Files[hash])));
    }

    /// <summary>A thing that goes, or is seen by others than before, with what goes with it and what it leaves behind changed.</summary>
    private static IEnumerable<Patch> WithAllOfIt(Board before, Board after, string id) => WithAllOfIt(before, after, id, Thing(before, after, id));

    private static IEnumerable<Patch> WithAllOfIt(Board before, Board after, string id, Patch itself)
    {
        var rest = before.Ideas.TryGetValue(id, out var idea)
            ? idea.Comments.Select(c => Comment(before, after, c)).Concat(Owners(before, id).Select(participant => Mine(before, after, id, participant)))
            : before.Groups.TryGetValue(id, out var group) ? group.Ideas.Select(i => Idea(before, after, i))
            : [];
        return Things.HangingOn(before, id).Select(hanging => Thing(before, after, hanging)).Concat(rest).Append(itself);
    }

    /// <summary>What comes back, with what comes back with it: the same that went.</summary>
    private static IEnumerable<Patch> FromBin(Board before, Board after, RecordRestored e)
    {
        var what = before.Bin.Find(e.Kind, e.Id)!.What;
        return what.Thing is null
            ? [Comment(before, after, e.Id)]
            : what.Hanging.Where(hanging => Things.Find(after, hanging.Id) is not null).Select(hanging => Thing(before, after, hanging.Id))
                .Concat(what.Comments.Select(c => Comment(before, after, c.Id)))
                .Concat(what.Ballots.Keys.Concat(Owners(after, e.Id)).Distinct().Select(participant => Mine(before, after, e.Id, participant)))
                .Concat(what.Ideas.Select(id => Idea(before, after, id)))
                .Prepend(Thing(before, after, e.Id));
    }

    private static Patch Put(RecordKind kind, BoardRecord record) => new(Audience.Everyone, kind, null, record);

    private static Patch Settings(Board before, Board after) =>
        new(Audience.Everyone, RecordKind.Board, before.Exists ? before.Settings : null, after.Settings);

    private static Patch Person(Board before, Board after, string id) =>
        new(Audience.Everyone, RecordKind.Person, before.Members.GetValueOrDefault(id)?.Record, after.Members.GetValueOrDefault(id)?.Record);

    private static Patch Idea(Board before, Board after, string id) =>
        new(Audience.Everyone, RecordKind.Idea, before.Ideas.GetValueOrDefault(id)?.Record, after.Ideas.GetValueOrDefault(id)?.Record);

    /// <summary>A change of a body is told as what was typed, not as the whole text.</summary>
    private static Patch Body(Board before, Board after, string id) =>
        Thing(before, after, id) with { Text = after.RecentText.In(after.Seq) };

    private static Patch Thing(Board before, Board after, string id)
    {
        var (was, now) = (Things.Find(before, id), Things.Find(after, id));
        return new(Audience.Everyone, Things.KindOf((now ?? was)!), was, now);
    }

    private static Patch Proposal(ProposalRecord? before, ProposalRecord? after) => new(Audience.Everyone, RecordKind.Proposal, before, after);

    private static Patch Comment(Board before, Board after, string id) =>
        new(Audience.Everyone, RecordKind.Comment, before.Comments.GetValueOrDefault(id), after.Comments.GetValueOrDefault(id));

    private static Patch Invite(Board before, Board after, string id) =>
        new(Audience.Hosts, RecordKind.Invite, before.Invites.GetValueOrDefault(id)?.Record, after.Invites.GetValueOrDefault(id)?.Record);

    private static Patch Door(Board before, Board after) =>
        new(Audience.Hosts, RecordKind.Door, before.Exists ? before.Door.ToRecord(before.Settings.Approval) : null, after.Door.ToRecord(after.Settings.Approval));

    private static Patch Knock(Board before, Board after, string id) =>
        new(Audience.Hosts, RecordKind.Knock, before.Door.Knocks.GetValueOrDefault(id)?.Record, after.Door.Knocks.GetValueOrDefault(id)?.Record);

    private static Patch Banned(Board before, Board after, string id) =>
        new(Audience.Hosts, RecordKind.Banned, before.Door.Banned.GetValueOrDefault(id), after.Door.Banned.GetValueOrDefault(id));

    private static Patch Mine(Board before, Board after, string idea, string participant) => new(
        Audience.Only(participant),
        RecordKind.Mine,
        Mine(before, before.Ideas.GetValueOrDefault(idea), participant),
        Mine(after, after.Ideas.GetValueOrDefault(idea), participant));

    private static MineRecord? Mine(Board board, Idea? idea, string participant)
    {
        if (idea is null)
        {
            return null;
        }

        var ballot = idea.Ballots.GetValueOrDefault(participant, Ballot.None);
        var isAuthor = idea.Record.Author.Length == 0 && Authorship.Of(board, idea.Record) == participant;
        return ballot.IsEmpty && !isAuthor ? null : new MineRecord { Id = idea.Record.Id, Votes = ballot.Dots, Reactions = ballot.Reactions, Author = isAuthor };
    }

    /// <summary>Who has a record of their own on an idea.</summary>
    private static IEnumerable<string> Owners(Board board, string id) =>
        !board.Ideas.TryGetValue(id, out var idea) ? []
        : idea.Record.Author.Length > 0 ? idea.Ballots.Keys
        : idea.Ballots.Keys.Append(Authorship.Of(board, idea.Record)).Distinct();

    private static Role? RoleOf(Board board, string participant) => board.Members.GetValueOrDefault(participant)?.Record.Role ?? Embedding.RoleOf(board, participant);
}
