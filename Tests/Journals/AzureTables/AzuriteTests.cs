using Azure.Data.Tables;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>The journal on Azure's tables keeps the contract over a real table service.</summary>
public sealed class AzuriteTests(AzuriteServer server) : JournalContract, IClassFixture<AzuriteServer>
{
    private readonly string _tables = $"T{Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8))}";

    protected override int Histories => 10;

    protected override ValueTask<IJournal> Open() => ValueTask.FromResult<IJournal>(AzureTables.Open(server.ConnectionString, _tables, TimeProvider.System));

    protected override ValueTask Close(IJournal journal) => ((AzureTableJournal)journal).DisposeAsync();

    protected override ValueTask DamageBatch(string stream, long first) => Flip("Streams", stream, TableKeys.Batch(first, 0));

    protected override async ValueTask RemoveBatch(string stream, long first) =>
        await Table("Streams").Submit([new TableWrite(TableWriteKind.Remove, await Row("Streams", stream, TableKeys.Batch(first, 0)))], CancellationToken.None);

    protected override ValueTask DamageSnapshot(string stream) => Flip("Snapshots", stream, TableKeys.Head);

    [Fact]
    public async Task A_snapshot_as_large_as_the_limit_is_kept_and_replaced()
    {
        var payload = System.Security.Cryptography.RandomNumberGenerator.GetBytes(StoredSnapshot.MaxBytes);
        await Journal.WriteSnapshot("board/a", new StoredSnapshot(1, "f", payload), CancellationToken.None);
        Assert.True((await Journal.ReadSnapshot("board/a", CancellationToken.None))!.Payload.Span.SequenceEqual(payload));

        await Journal.WriteSnapshot("board/a", new StoredSnapshot(2, "f", new byte[] { 1 }), CancellationToken.None);
        Assert.Equal(1, await Table("Snapshots").Keys(CancellationToken.None).CountAsync());
    }

    [Fact]
    public void A_wrong_connection_string_and_a_service_that_is_away_are_told_without_the_key()
    {
        const string Secret = "c2VjcmV0LXNlY3JldA==";
        string[] wrong = [$"AccountKey={Secret}", $"nonsense {Secret}", $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={Secret};TableEndpoint=http://127.0.0.1:1/a;"];
        foreach (var connection in wrong)
        {
            var failure = Assert.Throws<JournalException>(() => AzureTables.Open(connection, _tables, TimeProvider.System));
            Assert.Equal(JournalFailure.Unavailable, failure.Failure);
            Assert.Contains("Journal:ConnectionString", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1board")]
    [InlineData("my-boards")]
    [InlineData("Boards\n")]
    public void A_name_that_no_table_can_have_is_refused(string name) =>
        Assert.Contains("Journal:Table", Assert.Throws<JournalException>(() => AzureTables.Open(server.ConnectionString, name, TimeProvider.System)).Message, StringComparison.Ordinal);

    private async ValueTask Flip(string table, string stream, string key)
    {
        var row = await Row(table, stream, key);
        var damaged = ((byte[])row.Values["D00"]).ToArray();
        damaged[0] ^= 1;
        var values = row.Values.Where(value => value.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")).ToDictionary();
        values["D00"] = damaged;
        await Table(table).Submit([new TableWrite(TableWriteKind.Put, row with { Values = values })], CancellationToken.None);
    }

    private async Task<TableRow> Row(string table, string stream, string key) =>
        await Table(table).Find(TableKeys.Partition(stream), key, CancellationToken.None) ?? throw new InvalidOperationException($"{key} is not there.");

    private AzureTable Table(string suffix)
    {
        var client = new TableServiceClient(server.ConnectionString).GetTableClient(_tables + suffix);
        return new AzureTable(client, client);
    }
}
