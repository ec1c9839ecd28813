using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Texts;

namespace CoCreate.Tests.Boards;

/// <summary>R111, as a law of two worlds: the same history, but for what people write while it is hidden, which is longer in the one than in the other. Whoever may not see it is sent the same bytes in both, and is
/// answered the same, and finds the same in the bin, the history, the past and what hosts decided. So neither words nor lengths are in anything that reaches them.</summary>
public sealed class HidingLaws
{
    private const int Histories = 60;
    private const int Orders = 250;

    /// <summary>People look for it every so many versions.</summary>
    private const int Asking = 10;

    [Fact]
    public void R111_what_others_are_sent_and_answered_does_not_hang_on_the_words_that_a_step_hides()
    {
        var (events, answers) = (0, 0);
        foreach (var seed in LongRun.Seeds(Histories, first: 2))
        {
            var history = new History(seed);
            history.Live(seed % 5 > 1 ? Orders : 0);
            var orders = history.Submitted.ToLookup(order => order.Before.Seq);
            var (twin, here, there) = (Board.Empty, new Records(), new Records());
            foreach (var (before, entry, after) in history.Steps)
            {
                // Worlds meet again when all is shown; that changes what everybody sees.
                var isHidden = before.Agenda.IsHidden && after.Agenda.IsHidden;
                twin = isHidden ? twin : before;
                foreach (var order in isHidden ? orders[before.Seq].Take(1).Where(each => each.Command is not TakeBallot) : [])
                {
                    answers++;
                    var answer = BoardDecider.Decide(twin, order.Actor, order.Command, order.At).Refusal;
                    Assert.True(answer == order.Refusal || SeesWords(before, order.Actor), $"Seed {seed}, after version {before.Seq}: {order.Command} is answered {order.Refusal} or {answer}, by what is hidden.");
                }

                var told = entry with { Event = isHidden ? Longer(after, twin, entry.Event) : entry.Event };
                var next = BoardApplier.Apply(twin, told);
                here.Add(before, after, entry);
                there.Add(twin, next, told);
                if (isHidden)
                {
                    events++;
                    AssertFound(seed, history.People, here, there, entry);
                    AssertSame(seed, history.People, BoardPublisher.Encode(before, after, entry, completes: true), BoardPublisher.Encode(twin, next, told, completes: true), after, entry);
                    AssertSame(seed, BoardPublisher.Snapshot(after, "", privateOnly: false), BoardPublisher.Snapshot(next, "", privateOnly: false), entry);
                }

                twin = next;
            }

            AssertKept(seed, history.Board, here, there);
        }

        Assert.True(events > 500 && answers > 300, $"Only {events} events and {answers} answers were compared.");
    }

    private static void AssertSame(int seed, IEnumerable<string> people, CommittedEvent one, CommittedEvent other, Board board, BoardEntry entry)
    {
        Assert.True(one.Everyone.AsSpan().SequenceEqual(other.Everyone), $"Seed {seed}, version {entry.Seq}: {entry.Event} tells everybody of hidden words.");
        Assert.True(one.Hosts.AsSpan().SequenceEqual(other.Hosts), $"Seed {seed}, version {entry.Seq}: {entry.Event} tells hosts of hidden words.");
        foreach (var person in people.Where(person => !SeesWords(board, person)))
        {
            byte[] Own(CommittedEvent committed) => [.. committed.Private.Where(own => own.Participant == person).SelectMany(own => own.Patches)];
            Assert.True(Own(one).AsSpan().SequenceEqual(Own(other)), $"Seed {seed}, version {entry.Seq}: {entry.Event} tells {person} of hidden words.");
        }
    }

    /// <summary>Now and then, while it is hidden: what somebody finds who sees none of it, and took none of it away.</summary>
    private static void AssertFound(int seed, IEnumerable<string> people, Records here, Records there, BoardEntry entry)
    {
        foreach (var person in entry.Seq % Asking == 0 ? people : [])
        {
            if (here.Board.Members.TryGetValue(person, out var viewer) && !SeesWords(here.Board, person) && !here.Board.Bin.Items.Values.Any(item => item.By == person && item.IsPrivate))
            {
                Assert.All(here.FoundBy(viewer).Zip(there.FoundBy(viewer)), pair => Assert.True(pair.First == pair.Second, $"Seed {seed}, version {entry.Seq}: {person} finds hidden words in {pair.Second}."));
            }
        }
    }

    /// <summary>In the end, whatever was revealed meanwhile: the board as it was is the same for everybody, and so is what hosts are told of what they decided.</summary>
    private static void AssertKept(int seed, Board now, Records here, Records there)
    {
        Assert.True(here.Decided == there.Decided, $"Seed {seed}: hosts are told of hidden words by what they decided.");
        foreach (var viewer in now.Members.Values)
        {
            Assert.True(here.PastOf(now, viewer).SequenceEqual(there.PastOf(now, viewer)), $"Seed {seed}: {viewer.Record.Id} finds in the past what was hidden then.");
        }
    }

