namespace CoCreate.Boards;

/// <summary>Turns committed events into what is sent: patches encoded once per audience.</summary>
internal static class BoardPublisher
{
    /// <summary>So many different texts for single participants are compared with, in one event.</summary>
    private const int MostShared = 8;

    private static readonly IEqualityComparer<Patch> _alike = EqualityComparer<Patch>.Create(
        (one, other) => ReferenceEquals(one.Before, other.Before) && ReferenceEquals(one.After, other.After) && ReferenceEquals(one.Text, other.Text));

    /// <summary>One event, split by audience.</summary>
    /// <param name="before">The board before it.</param>
    /// <param name="after">The board after it.</param>
    /// <param name="entry">The event.</param>
    /// <param name="completes">Whether it is the last event of its command.</param>
    public static CommittedEvent Encode(Board before, Board after, BoardEntry entry, bool completes)
    {
        var patches = BoardView.Patches(before, after, entry).ToList();
        return new CommittedEvent(
            Encode(patches, AudienceKind.Everyone),
            Encode(patches, AudienceKind.Hosts),
            Private(patches),
            completes ? OutcomeOf(entry) : null,
            BoardView.Access(before, after, entry),
            after.Agenda.IsMuted,
            Withholds(before, after, entry.Event));
    }

    /// <summary>A whole batch.</summary>
    public static CommittedEvent[] Encode(CommitBatch batch)
    {
        var events = new CommittedEvent[batch.Decided.Count];
        var before = batch.Before;
        for (var i = 0; i < events.Length; i++)
        {
            var (entry, after) = batch.Decided[i];
            events[i] = Encode(before, after, entry, completes: i == events.Length - 1 || !entry.IsSameCommand(batch.Decided[i + 1].Entry));
            before = after;
        }

        return events;
    }

    /// <summary>The committed board, split by audience.</summary>
    public static BoardSnapshot Snapshot(Board board, string participant, bool privateOnly) => new(
        board.Epoch,
        board.Seq,
        privateOnly ? [] : PatchEncoder.Encode(BoardView.Snapshot(board, "").Where(p => p.Audience.Kind == AudienceKind.Everyone)),
        PatchEncoder.Encode(BoardView.HostSnapshot(board)),
        board.Members.ContainsKey(participant) ? PatchEncoder.Encode(BoardView.PrivateSnapshot(board, participant)) : []);

    private static bool Withholds(Board before, Board after, BoardEvent fact) =>
        fact is ContributionsHidden or ConceptsKept { Kept: true } || ModerationChanges.WaitsAgain(before, after, fact).Length > 0;

    private static Outcome? OutcomeOf(BoardEntry entry) =>
        entry.Client.Length == 0 ? null : new Outcome(entry.Client, entry.Number, (entry.Event as CommandRefused)?.Code);

    private static byte[] Encode(List<Patch> patches, AudienceKind kind) =>
        patches.Exists(p => p.Audience.Kind == kind) ? PatchEncoder.Encode(patches.Where(p => p.Audience.Kind == kind)) : [];

    private static PrivatePatches[] Private(List<Patch> patches) =>
        patches.Exists(p => p.Audience.Kind == AudienceKind.Participant)
            ? EncodeOnce(patches.Where(p => p.Audience.Kind == AudienceKind.Participant).GroupBy(p => p.Audience.Participant))
            : [];

    /// <summary>What several participants are told alike, such as all of a segment, is encoded once for all of them.</summary>
    private static PrivatePatches[] EncodeOnce(IEnumerable<IGrouping<string, Patch>> people)
    {
        var known = new List<(Patch[] Patches, byte[] Bytes)>();
        var all = new List<PrivatePatches>();
        foreach (var own in people)
        {
            Patch[] patches = [.. own];
            var found = known.Find(each => each.Patches.AsSpan().SequenceEqual(patches, _alike));
            if (found.Bytes is null)
            {
                found = (patches, PatchEncoder.Encode(patches));
                known = known.Count < MostShared ? [.. known, found] : known;
            }

            all.Add(new PrivatePatches(own.Key, found.Bytes));
        }

        return [.. all];
    }
}
