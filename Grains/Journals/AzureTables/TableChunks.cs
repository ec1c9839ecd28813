using System.Globalization;

namespace CoCreate.Journals;

/// <summary>A payload in chunks that fit a property, in rows that fit an entity. Chunks are the properties D00, D01, … of their row.</summary>
internal static class TableChunks
{
    private static readonly string[] _names =
        [.. Enumerable.Range(0, TableLimits.ChunksPerRow).Select(number => string.Create(CultureInfo.InvariantCulture, $"D{number:D2}"))];

    /// <summary>How many rows a payload takes; the first row is there even for an empty one.</summary>
    public static int Rows(int length) => Math.Max(1, (length + TableLimits.RowBytes - 1) / TableLimits.RowBytes);

    /// <summary>Puts one row's share of a payload into its properties.</summary>
    public static void Put(Dictionary<string, object> values, ReadOnlySpan<byte> payload, int row)
    {
        var share = payload[Math.Min(payload.Length, row * TableLimits.RowBytes)..Math.Min(payload.Length, (row + 1) * TableLimits.RowBytes)];
        for (var chunk = 0; !share.IsEmpty; chunk++)
        {
            var length = Math.Min(share.Length, TableLimits.PropertyBytes);
            values[_names[chunk]] = share[..length].ToArray();
            share = share[length..];
        }
    }

    /// <summary>The payload of these rows, as far as it is there: what a checksum then proves or disproves.</summary>
    public static byte[] Join(IEnumerable<TableRow> rows)
    {
        var chunks = rows.SelectMany(row => _names.Select(row.Get<byte[]>)).OfType<byte[]>().ToList();
        var payload = new byte[chunks.Sum(chunk => chunk.Length)];
        var at = 0;
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(payload, at);
            at += chunk.Length;
        }

        return payload;
    }
}
