using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace CoCreate.Journals;

/// <summary>A table of the real service, through its own client library. The one file, with <see cref="AzureTables"/>, that knows the library's types.</summary>
/// <param name="reader">Tries again by itself.</param>
/// <param name="writer">Never tries again by itself.</param>
internal sealed class AzureTable(TableClient reader, TableClient writer) : ITable
{
    private static readonly string[] _keys = ["PartitionKey", "RowKey"];

    public Task<TableRow?> Find(string partition, string key, CancellationToken cancellation) => Ask<TableRow?>(
        async () =>
        {
            var found = await reader.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
            return found is { HasValue: true, Value: { } entity } ? RowOf(entity) : null;
        },
        cancellation);

    public IAsyncEnumerable<TableRow> Range(string partition, string above, string below, bool keysOnly, CancellationToken cancellation) => Query(
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {above} and RowKey lt {below}"), keysOnly ? _keys : null, cancellation);

    public IAsyncEnumerable<TableRow> Keys(CancellationToken cancellation) => Query(null, _keys, cancellation);

    public IAsyncEnumerable<TableRow> WithKey(string key, CancellationToken cancellation) =>
        Query(TableClient.CreateQueryFilter($"RowKey eq {key}"), null, cancellation);

    public Task<IReadOnlyList<string>> Submit(IReadOnlyList<TableWrite> writes, CancellationToken cancellation) => Ask<IReadOnlyList<string>>(
        async () =>
        {
            var done = await writer.SubmitTransactionAsync(writes.Select(ActionOf), cancellation);
            return [.. done.Value.Select(response => response.Headers.ETag?.ToString() ?? "")];
        },
        cancellation);

    private async IAsyncEnumerable<TableRow> Query(string? filter, string[]? select, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var entities = reader.QueryAsync<TableEntity>(filter, select: select, cancellationToken: cancellation).GetAsyncEnumerator(cancellation);
        while (await Ask(async () => await entities.MoveNextAsync(), cancellation))
        {
            yield return RowOf(entities.Current);
        }
    }

    private static TableRow RowOf(TableEntity entity) => new(
        entity.PartitionKey, entity.RowKey, entity.Where(value => value.Value is not null).ToDictionary(), entity.ETag.ToString());

    private static TableTransactionAction ActionOf(TableWrite write)
    {
        var entity = new TableEntity(write.Row.Partition, write.Row.Key);
        foreach (var (name, value) in write.Row.Values)
        {
            entity[name] = value;
        }

        return write.Kind switch
        {
            TableWriteKind.Add => new TableTransactionAction(TableTransactionActionType.Add, entity),
            TableWriteKind.Replace => new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, new ETag(write.Row.ETag)),
            TableWriteKind.Put => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity),
            TableWriteKind.Remove => new TableTransactionAction(TableTransactionActionType.Delete, entity, ETag.All),
            _ => throw new InvalidOperationException($"{write.Kind} is no kind of write."),
        };
    }

    private static async Task<T> Ask<T>(Func<Task<T>> request, CancellationToken cancellation)
    {
        try
        {
            return await request();
        }
        catch (Exception failure) when (AzureTables.Translate(failure, cancellation) is { } translated)
        {
            throw translated;
        }
    }
}
