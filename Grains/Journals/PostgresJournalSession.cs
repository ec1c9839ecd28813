using System.Collections.Concurrent;
using Npgsql;

namespace CoCreate.Journals;

/// <summary>A connection that writes, kept for as long as it lives.</summary>
internal sealed class PostgresJournalSession : IDisposable
{
    /// <summary>PostgreSQL 14: the oldest that can wait until another session has ended.</summary>
    private const int OldestServer = 140_000;

    private PostgresJournalSession(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    /// <summary>Which session of the server it is.</summary>
    public PostgresBackend Backend { get; private init; }

    /// <summary>What the server's owner should know, or null.</summary>
    public string? Warning { get; private init; }

    /// <summary>Connects, and makes sure that what this session commits is durable, whatever the server's default is.</summary>
    /// <exception cref="JournalException">It cannot be reached, or is none that can be used.</exception>
    /// <exception cref="NpgsqlException">It cannot be reached.</exception>
    public static PostgresJournalSession Open(PostgresDatabase database)
    {
        var connection = database.Writers.OpenConnection();
        try
        {
            using var command = new NpgsqlCommand(
                """
                SELECT pid, backend_start, current_setting('synchronous_commit') = 'off', current_setting('fsync') = 'off',
                    current_setting('server_encoding'), current_setting('server_version_num')::int
                FROM pg_stat_activity WHERE pid = pg_backend_pid()
                """,
                connection);
            using var row = command.ExecuteReader();
            row.Read();
            CheckServer(database, row.GetString(4), row.GetInt32(5));
            var backend = new PostgresBackend(row.GetInt32(0), row.GetDateTime(1));
            var (commitsEarly, syncsNothing) = (row.GetBoolean(2), row.GetBoolean(3));
            row.Close();
            Settle(connection, commitsEarly);
            return new PostgresJournalSession(connection) { Backend = backend, Warning = syncsNothing ? Warn(database) : null };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => Connection.Dispose();

    private static void CheckServer(PostgresDatabase database, string encoding, int version)
    {
        if (version < OldestServer)
        {
            throw PostgresJournalFailures.Unavailable($"{database.Name} is of PostgreSQL {version / 10_000}. CoCreate needs PostgreSQL 14 or newer.");
        }

        if (encoding != "UTF8")
        {
            throw PostgresJournalFailures.Unavailable(
                $"{database.Name} keeps text as {encoding}, which lacks letters that people write. Make one with: CREATE DATABASE {database.DatabaseName} ENCODING 'UTF8' TEMPLATE template0;");
        }
    }

    /// <summary>A session of its own rules: the fence reads what others committed meanwhile, and a long pause is no reason to end it.</summary>
    private static void Settle(NpgsqlConnection connection, bool commitsEarly)
    {
        using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SET default_transaction_isolation = 'read committed'"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SET idle_session_timeout = 0"));
        if (commitsEarly)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SET synchronous_commit = on"));
        }

        batch.ExecuteNonQuery();
    }

    private static string Warn(PostgresDatabase database) =>
        $"{database.Name} runs with fsync=off: after a power failure all boards may be gone. Set fsync=on in postgresql.conf.";
}

/// <summary>One session of a PostgreSQL server; process ids are used again, so its start belongs to it.</summary>
internal readonly record struct PostgresBackend(int ProcessId, DateTime Started);

/// <summary>Sessions that were lost in the middle of a commit and may still be at it. Before anybody reads or writes on, they are ended: then what the
/// tables say stays true, and "unknown" can be cleared up by reading.</summary>
internal sealed class PostgresJournalDoubts(PostgresDatabase database)
{
    private const string EndSession = "SELECT pg_terminate_backend(pid, 3000) FROM pg_stat_activity WHERE pid = $1 AND backend_start = $2";

    private readonly ConcurrentDictionary<PostgresBackend, bool> _lost = [];

    public void Add(PostgresBackend backend) => _lost[backend] = true;

    /// <summary>Ends them, and returns once each is gone.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Unavailable"/>: one of them does not end.</exception>
    public async ValueTask Settle(NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var backend in _lost.Keys)
        {
            await using var command = Command(connection, backend);
            Remove(backend, await command.ExecuteScalarAsync(cancellation));
        }
    }

    /// <summary>As <see cref="Settle(NpgsqlConnection, CancellationToken)"/>, for the thread that writes.</summary>
    public void Settle(NpgsqlConnection connection)
    {
        foreach (var backend in _lost.Keys)
        {
            using var command = Command(connection, backend);
            Remove(backend, command.ExecuteScalar());
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, PostgresBackend backend) => new(EndSession, connection)
    {
        Parameters = { new NpgsqlParameter { Value = backend.ProcessId }, new NpgsqlParameter { Value = backend.Started } },
    };

    /// <summary>No row: it was gone already. True: it is gone now.</summary>
    private void Remove(PostgresBackend backend, object? ended)
    {
        if (ended is false)
        {
            throw PostgresJournalFailures.Unavailable($"An earlier session of this server (process {backend.ProcessId}) hangs in {database.Name}. End it there, or restart PostgreSQL.");
        }

        _lost.TryRemove(backend, out _);
    }
}
