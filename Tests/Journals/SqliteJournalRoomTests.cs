using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>A full disk: a clear refusal, nothing lost, and on it goes when there is room. And the bounds of log and memory.</summary>
public sealed class SqliteJournalRoomTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task At_the_largest_size_appends_are_refused_as_full_and_go_on_when_there_is_room()
    {
        await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System, new SqliteJournalSettings { LargestFilePages = 500 });
        await journal.WriteSnapshot("board/a", new StoredSnapshot(1, "test", new byte[1_000_000]), CancellationToken.None);
        var full = await AppendUntilFull(journal, 0);
        await journal.DeleteSnapshots(CancellationToken.None);
        var later = await AppendUntilFull(journal, full);
        Assert.InRange(later, full + 10, full + 200);
        await CheckAll(journal, later);
    }

    [Fact]
    public async Task When_a_group_does_not_fit_what_fits_is_written_and_the_rest_refused()
    {
        await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System, new SqliteJournalSettings { LargestFilePages = 300 });
        var large = Enumerable.Range(0, 40).Select(number => Try(journal, $"board/large{number}", 0, new byte[100_000])).ToList();
        var small = Enumerable.Range(0, 40).Select(number => Try(journal, $"board/small{number}", 0, new byte[10])).ToList();
        var outcomes = await Task.WhenAll(large);
        Assert.Contains(null, outcomes);
        Assert.Contains(JournalFailure.Full, outcomes);
        Assert.All(await Task.WhenAll(small), Assert.Null);
        foreach (var (outcome, number) in outcomes.Select((outcome, number) => (outcome, number)))
        {
            Assert.Equal(outcome is null ? 1 : 0, await Count(journal, $"board/large{number}"));
        }
    }

    [Fact]
    public async Task A_full_disk_refuses_appends_until_there_is_room_and_does_not_hinder_a_restart()
    {
        using var disk = SmallDisk.TryMake(_folder.Path, megabytes: 4);
        if (disk is null)
        {
            // Without the right to mount, a file system of its own cannot be had; the tests above meet the same refusal by SQLite's own limit.
            Assert.False(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() && Mounts.AreAllowed);
            return;
        }

        var ballast = Path.Combine(_folder.Path, "ballast");
        long version;
        await using (var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System))
        {
            await File.WriteAllBytesAsync(ballast, new byte[1_000_000]);
            version = await AppendUntilFull(journal, 0);
            await CheckAll(journal, version);
        }

        await using (var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System))
        {
            await CheckAll(journal, version);
            version = await AppendUntilFull(journal, version);
            File.Delete(ballast);
            var later = await AppendUntilFull(journal, version);
            Assert.True(later > version + 10, $"{later} is not well past {version}.");
            await CheckAll(journal, later);
        }
    }

    [Fact]
    public async Task The_log_stays_bounded_while_readers_come_and_go()
    {
        var settings = new SqliteJournalSettings { CheckpointPages = 50, UrgentCheckpointPages = 100, LogBytesKept = 500_000, Readers = 2 };
        await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System, settings);
        var longest = 0L;
        for (var version = 0; version < 300; version++)
        {
            var readings = Enumerable.Range(0, 3).Select(_ => Count(journal, "board/a")).ToList();
            await journal.Append("board/a", version, new JournalBatch(1, new byte[3_000]), CancellationToken.None);
            longest = Math.Max(longest, new FileInfo(_folder.File + "-wal").Length);
            await Task.WhenAll(readings);
        }

        Assert.InRange(longest, 1, 2_500_000);
    }

    [Fact]
    public async Task Appends_past_what_may_wait_are_refused_and_the_others_written()
    {
        await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System, new SqliteJournalSettings { WaitingBytes = 2_000_000 });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Try(journal, $"board/{number}", 0, new byte[1_000_000])));
        Assert.Contains(JournalFailure.Unavailable, outcomes);
        Assert.Null(outcomes[0]);
        Assert.Null(await Try(journal, "board/later", 0, new byte[JournalBatch.MaxBytes]));
    }

    private static async Task<JournalFailure?> Try(SqliteJournal journal, string stream, long expected, byte[] payload)
    {
        try
        {
            await journal.Append(stream, expected, new JournalBatch(1, payload), CancellationToken.None);
            return null;
        }
        catch (JournalException failure)
        {
            return failure.Failure;
        }
    }

    /// <summary>Appends to "board/a" until there is no room; returns the version reached.</summary>
    private static async Task<long> AppendUntilFull(SqliteJournal journal, long version)
    {
        for (; version < 10_000; version++)
        {
            if (await Try(journal, "board/a", version, Payload(version + 1)) is { } failure)
            {
                Assert.Equal(JournalFailure.Full, failure);
                return version;
            }
        }

        throw new InvalidOperationException("There was always room.");
    }

    private static async Task CheckAll(SqliteJournal journal, long version)
    {
        var read = 0L;
        await foreach (var batch in journal.Read("board/a", 0, CancellationToken.None))
        {
            Assert.Equal(++read, batch.First);
            Assert.True(batch.Payload.Span.SequenceEqual(Payload(read)));
        }

        Assert.Equal(version, read);
    }

    private static byte[] Payload(long version)
    {
        var payload = new byte[10_000];
        payload.AsSpan().Fill((byte)version);
        return payload;
    }

    private static async Task<int> Count(SqliteJournal journal, string stream)
    {
        var count = 0;
        await foreach (var batch in journal.Read(stream, 0, CancellationToken.None))
        {
            count += batch.Count;
        }

        return count;
    }
}
