using System.Text;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>The limits of Azure's table service as its documentation states them, counted apart from the code under test.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model,
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</remarks>
internal static class TableRules
{
    private const int MiB = 1024 * 1024;

    // A part of a multipart request: its own headers, the request line with the row's address, the request's headers.
    private const int PartBytes = 600;

    /// <summary>Refuses, as the service does, what is too large or of an illegal form.</summary>
    public static void Check(IReadOnlyList<TableWrite> writes)
    {
        Require(writes.Count is >= 1 and <= 100, 400, "InvalidInput", $"{writes.Count} entities in a transaction");
        Require(writes.All(write => write.Row.Partition == writes[0].Row.Partition), 400, "CommandsInBatchActOnDifferentPartitions", "two partitions");
        Require(writes.Select(write => write.Row.Key).Distinct().Count() == writes.Count, 400, "InvalidDuplicateRow", "a row twice");
        foreach (var write in writes)
        {
            Check(write.Row);
        }

        Require(BodyBytes(writes) <= 4 * MiB, 413, "RequestBodyTooLarge", $"{BodyBytes(writes)} bytes of body");
    }

    /// <summary>The size of a row as the service counts it.</summary>
    public static long EntityBytes(TableRow row) =>
        4 + (2L * (row.Partition.Length + row.Key.Length)) + row.Values.Sum(value => 8 + (2L * value.Key.Length) + ValueBytes(value.Value));

    /// <summary>The size of the request that carries these writes, generously.</summary>
    public static long BodyBytes(IReadOnlyList<TableWrite> writes) => writes.Sum(write =>
        PartBytes + (2L * (EscapedLength(write.Row.Partition) + EscapedLength(write.Row.Key)))
        + (write.Kind == TableWriteKind.Remove ? 0 : write.Row.Values.Sum(value => 40 + (2L * value.Key.Length) + JsonBytes(value.Value))));

    private static void Check(TableRow row)
    {
        foreach (var key in (string[])[row.Partition, row.Key])
        {
            Require(key.Length * 2 <= 1024, 400, "KeyTooLong", $"a key of {key.Length} characters");
            Require(!key.Any(unit => "/\\#?%".Contains(unit, StringComparison.Ordinal) || char.IsControl(unit)), 400, "OutOfRangeInput", $"the key {key}");
        }

        Require(row.Values.Count <= 252, 400, "TooManyProperties", $"{row.Values.Count} properties");
        Require(row.Values.Values.All(value => ValueBytes(value) - 4 <= 65_536), 400, "PropertyValueTooLarge", "a property");
        Require(EntityBytes(row) <= MiB, 400, "EntityTooLarge", $"an entity of {EntityBytes(row)} bytes");

        // Azurite counts properties as they are written in JSON.
        Require(row.Values.Values.Sum(JsonBytes) <= MiB, 400, "EntityTooLarge", "an entity of this size in JSON");
    }

    private static long ValueBytes(object value) => value switch
    {
        byte[] bytes => 4 + bytes.Length,
        string text => 4 + (2L * text.Length),
        long => 8,
        int => 4,
        _ => throw new InvalidOperationException($"The journal writes no {value.GetType()}."),
    };

    private static long JsonBytes(object value) => value switch
    {
        byte[] bytes => 2 + ((bytes.Length + 2) / 3 * 4),
        string text => 2 + (6L * text.Length),
        _ => 22,
    };

    private static int EscapedLength(string key) => 3 * Encoding.UTF8.GetByteCount(key);

    private static void Require(bool isLegal, int status, string code, string what)
    {
        if (!isLegal)
        {
            throw new TableException(status, code, $"The service does not take {what}.");
        }
    }
}
