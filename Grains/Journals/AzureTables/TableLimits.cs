namespace CoCreate.Journals;

/// <summary>What Azure's table service takes, and how the journal cuts what it keeps so that it fits.</summary>
/// <remarks>Source of the service's limits: https://learn.microsoft.com/azure/storage/tables/scalability-targets and
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</remarks>
internal static class TableLimits
{
    /// <summary>Bytes of one entity with its keys, names and values.</summary>
    public const int EntityBytes = 1024 * 1024;

    /// <summary>Properties of one entity, beside its two keys and its time.</summary>
    public const int Properties = 252;

    /// <summary>Bytes of one binary property.</summary>
    public const int PropertyBytes = 64 * 1024;

    /// <summary>Characters (UTF-16 code units) of a partition key or a row key; the service says 1 KiB.</summary>
    public const int KeyLength = 512;

    /// <summary>Entities of one transaction.</summary>
    public const int TransactionEntities = 100;

    /// <summary>Bytes of the request that carries a transaction. Binary properties travel in base 64, so three bytes of a payload count as four.</summary>
    public const int TransactionBytes = 4 * 1024 * 1024;

    /// <summary>Chunks in one row: 704 KiB. Some implementations of the service count an entity's bytes as they travel, in base 64, and that is 939 KiB.</summary>
    public const int ChunksPerRow = 11;

    /// <summary>Bytes of payload in one row.</summary>
    public const int RowBytes = ChunksPerRow * PropertyBytes;

    /// <summary>Full rows in one transaction: 2.75 MiB of payload, 3.67 MiB in base 64.</summary>
    public const int RowsPerTransaction = 4;
}
