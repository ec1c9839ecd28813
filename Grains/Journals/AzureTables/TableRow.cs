namespace CoCreate.Journals;

/// <summary>A row of the table service, without the service's own types.</summary>
/// <param name="Partition">Its partition key.</param>
/// <param name="Key">Its row key; rows of a partition are sorted by it, by UTF-16 code units.</param>
/// <param name="Values">Its properties: <c>byte[]</c>, <c>string</c>, <c>int</c> or <c>long</c>.</param>
/// <param name="ETag">The service's mark of this state of the row; empty for a row that is still to be written.</param>
internal sealed record TableRow(string Partition, string Key, IReadOnlyDictionary<string, object> Values, string ETag = "")
{
    /// <summary>A property, or the type's default where it is missing or of another type than any that was written.</summary>
    public T? Get<T>(string name) => Values.TryGetValue(name, out var value) && value is T typed ? typed : default;
}

/// <summary>What a write does with its row.</summary>
internal enum TableWriteKind
{
    /// <summary>Adds it; a row with its keys must not be there.</summary>
    Add,

    /// <summary>Replaces the row that has this ETag.</summary>
    Replace,

    /// <summary>Adds it or replaces what is there.</summary>
    Put,

    /// <summary>Removes it; it must be there.</summary>
    Remove,
}

/// <summary>One write of a transaction.</summary>
internal readonly record struct TableWrite(TableWriteKind Kind, TableRow Row);
