namespace CoCreate.Journals;

/// <summary>Something that waits for the thread that writes the file.</summary>
internal abstract class SqliteJournalWrite : PendingWrite
{
    /// <summary>Writes it in the open transaction. Returns a failure that concerns this write alone and left nothing written, or null.</summary>
    public abstract JournalException? Execute(SqliteJournalStatements statements);

    /// <summary>A batch of a stream. Its checksum is computed by the caller's thread: the writer's is the one that everybody waits for.</summary>
    public sealed class Append(string stream, long expected, JournalBatch batch) : SqliteJournalWrite
    {
        private readonly byte[] _checksum = BatchChecksum.Of(stream, expected + 1, batch.Count, batch.Payload.Span);

        public override string Stream => stream;

        public override int Bytes => batch.Payload.Length;

        public override bool IsAlone => false;

        /// <summary>The fence: the stream's version moves on only from the one that is expected, and the batch is written only when it moved.</summary>
        public override JournalException? Execute(SqliteJournalStatements statements)
        {
            if (statements.Advance(stream, expected, expected + batch.Count) is not { } number)
            {
                return new JournalException(JournalFailure.Conflict, $"The stream \"{stream}\" is not at version {expected}: another writer was faster.");
            }

            statements.Insert(number, expected + 1, batch.Count, _checksum, batch.Payload);
            return null;
        }
    }

    /// <summary>A snapshot of a stream.</summary>
    public sealed class Snapshot(string stream, StoredSnapshot snapshot) : SqliteJournalWrite
    {
        private readonly byte[] _checksum = BatchChecksum.Of(stream, snapshot);

        public override string Stream => stream;

        public override int Bytes => snapshot.Payload.Length;

        public override JournalException? Execute(SqliteJournalStatements statements)
        {
            statements.PutSnapshot(stream, snapshot, _checksum);
            return null;
        }
    }

    /// <summary>The deletion of every snapshot.</summary>
    public sealed class SnapshotDeletion : SqliteJournalWrite
    {
        public override JournalException? Execute(SqliteJournalStatements statements)
        {
            statements.DeleteSnapshots();
            return null;
        }
    }
}
