using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>Turns a board and a fact into the next board. Pure, and never refuses: a fact has been decided. What cannot be applied is a bug or a
/// damaged journal, and throws.</summary>
public static class BoardApplier
{
    /// <summary>The board after <paramref name="entry"/>, whose seq must be the next one.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one.</exception>
    public static Board Apply(Board board, BoardEntry entry)
    {
        if (entry.Seq != board.Seq + 1)
        {
            throw new InvalidOperationException($"Event {entry.Seq} does not follow version {board.Seq}.");
        }

        var after = Apply(board with { Seq = entry.Seq, Clients = Remember(board, entry) }, entry, entry.Event);
        after = ProposalChanges.MayHide(entry.Event) || ModerationChanges.ChangesHolding(board, after, entry.Event) ? ProposalChanges.Follow(after) : after;
        return VoteChanges.Follow(board, VoteChanges.Recount(board, after, WhoseStanding(board, after, entry)), entry);
    }

    private static Board Apply(Board board, BoardEntry entry, BoardEvent fact)
    {
        var after = ModerationChanges.Wait(board, Change(board, entry, fact), entry.Actor, fact);
        return board.Agenda.IsMuted || !ReferenceEquals(board.Sealed, SealedAuthors.None) ? VeilChanges.Cover(after, entry, fact) : after;
    }

    private static Board Change(Board board, BoardEntry entry, BoardEvent fact) => fact switch
    {
        BoardCreated e => PeopleChanges.Created(board, entry, e),
        BoardRenamed e => board with { Settings = board.Settings with { Title = e.Title } },
        BriefWritten e => board with { Settings = board.Settings with { Brief = e.Brief } },
        VoteBudgetSet e => board with { Settings = board.Settings with { VoteBudget = e.Dots } },
        SessionOpened => board with { Settings = board.Settings with { Status = SessionStatus.Open } },
        SessionClosed => board with { Settings = board.Settings with { Status = SessionStatus.Closed } },

        IdeaAdded e => IdeaChanges.Added(board, entry, e),
        IdeaRetitled e => IdeaChanges.Change(board, e.Id, idea => idea with { Title = e.Title }),
        IdeaBodyWritten e => BodyChanges.Written(board, entry.Seq, e),
        IdeaBodyChanged e => BodyChanges.Changed(board, entry.Seq, e.Id, e.Changes),
        IdeaRecoloured e => IdeaChanges.Change(board, e.Id, idea => idea with { Colour = e.Colour }),
        IdeaFileAttached e => IdeaChanges.Change(board, e.Id, idea => idea with { File = e.File, Alt = e.Alt }),
        IdeasTagged e => IdeaChanges.Tagged(board, e),
        IdeasUntagged e => IdeaChanges.Untagged(board, e),

        GroupAdded e => GroupChanges.Added(board, entry, e),
        IdeasGrouped e => GroupChanges.Grouped(board, e.Group, e.Ideas),
        IdeasUngrouped e => GroupChanges.Grouped(board, "", e.Ideas),

        ProposalBegun e => ProposalChanges.Begun(board, entry, e),
        GroupsProposed e => ProposalChanges.Proposed(board, e),
        ClusterTaken e => ProposalChanges.Taken(board, e),
        ClusterLeft e => ProposalChanges.Left(board, e),
        ProposalDropped => board with { Proposal = null },

        ConnectorAdded e => ConnectorChanges.Added(board, entry, e),
        ConnectorAttached e => ConnectorChanges.Attached(board, e),

        FrameAdded e => ObjectChanges.FrameAdded(board, entry, e),
        NoteAdded e => ObjectChanges.NoteAdded(board, entry, e),
        NoteSized e => board with { Notes = board.Notes.SetItem(e.Id, board.Notes[e.Id] with { Size = e.Size }) },
        ImageAdded e => ObjectChanges.ImageAdded(board, entry, e),
        StampAdded e => ObjectChanges.StampAdded(board, entry, e),
        FileAttached e => ObjectChanges.FileAttached(board, entry, e),

        ThingsMoved e => ThingChanges.Moved(board, e),
        ThingResized e => ThingChanges.Resized(board, e),
        ThingsReordered e => ThingChanges.Reordered(board, e),
        ThingsLocked e => ThingChanges.Locked(board, entry.Actor, e),
        ThingWritten e => ThingChanges.Written(board, e),
        ThingsRemoved e => ThingChanges.Removed(board, entry, e),

        CommentAdded e => TalkChanges.Commented(board, entry, e),
        CommentEdited e => TalkChanges.Edited(board, entry.Actor, e),
        CommentRemoved e => TalkChanges.Uncommented(BinChanges.Put(board, entry, Binned.Of(board.Comments[e.Id]), TalkChanges.VeiledOf(board, e.Id)), e.Id),
        ReactionAdded e => BallotChanges.Reacted(board, entry, e.Idea, e.Reaction, given: true),
        ReactionWithdrawn e => BallotChanges.Reacted(board, entry, e.Idea, e.Reaction, given: false),

        VoteCast e => BallotChanges.Voted(board, entry, e.Idea, e.Dots),
        VoteWithdrawn e => BallotChanges.Voted(board, entry, e.Idea, -e.Dots),

        ParticipantEntered e => PeopleChanges.Entered(board, entry.Actor, e),
        ProfileChanged e => PeopleChanges.Change(board, entry.Actor, person => person with { Name = e.Name, Colour = e.Colour }),
        RoleAssigned e => PeopleChanges.RoleAssigned(board, e),
        SegmentAssigned e => e.People.Aggregate(board, (next, id) => PeopleChanges.Change(next, id, person => person with { Segment = e.Segment })),
        ParticipantRemoved e => PeopleChanges.Removed(board, e),
        InviteMade e => PeopleChanges.InviteMade(board, e),
        InviteRevoked e => PeopleChanges.InviteRevoked(board, e),

        AgendaSet e => AgendaChanges.Planned(board, e),
        StepBegun e => AgendaChanges.Begun(board, entry, e),
        AgendaEnded => AgendaChanges.Ended(board),
        HiddenRevealed => AgendaChanges.Revealed(board),
        TimerSet e => TimeChanges.Set(board, entry.At, e),
        TimeGiven e => TimeChanges.Given(board, e),
        TimeAsked e => TimeChanges.Asked(board, entry, e),
        TimeDeclined e => TimeChanges.Declined(board, e),
        RulesChanged e => AgendaChanges.RulesChanged(board, entry, e),
        RulesAccepted e => AgendaChanges.RulesAccepted(board, entry.Actor, e),
        ReadySaid e => AgendaChanges.ReadySaid(board, entry, e),
        ConceptsKept e => AgendaChanges.ConceptsKept(board, e),
        SheetTaken e => AgendaChanges.SheetTaken(board, e),
        DoorSet e => DoorChanges.Set(board, e),
        PolicyWritten e => board with { Settings = board.Settings with { Policy = e.Policy } },
        ParticipantKnocked e => DoorChanges.Knocked(board, entry, e),
        ParticipantsAdmitted e => DoorChanges.Admitted(board, e),
        ParticipantTurnedAway e => DoorChanges.TurnedAway(board, entry, e),
        ParticipantBanned e => DoorChanges.Banned(board, entry, e),
        ParticipantUnbanned e => DoorChanges.Unbanned(board, e),

        ApprovalSet e => board with { Settings = board.Settings with { Approval = e.On }, ApprovesAll = e.On && e.All },
        ContributionsApproved e => ModerationChanges.Hold(board, e.Ids, Holding.None, "", held => held == Holding.Waiting),
        ContributionsHidden e => ModerationChanges.Hold(board, e.Ids, Holding.Hidden, e.Reason, held => held != Holding.Hidden),
        ContributionsShown e => ModerationChanges.Hold(board, e.Ids, Holding.None, "", held => held == Holding.Hidden),

        RecordRestored e => BinChanges.Restored(board, e),
        BinEmptied e => board with { Bin = board.Bin.EmptiedThrough(e.Through) },
        PointMarked e => board with { Points = board.Points.SetItem(e.Id, new RestorePoint(e.Id, e.Name, entry.Seq, entry.At, entry.Actor)) },
        PointRemoved e => board with { Points = board.Points.Remove(e.Id) },
        BoardBroughtBack => board,
        TookOver e => Apply(board, entry with { Actor = e.Actor, At = e.At, Event = e.Event }, e.Event),

        VoteOpened e => VoteChanges.Opened(board, entry, e),
        VoteClosed e => VoteChanges.Closed(board, entry, e),
        VoteRemoved e => board with { Votes = board.Votes.Remove(e.Id) },
        OptionPriced e => VoteChanges.Priced(board, e),
        OptionsMerged e => VoteChanges.Merged(board, e),
        BallotDealt e => PaperChanges.Dealt(board, entry.Actor, e),
        OptionMarked e => PaperChanges.Marked(board, entry, e),
        OptionsRanked e => PaperChanges.Ranked(board, entry, e),
        PairCompared e => PaperChanges.Compared(board, entry, e),
        BallotFinished e => PaperChanges.Finished(board, entry, e),

        CommandRefused => board,
        BoardRestored e => board with { Epoch = e.Epoch },

        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This event cannot be applied; say what it changes."),
    };

