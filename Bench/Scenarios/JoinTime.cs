using System.Globalization;
using CoCreate.Bench.Dialects;
using CoCreate.Bench.Load;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>How long it takes somebody to see a board with many ideas: fetch the snapshot, connect, join, live. The browser's own work is not in it.</summary>
internal sealed class JoinTime(int ideas) : IScenario
{
    private const int Joins = 20;

    public string Key => string.Create(CultureInfo.InvariantCulture, $"join{ideas}");

    public string Title => string.Create(CultureInfo.InvariantCulture, $"joining a board with {ideas:N0} ideas: snapshot, connection, live (server and wire only)");

    public string Goal => "open in the browser ≤ 1.5 s at 10,000 ideas";

    public IReadOnlyList<string> Headlines => ["join", "first join after a restart", "over the wire"];

    public IReadOnlyList<string> Peers => PeerSets.None;

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        using var server = await ((Product)contestant).StartAsync(1, Joins, ideas);
        var dialect = (ProductDialect)server.Dialect;
        server.Process.Kill();
        using var restarted = await server.Restart();
        using var crowd = new Crowd(dialect, restarted.Port);
        var times = new List<(double Snapshot, double Whole)>();
        long wireBytes = 0;
        var before = ProcessSample.Read(restarted.Id);
        for (var member = 0; member < Joins; member++)
        {
            var seat = new Seat(0, member);
            var started = Crowd.Now;
            wireBytes = await FetchAsync(restarted.Port, dialect.TicketOf(seat));
            var fetched = Crowd.Now;
            crowd.Connect([seat]);
            times.Add(((fetched - started) / 1e6, (Crowd.Now - started) / 1e6));
        }

        var processor = (ProcessSample.Read(restarted.Id).ProcessorNs - before.ProcessorNs) / 1e6 / Joins;
        return Describe(contestant, times, wireBytes, processor);
    }

    private static async Task<long> FetchAsync(int port, Ticket ticket)
    {
        using var api = new ProductApi(port);
        return (await api.FetchSnapshotAsync(ticket.Board, ticket.Cookie, compressed: true)).WireBytes;
    }

    private static Row Describe(IContestant contestant, List<(double Snapshot, double Whole)> times, long wireBytes, double processorMs) => new(contestant.Name,
    [
        new("join", "ms", Median.Of(times, time => time.Whole)),
        new("first join after a restart", "ms", times[0].Whole),
        new("snapshot", "ms", Median.Of(times, time => time.Snapshot)),
        new("over the wire", "KB", wireBytes / 1e3),
        new("processor per join", "ms", processorMs),
    ], "");
}
