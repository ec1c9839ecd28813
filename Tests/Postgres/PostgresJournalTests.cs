using CoCreate.Journals;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Postgres;

/// <summary>The PostgreSQL journal keeps the contract.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class PostgresJournalTests : JournalContract
{
    private readonly string _schema = PostgresServer.NewSchema();

    protected override IEnumerable<int> HistorySeeds => LongRun.Seeds(40, test: nameof(PostgresJournalTests));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        PostgresServer.Shared.Execute(_schema, $"DROP SCHEMA {_schema} CASCADE");
    }

    protected override ValueTask<IJournal> Open() => ValueTask.FromResult<IJournal>(PostgresJournal.Open(PostgresServer.Shared.ConnectionString(_schema) + ";Timeout=60"));

    protected override ValueTask Close(IJournal journal) => ((PostgresJournal)journal).DisposeAsync();

    protected override ValueTask DamageBatch(string stream, long first) => Change(
        "UPDATE batches SET payload = set_byte(payload, 0, get_byte(payload, 0) # 1) WHERE first = $1 AND stream = (SELECT id FROM streams WHERE name = $2)", first, stream);

    protected override ValueTask RemoveBatch(string stream, long first) => Change(
        "DELETE FROM batches WHERE first = $1 AND stream = (SELECT id FROM streams WHERE name = $2)", first, stream);

    protected override ValueTask DamageSnapshot(string stream) => Change("UPDATE snapshots SET payload = set_byte(payload, 0, get_byte(payload, 0) # 1) WHERE stream = $1", stream);

    /// <summary>Changes the tables over a connection of its own, which the journal knows nothing of.</summary>
    private ValueTask Change(string sql, params object[] values)
    {
        Assert.Equal(1, PostgresServer.Shared.Execute(_schema, sql, values));
        return ValueTask.CompletedTask;
    }
}