    /// <summary>Whose right to vote may be another one: all whose role or segment changed.</summary>
    private static IEnumerable<string> WhoseStanding(Board before, Board after, BoardEntry entry) => after.Votes.IsEmpty ? []
        : entry.Event is ParticipantEntered ? [entry.Actor]
        : entry.Event is SegmentAssigned assigned ? assigned.People
        : BoardView.Access(before, after, entry).Select(change => change.Participant);

    /// <summary>Notes in the duplicate table that this browser session's command is decided.</summary>
    private static ImmutableDictionary<string, ClientLog> Remember(Board board, BoardEntry entry)
    {
        if (entry.Client.Length == 0)
        {
            return board.Clients;
        }

        var log = board.Clients.GetValueOrDefault(entry.Client) ?? new ClientLog(entry.Actor, 0, 0, []);
        var refusals = Remembered(log.Refusals, entry.Number);
        if (entry.Event is CommandRefused refused)
        {
            refusals = refusals.Add(new NumberedRefusal(entry.Number, refused.Code));
        }

        var clients = board.Clients.SetItem(entry.Client, log with { Last = entry.Number, UsedAt = entry.Seq, Refusals = refusals });
        return clients.Count > Limits.ClientsPerBoard ? ForgetOldest(clients) : clients;
    }

    /// <summary>Without the refusals that no good client can ask about any more.</summary>
    private static ImmutableList<NumberedRefusal> Remembered(ImmutableList<NumberedRefusal> refusals, long last) =>
        !refusals.IsEmpty && refusals[0].Number <= last - Limits.UnsettledPerClient
            ? refusals.RemoveAll(r => r.Number <= last - Limits.UnsettledPerClient)
            : refusals;

    /// <summary>Forgets a tenth at once, so that the search for the oldest is seldom.</summary>
    private static ImmutableDictionary<string, ClientLog> ForgetOldest(ImmutableDictionary<string, ClientLog> clients) =>
        clients.RemoveRange(clients.OrderBy(c => c.Value.UsedAt).Take(Limits.ClientsPerBoard / 10).Select(c => c.Key));
}
