using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace CoCreate.Journals;

/// <summary>The writer's connection and its statements, prepared once.</summary>
internal sealed class SqliteJournalStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _begin = connection.Prepare("BEGIN IMMEDIATE");
    private readonly SqliteCommand _commit = connection.Prepare("COMMIT");
    private readonly SqliteCommand _start = connection.Prepare(
        "INSERT INTO streams (name, version) VALUES ($name, $version) ON CONFLICT (name) DO NOTHING RETURNING id", "$name", "$version");
    private readonly SqliteCommand _advance = connection.Prepare(
        "UPDATE streams SET version = $version WHERE name = $name AND version = $expected RETURNING id", "$name", "$version", "$expected");
    private readonly SqliteCommand _insert = connection.Prepare(
        "INSERT INTO batches (stream, first, count, checksum, payload) VALUES ($stream, $first, $count, $checksum, $payload)",
        "$stream", "$first", "$count", "$checksum", "$payload");
    private readonly SqliteCommand _putSnapshot = connection.Prepare(
        """
        INSERT INTO snapshots (stream, version, format, checksum, payload) VALUES ($stream, $version, $format, $checksum, $payload)
        ON CONFLICT (stream) DO UPDATE SET version = excluded.version, format = excluded.format, checksum = excluded.checksum, payload = excluded.payload
        """,
        "$stream", "$version", "$format", "$checksum", "$payload");
    private readonly SqliteCommand _deleteSnapshots = connection.Prepare("DELETE FROM snapshots");

    public SqliteConnection Connection => connection;

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    /// <summary>Moves a stream from one version to the next and returns its number, or null when it is not at the expected version. A stream at version 0 is
    /// not there yet.</summary>
    public long? Advance(string stream, long expected, long version)
    {
        var command = expected == 0 ? _start : _advance;
        command.Parameters[0].Value = stream;
        command.Parameters[1].Value = version;
        if (expected != 0)
        {
            command.Parameters[2].Value = expected;
        }

        return (long?)command.ExecuteScalar();
    }

    public void Insert(long stream, long first, int count, byte[] checksum, ReadOnlyMemory<byte> payload)
    {
        _insert.Parameters[0].Value = stream;
        _insert.Parameters[1].Value = first;
        _insert.Parameters[2].Value = count;
        _insert.Parameters[3].Value = checksum;
        _insert.Parameters[4].Value = Whole(payload);
        _insert.ExecuteNonQuery();
        _insert.Parameters[4].Value = DBNull.Value;
    }

    public void PutSnapshot(string stream, StoredSnapshot snapshot, byte[] checksum)
    {
        _putSnapshot.Parameters[0].Value = stream;
        _putSnapshot.Parameters[1].Value = snapshot.Version;
        _putSnapshot.Parameters[2].Value = snapshot.Format;
        _putSnapshot.Parameters[3].Value = checksum;
        _putSnapshot.Parameters[4].Value = Whole(snapshot.Payload);
        _putSnapshot.ExecuteNonQuery();
        _putSnapshot.Parameters[4].Value = DBNull.Value;
    }

    public void DeleteSnapshots() => _deleteSnapshots.ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _start, _advance, _insert, _putSnapshot, _deleteSnapshots })
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    /// <summary>The bytes as the driver takes them; copied only when they are a part of something larger.</summary>
    private static byte[] Whole(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Offset == 0 && part.Count == part.Array!.Length ? part.Array : bytes.ToArray();
}
