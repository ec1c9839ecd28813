namespace CoCreate.Boards;

/// <summary>How a board is brought back to what it was: the facts that make of it what it was then, in three steps. Pure. What was emptied from the bin for good stays gone;
/// people, roles, invites, the session's status, the vote budget, dots, reactions and locks stay as they are.</summary>
internal static class Restoration
{
    private const string SettingsId = "board";

    /// <summary>The three steps, in their order: first all that is needed comes back, then all becomes what it was, then the rest goes.</summary>
    public static IReadOnlyList<RestorationStep> Steps { get; } = [RestorationStep.ComeBack, RestorationStep.Become, RestorationStep.Go];

    /// <summary>What a step is about: what differs between then and now when it begins, things before what hangs on them.</summary>
    public static List<RestorationKey> Plan(RestorationStep step, Board then, Board now) => step switch
    {
        RestorationStep.ComeBack => ComeBack(then, now),
        RestorationStep.Go => [.. Keys(now).Where(key => Find(then, key) is null && IsOpen(now, key)).Reverse()],
        _ => [.. Keys(then).Prepend(new RestorationKey(RecordKind.Board, SettingsId)).Where(key => IsOpen(then, key) && IsOpen(now, key) && Become(then, now, key).Any())],
    };

    /// <summary>The facts for one thing, decided on the board as it is at that moment; none when there is nothing to do any more.</summary>
    public static IEnumerable<BoardEvent> Facts(RestorationStep step, Board then, Board now, RestorationKey key) => step switch
    {
        RestorationStep.ComeBack => CanComeBack(now, key) ? [new RecordRestored(key.Kind, key.Id)] : [],
        RestorationStep.Go => Find(now, key) is null ? [] : [key.Kind == RecordKind.Comment ? new CommentRemoved(key.Id) : new ThingsRemoved([key.Id])],
        _ => Become(then, now, key),
    };

    /// <summary>Whether everyone sees it. What was hidden then stays as it is now: nobody is shown the words of before it was revealed.</summary>
    private static bool IsOpen(Board board, RestorationKey key) => Find(board, key) is not { } record || Seen.By(board, record).IsEveryone;

    /// <summary>What was there then and is not now. A connector that was at other things when it went needs those to come back; it is drawn where it was next, and they go again.</summary>
    private static List<RestorationKey> ComeBack(Board then, Board now)
    {
        List<RestorationKey> missing = [.. Keys(then).Where(key => Find(now, key) is null)];
        var connectors = missing.Where(key => key.Kind == RecordKind.Connector).Select(key => key.Id).ToHashSet();
        var ends = now.Bin.Items.Values
            .SelectMany(item => item.What.Thing is { } thing ? item.What.Hanging.Append(thing) : [])
            .OfType<ConnectorRecord>()
            .Where(connector => connectors.Contains(connector.Id))
            .SelectMany(connector => new[] { connector.From, connector.To })
            .Select(end => now.Bin.Find(isComment: false, end)?.What)
            .OfType<Binned>()
            .Select(what => new RestorationKey(what.Kind, what.Id));
        return [.. ends.Distinct().Concat(missing).Distinct()];
    }

    private static IEnumerable<RestorationKey> Keys(Board board) =>
        board.Groups.Keys.Select(id => new RestorationKey(RecordKind.Group, id))
            .Concat(board.Ideas.Keys.Select(id => new RestorationKey(RecordKind.Idea, id)))
            .Concat(board.Frames.Keys.Select(id => new RestorationKey(RecordKind.Frame, id)))
            .Concat(board.Notes.Keys.Select(id => new RestorationKey(RecordKind.Note, id)))
            .Concat(board.Images.Keys.Select(id => new RestorationKey(RecordKind.Image, id)))
            .Concat(board.Connectors.Keys.Select(id => new RestorationKey(RecordKind.Connector, id)))
            .Concat(board.Stamps.Keys.Select(id => new RestorationKey(RecordKind.Stamp, id)))
            .Concat(board.Comments.Keys.Select(id => new RestorationKey(RecordKind.Comment, id)));

    private static BoardRecord? Find(Board board, RestorationKey key) => key.Kind switch
    {
        RecordKind.Board => board.Settings,
        RecordKind.Comment => board.Comments.GetValueOrDefault(key.Id),
        _ => Things.Find(board, key.Id),
    };

