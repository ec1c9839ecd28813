using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Boards.Simulation;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Boards;

/// <summary>Snapshots are a cache: a board is the same with them, without them, and beside one that is not its own.</summary>
public sealed class SnapshotTests
{
    private const string Stream = $"board/{SimulatedServer.BoardId}";

    [Fact]
    public async Task Deleting_all_snapshots_changes_nothing_but_the_start()
    {
        await using var disk = new MemoryJournal();
        Assert.True((await Fill(disk, "idea")).Version >= Limits.EventsPerSnapshot);
        var with = await Load(disk);
        await disk.DeleteSnapshots(CancellationToken.None);
        Assert.Equal(await Load(disk), with);
    }

    [Fact]
    public async Task A_snapshot_of_another_history_is_not_used()
    {
        await using var disk = new MemoryJournal();
        await using var other = new MemoryJournal();
        await Fill(disk, "idea");
        var foreign = await Fill(other, "else");
        var own = await Load(disk);
        await disk.WriteSnapshot(Stream, foreign, CancellationToken.None);
        Assert.Equal(own, await Load(disk));
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_read_is_not_used()
    {
        await using var disk = new MemoryJournal();
        var snapshot = await Fill(disk, "idea");
        var own = await Load(disk);
        await disk.WriteSnapshot(Stream, snapshot with { Payload = "{\"board\":"u8.ToArray() }, CancellationToken.None);
        Assert.Equal(own, await Load(disk));
        await disk.WriteSnapshot(Stream, snapshot with { Payload = "{}"u8.ToArray() }, CancellationToken.None);
        Assert.Equal(own, await Load(disk));
    }

    /// <summary>Adds ideas until a snapshot is written; gives it.</summary>
    private static async Task<StoredSnapshot> Fill(MemoryJournal disk, string kind)
    {
        var clock = new ManualClock();
        await using var server = new SimulatedServer(disk, clock, 1, FaultRates.Quiet);
        await server.Board.Order(Table.Owner, new CreateBoard("Board", "", "ABC234", "Oda", Colour.Sun, ""));
        for (var first = 1; first <= Limits.EventsPerSnapshot + 200; first += 50)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            var ideas = Enumerable.Range(first, 50).Select(n => new NumberedCommand(n, new AddIdea($"{kind}-{n:d8}", $"{kind} {n}", "", Colour.Sun, n, 0, "")));
            Assert.Equal(SubmitStatus.Done, (await server.Board.Submit(new Submission(Table.Owner, "client-00000001", [.. ideas]))).Status);
        }

        // It is written beside the board's turns.
        for (var i = 0; i < 1_000_000; i++)
        {
            if (await disk.ReadSnapshot(Stream, CancellationToken.None) is { } snapshot)
            {
                return snapshot;
            }

            await Task.Yield();
        }

        throw new InvalidOperationException("No snapshot was ever written.");
    }

    /// <summary>The board that a fresh server finds.</summary>
    private static async Task<(long Seq, string Records)> Load(MemoryJournal disk)
    {
        await using var server = new SimulatedServer(disk, new ManualClock(), 2, FaultRates.Quiet);
        var snapshot = await server.Board.Snapshot("");
        var store = new Store();
        store.Fold(snapshot!.Everyone);
        return (snapshot.Seq, store.Canonical());
    }
}
