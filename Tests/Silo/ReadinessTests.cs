using CoCreate.Journals;
using CoCreate.Silo;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Silo;

/// <summary>The server is ready when an edit would be made durable, and only then.</summary>
public sealed class ReadinessTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_store_that_takes_writes_is_ready_and_grows_by_no_stream()
    {
        await using var disk = new MemoryJournal();
        await using var journal = new MeteredJournal(disk, () => null, _clock);
        var readiness = new JournalReadiness(journal, _clock);
        for (var probe = 0; probe < 100; probe++)
        {
            Assert.Null(await readiness.FindObstacle(CancellationToken.None));
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Empty(disk.Store.Streams);
    }

    [Theory]
    [InlineData(JournalFault.Full, "Full")]
    [InlineData(JournalFault.Unavailable, "Unavailable")]
    public async Task After_an_edit_that_failed_it_is_ready_again_when_an_append_went_well_and_asks_once_a_second(JournalFault fault, string reason)
    {
        await using var disk = new MemoryJournal();
        using var faulty = new FaultyJournal(disk, 1, FaultRates.Quiet, _clock);
        await using var journal = new MeteredJournal(faulty, () => null, _clock);
        var readiness = new JournalReadiness(journal, _clock);
        Assert.Null(await readiness.FindObstacle(CancellationToken.None));

        faulty.Next(fault, fault);
        await Assert.ThrowsAsync<JournalException>(() => journal.Append("board/a", 0, new JournalBatch(1, default), CancellationToken.None).AsTask());
        _clock.Advance(TimeSpan.FromSeconds(2));
        for (var probe = 0; probe < 100; probe++)
        {
            Assert.Contains(reason, await readiness.FindObstacle(CancellationToken.None), StringComparison.Ordinal);
        }

        Assert.Equal(2, faulty.Counts[fault]);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await readiness.FindObstacle(CancellationToken.None));
        Assert.Single(disk.Store.Streams["server/readiness"]);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await readiness.FindObstacle(CancellationToken.None));
        Assert.Single(disk.Store.Streams["server/readiness"]);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_room_is_noticed()
    {
        using var folder = new SqliteFolder();
        using var small = SmallDisk.TryMake(folder.Path, megabytes: 4);
        if (small is null)
        {
            return;
        }

        await using var journal = new MeteredJournal(SqliteJournal.Open(folder.Path, TimeProvider.System), () => SqliteJournal.BytesIn(folder.Path), TimeProvider.System);
        var readiness = new JournalReadiness(journal, _clock);
        Assert.Null(await readiness.FindObstacle(CancellationToken.None));
        var filler = Path.Combine(folder.Path, "filler");
        Fill(filler);
        await Assert.ThrowsAsync<JournalException>(() => journal.Append("board/a", 0, new JournalBatch(1, new byte[1024 * 1024]), CancellationToken.None).AsTask());
        Assert.True(journal.IsInDoubt);

        File.Delete(filler);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await readiness.FindObstacle(CancellationToken.None));
        Assert.False(journal.IsInDoubt);
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create);
        var bytes = new byte[64 * 1024];
        try
        {
            while (true)
            {
                file.Write(bytes);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }
}
