using CoCreate.Boards;
using CoCreate.Texts;

namespace CoCreate.Tests.Boards;

/// <summary>R170, as a law of two worlds: the same history, but for what waits for a host or is hidden, which says more in the one than in the other. Whoever is neither its author nor a host is sent the same bytes in both,
/// finds the same in the bin and in the past, and is answered the same. What is approved or shown again is the same in both from then on.</summary>
public sealed class HeldWordsLaws
{
    /// <summary>More of them, up to five times as many, where these leave a kind out.</summary>
    private const int Histories = 120;
    private const int Orders = 250;
    private static readonly string[] _kinds = ["CommentRecord", "ConnectorRecord", "FrameRecord", "GroupRecord", "IdeaRecord", "ImageRecord", "NoteRecord"];

    /// <summary>Kinds of things whose words were held in some history, so that none is left out unnoticed.</summary>
    private readonly Dictionary<string, int> _held = [];

    [Fact]
    public void R170_what_others_are_sent_and_answered_does_not_hang_on_words_that_are_held()
    {
        var (events, answers) = (0, 0);
        foreach (var seed in LongRun.Seeds(5 * Histories).TakeWhile(seed => LongRun.IsOn || seed <= Histories || _kinds.Except(_held.Keys).Any()))
        {
            var history = new History(seed);
            history.Live(Orders, Arrow);
            var orders = history.Submitted.ToLookup(order => order.Before.Seq);
            var (twin, differs) = (Board.Empty, false);
            foreach (var (before, entry, after) in history.Steps)
            {
                var knows = Knowing(before, after);
                foreach (var order in differs ? orders[before.Seq].Take(1).Where(each => !knows.Contains(each.Actor) && each.Command is not TakeBallot) : [])
                {
                    answers++;
                    var there = BoardDecider.Decide(twin, order.Actor, order.Command, order.At).Refusal;
                    Assert.True(there == order.Refusal, $"Seed {seed}, after version {before.Seq}: {order.Command} is answered {order.Refusal} or {there}, by what is held.");
                }

                var told = entry with { Event = Longer(after, twin, entry.Event) };
                var next = BoardApplier.Apply(twin, told);
                differs |= told.Event != entry.Event;
                if (Opens(before, after))
                {
                    (twin, differs) = (after, false);
                    continue;
                }

                if (differs)
                {
                    events++;
                    AssertSame($"Seed {seed}, version {entry.Seq}, {entry.Event}", (before, entry, after), (twin, told, next), [.. history.People.Where(person => !knows.Contains(person))]);
                }

                twin = next;
            }
        }

        Assert.True(events > 1_000 && answers > 500, $"Only {events} events and {answers} answers were compared.");
        Assert.Empty(_kinds.Except(_held.Keys));
    }

    /// <summary>Words on an arrow between ideas that everybody sees: where hosts approve everything they are held, and by chance alone seldom written.</summary>
    private static (string Actor, ClientCommand Command)? Arrow(Board board)
    {
        var ends = board.Ideas.Values.Where(idea => Sight.Of(board, idea.Record).IsEveryone).Select(idea => idea.Record.Id).Order(StringComparer.Ordinal).Take(2).ToList();
        var writer = board.Members.Values.Where(member => member.Record.Role == Role.Contributor).Select(member => member.Record.Id).Order(StringComparer.Ordinal).FirstOrDefault();
        var held = board.Connectors.Values.Where(line => line.Held != Holding.None && line.Author == writer).Select(line => line.Id).Order(StringComparer.Ordinal).FirstOrDefault();
        return !board.ApprovesAll || ends.Count < 2 || writer is null ? null
            : (writer, held is not null && board.Seq % 2 == 0 ? new WriteThing(held, $"words {board.Seq}") : new AddConnector($"line-law-{board.Seq:d6}", ends[0], ends[1], "words"));
    }

    private static void AssertSame(string where, (Board Before, BoardEntry Entry, Board After) one, (Board Before, BoardEntry Entry, Board After) other, List<string> people)
    {
        var (here, there) = (BoardPublisher.Encode(one.Before, one.After, one.Entry, completes: true), BoardPublisher.Encode(other.Before, other.After, other.Entry, completes: true));
        Assert.True(here.Everyone.AsSpan().SequenceEqual(there.Everyone), $"{where}: everybody is told of held words.");
        Assert.True(
            one.Entry.Seq % 3 != 0 || BoardPublisher.Snapshot(one.After, "", privateOnly: false).Everyone.AsSpan().SequenceEqual(BoardPublisher.Snapshot(other.After, "", privateOnly: false).Everyone),
            $"{where}: held words are in the snapshot.");
        foreach (var person in people)
        {
            byte[] Own(CommittedEvent committed) => [.. committed.Private.Where(own => own.Participant == person).SelectMany(own => own.Patches)];
            Assert.True(Own(here).AsSpan().SequenceEqual(Own(there)), $"{where}: {person} is told of held words.");
            if (one.Entry.Seq % 20 == 0 && one.After.Members.TryGetValue(person, out var viewer))
            {
                Assert.True(Asked(one.After, viewer) == Asked(other.After, viewer), $"{where}: {person} finds held words.");
            }
        }
    }

