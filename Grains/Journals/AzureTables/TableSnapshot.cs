namespace CoCreate.Journals;

/// <summary>A snapshot as rows: the head has what is known of it and the payload's beginning; the rest is in rows that its generation names.</summary>
/// <remarks>The head is written last, so a snapshot that was not written to its end was never there, and the earlier one stays until then.</remarks>
internal static class TableSnapshot
{
    private const string Version = "Version";
    private const string Format = "Format";
    private const string Checksum = "Checksum";
    private const string Generation = "Generation";

    /// <summary>The rows of a snapshot; the head is the first.</summary>
    public static List<TableRow> Encode(string stream, StoredSnapshot snapshot, string generation)
    {
        var partition = TableKeys.Partition(stream);
        var head = new Dictionary<string, object>
        {
            [Version] = snapshot.Version,
            [Format] = snapshot.Format,
            [Checksum] = BatchChecksum.Of(stream, snapshot),
            [Generation] = generation,
        };
        TableChunks.Put(head, snapshot.Payload.Span, 0);
        var rows = new List<TableRow> { new(partition, TableKeys.Head, head) };
        for (var part = 1; part < TableChunks.Rows(snapshot.Payload.Length); part++)
        {
            var values = new Dictionary<string, object>();
            TableChunks.Put(values, snapshot.Payload.Span, part);
            rows.Add(new TableRow(partition, TableKeys.SnapshotPart(generation, part), values));
        }

        return rows;
    }

    /// <summary>The generation that a head names.</summary>
    public static string GenerationOf(TableRow head) => head.Get<string>(Generation) ?? "";

    /// <summary>The snapshot of these rows, or null when they do not match their checksum.</summary>
    public static StoredSnapshot? Decode(string stream, TableRow head, IEnumerable<TableRow> rest)
    {
        var format = head.Get<string>(Format);
        if (string.IsNullOrEmpty(format) || format.Length > StoredSnapshot.MaxFormatLength)
        {
            return null;
        }

        var snapshot = new StoredSnapshot(head.Get<long>(Version), format, TableChunks.Join([head, .. rest]));
        return BatchChecksum.Of(stream, snapshot).AsSpan().SequenceEqual(head.Get<byte[]>(Checksum)) ? snapshot : null;
    }
}
