namespace CoCreate.Journals;

/// <summary>A SQLite journal that is only read, also while a server writes it: for checks and backups.</summary>
/// <remarks>It takes no lock on the folder and changes nothing in the file. It may not be opened in the process that has the same file open for writing: on Unix,
/// closing it would drop that one's locks.</remarks>
public sealed class SqliteJournalView : IJournal, IAsyncDisposable
{
    private readonly SqliteJournalReaders _readers;
    private readonly SqliteJournalStreams _streams;
    private readonly string _path;
    private int _isDisposed;

    private SqliteJournalView(string path)
    {
        _path = path;
        _readers = new SqliteJournalReaders(path, new SqliteJournalSettings());
        _streams = new SqliteJournalStreams(_readers, path);
    }

    /// <summary>Opens the journal in a folder for reading.</summary>
    /// <param name="dataFolder">Where <c>journal.db</c> is.</param>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: the file is damaged, of another program or of a newer version.
    /// <see cref="JournalFailure.Unavailable"/>: there is no journal, or it cannot be read.</exception>
    public static SqliteJournalView Open(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        var path = SqliteJournalFolder.JournalIn(dataFolder);
        SqliteJournalFile.CheckForReading(path, isServed: SqliteJournalFolder.IsTaken(dataFolder));
        return new SqliteJournalView(path);
    }

    /// <inheritdoc/>
    public ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation)
    {
        JournalArguments.CheckAppend(stream, expected, batch);
        return ValueTask.FromException(ReadOnly());
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
        return ValueTask.FromException(ReadOnly());
    }

    /// <inheritdoc/>
    public ValueTask DeleteSnapshots(CancellationToken cancellation) => ValueTask.FromException(ReadOnly());

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _isDisposed, 1) == 0 ? _readers.DisposeAsync() : ValueTask.CompletedTask;

    private JournalException ReadOnly() => SqliteJournalFailures.Unavailable($"{_path} was opened for reading alone.");
}
