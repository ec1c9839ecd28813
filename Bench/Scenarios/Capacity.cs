using CoCreate.Bench.Load;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>The highest rate that one board holds: p99 within 100 ms and nothing lost.</summary>
/// <param name="key">Name on the command line.</param>
/// <param name="title">What is measured.</param>
/// <param name="goal">What the product is to reach.</param>
/// <param name="headlines">The figures that the goal is about.</param>
/// <param name="people">How many people there are; all write in turn.</param>
/// <param name="firstRate">Edits per second to try first.</param>
/// <param name="peers">Which peers are measured too.</param>
/// <param name="usesFreshPeople">Whether every step has other people: the product lets each send fast for a short time only.</param>
internal sealed class Capacity(string key, string title, string goal, string[] headlines, int people, double firstRate, IReadOnlyList<string> peers, bool usesFreshPeople = false) : IScenario
{
    private const long LatencyLimitNs = 100_000_000;
    private const double Growth = 1.6;
    private const double Precision = 1.08;
    private const int StepLimit = 14;

    public string Key => key;

    public string Title => title;

    public string Goal => goal;

    public IReadOnlyList<string> Headlines => headlines;

    public IReadOnlyList<string> Peers => peers;

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        WaveResult? best = null;
        WaveResult? failed = null;
        Session? session = null;
        var rate = firstRate;
        try
        {
            for (var step = 0; step < StepLimit && (best is null || failed is null || Ratio(best, failed) > Precision); step++)
            {
                session ??= await OpenAsync(contestant, effort, Math.Min(rate, best?.Wave.EditsPerSecond ?? firstRate / 2));
                var result = session.Player.Play(new(rate, 0.5, effort.MeasureSeconds / 2 + 0.5));
                (best, failed) = Holds(result) ? (result, failed) : (best, result);
                session = Keep(session);
                rate = NextRate(best, failed);
            }
        }
        finally
        {
            session?.Dispose();
        }

        return Describe(contestant, best, failed);
    }

    private static bool Holds(WaveResult result) => result.IsComplete && result.Latency.At(0.99) <= LatencyLimitNs;

    private static double Ratio(WaveResult best, WaveResult failed) => failed.Wave.EditsPerSecond / best.Wave.EditsPerSecond;

    private static double NextRate(WaveResult? best, WaveResult? failed) => (best, failed) switch
    {
        (null, { } above) => above.Wave.EditsPerSecond / 2,
        ({ } below, null) => below.Wave.EditsPerSecond * Growth,
        ({ } below, { } above) => Math.Sqrt(below.Wave.EditsPerSecond * above.Wave.EditsPerSecond),
        (null, null) => throw new InvalidOperationException("A step either holds or fails."),
    };

    // A server that could not work off what it owed would carry it into the next step: it is started anew.
    private Session? Keep(Session session)
    {
        if (session.Player.IsDrained && session.Crowd.Closed == 0 && !usesFreshPeople)
        {
            return session;
        }

        session.Dispose();
        return null;
    }

    private async Task<Session> OpenAsync(IContestant contestant, Effort effort, double warmUpRate)
    {
        var session = await Session.OpenAsync(contestant, 1, people);
        session.Player.WarmUp(warmUpRate, effort.WarmUpSeconds);
        return session;
    }

    private Row Describe(IContestant contestant, WaveResult? best, WaveResult? failed)
    {
        if (best is null)
        {
            return new(contestant.Name, [], "held no rate that was tried");
        }

        var note = failed is { IsGeneratorBound: true } ? "above that, bound by the generator" : "";
        return new(contestant.Name,
        [
            new("deliveries", "/s", best.Wave.EditsPerSecond * people),
            new("edits", "/s", best.Wave.EditsPerSecond),
            new("p50", "ms", best.Latency.At(0.5) / 1e6),
            new("p99", "ms", best.Latency.At(0.99) / 1e6),
            new("server core", "%", best.ServerLoad * 100),
            new("generator core", "%", best.GeneratorLoad * 100),
            new("bytes per delivery", "", best.BytesPerDelivery),
        ], note);
    }
}
