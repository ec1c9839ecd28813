using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>A disk that fails in the middle of a commit. The errors are the system's own (Linux): something else stands in the place of the log.</summary>
public sealed class SqliteJournalDiskErrorTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private string Log => _folder.File + "-wal";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_failed_write_leaves_the_outcome_unknown_and_writing_goes_on_once_the_disk_does()
    {
        await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System);
        await Append(journal, 0);
        using (FailingDescriptor.ForWriting(Log))
        {
            await Fails(journal, 1, JournalFailure.Unknown);
            await Fails(journal, 1, JournalFailure.Unavailable);
        }

        Assert.Equal(1, await Count(journal));
        await Append(journal, 1);
        Assert.Equal(2, await Count(journal));
    }

    [Fact]
    public async Task A_commit_in_doubt_does_not_come_to_life_later()
    {
        await using (var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System))
        {
            await Append(journal, 0);
            using (FailingDescriptor.ForWriting(Log))
            {
                await Fails(journal, 1, JournalFailure.Unknown);
            }

            await journal.Append("board/other", 0, new JournalBatch(1, new byte[10]), CancellationToken.None);
        }

        await using var again = SqliteJournal.Open(_folder.Path, TimeProvider.System);
        Assert.Equal(1, await Count(again));
    }

    [Fact]
    public async Task After_a_failed_sync_nothing_is_written_until_a_restart_and_nothing_acknowledged_is_lost()
    {
        await using (var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System))
        {
            await Append(journal, 0);
            await Append(journal, 1);
            using (FailingDescriptor.ForSyncing(Log))
            {
                await Fails(journal, 2, JournalFailure.Unknown);
            }

            var failure = await Fails(journal, 2, JournalFailure.Unavailable);
            Assert.Contains("restart the server", failure.Message, StringComparison.Ordinal);
            Assert.Equal(2, await Count(journal));
        }

        await using var again = SqliteJournal.Open(_folder.Path, TimeProvider.System);
        Assert.Equal(2, await Count(again));
        await Append(again, 2);
    }

    private static ValueTask Append(SqliteJournal journal, long expected) =>
        journal.Append("board/a", expected, new JournalBatch(1, new byte[100]), CancellationToken.None);

    private static async Task<JournalException> Fails(SqliteJournal journal, long expected, JournalFailure failure)
    {
        var thrown = await Assert.ThrowsAsync<JournalException>(() => Append(journal, expected).AsTask());
        Assert.Equal(failure, thrown.Failure);
        return thrown;
    }

    private static async Task<int> Count(SqliteJournal journal)
    {
        var count = 0;
        await foreach (var batch in journal.Read("board/a", 0, CancellationToken.None))
        {
            count += batch.Count;
        }

        return count;
    }
}
