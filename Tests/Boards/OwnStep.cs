using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>What one of a person's commands changed, as that person sees it, and how it is taken back: what a browser does (WebClient/App/src/sync/steps), said in C#, so that
/// the server can be the judge of it.</summary>
internal sealed class OwnStep(string actor, IReadOnlyList<OwnChange> changes)
{
    private static readonly RecordKind[] _comingBack =
    [
        RecordKind.Group, RecordKind.Idea, RecordKind.Frame, RecordKind.Note, RecordKind.Image, RecordKind.Connector, RecordKind.Stamp, RecordKind.Comment,
    ];

    /// <summary>Each record that changed, once.</summary>
    public IReadOnlyList<OwnChange> Changes => changes;

    /// <summary>What the events of one command changed for the person who ordered it.</summary>
    public static OwnStep Of(string actor, IEnumerable<(Board Before, BoardEntry Entry, Board After)> events)
    {
        var found = new Dictionary<(RecordKind, string), OwnChange>();
        foreach (var patch in events.SelectMany(e => BoardView.Patches(e.Before, e.After, e.Entry)))
        {
            if (patch.Audience.Kind == AudienceKind.Everyone || patch.Audience.Participant == actor)
            {
                var key = (patch.Kind, (patch.After ?? patch.Before!).Id);
                var before = found.TryGetValue(key, out var known) ? known.Before : patch.Before;
                found[key] = new OwnChange(patch.Kind, key.Item2, before, patch.After);
            }
        }

        return new OwnStep(actor, [.. found.Values.Where(c => !Equals(c.Before, c.After))]);
    }

    /// <summary>The commands that take it back; none for what cannot be.</summary>
    public IEnumerable<TakeBack> Inverse() =>
        Restores().Concat(changes.OrderBy(change => (Array.IndexOf(_comingBack, change.Kind) + _comingBack.Length + 1) % (_comingBack.Length + 1)).SelectMany(Fields)).Concat(Removals()).Chunk(Limits.PartsPerTakeBack).Select(parts => new TakeBack(parts));

    /// <summary>What went last comes back first, so that each finds what it belonged to.</summary>
    private IEnumerable<TakeBackPart> Restores() =>
        from kind in _comingBack
        from change in changes.Reverse()
        where change.Kind == kind && change.IsRemoval && !ParentsOf(change.Before!).Any(parent => changes.Any(c => c.Id == parent && c.IsRemoval))
        select new TakeBackPart(new Restore(kind, change.Id), [], -1);

    /// <summary>A connector goes with the first of its ends that goes; it does not hang on the other any more.</summary>
    private IEnumerable<TakeBackPart> Removals()
    {
        var gone = new HashSet<string>();
        return
            from kind in _comingBack.Reverse()
            from change in changes
            where change.Kind == kind && change.IsAddition && !ParentsOf(change.After!).Any(parent => changes.Any(c => c.Id == parent && c.IsAddition))
            select new TakeBackPart(Remove(change), [.. Setters(change.After!)], Hanging(change, gone));
    }

    private IEnumerable<TakeBackPart> Fields(OwnChange change)
    {
        if (change.Kind == RecordKind.Mine)
        {
            return changes.Any(c => c.Kind == RecordKind.Idea && c.Id == change.Id && (c.IsAddition || c.IsRemoval)) ? [] : Mine(change);
        }

        return change.IsAddition || change.IsRemoval
            ? []
            : Setters(change.Before!).Zip(Setters(change.After!))
                .Where(pair => !Same(pair.First, pair.Second) && !(pair.First is UngroupIdeas && CameIntoNewGroup(change)))
                .Select(pair => new TakeBackPart(pair.First, [pair.Second], -1))
                .Concat(Tags(change.Before, change.After));
    }

    private static IEnumerable<TakeBackPart> Tags(BoardRecord? before, BoardRecord? after) => (before, after) is (IdeaRecord was, IdeaRecord now)
        ? now.Tags.Except(was.Tags).Select(tag => new TakeBackPart(new UntagIdeas([now.Id], tag), [], -1))
            .Concat(was.Tags.Except(now.Tags).Select(tag => new TakeBackPart(new TagIdeas([now.Id], tag), [], -1)))
        : [];

    private static IEnumerable<TakeBackPart> Mine(OwnChange change)
    {
        var none = new MineRecord { Id = change.Id, Votes = 0, Reactions = [], Author = false };
        var (before, after) = ((MineRecord)(change.Before ?? none), (MineRecord)(change.After ?? none));
        var dots = after.Votes - before.Votes;
        var commands = (dots > 0 ? [new WithdrawVote(change.Id, dots)] : dots < 0 ? [new CastVote(change.Id, -dots)] : Array.Empty<ClientCommand>())
            .Concat(after.Reactions.Except(before.Reactions).Select(r => new WithdrawReaction(change.Id, r)))
            .Concat(before.Reactions.Except(after.Reactions).Select(r => new AddReaction(change.Id, r)));
        return commands.Select(command => new TakeBackPart(command, [], -1));
    }

