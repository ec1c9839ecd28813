using Npgsql;

namespace CoCreate.Journals;

/// <summary>A piece of a stream.</summary>
/// <param name="Rows">The batches, as they are stored, with their checksums.</param>
/// <param name="Head">The version that the stream is at.</param>
/// <param name="HasMore">True when the piece ended because it was large enough.</param>
internal readonly record struct PostgresJournalChunk(List<(StoredBatch Batch, byte[] Checksum)> Rows, long Head, bool HasMore);

/// <summary>Reads over connections of the pool, a few at a time. None is held longer than one piece takes.</summary>
internal sealed class PostgresJournalReader(PostgresDatabase database, PostgresJournalDoubts doubts, PostgresJournalSettings settings) : IAsyncDisposable
{
    /// <summary>One row even for a stream without further batches; one statement, so all of it is of the same moment.</summary>
    private const string Batches =
        """
        SELECT streams.version, piece.first, piece.count, piece.checksum, piece.payload FROM streams
        LEFT JOIN LATERAL (
            SELECT * FROM (
                SELECT first, count, checksum, payload, sum(octet_length(payload)) OVER (ORDER BY first) - octet_length(payload) AS before
                FROM batches WHERE stream = streams.id AND first > $2 ORDER BY first LIMIT $3) AS rows
            WHERE before < $4) AS piece ON true
        WHERE streams.name = $1 ORDER BY piece.first
        """;

    private const string Snapshot = "SELECT version, format, checksum, payload FROM snapshots WHERE stream = $1";
    private const string Names = "SELECT name FROM streams WHERE name > $1 ORDER BY name LIMIT $2";

    private readonly SemaphoreSlim _free = new(settings.Readers);
    private volatile bool _isClosed;

    /// <summary>The next batches of a stream and its version, both of the same moment.</summary>
    public Task<PostgresJournalChunk> ReadChunk(string stream, long after, CancellationToken cancellation) =>
        Use(Batches, [stream, after, settings.ChunkBatches, (long)settings.ChunkBytes], ReadRows, settings.CommandPatience, cancellation);

    /// <summary>A stream's snapshot, or null when there is none or it is damaged.</summary>
    public Task<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation) =>
        Use(Snapshot, [stream], (row, token) => ReadRow(stream, row, token), settings.SnapshotPatience, cancellation);

    /// <summary>The names that follow another, in order; fewer than <see cref="PostgresJournalSettings.ChunkNames"/> at the end of the list.</summary>
    public Task<List<string>> ReadNames(string after, CancellationToken cancellation) =>
        Use(Names, [after, settings.ChunkNames], ReadTexts, settings.CommandPatience, cancellation);

    /// <summary>Waits for the reads under way, which are short, and refuses all others.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        for (var taken = 0; taken < settings.Readers; taken++)
        {
            await _free.WaitAsync();
        }

        // Whoever still waits is let in one by one and told that the journal is closed.
        _free.Release(settings.Readers);
    }

    private async Task<PostgresJournalChunk> ReadRows(NpgsqlDataReader row, CancellationToken cancellation)
    {
        var rows = new List<(StoredBatch, byte[])>();
        var (head, bytes) = (0L, 0L);
        while (await row.ReadAsync(cancellation))
        {
            head = row.GetInt64(0);
            if (!row.IsDBNull(1))
            {
                var payload = row.GetFieldValue<byte[]>(4);
                bytes += payload.Length;
                rows.Add((new StoredBatch(row.GetInt64(1), row.GetInt32(2), payload), row.GetFieldValue<byte[]>(3)));
            }
        }

        return new PostgresJournalChunk(rows, head, rows.Count == settings.ChunkBatches || bytes >= settings.ChunkBytes);
    }

    private static async Task<StoredSnapshot?> ReadRow(string stream, NpgsqlDataReader row, CancellationToken cancellation)
    {
        if (!await row.ReadAsync(cancellation))
        {
            return null;
        }

        try
        {
            var snapshot = new StoredSnapshot(row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(3));
            JournalArguments.CheckSnapshot(stream, snapshot);
            return row.GetFieldValue<byte[]>(2).AsSpan().SequenceEqual(BatchChecksum.Of(stream, snapshot)) ? snapshot : null;
        }
        catch (ArgumentException)
        {
            // Other ranges than any row that was written: damaged.
            return null;
        }
    }

    private static async Task<List<string>> ReadTexts(NpgsqlDataReader row, CancellationToken cancellation)
    {
        var texts = new List<string>();
        while (await row.ReadAsync(cancellation))
        {
            texts.Add(row.GetString(0));
        }

        return texts;
    }

    private async Task<T> Use<T>(string sql, object[] values, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, TimeSpan patience, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _free.WaitAsync(cancellation);
        try
        {
            return await ReadTwice(() => Read(sql, values, read, patience, cancellation));
        }
        catch (NpgsqlException error)
        {
            if (error is not PostgresException)
            {
                // What happened to this connection has most likely happened to those that lie in the pool.
                database.Readers.Clear();
            }

            throw PostgresJournalFailures.Translate(error, database);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>A connection of the pool may have died while it lay there, with a server that was restarted: then all of them have, and a new one is tried.</summary>
    private async Task<T> ReadTwice<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (NpgsqlException error) when (error is { InnerException: IOException or System.Net.Sockets.SocketException } or PostgresException { InvariantSeverity: "FATAL" })
        {
            database.Readers.Clear();
            return await read();
        }
    }

    private async Task<T> Read<T>(string sql, object[] values, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, TimeSpan patience, CancellationToken cancellation)
    {
        if (_isClosed)
        {
            throw PostgresJournalFailures.Closed(database);
        }

        await using var connection = await database.Readers.OpenConnectionAsync(cancellation);
        await doubts.Settle(connection, cancellation);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)patience.TotalSeconds };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await read(rows, cancellation);
    }
}
