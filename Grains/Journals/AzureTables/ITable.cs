namespace CoCreate.Journals;

/// <summary>One table of the service: all that the journal needs of it. Every failure is a <see cref="TableException"/>.</summary>
/// <remarks>Reads are tried again by the implementation where that may help. Writes are not: only the caller knows what a second try means.</remarks>
internal interface ITable
{
    /// <summary>A row, or null.</summary>
    Task<TableRow?> Find(string partition, string key, CancellationToken cancellation);

    /// <summary>The rows of a partition whose keys are greater than <paramref name="above"/> and less than <paramref name="below"/>, in order.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="above">The key before the first one.</param>
    /// <param name="below">The key after the last one.</param>
    /// <param name="keysOnly">Leaves the values out.</param>
    /// <param name="cancellation">Ends it.</param>
    IAsyncEnumerable<TableRow> Range(string partition, string above, string below, bool keysOnly, CancellationToken cancellation);

    /// <summary>The keys of all rows of all partitions, partition by partition.</summary>
    IAsyncEnumerable<TableRow> Keys(CancellationToken cancellation);

    /// <summary>The rows of all partitions that have this row key.</summary>
    IAsyncEnumerable<TableRow> WithKey(string key, CancellationToken cancellation);

    /// <summary>Does all writes, which are of one partition, or none. Returns their rows' new ETags in their order; "" for removed ones.</summary>
    Task<IReadOnlyList<string>> Submit(IReadOnlyList<TableWrite> writes, CancellationToken cancellation);
}
