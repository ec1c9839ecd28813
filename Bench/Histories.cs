using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Journals;

namespace CoCreate.Bench;

/// <summary>How long a long history takes to open, and how much memory it holds: "Bench/run history". A board of 40 people with 100,000 events is written to SQLite and read in this process, as
/// a server does that is asked for the first time since it started.</summary>
internal static class Histories
{
    private const string Id = "board-history-01";
    private const string Owner = "person-owner-00";
    private const int Events = 100_000;
    private const int Ideas = 4_000;
    private const int People = 40;
    private const int EventsPerBatch = 8;
    private const int Repetitions = 5;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cocreate-history-").FullName;
        await using (var journal = SqliteJournal.Open(folder, TimeProvider.System))
        {
            await Fill(journal);
            var opened = new List<double>();
            for (var i = 0; i < Repetitions; i++)
            {
                var held = GC.GetTotalMemory(forceFullCollection: true);
                var used = Environment.CpuUsage.TotalTime;
                var (past, first) = await Measure(() => Open(journal));
                used = Environment.CpuUsage.TotalTime - used;
                opened.Add(first);
                held = GC.GetTotalMemory(forceFullCollection: true) - held;
                var page = await Measure(() => Task.FromResult(Page(past, new HistoryQuestion(0, "", ""))));
                var person = await Measure(() => Task.FromResult(Page(past, new HistoryQuestion(0, Person(7), ""))));
                var about = await Measure(() => Task.FromResult(Page(past, new HistoryQuestion(0, "", Idea(11)))));
                var middle = await Measure(() => Middle(past));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"first page {first:0} ms ({used.TotalMilliseconds:0} ms of processor), another {page.Ms:0.0} ms, by person {person.Ms:0.0} ms, about an idea {about.Ms:0.0} ms, the board in the middle {middle.Ms:0} ms ({middle.Result / 1e6:0.0} MB), {held / 1e6:0} MB held"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Events:N0} events: first page {opened.Order().ElementAt(Repetitions / 2):0} ms (median of {Repetitions})"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<BoardPast> Open(IJournal journal)
    {
        var past = new BoardPast(journal, Id);
        await past.Extend(CancellationToken.None);
        Page(past, new HistoryQuestion(0, "", ""));
        return past;
    }

    private static int Page(BoardPast past, HistoryQuestion question) =>
        past.Log.Read(past.Latest.Members[Owner], question, Limits.HistoryPage + 1).Count();

    private static async Task<int> Middle(BoardPast past)
    {
        var (then, _) = await past.ReadAt(Events / 2, CancellationToken.None);
        return PatchEncoder.Encode(PastView.Show(then, past.Latest, past.Latest.Members[Owner])).Length;
    }

    private static async Task<(T Result, double Ms)> Measure<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await act();
        return (result, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>People come, add ideas, and then move, retitle, describe, discuss and react to them, each for a few minutes at a time.</summary>
    private static async Task Fill(SqliteJournal journal)
    {
        var random = new Random(20_261_122);
        var board = Board.Empty;
        var now = 1_800_000_000_000L;
        var batch = new List<BoardEntry>();
        async Task Order(string actor, BoardCommand command)
        {
            foreach (var fact in BoardDecider.Decide(board, actor, command, now).Events)
            {
                var entry = new BoardEntry(board.Seq + 1, now, actor, "", 0, fact);
                board = BoardApplier.Apply(board, entry);
                batch.Add(entry);
            }

            if (batch.Count >= EventsPerBatch)
            {
                var payload = JsonSerializer.SerializeToUtf8Bytes([.. batch], BoardJson.Stored.BoardEntryArray);
                await journal.Append($"board/{Id}", batch[0].Seq - 1, new JournalBatch(batch.Count, payload), CancellationToken.None);
                batch.Clear();
            }
        }

        await Order(Owner, new CreateBoard("A long year", "", "ABC234", "Owner", Colour.Sun, ""));
        for (var person = 0; person < People; person++)
        {
            await Order(Person(person), new EnterBoard("", $"Person {person}", Colour.Sky, ""));
        }

        for (var idea = 0; idea < Ideas; idea++)
        {
            await Order(Person(random.Next(People)), new AddIdea(Idea(idea), $"What if {idea} …", "", Colour.Sun, idea % 60 * 300, idea / 60 * 220, ""));
            now += random.Next(20_000);
        }

        for (var step = 0; board.Seq < Events || batch.Count > 0; step++)
        {
            var idea = Idea(random.Next(Ideas));
            await Order(Person(random.Next(People)), random.Next(10) switch
            {
                < 4 => new MoveThings([new Move(idea, random.Next(20_000), random.Next(20_000))]),
                < 6 => new RetitleIdea(idea, $"What if not {step} …"),
                6 => new WriteIdeaBody(idea, $"Because of {step}, and of what Ann said about it the other day."),
                7 => new AddComment($"comment-{step:d8}", idea, $"I would use that every day, {step} times."),
                8 => new RecolourIdea(idea, (Colour)random.Next(8)),
                _ => new AddReaction(idea, Reaction.Heart),
            });
            now += random.Next(20_000);
        }
    }

    private static string Person(int number) => $"person-{number:d8}";

    private static string Idea(int number) => $"idea-{number:d8}";
}
