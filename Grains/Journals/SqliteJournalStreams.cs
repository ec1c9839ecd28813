using System.Runtime.CompilerServices;

namespace CoCreate.Journals;

/// <summary>Reads streams of one file, for whoever may only read as well as for whoever writes.</summary>
internal sealed class SqliteJournalStreams(SqliteJournalReaders readers, string path)
{
    /// <summary>Reads a stream piece by piece. Between pieces nothing is held, so a slow reader neither blocks the log's clean-up nor costs memory.</summary>
    public async IAsyncEnumerable<StoredBatch> Read(string stream, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var check = new StreamCheck(stream, after, path);
        while (true)
        {
            var chunk = await readers.Use(reader => reader.ReadChunk(stream, check.Version), cancellation);
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

    /// <summary>All streams, page by page.</summary>
    public async IAsyncEnumerable<string> Names([EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            var page = await readers.Use(reader => reader.ReadNames(after), cancellation);
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

    /// <summary>A stream's snapshot, or null.</summary>
    public Task<StoredSnapshot?> Snapshot(string stream, CancellationToken cancellation) => readers.Use(reader => reader.ReadSnapshot(stream), cancellation);
}
