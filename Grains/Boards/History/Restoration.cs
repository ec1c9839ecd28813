namespace CoCreate.Boards;

/// <summary>How a board is brought back to what it was: the facts that make of it what it was then, in three steps. Pure. What was emptied from the bin for good stays gone;
/// people, roles, invites, the session's status, the vote budget, dots and reactions stay as they are.</summary>
internal static class Restoration
{
    /// <summary>The three steps, in their order: first all that is needed is there, then what is not goes, then the rest is changed.</summary>
    public static IReadOnlyList<RestorationStep> Steps { get; } = [RestorationStep.ComeBack, RestorationStep.Go, RestorationStep.Become];

    private static readonly RecordKind[] _comingBack = [RecordKind.Group, RecordKind.Idea, RecordKind.Connector, RecordKind.Comment];

    /// <summary>What a step is about: what differs between then and now when it begins.</summary>
    public static List<(RecordKind Kind, string Id)> Plan(RestorationStep step, Board then, Board now) => step switch
    {
        RestorationStep.ComeBack => [.. _comingBack.SelectMany(kind => Missing(kind, then, now))],
        RestorationStep.Go => [.. _comingBack.Reverse().SelectMany(kind => Missing(kind, now, then))],
        _ => [.. _comingBack.SelectMany(kind => Ids(then, kind).Select(id => (kind, id))).Prepend((RecordKind.Board, "board")).Where(key => Become(then, now, key).Any())],
    };

    /// <summary>The facts for one thing, decided on the board as it is at that moment; none when there is nothing to do any more.</summary>
    public static IEnumerable<BoardEvent> Facts(RestorationStep step, Board then, Board now, (RecordKind Kind, string Id) key) => step switch
    {
        RestorationStep.ComeBack => CanComeBack(now, key) ? [new RecordRestored(key.Kind, key.Id)] : [],
        RestorationStep.Go => Find(now, key) is null ? [] : [Removed(key)],
        _ => Become(then, now, key),
    };

    private static IEnumerable<(RecordKind Kind, string Id)> Missing(RecordKind kind, Board here, Board there) =>
        Ids(here, kind).Where(id => Find(there, (kind, id)) is null).Select(id => (kind, id));

    private static IEnumerable<string> Ids(Board board, RecordKind kind) => kind switch
    {
        RecordKind.Idea => board.Ideas.Keys,
        RecordKind.Group => board.Groups.Keys,
        RecordKind.Connector => board.Connectors.Keys,
        RecordKind.Comment => board.Comments.Keys,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Restoring does not cover this kind; say how it comes back."),
    };

    private static BoardRecord? Find(Board board, (RecordKind Kind, string Id) key) => key.Kind switch
    {
        RecordKind.Board => board.Settings,
        RecordKind.Idea => board.Ideas.GetValueOrDefault(key.Id)?.Record,
        RecordKind.Group => board.Groups.GetValueOrDefault(key.Id)?.Record,
        RecordKind.Connector => board.Connectors.GetValueOrDefault(key.Id),
        RecordKind.Comment => board.Comments.GetValueOrDefault(key.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Kind, "Restoring does not cover this kind; say where it is."),
    };

    private static bool CanComeBack(Board now, (RecordKind Kind, string Id) key) =>
        Find(now, key) is null && now.Bin.Find(key.Kind, key.Id)?.What switch
        {
            null => false,
            BinnedConnector { Connector: var connector } => now.Ideas.ContainsKey(connector.From) && now.Ideas.ContainsKey(connector.To),
            BinnedComment { Comment: var comment } => now.Ideas.ContainsKey(comment.Idea),
            _ => true,
        };

    private static BoardEvent Removed((RecordKind Kind, string Id) key) => key.Kind switch
    {
        RecordKind.Idea => new IdeaRemoved(key.Id),
        RecordKind.Group => new GroupRemoved(key.Id),
        RecordKind.Connector => new ConnectorRemoved(key.Id),
        RecordKind.Comment => new CommentRemoved(key.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Kind, "Restoring does not cover this kind; say how it goes."),
    };

    private static IEnumerable<BoardEvent> Become(Board then, Board now, (RecordKind Kind, string Id) key) => (Find(then, key), Find(now, key)) switch
    {
        (BoardSettingsRecord was, BoardSettingsRecord i) =>
            When(was.Title != i.Title, new BoardRenamed(was.Title)).Concat(When(was.Brief != i.Brief, new BriefWritten(was.Brief))),
        (IdeaRecord was, IdeaRecord i) => Idea(now, was, i),
        (GroupRecord was, GroupRecord i) => When(was.Title != i.Title, new GroupRetitled(was.Id, was.Title))
            .Concat(When(Box(was) != Box(i), new GroupResized(was.Id, was.X, was.Y, was.Width, was.Height))),
        (ConnectorRecord was, ConnectorRecord i) => When(was.Label != i.Label, new ConnectorRelabelled(was.Id, was.Label)),
        (CommentRecord was, CommentRecord i) => When(was.Text != i.Text, new CommentEdited(was.Id, was.Text)),
        _ => [],
    };

    private static IEnumerable<BoardEvent> Idea(Board now, IdeaRecord was, IdeaRecord i)
    {
        var group = now.Groups.ContainsKey(was.Group) ? was.Group : "";
        return When(was.Title != i.Title, new IdeaRetitled(was.Id, was.Title))
            .Concat(When(was.Body != i.Body, new IdeaBodyWritten(was.Id, was.Body)))
            .Concat(When(was.Colour != i.Colour, new IdeaRecoloured(was.Id, was.Colour)))
            .Concat(When((was.X, was.Y) != (i.X, i.Y), new IdeasMoved([new Move(was.Id, was.X, was.Y)])))
            .Concat(When(was.Order != i.Order, new IdeaReordered(was.Id, was.Order)))
            .Concat(When(group != i.Group, group.Length == 0 ? new IdeasUngrouped([was.Id]) : new IdeasGrouped(group, [was.Id])));
    }

    private static (double, double, double, double) Box(GroupRecord group) => (group.X, group.Y, group.Width, group.Height);

    private static IEnumerable<BoardEvent> When(bool differs, BoardEvent fact) => differs ? [fact] : [];
}

/// <summary>A step of bringing a board back.</summary>
internal enum RestorationStep
{
    /// <summary>What was there then, and is in the bin now, comes back.</summary>
    ComeBack,

    /// <summary>What was not there then goes to the bin.</summary>
    Go,

    /// <summary>What is there becomes what it was.</summary>
    Become,
}
