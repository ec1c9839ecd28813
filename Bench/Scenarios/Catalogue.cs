using System.Globalization;
using System.Text.RegularExpressions;

namespace CoCreate.Bench.Scenarios;

/// <summary>Every scenario, in the order of the table of goals.</summary>
internal static partial class Catalogue
{
    public static IReadOnlyList<IScenario> All { get; } =
    [
        new Capacity("capacity", "200 people on one board: deliveries per second with p99 within 100 ms and nothing lost", "≥ 1.6 million",
            ["deliveries"], people: 200, firstRate: 1_000, peers: PeerSets.All),
        new FanOut("500", "500 people on one board, 40 edits/s", "≤ 8 µs per delivery; over the disk's own sync time p50 ≤ 3 ms and p99 ≤ 7 ms",
            ["processor per delivery", "p50", "p99"], rooms: 1, members: 500, editsPerSecond: 40, peers: PeerSets.All),
        new FanOut("50", "50 people on one board, 100 edits/s", "over the disk's own sync time p50 ≤ 1.5 ms and p99 ≤ 4 ms; ≤ 16 µs per delivery",
            ["p50", "p99", "processor per delivery"], rooms: 1, members: 50, editsPerSecond: 100, peers: PeerSets.All),
        new FanOut("1000", "1,000 people on one board, 20 edits/s", "last receiver p99 ≤ 40 ms",
            ["last receiver p99"], rooms: 1, members: 1_000, editsPerSecond: 20, peers: ["Hocuspocus", "SignalR"]),
        new Capacity("durable", "durable edits per second that one board accepts (40 people)", "≥ 8,000",
            ["edits"], people: 40, firstRate: 8_000, peers: PeerSets.None, usesFreshPeople: true),
        new FanOut("boards", "10,000 people on 200 boards, 2 edits/s on each", "p99 ≤ 50 ms in ≤ 700 MB",
            ["p99", "memory"], rooms: 200, members: 50, editsPerSecond: 400, peers: ["SignalR"]),
        new IdleMemory(),
        new JoinTime(1_000),
        new JoinTime(10_000),
        new InBrowser(),
        new StalledReaders(),
        new Flooding(),
        new Reconnect("reconnect", 10),
        new Reconnect("reconnect-50", 50),
        new Reconnect("reconnect-1", 1),
    ];

    /// <summary>Those of a first look.</summary>
    public static IEnumerable<IScenario> Quick { get; } = All.Where(scenario => scenario.Key is "500" or "50" or "durable");

    /// <summary>The scenario of that name; null when there is none. "200x4000" is 200 people on one board with 4,000 edits/s, for a closer look.</summary>
    public static IScenario? Find(string key)
    {
        var custom = Custom().Match(key);
        if (!custom.Success)
        {
            return All.FirstOrDefault(scenario => scenario.Key == key);
        }

        var people = int.Parse(custom.Groups["people"].ValueSpan, CultureInfo.InvariantCulture);
        var rate = int.Parse(custom.Groups["rate"].ValueSpan, CultureInfo.InvariantCulture);
        return new FanOut(key, $"{people} people on one board, {rate} edits/s", "none", ["processor per delivery"], 1, people, rate, PeerSets.All);
    }

    [GeneratedRegex("^(?<people>[1-9][0-9]{0,4})x(?<rate>[1-9][0-9]{0,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex Custom();
}
