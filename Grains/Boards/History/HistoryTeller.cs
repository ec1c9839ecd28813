using System.Reflection;
using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>Says of an event what it is in a board's history, and who may read that. Pure. It needs no case for a new event: its name is the act, and the records that
/// everyone sees changing are what it is about.</summary>
internal static class HistoryTeller
{
    private static readonly Dictionary<Type, string> _acts = typeof(BoardEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(each => each.DerivedType, each => ((string)each.TypeDiscriminator!).Split('/')[0]);

    private static readonly (string Prefix, RecordKind Kind)[] _kinds =
        [("idea", RecordKind.Idea), ("group", RecordKind.Group), ("connector", RecordKind.Connector), ("comment", RecordKind.Comment)];

    /// <summary>What an event is in the history; null for what is no news to anybody, such as a refused command.</summary>
    public static ToldEvent? Tell(Board before, Board after, BoardEntry entry)
    {
        var act = _acts[entry.Event.GetType()];
        var patches = BoardView.Patches(before, after, entry).ToList();
        return entry.Event switch
        {
            CommandRefused or ReadySaid or RulesAccepted => null,
            TookOver e => Tell(before, after, entry with { Actor = e.Actor, At = e.At, Event = e.Event }),

            // What somebody gave to an idea is theirs alone: everyone sees sums, nobody sees ballots.
            VoteCast e => new ToldEvent(act, Audience.Only(entry.Actor), [e.Idea]),
            VoteWithdrawn e => new ToldEvent(act, Audience.Only(entry.Actor), [e.Idea]),
            ReactionAdded e => new ToldEvent(act, Audience.Only(entry.Actor), [e.Idea]),
            ReactionWithdrawn e => new ToldEvent(act, Audience.Only(entry.Actor), [e.Idea]),

            OptionMarked e => new ToldEvent(act, Audience.Only(entry.Actor), [e.Option]),
            OptionsRanked or PairCompared => new ToldEvent(act, Audience.Only(entry.Actor), []),
            BallotDealt or BallotFinished => null,
            VoteOpened or VoteClosed or VoteRemoved or OptionPriced or OptionsMerged => new ToldEvent(act, Audience.Everyone, []),

            // What people add while it is hidden, or whose it is, is in nobody's history but their own, then and later.
            _ when IsSecret(before, after, entry, patches) => new ToldEvent(act, Audience.Only(entry.Actor), [.. OwnSubjects(entry, patches)]),

            StepBegun e => new ToldEvent(act, Audience.Everyone, [e.Id]),
            RulesChanged e => new ToldEvent(act, Audience.Everyone, [e.Step.Id]),
            TimeGiven or TimeDeclined => new ToldEvent(act, Audience.Hosts, []),
            TimeAsked e => e.Asks ? new ToldEvent(act, Audience.Hosts, []) : null,
            SheetTaken => null,

            ThingsRemoved e when patches.Exists(p => p.Audience.Kind == AudienceKind.Everyone) => new ToldEvent(act, Audience.Everyone, [.. e.Ids.Where(id => Everyone(before, id))]),
            RecordRestored e when patches.Exists(p => p.Audience.Kind == AudienceKind.Everyone) => new ToldEvent(act, Audience.Everyone, [e.Id]),
            BinEmptied => new ToldEvent(act, Audience.Hosts, []),

            // That something waits, waited, or is hidden, is between its author and the hosts.
            _ when ModerationChanges.WaitsAgain(before, after, entry.Event) is { Length: > 0 } again => new ToldEvent(act, Audience.Hosts, [.. again.SelectMany(id => Contributions(after, id)).SelectMany(Subjects).Distinct()]),
            ContributionsApproved e => new ToldEvent(act, Audience.Hosts, e.Ids),
            ContributionsHidden e => new ToldEvent(act, Audience.Hosts, e.Ids),
            ContributionsShown e => new ToldEvent(act, Audience.Hosts, e.Ids),

            // That somebody left is seen; that it was a ban is between them and the hosts.
            ParticipantBanned e => new ToldEvent(act, Audience.Hosts, [e.Participant]),
            PointMarked or PointRemoved or BoardBroughtBack => new ToldEvent(act, Audience.Everyone, []),

            _ when patches.Exists(p => p.Audience.Kind == AudienceKind.Everyone) => new ToldEvent(act, Audience.Everyone, [.. About(act, patches)]),
            _ when patches.Exists(p => p.Audience.Kind == AudienceKind.Hosts) => new ToldEvent(act, Audience.Hosts, []),
            _ => null,
        };
    }

    /// <summary>What was added or written a while ago and is seen by everyone from now on, as what its authors did; nothing of those that nobody is to know.</summary>
    /// <param name="before">The board before the event.</param>
    /// <param name="after">The board after it.</param>
    /// <param name="entry">The event.</param>
    /// <param name="wasOpen">Whether everyone saw a thing or a comment before it waited: then it is news as what was written, and otherwise as what was added.</param>
    public static IEnumerable<(string Author, ToldEvent Told)> ToldLater(Board before, Board after, BoardEntry entry, Func<string, bool> wasOpen) => entry.Event is not ContributionsApproved e
        ? []
        : e.Ids.SelectMany(id => Contributions(after, id)).Where(record => AuthorOf(record).Length > 0 && Words(after, record).IsEveryone && !Words(before, Find(before, record)).IsEveryone)
            .GroupBy(record => (Author: AuthorOf(record), Act: ActOf(record, wasOpen(record.Id))))
            .Select(same => (same.Key.Author, new ToldEvent(_acts[same.Key.Act], Audience.Everyone, [.. same.SelectMany(Subjects).Distinct()])));

    private static IEnumerable<BoardRecord> Contributions(Board board, string id) =>
        new BoardRecord?[] { Things.Find(board, id), board.Comments.GetValueOrDefault(id) }.OfType<BoardRecord>();

    private static BoardRecord Find(Board board, BoardRecord record) => record is CommentRecord ? board.Comments[record.Id] : Things.Find(board, record.Id)!;

    private static Sight Words(Board board, BoardRecord record) => record is ThingRecord thing ? Sight.OfWords(board, thing) : Seen.By(board, record);

    private static string AuthorOf(BoardRecord record) => record is ThingRecord thing ? thing.Author : ((CommentRecord)record).Author;

    /// <summary>A group is seen before its title is.</summary>
    private static Type ActOf(BoardRecord record, bool wasOpen) => record switch
    {
        IdeaRecord => wasOpen ? typeof(IdeaRetitled) : typeof(IdeaAdded),
        CommentRecord => wasOpen ? typeof(CommentEdited) : typeof(CommentAdded),
        NoteRecord when !wasOpen => typeof(NoteAdded),
        FrameRecord when !wasOpen => typeof(FrameAdded),
        ImageRecord when !wasOpen => typeof(ImageAdded),
        ConnectorRecord when !wasOpen => typeof(ConnectorAdded),
        _ => typeof(ThingWritten),
    };

    /// <summary>Whether it is something of the board's content, done while nobody is to learn who does what; or what only the author of something sealed can have done.</summary>
    private static bool IsSecret(Board before, Board after, BoardEntry entry, List<Patch> patches) => entry.Event switch
    {
        StepBegun or AgendaEnded or HiddenRevealed or SheetTaken or TookOver => false,
        RecordRestored e when before.Bin.Find(e.Kind, e.Id) is { IsPrivate: true } => true,
        _ => after.Agenda.IsMuted && patches.Exists(p => IsContent(p.Kind)),
    };

    private static bool IsContent(RecordKind kind) => kind
        is RecordKind.Idea or RecordKind.Group or RecordKind.Connector or RecordKind.Comment or RecordKind.Frame or RecordKind.Note or RecordKind.Image or RecordKind.Stamp or RecordKind.File;

    private static IEnumerable<string> OwnSubjects(BoardEntry entry, List<Patch> patches) => patches
        .Where(p => IsContent(p.Kind) && (p.Audience.Kind == AudienceKind.Everyone || p.Audience.Participant == entry.Actor))
        .SelectMany(p => Subjects((p.After ?? p.Before)!))
        .Distinct();

    private static bool Everyone(Board board, string id) => Sight.OfThing(board, id).IsEveryone;

    /// <summary>The records of the kind that the act is named after: of an idea that is removed with its comments, the idea.</summary>
    private static IEnumerable<string> About(string act, List<Patch> patches)
    {
        var kind = Array.Find(_kinds, each => act.StartsWith(each.Prefix, StringComparison.Ordinal));
        return patches
            .Where(p => p.Audience.Kind == AudienceKind.Everyone && (kind.Prefix is null || p.Kind == kind.Kind))
            .SelectMany(p => Subjects((p.After ?? p.Before)!))
            .Distinct();
    }

    /// <summary>What a record is told as: a comment and a connector as the ideas that they belong to.</summary>
    private static string[] Subjects(BoardRecord record) => record switch
    {
        CommentRecord r => [r.Idea],
        ConnectorRecord r => [r.From, r.To],
        StampRecord { On.Length: > 0 } r => [r.On],
        BoardSettingsRecord or AgendaRecord or PhaseRecord or ReadyRecord or ProposalRecord => [],
        _ => [record.Id],
    };
}

/// <summary>An event in the words of the history.</summary>
/// <param name="Act">The event's stored name without its version.</param>
/// <param name="Audience">Who may read it.</param>
/// <param name="About">Ids of what it is about.</param>
internal sealed record ToldEvent(string Act, Audience Audience, string[] About);