    /// <summary>What somebody finds in the bin, in the past and among their own.</summary>
    private static string Asked(Board board, Member viewer) => System.Text.Encoding.UTF8.GetString([
        .. PatchEncoder.Encode(BoardView.PrivateSnapshot(board, viewer.Record.Id)),
        .. PatchEncoder.Encode(PastView.Show(board, board, viewer)),
        .. System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(BinReader.Read(board, viewer, 0, "")),
        .. System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(BinReader.Read(board, viewer, 0, "more").Count),
    ]);

    /// <summary>Hosts, and who wrote anything that is held, or took it away (under seal it names nobody): they are judged while they did not.</summary>
    private static HashSet<string> Knowing(Board before, Board after) =>
    [
        .. new[] { before, after }.SelectMany(board => board.Members.Values.Where(member => member.IsHost).Select(member => member.Record.Id)
            .Concat(Table.ThingsOf(board).Where(thing => thing.Held != Holding.None).Select(thing => Authorship.Of(board, thing)))
            .Concat(board.Comments.Values.Where(comment => comment.Held != Holding.None).Select(comment => Authorship.Of(board, comment)))
            .Concat(board.Bin.Items.Values.SelectMany(item => Binned(item.What) is { Count: > 0 } authors ? authors.Append(item.By) : []))),
    ];

    private static List<string> Binned(Binned what) => [.. what.Hanging.Append(what.Thing).OfType<ThingRecord>().Where(thing => thing.Held != Holding.None).Select(thing => thing.Author)
        .Concat(what.Comments.Append(what.Comment).OfType<CommentRecord>().Where(comment => comment.Held != Holding.None).Select(comment => comment.Author))];

    /// <summary>Whether something that was held is not any more: the worlds meet, for everybody reads it from now on.</summary>
    private static bool Opens(Board before, Board after) =>
        Table.ThingsOf(before).Any(thing => thing.Held != Holding.None && Things.Find(after, thing.Id) is { Held: Holding.None })
        || before.Comments.Values.Any(comment => comment.Held != Holding.None && after.Comments.TryGetValue(comment.Id, out var now) && now.Held == Holding.None);

    /// <summary>The same fact in the other world: what it writes into something that is held says more there.</summary>
    private BoardEvent Longer(Board after, Board twin, BoardEvent fact) => fact switch
    {
        IdeaAdded e when IsHeld(after, e.Id) => e with { Title = More(e.Title), Body = More(e.Body) },
        IdeaRetitled e when IsHeld(after, e.Id) => e with { Title = More(e.Title) },
        IdeaBodyWritten e when IsHeld(after, e.Id) => e with { Body = More(e.Body) },
        IdeaBodyChanged e when IsHeld(after, e.Id) => new IdeaBodyChanged(e.Id, TextEdit.Between(twin.Ideas[e.Id].Record.Body, More(after.Ideas[e.Id].Record.Body))),
        IdeaFileAttached e when IsHeld(after, e.Id) => e with { Alt = More(e.Alt) },
        GroupAdded e when IsHeld(after, e.Id) => e with { Title = More(e.Title) },
        FrameAdded e when IsHeld(after, e.Id) => e with { Title = More(e.Title) },
        NoteAdded e when IsHeld(after, e.Id) => e with { Text = More(e.Text) },
        ImageAdded e when IsHeld(after, e.Id) => e with { Alt = More(e.Alt) },
        ConnectorAdded e when IsHeld(after, e.Id) => e with { Label = More(e.Label) },
        ThingWritten e when IsHeld(after, e.Id) => e with { Text = More(e.Text) },
        CommentAdded e when IsHeldComment(after, e.Id) => e with { Text = More(e.Text) },
        CommentEdited e when IsHeldComment(after, e.Id) => e with { Text = More(e.Text) },
        _ => fact,
    };

    private bool IsHeld(Board board, string id) => Things.Find(board, id) is { } thing && thing.Held != Holding.None && Count(thing);

    private bool IsHeldComment(Board board, string id) => board.Comments[id] is var comment && comment.Held != Holding.None && Count(comment);

    private bool Count(BoardRecord record)
    {
        var kind = record.GetType().Name;
        _held[kind] = _held.GetValueOrDefault(kind) + 1;
        return true;
    }

    private static string More(string text) => $"{text} and more of it {new string('w', 7 + text.Length)}";
}
