using CoCreate.Bench.Dialects;
using CoCreate.Bench.Load;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>The server is killed while people edit, and started again; everybody comes back at once with what they have.</summary>
/// <param name="key">Name on the command line.</param>
/// <param name="rooms">How many boards.</param>
internal sealed class Reconnect(string key, int rooms) : IScenario
{
    private const int People = 2_000;
    private const double EditsPerSecond = 20;
    private const double LiveShare = 0.99;

    // A title that an idea has already changes nothing: edits after the restart must differ from those before.
    private const uint FirstEditAfterwards = 1_000_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public string Key => key;

    public string Title => $"2,000 people on {(rooms == 1 ? "one board" : $"{rooms} boards")} reconnect at once after kill -9 and restart: time until 99 % are live without a gap";

    public string Goal => "≤ 5 s";

    public IReadOnlyList<string> Headlines => ["99 % live"];

    public IReadOnlyList<string> Peers => PeerSets.None;

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        using var server = await contestant.StartAsync(rooms, People / rooms);
        var dialect = (ProductDialect)server.Dialect;
        var seats = Enumerable.Range(0, People / rooms).SelectMany(member => Enumerable.Range(0, rooms).Select(room => new Seat(room, member))).ToArray();
        var trackers = seats.Select(seat => new VersionTracker(dialect.TicketOf(seat).Seq)).ToArray();
        var sent = PlayAndKill(server, seats, trackers);
        var killed = Crowd.Now;
        for (var i = 0; i < seats.Length; i++)
        {
            dialect.Admit(seats[i], dialect.TicketOf(seats[i]) with { Seq = trackers[i].Last });
        }

        using var restarted = await server.Restart();
        return ComeBack(contestant, restarted, dialect, seats, trackers, sent, killed);
    }

    // Returns how many commands each client has sent, and has certainly been told of.
    private long[] PlayAndKill(RunningServer server, Seat[] seats, VersionTracker[] trackers)
    {
        using var crowd = new Crowd(server.Dialect, server.Process.Port) { Watcher = (client, data) => trackers[client.Number].Take(data) };
        crowd.Connect(seats);
        crowd.Rest(TimeSpan.FromSeconds(1));
        new WavePlayer(crowd, server.Process.Id).Play(new(EditsPerSecond, 1, 1));
        var sent = crowd.Clients.Select(client => client.EditsSent).ToArray();
        // The last member of each room edits at the moment of the kill. Nobody knows whether that edit was taken; they write no more.
        foreach (var client in crowd.Clients.TakeLast(rooms))
        {
            crowd.SendEdit(client, uint.MaxValue);
        }

        server.Process.Kill();
        return sent;
    }

    private static Row ComeBack(IContestant contestant, ServerProcess server, ProductDialect dialect, Seat[] seats, VersionTracker[] trackers, long[] sent, long killed)
    {
        var listening = Crowd.Now;
        using var crowd = new Crowd(dialect, server.Port) { Watcher = (client, data) => trackers[client.Number].Take(data) };
        foreach (var seat in seats)
        {
            crowd.Open(seat).EditsSent = sent[crowd.Clients.Count - 1];
        }

        TurnUntilLive(crowd, seats.Length);
        crowd.Rest(TimeSpan.FromSeconds(1));
        var after = new WavePlayer(crowd, server.Id, FirstEditAfterwards).Play(new(EditsPerSecond, 0, 2));
        return Describe(contestant, crowd, after, trackers.Sum(tracker => tracker.Gaps), listening, killed);
    }

    private static Row Describe(IContestant contestant, Crowd crowd, WaveResult after, int gaps, long listening, long killed)
    {
        var live = crowd.Clients.Where(client => client.Phase == ClientPhase.Live).Select(client => (client.LiveAt - killed) / 1e9).Order().ToArray();
        var almostAll = (int)Math.Ceiling(crowd.Clients.Count * LiveShare) - 1;
        if (live.Length <= almostAll)
        {
            return new(contestant.Name, [], $"only {live.Length} were live after {Limit.TotalSeconds} s");
        }

        return new(contestant.Name,
        [
            new("99 % live", "s", live[almostAll]),
            new("last live", "s", live[^1]),
            new("server listens", "s", (listening - killed) / 1e9),
            new("gaps", "", gaps),
            new("p99 afterwards", "ms", after.Latency.At(0.99) / 1e6),
        ], WaveNotes.Of([after]));
    }

    private static void TurnUntilLive(Crowd crowd, int wanted)
    {
        for (var end = Crowd.Now + (long)Limit.TotalNanoseconds; crowd.Live < wanted && Crowd.Now < end;)
        {
            crowd.Turn(end);
        }
    }
}
