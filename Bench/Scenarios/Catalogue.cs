namespace CoCreate.Bench.Scenarios;

/// <summary>Every scenario, in the order of the table of goals.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<IScenario> All { get; } =
    [
        new Capacity("capacity", "200 people on one board: deliveries per second with p99 within 100 ms and nothing lost", "≥ 1.6 million", 200, 1_000, hasPeers: true),
        new FanOut("500", "500 people on one board, 40 edits/s", "≤ 8 µs per delivery; over the disk's own sync time p50 ≤ 3 ms, p99 ≤ 7 ms", 1, 500, 40),
        new FanOut("50", "50 people on one board, 100 edits/s", "over the disk's own sync time p50 ≤ 1.5 ms, p99 ≤ 4 ms; ≤ 16 µs per delivery", 1, 50, 100),
        new FanOut("1000", "1,000 people on one board, 20 edits/s", "last receiver p99 ≤ 40 ms", 1, 1_000, 20),
        new FanOut("boards", "10,000 people on 200 boards, 2 edits/s on each", "p99 ≤ 50 ms in ≤ 700 MB", 200, 50, 400),
        new IdleMemory(),
        new StalledReaders(),
    ];
}
