namespace CoCreate.Journals;

/// <summary>Appends batches: the rows of a batch and the stream's head in one transaction, which the head's ETag lets through once.</summary>
/// <remarks>Sending a transaction again is always safe: it cannot be done twice. What its answer means depends on the tries before it, though: after one that
/// got no answer, "somebody was faster" may mean ourselves. The batch's row, which carries the append's own name, then tells.</remarks>
internal sealed class TableAppender(ITable table, string place, TimeProvider clock, TableRetries retries)
{
    /// <summary>Streams whose heads are remembered; a server has far fewer boards awake.</summary>
    private const int RememberedHeads = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TableHead> _heads = [];

    /// <summary>Appends one batch. Appends to one stream come one after the other.</summary>
    /// <exception cref="JournalException">As <see cref="IJournal.Append"/> says.</exception>
    public async Task Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var head = await HeadAt(stream, expected, cancellation);
        cancellation.ThrowIfCancellationRequested();
        Forget(stream);
        var append = Ids.New();
        var rows = TableBatch.Encode(stream, expected + 1, batch, append);
        var write = head.MoveTo(expected + batch.Count);
        if (await Send([write, .. rows.Select(row => new TableWrite(TableWriteKind.Add, row))], stream, expected, append) is { } mark)
        {
            Remember(head with { Version = expected + batch.Count, ETag = mark });
        }
    }

    /// <summary>The stream's head, as the service has it now.</summary>
    public async Task<TableHead> ReadHead(string stream, CancellationToken cancellation) => TableHead.Decode(
        stream, await TableFailures.Reading(table.Find(TableKeys.Partition(stream), TableKeys.Head, cancellation), place), place);

    /// <summary>Sends until the outcome is known or the tries are used up. Returns the head's new ETag, or null where the batch is known to be there without one.</summary>
    private async Task<string?> Send(TableWrite[] writes, string stream, long expected, string append)
    {
        var isDoubtful = false;
        for (var attempt = 1; ; attempt++)
        {
            TableException failure;
            try
            {
                return (await table.Submit(writes, CancellationToken.None))[0];
            }
            catch (TableException e)
            {
                failure = e;
            }

            isDoubtful |= failure.Outcome == TableOutcome.Doubtful;
            var isFinal = failure.Outcome is not (TableOutcome.Doubtful or TableOutcome.Throttled) || attempt == retries.Attempts;
            if (isFinal)
            {
                await Settle(failure, isDoubtful, stream, expected, append);
                return null;
            }

            await Task.Delay(retries.PauseAfter(attempt), clock);
        }
    }

    /// <summary>Returns when the batch is there after all, and otherwise throws what is known.</summary>
    private async Task Settle(TableException failure, bool isDoubtful, string stream, long expected, string append)
    {
        if (isDoubtful && await IsThere(stream, expected + 1, append, failure))
        {
            return;
        }

        // Once the head has moved on without us, a try that is still on its way can do nothing any more.
        throw failure.Outcome == TableOutcome.Beaten ? TableFailures.Conflict(stream, expected, place, failure)
            : isDoubtful ? TableFailures.Unknown(failure, place)
            : TableFailures.NotWritten(failure, place);
    }

    private async Task<bool> IsThere(string stream, long first, string append, TableException failure)
    {
        try
        {
            return TableBatch.IsOf(await table.Find(TableKeys.Partition(stream), TableKeys.Batch(first, 0), CancellationToken.None), append);
        }
        catch (TableException)
        {
            throw TableFailures.Unknown(failure, place);
        }
    }

    /// <summary>The head that an append replaces. One that is remembered may be out of date: its ETag is then refused, so only a fresh one says that versions differ.</summary>
    private async Task<TableHead> HeadAt(string stream, long expected, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_heads.TryGetValue(stream, out var known) && known.Version == expected)
            {
                return known;
            }
        }

        var head = await ReadHead(stream, cancellation);
        return head.Version == expected ? head : throw TableFailures.Conflict(stream, expected, place);
    }

    private void Remember(TableHead head)
    {
        lock (_gate)
        {
            if (_heads.Count >= RememberedHeads)
            {
                _heads.Clear();
            }

            _heads[head.Stream] = head;
        }
    }

    private void Forget(string stream)
    {
        lock (_gate)
        {
            _heads.Remove(stream);
        }
    }
}
