using System.Diagnostics;
using System.Globalization;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Scenarios;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench;

/// <summary>Runs scenarios, prints what they come to and keeps it.</summary>
internal static class Runner
{
    /// <summary>Does what the command line asks for; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = Options.Parse(arguments);
        var asked = options?.Scenarios.Where(key => key != "none").Select(Catalogue.Find).ToArray() ?? [];
        if (options is null || asked.Contains(null))
        {
            await Console.Error.WriteLineAsync(Options.Usage + string.Join("", Catalogue.All.Select(scenario => $"\n  {scenario.Key,-10} {scenario.Title}")));
            return 2;
        }

        var repository = Environment.GetEnvironmentVariable("BENCH_REPOSITORY") ?? Directory.GetCurrentDirectory();
        var store = new ResultStore(Path.Combine(repository, ".cache", "bench", "results"));
        var started = Stopwatch.StartNew();
        var usual = options.IsQuick ? Catalogue.Quick : Catalogue.All;
        foreach (var scenario in options.Scenarios.Count == 0 ? usual : asked.OfType<IScenario>())
        {
            store.Save(await MeasureAsync(scenario, options, repository));
        }

        if (options.Writes)
        {
            BenchmarksPage.Write(Path.Combine(repository, "docs", "BENCHMARKS.md"), store.Load(Catalogue.All.Select(scenario => scenario.Key)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{started.Elapsed.TotalSeconds:0} s in all."));
        return 0;
    }

    private static async Task<ScenarioResult> MeasureAsync(IScenario scenario, Options options, string repository)
    {
        Console.WriteLine($"\n{scenario.Key}: {scenario.Title} (goal: {scenario.Goal})");
        var usual = options.IsQuick ? Effort.Quick : Effort.Full;
        var effort = options.Repetitions > 0 ? usual with { Repetitions = options.Repetitions } : usual;
        var rows = new List<Row>();
        foreach (var contestant in Contestants(scenario, options, repository))
        {
            rows.Add(await MeasureAsync(scenario, contestant, effort));
        }

        var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sync = await DiskSync.MeasureAsync(Directory.CreateDirectory(Path.Combine(repository, ".cache", "bench")).FullName);
        var result = new ScenarioResult(scenario.Key, scenario.Title, scenario.Goal, scenario.Headlines, day, Machine.Describe(), options.IsQuick, sync, rows);
        Console.WriteLine(TextTable.Render(result));
        Console.WriteLine($"  (the disk's own sync: {sync})");
        return result;
    }

    private static IEnumerable<IContestant> Contestants(IScenario scenario, Options options, string repository)
    {
        var peers = Servers.Peers.All(repository).Where(peer => HasWord(peer, scenario.Peers));
        IEnumerable<IContestant> all = [new Product(repository), .. peers];
        return all.Where(contestant => options.Servers.Count == 0 || HasWord(contestant, options.Servers));
    }

    private static bool HasWord(IContestant contestant, IReadOnlyList<string> words) =>
        words.Any(word => contestant.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // One server that fails must not cost the figures of the others.
    private static async Task<Row> MeasureAsync(IScenario scenario, IContestant contestant, Effort effort)
    {
        try
        {
            return await scenario.MeasureAsync(contestant, effort);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync($"{contestant.Name}: {exception}");
            return new(contestant.Name, [], $"failed: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
