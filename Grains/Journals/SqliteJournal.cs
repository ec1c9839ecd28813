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
    private readonly SqliteJournalStreams _streams;
    private int _isDisposed;

    private SqliteJournal(SqliteJournalFolder folder, JournalWriter<SqliteJournalWrite> writer, SqliteJournalReaders readers)
    {
        _folder = folder;
        _writer = writer;
        _readers = readers;
        _streams = new SqliteJournalStreams(readers, folder.JournalPath);
    }

    /// <summary>Opens the journal in a folder, and makes folder and file when they are missing. Returns once the file was checked, repaired from an
    /// unclean end where needed, brought to this version's schema, and proved writable.</summary>
    /// <param name="dataFolder">Where <c>journal.db</c> is or shall be.</param>
    /// <param name="clock">Tells when the file was opened; kept in the file for the people who look after it.</param>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: the file is damaged, cut off, of another program or of a newer version.
    /// <see cref="JournalFailure.Unavailable"/>: folder or file cannot be used, or another process uses it. <see cref="JournalFailure.Full"/>: no room.
    /// The message says what is wrong with which file and what to do.</exception>
    public static SqliteJournal Open(string dataFolder, TimeProvider clock) => Open(dataFolder, clock, new SqliteJournalSettings());

    /// <summary>Room that a folder's journal takes on its disk, in bytes.</summary>
    public static long BytesIn(string dataFolder)
    {
        var path = SqliteJournalFolder.JournalIn(dataFolder);
        return new[] { path, path + "-wal" }.Select(file => new FileInfo(file)).Where(file => file.Exists).Sum(file => file.Length);
    }

    /// <summary>Moves a journal out of the way, into a new folder beside it, so that the next opening begins with an empty one.</summary>
    /// <returns>The folder that it is in now, or null when there was none.</returns>
    /// <exception cref="JournalException">A server uses it, or it cannot be moved.</exception>
    public static string? MoveAside(string dataFolder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        ArgumentNullException.ThrowIfNull(clock);
        using var folder = SqliteJournalFolder.Take(dataFolder);
        return folder.MoveJournalAside(clock.GetUtcNow());
    }

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
        return _streams.Read(stream, after, cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> Streams(CancellationToken cancellation) => _streams.Names(cancellation);

    /// <inheritdoc/>
    public ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation)
    {
        JournalArguments.CheckStream(stream);
        return new ValueTask<StoredSnapshot?>(_streams.Snapshot(stream, cancellation));
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
}
