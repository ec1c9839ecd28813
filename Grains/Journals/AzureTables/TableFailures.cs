using System.Runtime.CompilerServices;

namespace CoCreate.Journals;

/// <summary>The one place where failures of the table service become <see cref="JournalException"/>s.</summary>
internal static class TableFailures
{
    /// <summary>A write that was not done.</summary>
    public static JournalException NotWritten(TableException failure, string place) => failure.Outcome == TableOutcome.Full
        ? new JournalException(JournalFailure.Full, $"There is no room in {place} ({failure.Code}). Nothing was written; make room, and writing goes on by itself.", failure)
        : new JournalException(
            JournalFailure.Unavailable, $"{place} cannot be written at the moment ({failure.Code}); nothing was written. Check the service and Journal:ConnectionString.", failure);

    /// <summary>A write of which nobody knows whether it was done.</summary>
    public static JournalException Unknown(TableException failure, string place) =>
        new(JournalFailure.Unknown, $"{place} did not say what became of a write ({failure.Code}); it may or may not be there.", failure);

    /// <summary>A read that failed.</summary>
    public static JournalException NotRead(TableException failure, string place) =>
        new(JournalFailure.Unavailable, $"{place} cannot be read at the moment ({failure.Code}). Check the service and Journal:ConnectionString.", failure);

    /// <summary>An append after a version that the stream is not at.</summary>
    public static JournalException Conflict(string stream, long expected, string place, Exception? inner = null) =>
        new(JournalFailure.Conflict, $"The stream \"{stream}\" in {place} is not at version {expected}: another writer was faster.", inner);

    /// <summary>Any call after the journal was closed.</summary>
    public static JournalException Closed(string place) => new(JournalFailure.Unavailable, $"{place} is closed: the server is stopping.");

    /// <summary>Reads one thing.</summary>
    public static async Task<T> Reading<T>(Task<T> read, string place)
    {
        try
        {
            return await read;
        }
        catch (TableException failure)
        {
            throw NotRead(failure, place);
        }
    }

    /// <summary>Reads many.</summary>
    public static async IAsyncEnumerable<TableRow> Reading(IAsyncEnumerable<TableRow> rows, string place, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = rows.GetAsyncEnumerator(cancellation);
        while (await Reading(reader.MoveNextAsync().AsTask(), place))
        {
            yield return reader.Current;
        }
    }
}
