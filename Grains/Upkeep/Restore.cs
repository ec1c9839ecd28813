using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Journals;

namespace CoCreate.Upkeep;

/// <summary>Restores a backup into an empty store.</summary>
/// <remarks>
/// The file is read twice: once to be sure of all of it, replaying every stream, and only then to write. While it writes, the store carries a mark by which a server
/// that is started on it refuses to serve half of it. Every board gets a new epoch, as an event at its end: browsers that know a later version of it start
/// again from the restored board instead of mixing the two (PROTOCOL R5, R15).
/// </remarks>
/// <param name="journal">The store.</param>
/// <param name="clock">Tells the new epochs.</param>
/// <param name="progress">Told after each stream that was checked, and again after each that was written.</param>
public sealed class Restore(IJournal journal, TimeProvider clock, IProgress<Tally> progress)
{
    /// <summary>Appends under way at once, in bytes and in batches: enough to share the disk's syncs, little enough for any computer.</summary>
    private const int WindowBytes = 8 * 1024 * 1024;

    private const int WindowBatches = 512;
    private readonly Queue<(Task Append, int Bytes)> _underWay = new();
    private int _bytesUnderWay;

    /// <summary>Checks a backup from end to end, as a restore does before it writes anything.</summary>
    /// <exception cref="BackupException">It is damaged, or what is in it does not fit together.</exception>
    public static (BackupManifest Manifest, Tally Content) Check(string path, IProgress<Tally> progress)
    {
        using var backup = new BackupReader(path);
        return (backup.Manifest, Check(backup, progress));
    }

    /// <summary>Restores. When this fails after it began to write, the store says so to every server, and the restore is to be made again.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="keepFile">Told of each file of the server's own, with its name below the data folder and its content.</param>
    /// <param name="cancellation">Ends it, and leaves an unfinished restore when it began to write.</param>
    /// <exception cref="BackupException">The file cannot be used, or the store is not empty. Nothing was written.</exception>
    /// <exception cref="JournalException">The store cannot be written.</exception>
    public async Task<(BackupManifest Manifest, Tally Content)> Read(string path, Action<string, byte[]> keepFile, CancellationToken cancellation)
    {
        await RefuseUnlessEmpty(cancellation);
        using var backup = new BackupReader(path);
        var content = Check(backup, progress);
        var mark = await RestoreMark.Begin(journal, cancellation);
        await WriteAll(backup, keepFile, cancellation);
        await mark.Finish(cancellation);
        return (backup.Manifest, content);
    }

    private static Tally Check(BackupReader backup, IProgress<Tally> progress)
    {
        var references = new StoreReferences();
        var tally = default(Tally);
        StreamFold? fold = null;
        foreach (var item in backup.Items())
        {
            switch (item)
            {
                case BackupItem.Stream stream:
                    fold = StreamFold.Of(stream.Name);
                    break;
                case BackupItem.Batch batch:
                    Replay(fold!, batch.Stored);
                    break;
                case BackupItem.StreamEnd:
                    references.Take(fold!);
                    tally = tally.With(fold!.Version);
                    progress.Report(tally);
                    break;
                case BackupItem.File:
                    break;
                default:
                    throw new InvalidOperationException($"{item.GetType().Name} is nothing that a backup holds.");
            }
        }

        return references.Dangling().FirstOrDefault(finding => !finding.IsNote) is { } dangling
            ? throw new BackupException($"The backup does not fit together: {dangling.Stream}: {dangling.What}. Nothing was restored.")
            : tally;
    }

    private static void Replay(StreamFold fold, StoredBatch batch)
    {
        try
        {
            fold.Take(batch);
        }
        catch (UnreplayableException failure)
        {
            throw new BackupException($"The backup cannot be restored: {fold.Stream} at version {failure.Version}: {failure.Message}. Nothing was restored.", failure);
        }
    }

    private async Task RefuseUnlessEmpty(CancellationToken cancellation)
    {
        await foreach (var stream in journal.Streams(cancellation))
        {
            if (StreamKind.Of(stream) != StreamKind.Server)
            {
                throw new BackupException("The store is not empty. A backup is restored into an empty one; to put it in the place of what is there, add --replace.");
            }
        }
    }

    private async Task WriteAll(BackupReader backup, Action<string, byte[]> keepFile, CancellationToken cancellation)
    {
        var tally = default(Tally);
        StreamFold? fold = null;
        foreach (var item in backup.Items())
        {
            switch (item)
            {
                case BackupItem.File file:
                    keepFile(file.Name, file.Content);
                    break;
                case BackupItem.Stream stream:
                    fold = StreamFold.Of(stream.Name);
                    break;
                case BackupItem.Batch batch:
                    await Append(fold!.Stream, batch.Stored, cancellation);
                    fold.Take(batch.Stored);
                    break;
                case BackupItem.StreamEnd:
                    await EndEpoch(fold!, cancellation);
                    tally = tally.With(fold!.Version);
                    progress.Report(tally);
                    break;
                default:
                    throw new InvalidOperationException($"{item.GetType().Name} is nothing that a backup holds.");
            }
        }

        await Settle(0);
    }

    private async Task EndEpoch(StreamFold fold, CancellationToken cancellation)
    {
        if (fold is BoardFold { Board: var board })
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var fact = new BoardRestored(Math.Max(now, board.Epoch + 1));
            var entry = new BoardEntry(board.Seq + 1, now, "", "", 0, fact);
            var payload = JsonSerializer.SerializeToUtf8Bytes([entry], BoardJson.Stored.BoardEntryArray);
            await Append(fold.Stream, new StoredBatch(entry.Seq, 1, payload), cancellation);
        }
    }

    private async Task Append(string stream, StoredBatch batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var append = journal.Append(stream, batch.First - 1, new JournalBatch(batch.Count, batch.Payload), CancellationToken.None).AsTask();
        _underWay.Enqueue((append, batch.Payload.Length));
        _bytesUnderWay += batch.Payload.Length;
        await Settle(WindowBatches);
    }

    /// <summary>Waits until few enough appends are under way. They are in order, so the first failure is the one to tell.</summary>
    private async Task Settle(int batches)
    {
        while (_underWay.Count > batches || _bytesUnderWay > WindowBytes)
        {
            var (append, bytes) = _underWay.Dequeue();
            await append;
            _bytesUnderWay -= bytes;
        }
    }
}
