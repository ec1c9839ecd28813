using CoCreate.Bench.Dialects;
using CoCreate.Bench.Load;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>Ten people flood the board in five ways while the others work: what the others notice of it.</summary>
internal sealed class Flooding : IScenario
{
    private const int People = 200;
    private const int FloodingPeople = 10;
    private const double EditsPerSecond = 500;

    // Edits that were sent and may not be decided yet, at most.
    private const int UnderWay = 500;

    // Bursts are allowed once; what is measured is the time after them. Without a flood, the same time passes in the same way.
    private static readonly Wave SpendBursts = new(EditsPerSecond, 8, 0);

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(1);

    public string Key => "flood";

    public string Title => "200 people, 500 edits/s, and 10 who flood the board (commands, presence, joins, oversized messages, dripping ones): p99 of the others, over the p99 without these";

    public string Goal => "≤ 1.25×";

    public IReadOnlyList<string> Headlines => ["p99 over p99 without a flood"];

    public IReadOnlyList<string> Peers => PeerSets.None;

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        using var session = await Session.OpenAsync(contestant, 1, People, FloodingPeople);
        session.Player.WarmUp(EditsPerSecond, effort.WarmUpSeconds);
        var (before, during) = (new List<WaveResult>(), new List<WaveResult>());

        // Turn by turn, so that whatever else the computer does falls on both.
        for (var i = 0; i < effort.Repetitions; i++)
        {
            before.Add(Play(session, effort));
            during.Add(await PlayFloodedAsync(session, effort));
            session.Crowd.Rest(Recovery);
        }

        return Describe(contestant, session, before, during);
    }

    private static async Task<WaveResult> PlayFloodedAsync(Session session, Effort effort)
    {
        var seats = Enumerable.Range(People, FloodingPeople).Select(member => new Seat(0, member)).ToArray();
        var dialect = (ProductDialect)session.Server.Dialect;
        var port = session.Server.Process.Port;
        var (at, sent) = (await FindVersionAsync(port, dialect.TicketOf(seats[0])), session.SentEdits);
        using var flood = new Flood(new FloodDialect(dialect, () => at + Math.Max(0, session.SentEdits - sent - UnderWay)), port, seats);
        session.Crowd.EachTurn = flood.Turn;
        try
        {
            return Play(session, effort);
        }
        finally
        {
            session.Crowd.EachTurn = null;
        }
    }

    private static async Task<long> FindVersionAsync(int port, Ticket ticket)
    {
        using var api = new ProductApi(port);
        return (await api.FetchSnapshotAsync(ticket.Board, ticket.Cookie, compressed: false)).Seq;
    }

    private static WaveResult Play(Session session, Effort effort)
    {
        session.Player.Play(SpendBursts);
        return session.Player.Play(new(EditsPerSecond, 0.5, effort.MeasureSeconds));
    }

    private static Row Describe(IContestant contestant, Session session, IReadOnlyList<WaveResult> before, IReadOnlyList<WaveResult> during)
    {
        var p99Before = Median.Of(before, result => result.Latency.At(0.99) / 1e6);
        var p99During = Median.Of(during, result => result.Latency.At(0.99) / 1e6);
        return new(contestant.Name,
        [
            new("p99 over p99 without a flood", "×", p99During / p99Before),
            new("p99", "ms", p99During),
            new("p99 without a flood", "ms", p99Before),
            new("server core", "%", 100 * Median.Of(during, result => result.ServerLoad)),
            new("server core without a flood", "%", 100 * Median.Of(before, result => result.ServerLoad)),
            new("memory", "MB", ProcessSample.ReadMemory(session.Server.Process.Id) / 1e6),
        ], WaveNotes.Of([.. before, .. during]));
    }
}
