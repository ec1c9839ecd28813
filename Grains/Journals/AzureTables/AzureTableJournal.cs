using System.Runtime.CompilerServices;

namespace CoCreate.Journals;

/// <summary>The journal of a cluster on Azure: Azure Tables, Azurite, or another implementation of the same service. Many processes may use the same tables.</summary>
/// <remarks>
/// A stream is a partition: a row (or a few) for each batch, and a head that each append replaces in the same transaction. A writer that is out of date holds
/// an old ETag of the head, and the service refuses its whole transaction. Snapshots are in a table of their own. Reads come from the service page by page and hold nothing between.
/// </remarks>
public sealed class AzureTableJournal : IJournal, IAsyncDisposable
{
    private readonly ITable _table;
    private readonly string _place;
    private readonly TableAppender _appender;
    private readonly TableSnapshots _snapshots;
    private readonly TableTurns _turns = new();

    /// <summary>A journal over two tables that exist.</summary>
    /// <param name="streams">Keeps the streams.</param>
    /// <param name="snapshots">Keeps the snapshots.</param>
    /// <param name="place">Names them for people, without secrets.</param>
    /// <param name="clock">What pauses between tries wait by.</param>
    /// <param name="retries">How often writes are tried again.</param>
    internal AzureTableJournal(ITable streams, ITable snapshots, string place, TimeProvider clock, TableRetries retries)
    {
        _table = streams;
        _place = place;
        _appender = new TableAppender(streams, place, clock, retries);
        _snapshots = new TableSnapshots(snapshots, place, clock, retries);
    }

    /// <inheritdoc/>
    public async ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation)
    {
        JournalArguments.CheckAppend(stream, expected, batch);
        if (!await _turns.Take(stream, () => _appender.Append(stream, expected, batch, cancellation)))
        {
            throw TableFailures.Closed(_place);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredBatch> Read(string stream, long after, CancellationToken cancellation)
    {
        JournalArguments.CheckRead(stream, after);
        return ReadBatches(stream, after, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation)
    {
        JournalArguments.CheckStream(stream);
        CheckOpen(cancellation);
        return await _snapshots.Read(stream, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation)
    {
        JournalArguments.CheckSnapshot(stream, snapshot);
        CheckOpen(cancellation);
        await _snapshots.Write(stream, snapshot, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteSnapshots(CancellationToken cancellation)
    {
        CheckOpen(cancellation);
        await _snapshots.DeleteAll(cancellation);
    }

    /// <summary>The names of all streams that were ever appended to, each once, in any order.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: a name cannot be read. <see cref="JournalFailure.Unavailable"/>: the store cannot be read at the moment.</exception>
    public async IAsyncEnumerable<string> Streams([EnumeratorCancellation] CancellationToken cancellation)
    {
        CheckOpen(cancellation);
        await foreach (var row in TableFailures.Reading(_table.WithKey(TableKeys.Head, cancellation), _place, cancellation))
        {
            yield return TableHead.NameIn(row, _place);
        }
    }

    /// <summary>Waits for what was accepted. Whatever comes later fails as <see cref="JournalFailure.Unavailable"/>.</summary>
    public async ValueTask DisposeAsync() => await _turns.Close();

    /// <remarks>The head is read first: all that it counts must then be found. What is found beyond it came meanwhile, and a second look at the head must count it.</remarks>
    private async IAsyncEnumerable<StoredBatch> ReadBatches(string stream, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        CheckOpen(cancellation);
        var check = new StreamCheck(stream, after, _place);
        var head = await _appender.ReadHead(stream, cancellation);
        await foreach (var (batch, checksum) in Batches(stream, check, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            check.Accept(batch, checksum);
            yield return batch;
        }

        if (check.Version > head.Version)
        {
            // Batches that came since may be missing here already, so this look proves only what was read, not that it is all.
            head = await _appender.ReadHead(stream, cancellation);
            check.End(Math.Min(head.Version, check.Version));
        }
        else
        {
            check.End(head.Version);
        }
    }

    private async IAsyncEnumerable<(StoredBatch Batch, byte[] Checksum)> Batches(
        string stream, StreamCheck check, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = new List<TableRow>();
        var first = 0L;
        var range = _table.Range(TableKeys.Partition(stream), TableKeys.AfterBatch(check.Version), TableKeys.AboveBatches, keysOnly: false, cancellation);
        await foreach (var row in TableFailures.Reading(range, _place, cancellation))
        {
            var version = TableKeys.FirstOf(row.Key) ?? throw check.Damage(check.Version + 1, $"a row has a key of another form ({row.Key})");
            if (version != first && rows.Count > 0)
            {
                yield return TableBatch.Decode(first, rows);
                rows.Clear();
            }

            first = version;
            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            yield return TableBatch.Decode(first, rows);
        }
    }

    private void CheckOpen(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_turns.IsClosed)
        {
            throw TableFailures.Closed(_place);
        }
    }
}
