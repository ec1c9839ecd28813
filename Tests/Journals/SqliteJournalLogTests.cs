using System.Text;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>The log beside the file after an unclean end: a cut-off last commit is normal, damage before it is not passed over.</summary>
public sealed class SqliteJournalLogTests : IAsyncLifetime, IDisposable
{
    private const int Commits = 30;
    private const int Seed = 815;
    private const int FrameBytes = 4096 + 24;
    private readonly SqliteFolder _live = new();
    private readonly SqliteFolder _crashed = new();
    private readonly List<long> _logLengths = [];
    private byte[] _file = [];
    private byte[] _log = [];

    /// <summary>Keeps file and log of an open journal, as a power failure would leave them.</summary>
    public async Task InitializeAsync()
    {
        await using var journal = SqliteJournal.Open(_live.Path, TimeProvider.System);
        for (var version = 0; version < Commits; version++)
        {
            await journal.Append("board/a", version, new JournalBatch(1, Encoding.UTF8.GetBytes($"{version}")), CancellationToken.None);
            _logLengths.Add(new FileInfo(_live.File + "-wal").Length);
        }

        _file = await File.ReadAllBytesAsync(_live.File);
        _log = await File.ReadAllBytesAsync(_live.File + "-wal");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _live.Dispose();
        _crashed.Dispose();
    }

    [Fact]
    public async Task A_whole_log_gives_all_commits() => Assert.Equal(Commits, await Recover(_log));

    [Fact]
    public async Task A_log_cut_off_anywhere_gives_the_commits_before()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 40; round++)
        {
            var length = random.Next(_log.Length);
            Assert.Equal(_logLengths.Count(end => end <= length), await Recover(_log[..length]));
        }
    }

    [Fact]
    public async Task Damage_before_the_last_commit_is_told()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 60; round++)
        {
            var index = round < 32 ? round : random.Next(32, (int)_logLengths[^2]);
            var damaged = (byte[])_log.Clone();
            damaged[index] ^= 0x10;
            var failure = await Assert.ThrowsAsync<JournalException>(() => Recover(damaged));
            Assert.True(failure.Failure == JournalFailure.Damaged, $"Seed {Seed}, byte {index}: {failure.Message}");
            Assert.Contains("journal.db-wal", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_damaged_log_is_left_as_it_was_found()
    {
        var damaged = (byte[])_log.Clone();
        damaged[FrameBytes * 3] ^= 1;
        await Assert.ThrowsAsync<JournalException>(() => Recover(damaged));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(_crashed.File + "-wal"));
    }

    [Fact]
    public async Task A_last_commit_that_was_written_in_part_is_dropped()
    {
        var torn = (byte[])_log.Clone();
        torn.AsSpan((int)_logLengths[^2], FrameBytes).Clear();
        Assert.Equal(Commits - 1, await Recover(torn));
    }

    [Fact]
    public async Task A_log_that_started_over_keeps_its_older_half_out()
    {
        await using (var journal = SqliteJournal.Open(_crashed.Path, TimeProvider.System, new SqliteJournalSettings { CheckpointPages = 20, UrgentCheckpointPages = 20 }))
        {
            for (var version = 0; version < 100; version++)
            {
                await journal.Append("board/a", version, new JournalBatch(1, default), CancellationToken.None);
            }

            _file = await File.ReadAllBytesAsync(_crashed.File);
            _log = await File.ReadAllBytesAsync(_crashed.File + "-wal");
        }

        Assert.Equal(100, await Recover(_log));
    }

    private async Task<int> Recover(byte[] log)
    {
        await File.WriteAllBytesAsync(_crashed.File, _file);
        File.Delete(_crashed.File + "-shm");
        await File.WriteAllBytesAsync(_crashed.File + "-wal", log);
        return await Count(_crashed);
    }

    private static async Task<int> Count(SqliteFolder folder)
    {
        await using var journal = SqliteJournal.Open(folder.Path, TimeProvider.System);
        var count = 0;
        await foreach (var batch in journal.Read("board/a", 0, CancellationToken.None))
        {
            Assert.Equal(++count, batch.First);
        }

        return count;
    }
}
