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
    // At full speed a server whose code is not compiled yet falls behind and stays there.
    private const double LeastWarmUpSeconds = 5;
    private const double Precision = 1.1;
    private const int StepLimit = 16;

    public string Key => key;

    public string Title => title;

    public string Goal => goal;

    public IReadOnlyList<string> Headlines => headlines;

    public IReadOnlyList<string> Peers => peers;

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        var search = new RateSearch(firstRate, Precision, StepLimit);
        WaveResult? best = null;
        WaveResult? last = null;
        Session? session = null;
        try
        {
            while (!search.IsDone)
            {
                session ??= await OpenAsync(contestant, effort, Math.Min(search.Rate, Math.Max(search.Best, firstRate / 2)));
                last = session.Player.Play(new(search.Rate, 0.5, effort.MeasureSeconds / 2 + 0.5));
                best = Holds(last) ? last : best;
                search.Take(Holds(last));
                session = Keep(session);
            }
        }
        finally
        {
            session?.Dispose();
        }

        return Describe(contestant, best, last);
    }

    private static bool Holds(WaveResult result) => result.IsComplete && result.Latency.At(0.99) <= LatencyLimitNs;

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
        session.Player.WarmUp(warmUpRate, Math.Max(effort.WarmUpSeconds, LeastWarmUpSeconds));
        return session;
    }

    private Row Describe(IContestant contestant, WaveResult? best, WaveResult? last)
    {
        if (best is null)
        {
            return new(contestant.Name, [], $"held no rate that was tried; at last: {WaveNotes.Of(last is null ? [] : [last])}");
        }

        var note = best.IsGeneratorBound || last is { IsGeneratorBound: true } ? "bound by the generator" : "";
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
