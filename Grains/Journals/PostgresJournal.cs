using System.Runtime.CompilerServices;
using Npgsql;

namespace CoCreate.Journals;

/// <summary>The journal of servers that have a PostgreSQL database: every process that is given the same one reads and writes the same streams.</summary>
/// <remarks>
/// One thread with one connection writes and commits what waits of all streams together, in one round trip, so that one sync of the database's disk serves many
/// boards; an append that finds nothing waiting is sent at once. Snapshots have a thread and a connection of their own, reads a small pool. Connections
/// that break are replaced by themselves. The tables are in the schema <c>cocreate</c>, or in the one that the connection string names as its search path.
/// </remarks>
public sealed class PostgresJournal : IJournal, IAsyncDisposable
{
    /// <summary>Between two tries to connect at the start.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    private readonly PostgresDatabase _database;
    private readonly PostgresJournalSettings _settings;
    private readonly PostgresJournalReader _reader;
    private readonly JournalWriter<PostgresJournalWrite> _appends;
    private readonly JournalWriter<PostgresJournalWrite> _snapshots;
    private int _isDisposed;

    private PostgresJournal(PostgresDatabase database, PostgresJournalSession session, PostgresJournalSettings settings)
    {
        _database = database;
        _settings = settings;
        Warning = session.Warning;
        var doubts = new PostgresJournalDoubts(database);
        _reader = new PostgresJournalReader(database, doubts, settings);
        _appends = Writer(new PostgresJournalCommitter(database, doubts, session, settings.CommandPatience));
        _snapshots = Writer(new PostgresJournalCommitter(database, doubts, null, settings.SnapshotPatience));

        JournalWriter<PostgresJournalWrite> Writer(PostgresJournalCommitter committer) =>
            new(committer, new JournalQueue<PostgresJournalWrite>(settings.TransactionBytes, settings.WaitingBytes), database.Name);
    }

    /// <summary>What the person who runs the server should know about the database, in a sentence, or null.</summary>
    public string? Warning { get; }

    /// <summary>Connects, and makes the tables or brings them to this version's schema. Returns once a connection that writes is there.</summary>
    /// <param name="connectionString">As Npgsql has them: <c>Host=…;Port=5432;Database=…;Username=…;Password=…</c>.</param>
    /// <exception cref="JournalException"><see cref="JournalFailure.Unavailable"/>: the database cannot be reached or used as it is.
    /// <see cref="JournalFailure.Damaged"/>: its schema is of a newer version, or none of CoCreate's. The message says what to do, and holds no password.</exception>
    public static PostgresJournal Open(string connectionString) => Open(connectionString, new PostgresJournalSettings());

    /// <summary>Opens the journal with other bounds than a server has; for tests.</summary>
    internal static PostgresJournal Open(string connectionString, PostgresJournalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var database = PostgresDatabase.At(connectionString, settings);
        try
        {
            return new PostgresJournal(database, Connect(database, settings.StartPatience), settings);
        }
        catch (Exception failure)
        {
            database.Dispose();
            if (failure is NpgsqlException error)
            {
                throw PostgresJournalFailures.Translate(error, database);
            }

            throw;
        }
    }

    /// <summary>A session whose tables are there. Who hears nothing, or is cut off, asks again for a while; whoever is answered with an error does not.</summary>
    private static PostgresJournalSession Connect(PostgresDatabase database, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            PostgresJournalSession? session = null;
            try
            {
                session = PostgresJournalSession.Open(database);
                PostgresJournalSchema.Update(session.Connection, database);
                return session;
            }
            catch (Exception failure)
            {
                session?.Dispose();
                if (!PostgresJournalFailures.IsSilence(failure) || TimeProvider.System.GetElapsedTime(began) >= patience)
                {
                    throw;
                }

                Task.Delay(_pause, TimeProvider.System).Wait();
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation)
    {
        JournalArguments.CheckAppend(stream, expected, batch);
        return _appends.Write(new PostgresJournalWrite.Append(stream, expected, batch), cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredBatch> Read(string stream, long after, CancellationToken cancellation)
    {
        JournalArguments.CheckRead(stream, after);
        return ReadChunks(stream, after, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation)
    {
        JournalArguments.CheckStream(stream);
        return new ValueTask<StoredSnapshot?>(_reader.ReadSnapshot(stream, cancellation));
    }

    /// <inheritdoc/>
    public ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation)
    {
        JournalArguments.CheckSnapshot(stream, snapshot);
        return _snapshots.Write(new PostgresJournalWrite.Snapshot(stream, snapshot), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DeleteSnapshots(CancellationToken cancellation) => _snapshots.Write(new PostgresJournalWrite.SnapshotDeletion(), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> Streams([EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = "";
        while (true)
        {
            var names = await _reader.ReadNames(last, cancellation);
            foreach (var name in names)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return last = name;
            }

            if (names.Count < _settings.ChunkNames)
            {
                yield break;
            }
        }
    }

    /// <summary>Commits what was accepted and closes all connections. Whatever comes later fails as <see cref="JournalFailure.Unavailable"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _reader.DisposeAsync();
        await _appends.DisposeAsync();
        await _snapshots.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>Reads a stream piece by piece. Between pieces nothing is held, so a slow reader costs the database nothing.</summary>
    private async IAsyncEnumerable<StoredBatch> ReadChunks(string stream, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var check = new StreamCheck(stream, after, _database.Name);
        while (true)
        {
            var chunk = await _reader.ReadChunk(stream, check.Version, cancellation);
            foreach (var (batch, checksum) in chunk.Rows)
            {
                cancellation.ThrowIfCancellationRequested();
                check.Accept(batch, checksum);
                yield return batch;
            }

            if (!chunk.HasMore)
            {
                check.End(chunk.Head);
                yield break;
            }
        }
    }
}