    private static bool CanComeBack(Board now, RestorationKey key) =>
        Find(now, key) is null && now.Bin.Find(key.Kind, key.Id) is { IsPrivate: false } item && item.What switch
        {
            { Comment: { } comment } => now.Ideas.ContainsKey(comment.Idea),
            { Thing: ConnectorRecord connector } => Things.Find(now, connector.From) is not null && Things.Find(now, connector.To) is not null,
            { Thing: StampRecord { On.Length: > 0 } stamp } => Things.Find(now, stamp.On) is not null,
            _ => true,
        };

    private static IEnumerable<BoardEvent> Become(Board then, Board now, RestorationKey key) => (Find(then, key), Find(now, key)) switch
    {
        (BoardSettingsRecord was, BoardSettingsRecord i) =>
            When(was.Title != i.Title, new BoardRenamed(was.Title)).Concat(When(was.Brief != i.Brief, new BriefWritten(was.Brief))),
        (CommentRecord was, CommentRecord i) => When(was.Text != i.Text, new CommentEdited(was.Id, was.Text)),
        (ThingRecord was, ThingRecord i) => When(was.Order != i.Order, new ThingsReordered([new Rank(was.Id, was.Order)]))
            .Concat(Place(was, i)).Concat(Words(was, i)).Concat(Rest(now, was, i)),
        _ => [],
    };

    private static IEnumerable<BoardEvent> Place(ThingRecord was, ThingRecord i) => (was, i) switch
    {
        (SizedRecord w, SizedRecord n) => When(
            (w.X, w.Y, w.Width, w.Height) != (n.X, n.Y, n.Width, n.Height), new ThingResized(w.Id, w.X, w.Y, w.Width, w.Height)),
        (PlacedRecord w, PlacedRecord n) => When((w.X, w.Y) != (n.X, n.Y), new ThingsMoved([new Move(w.Id, w.X, w.Y)])),
        _ => [],
    };

    private static IEnumerable<BoardEvent> Words(ThingRecord was, ThingRecord i)
    {
        // Of a group that everyone sees, hosts may have held the title then, or hold it now.
        var words = Wording.Of(was);
        return words == Wording.Of(i) || was.Held != Holding.None || i.Held != Holding.None ? [] : [new ThingWritten(was.Id, words)];
    }

    private static IEnumerable<BoardEvent> Rest(Board now, ThingRecord was, ThingRecord i) => (was, i) switch
    {
        (IdeaRecord w, IdeaRecord n) => Idea(now, w, n),
        (NoteRecord w, NoteRecord n) => When(w.Size != n.Size, new NoteSized(w.Id, w.Size)),
        (ConnectorRecord w, ConnectorRecord n) => When(
            (w.From, w.To) != (n.From, n.To) && Things.Find(now, w.From) is not null && Things.Find(now, w.To) is not null, new ConnectorAttached(w.Id, w.From, w.To)),
        _ => [],
    };

    private static IEnumerable<BoardEvent> Idea(Board now, IdeaRecord was, IdeaRecord i)
    {
        var group = now.Groups.ContainsKey(was.Group) ? was.Group : "";
        var tags = was.Tags.SequenceEqual(i.Tags);
        return When(was.Title != i.Title, new IdeaRetitled(was.Id, was.Title))
            .Concat(When(was.Body != i.Body, new IdeaBodyWritten(was.Id, was.Body)))
            .Concat(When(was.Colour != i.Colour, new IdeaRecoloured(was.Id, was.Colour)))
            .Concat(When((was.File, was.Alt) != (i.File, i.Alt), new IdeaFileAttached(was.Id, was.File, was.Alt)))
            .Concat(tags ? [] : i.Tags.Select(tag => new IdeasUntagged([was.Id], tag)))
            .Concat(tags ? [] : was.Tags.Select(tag => new IdeasTagged([was.Id], tag)))
            .Concat(When(group != i.Group, group.Length == 0 ? new IdeasUngrouped([was.Id]) : new IdeasGrouped(group, [was.Id])));
    }

    private static IEnumerable<BoardEvent> When(bool differs, BoardEvent fact) => differs ? [fact] : [];
}

/// <summary>A record that restoring is about.</summary>
internal readonly record struct RestorationKey(RecordKind Kind, string Id);

/// <summary>A step of bringing a board back.</summary>
internal enum RestorationStep
{
    /// <summary>What was there then, and is in the bin now, comes back.</summary>
    ComeBack,

    /// <summary>What is there becomes what it was.</summary>
    Become,

    /// <summary>What was not there then goes to the bin.</summary>
    Go,
}
