using Npgsql;
using NpgsqlTypes;

namespace CoCreate.Journals;

/// <summary>Something that waits for a thread that writes to the database. Each is one statement.</summary>
internal abstract class PostgresJournalWrite : PendingWrite
{
    /// <summary>The statement with its values.</summary>
    public abstract NpgsqlBatchCommand Command();

    /// <summary>What it means that the statement wrote this many rows: a failure that concerns this write alone and left nothing written, or null.</summary>
    public abstract JournalException? Outcome(int rows);

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Number(long value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    private static NpgsqlParameter Number(int value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Integer };

    private static NpgsqlParameter Binary(ReadOnlyMemory<byte> value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bytea };

    /// <summary>A batch of a stream. Its checksum is computed by the caller's thread: the writer's is the one that everybody waits for.</summary>
    public sealed class Append(string stream, long expected, JournalBatch batch) : PostgresJournalWrite
    {
        private const string Start =
            """
            WITH moved AS (INSERT INTO streams (name, version) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING RETURNING id)
            INSERT INTO batches (stream, first, count, checksum, payload) SELECT id, $3, $4, $5, $6 FROM moved
            """;

        private const string Advance =
            """
            WITH moved AS (UPDATE streams SET version = $2 WHERE name = $1 AND version = $7 RETURNING id)
            INSERT INTO batches (stream, first, count, checksum, payload) SELECT id, $3, $4, $5, $6 FROM moved
            """;

        private readonly byte[] _checksum = BatchChecksum.Of(stream, expected + 1, batch.Count, batch.Payload.Span);

        public override string Stream => stream;

        public override int Bytes => batch.Payload.Length;

        public override bool IsAlone => false;

        /// <summary>The fence: the stream's version moves on only from the one that is expected, and the batch is written only when it moved.</summary>
        public override NpgsqlBatchCommand Command()
        {
            var command = new NpgsqlBatchCommand(expected == 0 ? Start : Advance)
            {
                Parameters =
                {
                    Text(stream), Number(expected + batch.Count), Number(expected + 1), Number(batch.Count), Binary(_checksum), Binary(batch.Payload),
                },
            };
            if (expected != 0)
            {
                command.Parameters.Add(Number(expected));
            }

            return command;
        }

        public override JournalException? Outcome(int rows) => rows == 1
            ? null
            : new JournalException(JournalFailure.Conflict, $"The stream \"{stream}\" is not at version {expected}: another writer was faster.");
    }

    /// <summary>A snapshot of a stream.</summary>
    public sealed class Snapshot(string stream, StoredSnapshot snapshot) : PostgresJournalWrite
    {
        private const string Put =
            """
            INSERT INTO snapshots (stream, version, format, checksum, payload) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (stream) DO UPDATE SET version = excluded.version, format = excluded.format, checksum = excluded.checksum, payload = excluded.payload
            """;

        private readonly byte[] _checksum = BatchChecksum.Of(stream, snapshot);

        public override string Stream => stream;

        public override int Bytes => snapshot.Payload.Length;

        public override NpgsqlBatchCommand Command() => new(Put)
        {
            Parameters = { Text(stream), Number(snapshot.Version), Text(snapshot.Format), Binary(_checksum), Binary(snapshot.Payload) },
        };

        public override JournalException? Outcome(int rows) => null;
    }

    /// <summary>The deletion of every snapshot.</summary>
    public sealed class SnapshotDeletion : PostgresJournalWrite
    {
        public override NpgsqlBatchCommand Command() => new("DELETE FROM snapshots");

        public override JournalException? Outcome(int rows) => null;
    }
}
