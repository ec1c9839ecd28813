using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CoCreate.Tests.Kill;

/// <summary>Many people at work while harm is done at random moments; then one life of the server goes on for the rest of the time, and its memory is watched.</summary>
internal static class Soak
{
    private const int Seed = 20_261_122;

    /// <summary>Seconds that are asked for, for a soak between the two: <c>COCREATE_SOAK=120</c> is 200 connections for two minutes. 0 for none.</summary>
    private static readonly int _seconds = int.TryParse(Environment.GetEnvironmentVariable("COCREATE_SOAK"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private static readonly int _boards = Usual(2, 20, 50);
    private static readonly int _watchersPerBoard = Usual(4, 9, 39);
    private static readonly int _kills = Usual(2, 4, 8);
    private static readonly TimeSpan _betweenKills = TimeSpan.FromSeconds(Usual(1, _seconds / 12.0, 22));
    private static readonly TimeSpan _quietLife = TimeSpan.FromSeconds(Usual(2, _seconds * 2 / 3.0, 390));
    private static readonly TimeSpan _sampleEvery = TimeSpan.FromSeconds(Usual(0.2, 1, 5));
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(Usual(0.1, 0.5, 1));

    /// <summary>How often browsers say that they are there.</summary>
    public static TimeSpan PingEvery { get; } = TimeSpan.FromSeconds(4);

    /// <summary>With which the server is started: all people of the soak come from one address.</summary>
    public static string[] Settings { get; } =
        ["--Gateway:EntriesPerMinute=1000000", "--Gateway:BoardsPerHour=1000000", "--Gateway:ConnectionsPerMinute=1000000", "--Gateway:SnapshotsPerMinute=1000000"];

    /// <summary>Runs it, checks that all is there once and equal everywhere, and that memory did not grow.</summary>
    /// <param name="server">The server.</param>
    /// <param name="name">Names the report.</param>
    /// <param name="harm">Does harm for the n-th time, counted from 0.</param>
    public static async Task Run(ServerProcess server, string name, Func<int, Task> harm)
    {
        var random = new Random(Seed);
        await using var crowd = await SoakCrowd.Gather(server, _boards, _watchersPerBoard, _pace, Seed);
        using var stop = new CancellationTokenSource();
        using var gone = new CancellationTokenSource();
        var pinging = crowd.Ping(PingEvery, gone.Token);
        var working = crowd.Work(stop.Token);
        for (var kill = 0; kill < _kills; kill++)
        {
            await Task.Delay(_betweenKills * (0.5 + random.NextDouble()), TimeProvider.System);
            await harm(kill);
        }

        var memory = await WatchMemory(server);
        await stop.CancelAsync();
        await working;
        await crowd.CheckThatAllIsThereOnce();
        await gone.CancelAsync();
        await pinging;
        Report(name, crowd, memory, server.LogLines);
        AssertNoGrowth(memory);
    }

    private static T Usual<T>(T small, T asked, T full) => _seconds > 0 ? asked : LongRun.IsOn ? full : small;

    private static async Task<List<long>> WatchMemory(ServerProcess server)
    {
        var memory = new List<long>();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < _quietLife;)
        {
            await Task.Delay(_sampleEvery, TimeProvider.System);
            memory.Add(server.MemoryBytes);
        }

        return memory;
    }

    /// <summary>The first third of a life is for compiling, for caches, and for rings that fill. After it what boards gain is known: less than 2 KB for each edit, in
    /// state, ring and recent events together; and the collector may be caught at any point between two collections, which medians over a third of the samples even out.</summary>
    private static void AssertNoGrowth(List<long> memory)
    {
        var third = memory.Count / 3;
        var (middle, last) = (Median(memory.Skip(third).Take(third)), Median(memory.TakeLast(third)));
        var edits = _boards * (_quietLife / 3 / _pace);
        var allowed = (0.05 * middle) + (2_048 * edits) + 16e6;
        Assert.True(last - middle <= allowed, $"The server's memory grew from {middle / 1e6:0} to {last / 1e6:0} MB; {allowed / 1e6:0} MB more is what its boards may explain.");
    }

    private static double Median(IEnumerable<long> samples) => samples.Order().ElementAt(samples.Count() / 2);

    /// <summary>What was seen, for docs/OPERATIONS.md.</summary>
    private static void Report(string name, SoakCrowd crowd, List<long> memory, int logLines)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{crowd.Connections} connections on {_boards} boards; {_kills} kills, then one life of {_quietLife.TotalSeconds:0} s");
        text.AppendLine(CultureInfo.InvariantCulture, $"{crowd.Acknowledged} commands acknowledged, {crowd.Retries} times told to send again; {crowd.Returns} times a connection came back; {crowd.Snapshots} snapshots fetched");
        text.AppendLine(CultureInfo.InvariantCulture, $"{logLines} lines were logged");
        for (var tenth = 0; tenth < 10; tenth++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{tenth * _quietLife.TotalSeconds / 10:0} s: {memory[tenth * memory.Count / 10] / 1e6:0} MB");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"end: {memory[^1] / 1e6:0} MB");
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, ".cache"));
        File.WriteAllText(Path.Combine(folder.FullName, $"soak-{name}.txt"), text.ToString());
    }
}
