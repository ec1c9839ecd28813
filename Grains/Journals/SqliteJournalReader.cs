using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CoCreate.Journals;

/// <summary>A piece of a stream.</summary>
/// <param name="Rows">The batches, as they are stored, with their checksums.</param>
/// <param name="Head">The version that the stream is at.</param>
/// <param name="HasMore">True when the piece ended because it was large enough.</param>
/// <param name="Damage">What SQLite said when it could not read on.</param>
internal readonly record struct SqliteJournalChunk(List<(StoredBatch Batch, byte[] Checksum)> Rows, long Head, bool HasMore, Exception? Damage);

/// <summary>A connection that reads. Used by one thread at a time.</summary>
internal sealed class SqliteJournalReader : IDisposable
{
    private readonly SqliteJournalSettings _settings;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _stream;
    private readonly SqliteCommand _batches;
    private readonly SqliteCommand _snapshot;
    private readonly SqliteCommand _names;

    public SqliteJournalReader(string path, SqliteJournalSettings settings)
    {
        _settings = settings;
        _connection = SqliteJournalConnection.OpenReader(path);
        try
        {
            _stream = _connection.Prepare("SELECT id, version FROM streams WHERE name = $name", "$name");
            _batches = _connection.Prepare(
                "SELECT first, count, checksum, payload FROM batches WHERE stream = $stream AND first > $after ORDER BY first", "$stream", "$after");
            _snapshot = _connection.Prepare("SELECT version, format, checksum, payload FROM snapshots WHERE stream = $stream", "$stream");
            _names = _connection.Prepare("SELECT id, name FROM streams WHERE id > $after ORDER BY id LIMIT $count", "$after", "$count");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _batches.Dispose();
        _snapshot.Dispose();
        _names.Dispose();
        _connection.Dispose();
    }

    /// <summary>The next batches of a stream and its version, both of the same moment.</summary>
    public SqliteJournalChunk ReadChunk(string stream, long after)
    {
        var rows = new List<(StoredBatch, byte[])>();
        _connection.Execute("BEGIN");
        try
        {
            _stream.Parameters[0].Value = stream;
            using var head = _stream.ExecuteReader();
            return head.Read()
                ? new SqliteJournalChunk(rows, head.GetInt64(1), ReadBatches(head.GetInt64(0), after, rows), Damage: null)
                : new SqliteJournalChunk(rows, 0, HasMore: false, Damage: null);
        }
        catch (Exception error) when (IsDamage(error))
        {
            return new SqliteJournalChunk(rows, 0, HasMore: false, error);
        }
        finally
        {
            if (_connection.IsInTransaction())
            {
                _connection.Execute("COMMIT");
            }
        }
    }

    /// <summary>The streams that come after one in the order of their numbers: a page of them, none when there are no more.</summary>
    public List<(long Number, string Name)> ReadNames(long after)
    {
        _names.Parameters[0].Value = after;
        _names.Parameters[1].Value = _settings.ChunkBatches;
        using var row = _names.ExecuteReader();
        var page = new List<(long, string)>();
        while (row.Read())
        {
            page.Add((row.GetInt64(0), row.GetString(1)));
        }

        return page;
    }

    /// <summary>A stream's snapshot, or null when there is none or it is damaged.</summary>
    public StoredSnapshot? ReadSnapshot(string stream)
    {
        try
        {
            _snapshot.Parameters[0].Value = stream;
            using var row = _snapshot.ExecuteReader();
            if (!row.Read())
            {
                return null;
            }

            var snapshot = new StoredSnapshot(row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(3));
            JournalArguments.CheckSnapshot(stream, snapshot);
            return row.GetFieldValue<byte[]>(2).AsSpan().SequenceEqual(BatchChecksum.Of(stream, snapshot)) ? snapshot : null;
        }
        catch (Exception error) when (IsDamage(error))
        {
            return null;
        }
    }

    /// <summary>True when SQLite finds its structure broken, or when a row that it returns has other types or ranges than any row that was written.</summary>
    private static bool IsDamage(Exception error) =>
        error is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT } or InvalidCastException or InvalidOperationException or OverflowException or ArgumentException;

    /// <summary>Reads batches until the piece is large enough (true) or the stream ends.</summary>
    private bool ReadBatches(long number, long after, List<(StoredBatch, byte[])> rows)
    {
        _batches.Parameters[0].Value = number;
        _batches.Parameters[1].Value = after;
        using var row = _batches.ExecuteReader();
        var bytes = 0;
        while (row.Read())
        {
            var payload = row.GetFieldValue<byte[]>(3);
            bytes += payload.Length;
            rows.Add((new StoredBatch(row.GetInt64(0), checked((int)row.GetInt64(1)), payload), row.GetFieldValue<byte[]>(2)));
            if (bytes >= _settings.ChunkBytes || rows.Count == _settings.ChunkBatches)
            {
                return true;
            }
        }

        return false;
    }
}
