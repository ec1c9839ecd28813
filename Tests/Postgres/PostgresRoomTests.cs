using CoCreate.Journals;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Postgres;

/// <summary>A full disk under the database: a clear refusal, nothing lost, and on it goes when there is room.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class PostgresRoomTests
{
    [Fact]
    public async Task A_full_disk_refuses_appends_until_there_is_room_and_what_was_stored_stays_readable()
    {
        var folder = PostgresPrograms.MakeFolder();
        await FillAndEmpty(folder);
        Directory.Delete(folder);
    }

    private static async Task FillAndEmpty(string folder)
    {
        using var disk = SmallDisk.TryMake(folder, megabytes: 8);
        if (disk is null)
        {
            // Without the right to mount, a file system of its own cannot be had.
            Assert.False(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() && Mounts.AreAllowed);
            return;
        }

        PostgresPrograms.Run("chown", "postgres", folder);
        using var place = new PostgresPlace();
        place.Execute($"CREATE TABLESPACE {place.Schema} LOCATION '{folder}'");
        try
        {
            var ballast = Path.Combine(folder, "ballast");
            await File.WriteAllBytesAsync(ballast, new byte[3_000_000]);
            await using var journal = PostgresJournal.Open(place.ConnectionString + $";Options=-c default_tablespace={place.Schema}");
            var full = await AppendUntilFull(journal, 0);
            Assert.Equal(full, await Count(journal));
            File.Delete(ballast);
            var later = await AppendUntilFull(journal, full);
            Assert.InRange(later, full + 5, full + 200);
            Assert.Equal(later, await Count(journal));
        }
        finally
        {
            place.Execute($"DROP SCHEMA {place.Schema} CASCADE");
            place.Execute($"DROP TABLESPACE {place.Schema}");
        }
    }

    [Fact]
    public async Task When_too_much_waits_appends_are_refused_at_once_and_the_rest_is_written()
    {
        using var place = new PostgresPlace();
        await using var journal = PostgresJournal.Open(place.ConnectionString, new PostgresJournalSettings { WaitingBytes = 2_000_000 });
        var large = new string('x', 1_000_000);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => journal.Try($"board/{number}", 0, large)));
        Assert.Contains(JournalFailure.Unavailable, outcomes);
        Assert.Null(outcomes[0]);
        Assert.Null(await journal.Try("board/later", 0, large));
    }

    /// <summary>Appends batches of random bytes, which no compression makes smaller, until there is no room; returns the version reached.</summary>
    private static async Task<long> AppendUntilFull(PostgresJournal journal, long version)
    {
        var random = new Random((int)version);
        for (; version < 1_000; version++)
        {
            var payload = new byte[100_000];
            random.NextBytes(payload);
            try
            {
                await journal.Append("board/a", version, new JournalBatch(1, payload), CancellationToken.None);
            }
            catch (JournalException failure)
            {
                Assert.Equal(JournalFailure.Full, failure.Failure);
                return version;
            }
        }

        throw new InvalidOperationException("There was always room.");
    }

    private static async Task<long> Count(PostgresJournal journal)
    {
        var count = 0L;
        await foreach (var batch in journal.Read("board/a", 0, CancellationToken.None))
        {
            count += batch.Count;
        }

        return count;
    }
}
