namespace CoCreate.Journals;

/// <summary>A batch as rows: the first has what is known of it and the payload's beginning, the others the rest.</summary>
internal static class TableBatch
{
    private const string Count = "Count";
    private const string Checksum = "Checksum";
    private const string Append = "Append";

    /// <summary>The rows of a batch. With the stream's head they fit one transaction.</summary>
    /// <param name="stream">The stream's name.</param>
    /// <param name="first">The batch's first version.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="append">The name of this append, by which it is known again when its answer got lost.</param>
    public static List<TableRow> Encode(string stream, long first, JournalBatch batch, string append)
    {
        var partition = TableKeys.Partition(stream);
        var rows = new List<TableRow>();
        for (var part = 0; part < TableChunks.Rows(batch.Payload.Length); part++)
        {
            var values = new Dictionary<string, object>();
            if (part == 0)
            {
                values[Count] = batch.Count;
                values[Checksum] = BatchChecksum.Of(stream, first, batch.Count, batch.Payload.Span);
                values[Append] = append;
            }

            TableChunks.Put(values, batch.Payload.Span, part);
            rows.Add(new TableRow(partition, TableKeys.Batch(first, part), values));
        }

        return rows;
    }

    /// <summary>The batch of these rows with its checksum. Where rows or values are missing the two do not match, as a <see cref="StreamCheck"/> finds out.</summary>
    public static (StoredBatch Batch, byte[] Checksum) Decode(long first, IReadOnlyList<TableRow> rows) =>
        (new StoredBatch(first, rows[0].Get<int>(Count), TableChunks.Join(rows)), rows[0].Get<byte[]>(Checksum) ?? []);

    /// <summary>Whether this row was written by this append.</summary>
    public static bool IsOf(TableRow? row, string append) => row?.Get<string>(Append) == append;
}