    /// <summary>The commands that make a record what it is, one for each way in which it can be changed, always in the same order.</summary>
    public static IEnumerable<ClientCommand> Setters(BoardRecord record) => record switch
    {
        IdeaRecord r =>
        [
            new ReorderThings([new Rank(r.Id, r.Order)]), new MoveThings([new Move(r.Id, r.X, r.Y)]), new RetitleIdea(r.Id, r.Title), new WriteIdeaBody(r.Id, r.Body),
            new RecolourIdea(r.Id, r.Colour), r.Group.Length == 0 ? new UngroupIdeas([r.Id]) : new GroupIdeas(r.Group, [r.Id]), new AttachToIdea(r.Id, r.File, r.Alt),
        ],
        ConnectorRecord r => [new ReorderThings([new Rank(r.Id, r.Order)]), new AttachConnector(r.Id, r.From, r.To), new WriteThing(r.Id, r.Label)],
        StampRecord r => [new ReorderThings([new Rank(r.Id, r.Order)]), new MoveThings([new Move(r.Id, r.X, r.Y)])],
        SizedRecord r => [new ReorderThings([new Rank(r.Id, r.Order)]), new ResizeThing(r.Id, r.X, r.Y, r.Width, r.Height), .. OfSized(r)],
        CommentRecord r => [new EditComment(r.Id, r.Text)],
        BoardSettingsRecord r => [new RenameBoard(r.Title), new WriteBrief(r.Brief), new SetVoteBudget(r.VoteBudget), new WritePolicy(r.Policy)],
        _ => [],
    };

    private static IEnumerable<ClientCommand> OfSized(SizedRecord record) => record switch
    {
        GroupRecord r => [new WriteThing(r.Id, r.Title)],
        FrameRecord r => [new WriteThing(r.Id, r.Title)],
        NoteRecord r => [new WriteThing(r.Id, r.Text), new SizeNote(r.Id, r.Size)],
        ImageRecord r => [new WriteThing(r.Id, r.Alt)],
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType().Name, "How is this set?"),
    };

    /// <summary>Whether two commands order the same; arrays in them are compared by what is in them.</summary>
    public static bool Same(ClientCommand one, ClientCommand other) => (one, other) switch
    {
        (MoveThings a, MoveThings b) => a.Moves.SequenceEqual(b.Moves),
        (ReorderThings a, ReorderThings b) => a.Ranks.SequenceEqual(b.Ranks),
        (GroupIdeas a, GroupIdeas b) => a.Group == b.Group && a.Ideas.SequenceEqual(b.Ideas),
        (UngroupIdeas a, UngroupIdeas b) => a.Ideas.SequenceEqual(b.Ideas),
        _ => one == other,
    };

    private static ClientCommand Remove(OwnChange change) =>
        change.Kind == RecordKind.Comment ? new RemoveComment(change.Id) : new RemoveThings([change.Id]);

    /// <summary>An idea without a group that came into one which came with it goes out of it with that group.</summary>
    private bool CameIntoNewGroup(OwnChange change) =>
        change is { Before: IdeaRecord { Group: "" }, After: IdeaRecord { Group.Length: > 0 } after }
        && changes.Any(c => c.Kind == RecordKind.Group && c.Id == after.Group && c.IsAddition);

    private int Hanging(OwnChange change, HashSet<string> gone)
    {
        var along = changes.Count(c => c.IsAddition && c.Kind != RecordKind.Mine && ParentsOf(c.After!).Contains(change.Id) && gone.Add(c.Id));
        if (change.After is GroupRecord)
        {
            return along + changes.Count(c => CameIntoNewGroup(c) && ((IdeaRecord)c.After!).Group == change.Id);
        }

        if (change.After is not IdeaRecord after)
        {
            return along;
        }

        var mine = changes.FirstOrDefault(c => c.Kind == RecordKind.Mine && c.Id == change.Id)?.After as MineRecord;
        return along + after.Votes - (mine?.Votes ?? 0) + after.Reactions.Values.Sum() - (mine?.Reactions.Count ?? 0);
    }

    private static string[] ParentsOf(BoardRecord record) => record switch
    {
        CommentRecord r => [r.Idea],
        ConnectorRecord r => [r.From, r.To],
        StampRecord { On.Length: > 0 } r => [r.On],
        _ => [],
    };

    /// <summary>Whose step it is.</summary>
    public string Actor => actor;
}

/// <summary>One record before and after a step; null for none.</summary>
internal sealed record OwnChange(RecordKind Kind, string Id, BoardRecord? Before, BoardRecord? After)
{
    public bool IsAddition => Before is null;

    public bool IsRemoval => After is null;
}
