using System.Runtime.CompilerServices;

namespace CoCreate.Journals;

/// <summary>The journal of a server that needs no database of its own: one SQLite file, <c>journal.db</c>, in the data folder.</summary>
/// <remarks>
/// One thread writes and commits what waits of all streams together, so that one sync of the disk serves many boards; an append that finds nothing waiting is
/// committed at once. Reads have connections of their own and are never held up by writing. While the journal is open its folder belongs to this process:
/// a lock that ends with the process keeps a second server out. Nothing else in this process may open the file: on Unix, closing it once
/// drops the locks that SQLite holds on it. Beside the file SQLite keeps <c>journal.db-wal</c>, which holds the latest commits and belongs to it.
/// </remarks>
public sealed class SqliteJournal : IJournal, IAsyncDisposable
{
    private readonly SqliteJournalFolder _folder;
    private readonly JournalWriter<SqliteJournalWrite> _writer;
    private readonly SqliteJournalReaders _readers;
    private int _isDisposed;

    private SqliteJournal(SqliteJournalFolder folder, JournalWriter<SqliteJournalWrite> writer, SqliteJournalReaders readers)
    {
        _folder = folder;
        _writer = writer;
        _readers = readers;
    }

    /// <summary>Opens the journal in a folder, and makes folder and file when they are missing. Returns once the file was checked, repaired from an
    /// unclean end where needed, brought to this version's schema, and proved writable.</summary>
    /// <param name="dataFolder">Where <c>journal.db</c> is or shall be.</param>
    /// <param name="clock">Tells when the file was opened; kept in the file for the people who look after it.</param>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: the file is damaged, cut off, of another program or of a newer version.
    /// <see cref="JournalFailure.Unavailable"/>: folder or file cannot be used, or another process uses it. <see cref="JournalFailure.Full"/>: no room.
    /// The message says what is wrong with which file and what to do.</exception>
    public static SqliteJournal Open(string dataFolder, TimeProvider clock) => Open(dataFolder, clock, new SqliteJournalSettings());

    /// <summary>Opens the journal with other bounds than a server has; for tests.</summary>
    internal static SqliteJournal Open(string dataFolder, TimeProvider clock, SqliteJournalSettings settings)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        ArgumentNullException.ThrowIfNull(clock);
        var folder = SqliteJournalFolder.Take(dataFolder);
        try
        {
            var statements = SqliteJournalFile.Open(folder.JournalPath, clock, settings);
            return new SqliteJournal(
                folder,
                new JournalWriter<SqliteJournalWrite>(
                    new SqliteJournalCommitter(statements, folder.JournalPath, settings),
                    new JournalQueue<SqliteJournalWrite>(settings.TransactionBytes, settings.WaitingBytes),
                    folder.JournalPath),
                new SqliteJournalReaders(folder.JournalPath, settings));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation)
    {
        JournalArguments.CheckAppend(stream, expected, batch);
        return _writer.Write(new SqliteJournalWrite.Append(stream, expected, batch), cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredBatch> Read(string stream, long after, CancellationToken cancellation)
    {
        JournalArguments.CheckRead(stream, after);
        return ReadChunks(stream, after, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> Streams([EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            var page = await _readers.Use(reader => reader.ReadNames(after), cancellation);
            foreach (var (number, name) in page)
            {
                cancellation.ThrowIfCancellationRequested();
                after = number;
                yield return name;
            }

            if (page.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation)
    {
        JournalArguments.CheckStream(stream);
        return new ValueTask<StoredSnapshot?>(_readers.Use(reader => reader.ReadSnapshot(stream), cancellation));
    }

    /// <inheritdoc/>
    public ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation)
    {
        JournalArguments.CheckSnapshot(stream, snapshot);
        return _writer.Write(new SqliteJournalWrite.Snapshot(stream, snapshot), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DeleteSnapshots(CancellationToken cancellation) => _writer.Write(new SqliteJournalWrite.SnapshotDeletion(), cancellation);

    /// <summary>Commits what was accepted, closes the file and gives the folder free. Whatever comes later fails as <see cref="JournalFailure.Unavailable"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _readers.DisposeAsync();
        await _writer.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Reads a stream piece by piece. Between pieces nothing is held, so a slow reader neither blocks the log's clean-up nor costs memory.</summary>
    private async IAsyncEnumerable<StoredBatch> ReadChunks(string stream, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var check = new StreamCheck(stream, after, _folder.JournalPath);
        while (true)
        {
            var chunk = await _readers.Use(reader => reader.ReadChunk(stream, check.Version), cancellation);
            foreach (var (batch, checksum) in chunk.Rows)
            {
                cancellation.ThrowIfCancellationRequested();
                check.Accept(batch, checksum);
                yield return batch;
            }

            if (chunk.Damage is not null)
            {
                throw check.Damage(check.Version + 1, "the database reports damage", chunk.Damage);
            }

            if (!chunk.HasMore)
            {
                check.End(chunk.Head);
                yield break;
            }
        }
    }
}
