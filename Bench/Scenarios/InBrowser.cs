using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CoCreate.Bench.Dialects;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>How a board with many ideas opens and moves in Chromium. Without a graphics card all drawing is the processor's: the hard case.</summary>
internal sealed class InBrowser : IScenario
{
    private const int Ideas = 10_000;

    // One for each 900 ideas: a person may add only so many at once.
    private const int People = 12;

    // Other work on the machine only ever makes a figure worse, so the best of several runs is the nearest to what the client costs.
    private const int RunsPerRepetition = 2;

    public string Key => "browser";

    public string Title => "a board with 10,000 ideas in Chromium without a graphics card, 1440 × 900: from the address to ideas on the screen, then frames while moving";

    public string Goal => "open in ≤ 1.5 s; ≥ 55 frames/s";

    public IReadOnlyList<string> Headlines => ["open", "pan all", "zoom", "pan half", "pan near", "drag one", "drag all"];

    public IReadOnlyList<string> Peers => PeerSets.None;

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        using var server = await ((Product)contestant).StartAsync(1, People, Ideas);
        var ticket = ((ProductDialect)server.Dialect).TicketOf(new(0, 0));
        var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{server.Process.Port}/b/{ticket.Board}");
        var runs = await OpenAsync(address, ticket.Cookie, effort.Repetitions * RunsPerRepetition);
        var figures = runs[0].Keys.Select(name => name == "open"
            ? new Figure(name, "ms", runs.Min(run => run[name]))
            : new Figure(name, "frames/s", runs.Max(run => run[name])));
        return new(contestant.Name, [.. figures], string.Create(CultureInfo.InvariantCulture, $"the best of {runs.Count} runs"));
    }

    private static async Task<IReadOnlyList<Dictionary<string, double>>> OpenAsync(string address, string cookie, int runs)
    {
        var repository = Environment.GetEnvironmentVariable("BENCH_REPOSITORY") ?? Directory.GetCurrentDirectory();
        var script = Path.Combine(repository, "Bench", "Browser", "measure.mjs");
        // The generator's own core is not enough for a browser, which has threads of its own for drawing: it may use all that there are.
        var cores = (await File.ReadAllTextAsync("/sys/devices/system/cpu/online")).Trim();
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", cores, "node", script, address, cookie, runs.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<List<Dictionary<string, double>>>(output)!
            : throw new InvalidOperationException("The browser could not be measured; it said why above.");
    }
}
