using System.Globalization;
using CoCreate.Journals;
using CoCreate.Tests.ChildProcesses;

namespace CoCreate.Tests.Journals;

/// <summary>What survives when the process is gone from one moment to the next.</summary>
public sealed class SqliteJournalKillTests : IDisposable
{
    private readonly SqliteFolder _folder = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(Rounds > 3 ? 20 : 2));

    private static int Rounds => Environment.GetEnvironmentVariable("COCREATE_LONG") == "1" ? 40 : 3;

    public void Dispose()
    {
        _folder.Dispose();
        _patience.Dispose();
    }

    [Fact]
    public async Task What_a_killed_process_acknowledged_is_there_once()
    {
        const int Seed = 20_251;
        var random = new Random(Seed);
        var acknowledged = new Dictionary<string, long>();
        for (var round = 1; round <= Rounds; round++)
        {
            using (var child = ChildProcess.Start(JournalWriterProcess.Name, _folder.Path))
            {
                await ReadAcknowledgements(child, acknowledged, random.Next(1, 4_000));
            }

            await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System);
            foreach (var (stream, version) in acknowledged)
            {
                var found = await CheckStream(journal, stream);
                Assert.True(found >= version, $"Seed {Seed}, round {round}: {stream} was acknowledged to version {version} and is at {found}.");
            }
        }

        Assert.NotEmpty(acknowledged);
    }

    [Fact]
    public async Task A_folder_belongs_to_one_process_and_is_free_once_that_was_killed()
    {
        using var child = ChildProcess.Start(JournalWriterProcess.Name, _folder.Path);
        Assert.Equal(JournalWriterProcess.Ready, await child.ReadLine(_patience.Token));
        var failure = Assert.Throws<JournalException>(() => SqliteJournal.Open(_folder.Path, TimeProvider.System));
        Assert.Equal(JournalFailure.Unavailable, failure.Failure);
        Assert.Contains($"in use by another server (process {child.Id})", failure.Message, StringComparison.Ordinal);
        await child.Kill();
        await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System);
    }

    /// <summary>Reads what the child acknowledges, kills it after so many, and reads what it had still said.</summary>
    private async Task ReadAcknowledgements(ChildProcess child, Dictionary<string, long> acknowledged, int killAfter)
    {
        Assert.Equal(JournalWriterProcess.Ready, await child.ReadLine(_patience.Token));
        for (var read = 0; await child.ReadLine(_patience.Token) is { } line; read++)
        {
            if (read == killAfter)
            {
                await child.Kill();
            }

            // The last line may be cut off in the middle; then its number is a smaller one of the same stream, and no harm is done.
            if (line.Split(' ') is [var stream, { Length: > 0 } version])
            {
                acknowledged[stream] = Math.Max(acknowledged.GetValueOrDefault(stream), long.Parse(version, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Every version is there once, with what was written, and the snapshot is of a version that is there.</summary>
    private async Task<long> CheckStream(SqliteJournal journal, string stream)
    {
        var version = 0L;
        await foreach (var batch in journal.Read(stream, 0, _patience.Token))
        {
            Assert.Equal(++version, batch.First);
            Assert.Equal(1, batch.Count);
            Assert.True(batch.Payload.Span.SequenceEqual(JournalWriterProcess.Payload(stream, version)));
        }

        var snapshot = await journal.ReadSnapshot(stream, _patience.Token);
        Assert.True(snapshot is null || snapshot.Version <= version);
        return version;
    }
}
