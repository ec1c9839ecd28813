using System.Runtime.CompilerServices;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>A table of the service in memory: its transactions, ETags, order and limits. Wrap it in a <see cref="FaultyTable"/> for its bad days.</summary>
internal sealed class FakeTable : ITable
{
    private const int PageRows = 100;
    private static readonly Comparer<(string Partition, string Key)> _order = Comparer<(string Partition, string Key)>.Create((left, right) =>
        string.CompareOrdinal(left.Partition, right.Partition) is not 0 and var order ? order : string.CompareOrdinal(left.Key, right.Key));

    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Partition, string Key), TableRow> _rows = new(_order);
    private long _changes;

    public Task<TableRow?> Find(string partition, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(_rows.GetValueOrDefault((partition, key)));
        }
    }

    public IAsyncEnumerable<TableRow> Range(string partition, string above, string below, bool keysOnly, CancellationToken cancellation) => Pages(
        row => row.Partition == partition && string.CompareOrdinal(row.Key, above) > 0 && string.CompareOrdinal(row.Key, below) < 0, keysOnly, cancellation);

    public IAsyncEnumerable<TableRow> Keys(CancellationToken cancellation) => Pages(_ => true, keysOnly: true, cancellation);

    public IAsyncEnumerable<TableRow> WithKey(string key, CancellationToken cancellation) => Pages(row => row.Key == key, keysOnly: false, cancellation);

    public Task<IReadOnlyList<string>> Submit(IReadOnlyList<TableWrite> writes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TableRules.Check(writes);
        lock (_gate)
        {
            foreach (var write in writes)
            {
                CheckPrecondition(write);
            }

            return Task.FromResult<IReadOnlyList<string>>([.. writes.Select(Do)]);
        }
    }

    /// <summary>Changes a stored row behind the journal's back; null removes it.</summary>
    public void Tamper(string partition, string key, Func<TableRow, TableRow?> change)
    {
        lock (_gate)
        {
            if (change(_rows[(partition, key)]) is { } changed)
            {
                _rows[(partition, key)] = changed;
            }
            else
            {
                _rows.Remove((partition, key));
            }
        }
    }

    private void CheckPrecondition(TableWrite write)
    {
        var there = _rows.GetValueOrDefault((write.Row.Partition, write.Row.Key));
        switch (write.Kind)
        {
            case TableWriteKind.Add when there is not null:
                throw new TableException(409, "EntityAlreadyExists", "The entity is there.");
            case TableWriteKind.Replace or TableWriteKind.Remove when there is null:
                throw new TableException(404, "ResourceNotFound", "The entity is not there.");
            case TableWriteKind.Replace when there.ETag != write.Row.ETag:
                throw new TableException(412, "UpdateConditionNotSatisfied", "The entity has changed.");
        }
    }

    private string Do(TableWrite write)
    {
        var key = (write.Row.Partition, write.Row.Key);
        if (write.Kind == TableWriteKind.Remove)
        {
            _rows.Remove(key);
            return "";
        }

        var mark = $"W/\"{++_changes}\"";
        _rows[key] = write.Row with { ETag = mark };
        return mark;
    }

    /// <summary>Page by page, each of another moment, as a query with continuation tokens is answered.</summary>
    private async IAsyncEnumerable<TableRow> Pages(Func<TableRow, bool> isWanted, bool keysOnly, [EnumeratorCancellation] CancellationToken cancellation)
    {
        (string Partition, string Key) last = ("", "");
        List<TableRow> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
            lock (_gate)
            {
                page = [.. _rows.Where(row => _order.Compare(row.Key, last) > 0 && isWanted(row.Value)).Take(PageRows).Select(row => row.Value)];
            }

            foreach (var row in page)
            {
                last = (row.Partition, row.Key);
                yield return keysOnly ? row with { Values = new Dictionary<string, object>() } : row;
            }
        }
        while (page.Count == PageRows);
    }
}
