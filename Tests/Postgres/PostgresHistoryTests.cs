using CoCreate.Journals;

namespace CoCreate.Tests.Postgres;

/// <summary>Laws of the PostgreSQL journal, proved by random histories: the fence holds between processes, a conflict does not touch its neighbours, and
/// "unknown" is cleared up by reading.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class PostgresHistoryTests
{
    private static readonly int _rounds = LongRun.IsOn ? 40 : 2;

    [Fact]
    public async Task Whatever_breaks_the_streams_hold_what_the_writers_were_told()
    {
        using var place = new PostgresPlace();
        await using var left = place.Open();
        await using var right = place.Open();
        var counts = new Dictionary<string, int>();
        foreach (var seed in LongRun.Seeds(12))
        {
            await PlayAndCount(seed, new RandomWriters(seed, [left, right], random => Break(place, random)), counts);
        }

        Assert.Superset(new HashSet<string> { "Acknowledged", "Conflict", "Unavailable", "Unknown", "Unknown written" }, counts.Keys.ToHashSet());
    }

    [Fact]
    public async Task However_the_server_dies_the_streams_hold_what_the_writers_were_told()
    {
        using var server = new PostgresServer();
        await using var left = PostgresJournal.Open(server.ConnectionString("killed"));
        await using var right = PostgresJournal.Open(server.ConnectionString("killed"));
        var counts = new Dictionary<string, int>();
        for (var seed = 1; seed <= _rounds; seed++)
        {
            await PlayAndCount(seed, new RandomWriters(seed, [left, right], random => Restart(server, random)), counts, harm: 0.01);
        }

        Assert.Superset(new HashSet<string> { "Acknowledged", "Conflict", "Unknown" }, counts.Keys.ToHashSet());
    }

    private static async Task PlayAndCount(int seed, RandomWriters writers, Dictionary<string, int> counts, double harm = 0.05)
    {
        try
        {
            await writers.Play(writers: 5, appends: 20, harm);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"The history with seed {seed} failed: {failure.Message}", failure);
        }

        foreach (var (outcome, count) in writers.Counts)
        {
            counts[outcome] = counts.GetValueOrDefault(outcome) + count;
        }
    }

    private static async Task Break(PostgresPlace place, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                place.Wire.Fault = WireFault.CutBeforeServer;
                break;
            case 1 or 2:
                place.Wire.Fault = WireFault.CutBeforeClient;
                break;
            case 3:
                place.Wire.CutAll();
                break;
            case 4:
                place.EndSessions();
                break;
            default:
                place.Wire.Fault = WireFault.Down;
                for (var turn = 0; turn < 1_000; turn++)
                {
                    await Task.Yield();
                }

                place.Wire.Fault = WireFault.None;
                break;
        }
    }

    private static Task Restart(PostgresServer server, Random random)
    {
        if (random.Next(2) == 0)
        {
            server.Kill();
        }
        else
        {
            server.Stop();
        }

        server.Start();
        return Task.CompletedTask;
    }
}
