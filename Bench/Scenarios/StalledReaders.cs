using CoCreate.Bench.Load;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>One reader in ten takes nothing from its socket: what the others notice of it.</summary>
internal sealed class StalledReaders : IScenario
{
    private const int People = 200;
    private const int StalledPeople = 20;
    private const double EditsPerSecond = 500;

    // The buffers of a socket take about four megabytes before the server notices that nobody reads: 26,000 edits.
    private static readonly Wave Fill = new(2_000, 13, 0);

    public string Key => "stalled";

    public string Title => "200 people, 500 edits/s, 10 % of the readers stalled: p99 of the others, over the p99 with none stalled";

    public string Goal => "≤ 1.25×";

    public IReadOnlyList<string> Headlines => ["p99 over p99 with none stalled"];

    // The one that shows what a plain send to a group makes of a reader who stalls.
    public IReadOnlyList<string> Peers => ["SignalR"];

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        using var session = await Session.OpenAsync(contestant, 1, People);
        session.Player.WarmUp(EditsPerSecond, effort.WarmUpSeconds);

        // The same is played before both, so that they differ in nothing but who reads.
        session.Player.Play(Fill);
        var before = Play(session, effort);
        foreach (var client in session.Crowd.Clients.Take(StalledPeople))
        {
            session.Crowd.Stall(client);
        }

        session.Player.Play(Fill);
        var after = Play(session, effort);
        return Describe(contestant, session, before, after);
    }

    private static WaveResult[] Play(Session session, Effort effort) =>
        [.. Enumerable.Range(0, effort.Repetitions).Select(_ => session.Player.Play(new(EditsPerSecond, 0.5, effort.MeasureSeconds)))];

    private static Row Describe(IContestant contestant, Session session, WaveResult[] before, WaveResult[] after)
    {
        var p99Before = Median.Of(before, result => result.Latency.At(0.99) / 1e6);
        var p99After = Median.Of(after, result => result.Latency.At(0.99) / 1e6);
        return new(contestant.Name,
        [
            new("p99 over p99 with none stalled", "×", p99After / p99Before),
            new("p99", "ms", p99After),
            new("p99 with none stalled", "ms", p99Before),
            new("memory", "MB", ProcessSample.ReadMemory(session.Server.Process.Id) / 1e6),
        ], WaveNotes.Of([.. before, .. after]));
    }
}
