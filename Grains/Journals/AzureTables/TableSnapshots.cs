namespace CoCreate.Journals;

/// <summary>Snapshots in a table of their own: written so that the earlier one stays until the new one is whole, and verified when read.</summary>
internal sealed class TableSnapshots(ITable table, string place, TimeProvider clock, TableRetries retries)
{
    /// <summary>The stream's snapshot, or null when there is none that can be read.</summary>
    public async Task<StoredSnapshot?> Read(string stream, CancellationToken cancellation)
    {
        var partition = TableKeys.Partition(stream);
        TableRow? before = null;
        while (await TableFailures.Reading(table.Find(partition, TableKeys.Head, cancellation), place) is { } head && head.ETag != before?.ETag)
        {
            if (TableSnapshot.Decode(stream, head, await ReadRest(head, cancellation)) is { } snapshot)
            {
                return snapshot;
            }

            // It may have been replaced while it was read; one that has not changed is damaged.
            before = head;
        }

        return null;
    }

    /// <summary>Keeps a snapshot in place of an earlier one.</summary>
    public async Task Write(string stream, StoredSnapshot snapshot, CancellationToken cancellation)
    {
        var generation = Ids.New();
        var rows = TableSnapshot.Encode(stream, snapshot, generation);
        foreach (var some in rows.Skip(1).Chunk(TableLimits.RowsPerTransaction))
        {
            await Put(some, cancellation);
        }

        await Put([rows[0]], cancellation);
        await RemoveOthers(rows[0].Partition, generation, cancellation);
    }

    /// <summary>Removes all snapshots of all streams.</summary>
    public async Task DeleteAll(CancellationToken cancellation)
    {
        var some = new List<TableRow>();
        await foreach (var row in TableFailures.Reading(table.Keys(cancellation), place, cancellation))
        {
            if (some.Count == TableLimits.TransactionEntities || (some.Count > 0 && some[0].Partition != row.Partition))
            {
                await Remove(some, cancellation);
                some.Clear();
            }

            some.Add(row);
        }

        await Remove(some, cancellation);
    }

    private async Task<List<TableRow>> ReadRest(TableRow head, CancellationToken cancellation)
    {
        var generation = TableSnapshot.GenerationOf(head);
        var rest = table.Range(head.Partition, TableKeys.BelowSnapshot(generation), TableKeys.AboveSnapshot(generation), keysOnly: false, cancellation);
        return await TableFailures.Reading(rest, place, cancellation).ToListAsync(cancellation);
    }

    /// <summary>Removes what earlier snapshots of a stream, and those that were never finished, left. What cannot be removed now is removed the next time.</summary>
    private async Task RemoveOthers(string partition, string generation, CancellationToken cancellation)
    {
        try
        {
            // All parts' keys are greater than "p" and less than "q".
            var parts = await table.Range(partition, "p", "q", keysOnly: true, cancellation).ToListAsync(cancellation);
            var others = parts.Where(row => !row.Key.StartsWith(TableKeys.BelowSnapshot(generation), StringComparison.Ordinal));
            foreach (var some in others.Chunk(TableLimits.TransactionEntities))
            {
                await Remove(some, cancellation);
            }
        }
        catch (Exception failure) when (failure is TableException or JournalException)
        {
            // The snapshot is kept; these rows belong to none and are in nobody's way.
        }
    }

    private Task Put(IEnumerable<TableRow> rows, CancellationToken cancellation) =>
        Write([.. rows.Select(row => new TableWrite(TableWriteKind.Put, row))], cancellation);

    private async Task Remove(IReadOnlyList<TableRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        try
        {
            await Write([.. rows.Select(row => new TableWrite(TableWriteKind.Remove, row))], cancellation);
        }
        catch (JournalException failure) when (failure.InnerException is TableException { IsMissingRow: true })
        {
            // Somebody else removed one of them meanwhile, and the transaction did nothing: each by itself, then.
            foreach (var row in rows.Count > 1 ? rows : [])
            {
                await Remove([row], cancellation);
            }
        }
    }

    /// <summary>Sends writes that may be sent any number of times, until the outcome is known or the tries are used up.</summary>
    private async Task Write(TableWrite[] writes, CancellationToken cancellation)
    {
        var isDoubtful = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await table.Submit(writes, cancellation);
                return;
            }
            catch (TableException failure)
            {
                isDoubtful |= failure.Outcome == TableOutcome.Doubtful;
                if (failure.Outcome is not (TableOutcome.Doubtful or TableOutcome.Throttled) || attempt == retries.Attempts)
                {
                    throw isDoubtful && !failure.IsMissingRow ? TableFailures.Unknown(failure, place) : TableFailures.NotWritten(failure, place);
                }
            }

            await Task.Delay(retries.PauseAfter(attempt), clock, cancellation);
        }
    }
}
