namespace CoCreate.Journals;

/// <summary>The row of a stream that every append replaces, and that so refuses all but one of those that race.</summary>
/// <param name="Stream">The stream's name, which its partition's key alone may not tell.</param>
/// <param name="Version">The version that the stream is at.</param>
/// <param name="ETag">The row's mark; empty when there is no row yet.</param>
internal sealed record TableHead(string Stream, long Version, string ETag)
{
    private const string NameProperty = "Stream";
    private const string VersionProperty = "Version";
    private const string FormatProperty = "Format";
    private const int Format = 1;

    /// <summary>Reads the row; a stream without one is at version 0.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: the row is not one that this version of the server writes.</exception>
    public static TableHead Decode(string stream, TableRow? row, string place)
    {
        if (row is null)
        {
            return new TableHead(stream, 0, "");
        }

        return row.Get<int>(FormatProperty) == Format && row.Get<string>(NameProperty) == stream && row.Get<long>(VersionProperty) is > 0 and var version
            ? new TableHead(stream, version, row.ETag)
            : throw new JournalException(
                JournalFailure.Damaged,
                $"The head of the stream \"{stream}\" in {place} is damaged or was written by a newer version of the server. Nothing was changed. "
                    + "Start the version that wrote it, or restore the tables from a backup.");
    }

    /// <summary>The name of the stream that a head's row belongs to.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: the row lies in another stream's partition.</exception>
    public static string NameIn(TableRow row, string place) =>
        row.Get<string>(NameProperty) is { } name && TableKeys.Partition(name) == row.Partition
            ? name
            : throw new JournalException(JournalFailure.Damaged, $"The head of the partition {row.Partition} in {place} does not name its stream. Restore the tables from a backup.");

    /// <summary>The write that takes the stream from here to a version.</summary>
    public TableWrite MoveTo(long version)
    {
        var values = new Dictionary<string, object> { [NameProperty] = Stream, [VersionProperty] = version, [FormatProperty] = Format };
        return new TableWrite(
            ETag.Length == 0 ? TableWriteKind.Add : TableWriteKind.Replace,
            new TableRow(TableKeys.Partition(Stream), TableKeys.Head, values, ETag));
    }
}