    private static void AssertSame(int seed, BoardSnapshot one, BoardSnapshot other, BoardEntry entry) => Assert.True(
        one.Everyone.AsSpan().SequenceEqual(other.Everyone) && one.Hosts.AsSpan().SequenceEqual(other.Hosts), $"Seed {seed}, version {entry.Seq}: hidden words are in the snapshot.");

    /// <summary>Whether somebody sees anything that is hidden from others: they wrote it, hold a sheet, or are of a segment. They are judged where they see nothing.</summary>
    private static bool SeesWords(Board board, string person) => board.Veil.Things.Values.Any(veiled =>
        veiled.Author == person
        || board.Agenda.Sheets.Any(sheet => sheet.Key == veiled.Sheet && sheet.Value.Holder == person)
        || (board.Agenda.Exposure == Exposure.Segment && veiled.Segment.Length > 0 && board.Members.GetValueOrDefault(person)?.Record.Segment == veiled.Segment))
        || board.Veil.Files.ContainsKey(person);

    /// <summary>The same fact in the other world: what is written of something hidden is longer there. A change of a text is the whole text anew.</summary>
    private static BoardEvent Longer(Board after, Board twin, BoardEvent fact) => fact switch
    {
        IdeaAdded e => e with { Title = More(e.Title), Body = More(e.Body) },
        IdeaRetitled e when IsHidden(after, e.Id) => e with { Title = More(e.Title) },
        IdeaBodyWritten e when IsHidden(after, e.Id) => e with { Body = More(e.Body) },
        IdeaBodyChanged e when IsHidden(after, e.Id) => new IdeaBodyChanged(e.Id, TextEdit.Between(twin.Ideas[e.Id].Record.Body, More(after.Ideas[e.Id].Record.Body))),
        IdeaFileAttached { Alt.Length: > 0 } e when IsHidden(after, e.Id) => e with { Alt = More(e.Alt) },
        GroupAdded e => e with { Title = More(e.Title) },
        FrameAdded e => e with { Title = More(e.Title) },
        NoteAdded e => e with { Text = More(e.Text) },
        ImageAdded e => e with { Alt = More(e.Alt) },
        ConnectorAdded e => e with { Label = More(e.Label) },
        ThingWritten e when IsHidden(after, e.Id) => e with { Text = More(e.Text) },
        CommentAdded e when IsHidden(after, e.Idea) => e with { Text = More(e.Text) },
        CommentEdited e when IsHidden(after, after.Comments[e.Id].Idea) => e with { Text = More(e.Text) },
        _ => fact,
    };

    private static bool IsHidden(Board board, string thing) => Things.Find(board, thing) switch
    {
        ConnectorRecord connector => IsHidden(board, connector.From) || IsHidden(board, connector.To),
        StampRecord { On.Length: > 0 } stamp => IsHidden(board, stamp.On),
        _ => board.Veil.Things.ContainsKey(thing),
    };

    /// <summary>What one world keeps of what happened in it.</summary>
    private sealed class Records
    {
        private readonly HistoryLog _lines = new();
        private readonly ModerationLog _decided = new();
        private readonly List<Board> _hidden = [];

        public Board Board { get; private set; } = Board.Empty;

        /// <summary>What hosts decided, as they are told.</summary>
        public string Decided => JsonSerializer.Serialize(_decided.Read(ImmutableDictionary<string, string>.Empty));

        public void Add(Board before, Board after, BoardEntry entry)
        {
            _lines.Add(before, after, entry);
            _decided.Add(before, after, entry);
            Board = after;
            if (after.Agenda.IsHidden && entry.Seq % Asking == 0)
            {
                _hidden.Add(after);
            }
        }

        /// <summary>The bin, the lines of the history, their own list, the board as it just was; and for hosts what was decided.</summary>
        public string[] FoundBy(Member viewer) =>
        [
            JsonSerializer.Serialize(BinReader.Read(Board, viewer, 0, "")),
            $"{BinReader.Read(Board, viewer, 0, "more").Count} in the bin",
            JsonSerializer.Serialize(_lines.Read(viewer, new HistoryQuestion(0, "", ""), int.MaxValue)),
            Encoding.UTF8.GetString(PatchEncoder.Encode(BoardView.PrivateSnapshot(Board, viewer.Record.Id))),
            Encoding.UTF8.GetString(PatchEncoder.Encode(PastView.Show(Board, Board, viewer))),
            viewer.IsHost ? Decided : "",
        ];

        /// <summary>Some of the versions in which something was hidden, as they are shown later.</summary>
        public IEnumerable<string> PastOf(Board now, Member viewer) => _hidden.Select(then => Encoding.UTF8.GetString(PatchEncoder.Encode(PastView.Show(then, now, viewer))));
    }

    private static string More(string text) => $"{text} and more of it {new string('w', 7 + text.Length)}";
}
