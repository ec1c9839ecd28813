using CoCreate.Bench.Load;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>People on boards who edit at a steady rate: how long it takes until the others see it, and what it costs.</summary>
/// <param name="key">Name on the command line.</param>
/// <param name="title">What is measured.</param>
/// <param name="goal">What the product is to reach.</param>
/// <param name="headlines">The figures that the goal is about.</param>
/// <param name="rooms">How many boards.</param>
/// <param name="members">How many people on each; all write in turn.</param>
/// <param name="editsPerSecond">Over all boards.</param>
/// <param name="peers">Which peers are measured too.</param>
internal sealed class FanOut(string key, string title, string goal, string[] headlines, int rooms, int members, double editsPerSecond, IReadOnlyList<string> peers)
    : IScenario
{
    public string Key => key;

    public string Title => title;

    public string Goal => goal;

    public IReadOnlyList<string> Headlines => headlines;

    public IReadOnlyList<string> Peers => peers;

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        using var session = await Session.OpenAsync(contestant, rooms, members);
        session.Player.WarmUp(editsPerSecond, effort.WarmUpSeconds);
        var results = Enumerable.Range(0, effort.Repetitions)
            .Select(_ => session.Player.Play(new(editsPerSecond, 0.5, effort.MeasureSeconds)))
            .ToArray();
        var memory = ProcessSample.ReadMemory(session.Server.Process.Id);
        return new(contestant.Name, [.. Describe(results), new("memory", "MB", memory / 1e6)], WaveNotes.Of(results));
    }

    private static IEnumerable<Figure> Describe(WaveResult[] results) =>
    [
        new("p50", "ms", Median.Of(results, result => result.Latency.At(0.5) / 1e6)),
        new("p99", "ms", Median.Of(results, result => result.Latency.At(0.99) / 1e6)),
        new("last receiver p99", "ms", Median.Of(results, result => result.LastReceiver.At(0.99) / 1e6)),
        new("processor per delivery", "µs", Median.Of(results, result => result.ServerNsPerDelivery / 1e3)),
        new("server core", "%", Median.Of(results, result => result.ServerLoad * 100)),
        new("generator core", "%", Median.Of(results, result => result.GeneratorLoad * 100)),
        new("bytes per delivery", "", Median.Of(results, result => result.BytesPerDelivery)),
    ];
}
