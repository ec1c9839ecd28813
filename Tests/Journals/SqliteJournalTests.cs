using CoCreate.Journals;
using Microsoft.Data.Sqlite;

namespace CoCreate.Tests.Journals;

/// <summary>The SQLite journal keeps the contract.</summary>
public sealed class SqliteJournalTests : JournalContract, IDisposable
{
    private readonly SqliteFolder _folder = new();

    protected override int Histories => 200;

    public void Dispose() => _folder.Dispose();

    protected override ValueTask<IJournal> Open() => ValueTask.FromResult<IJournal>(SqliteJournal.Open(_folder.Path, TimeProvider.System));

    protected override ValueTask Close(IJournal journal) => ((SqliteJournal)journal).DisposeAsync();

    protected override ValueTask DamageBatch(string stream, long first) => Change(
        "UPDATE batches SET payload = CAST('X' || substr(payload, 2) AS BLOB) WHERE first = $first AND stream = (SELECT id FROM streams WHERE name = $stream)", stream, first);

    protected override ValueTask RemoveBatch(string stream, long first) => Change(
        "DELETE FROM batches WHERE first = $first AND stream = (SELECT id FROM streams WHERE name = $stream)", stream, first);

    protected override ValueTask DamageSnapshot(string stream) => Change("UPDATE snapshots SET payload = x'00' WHERE stream = $stream AND $first = 0", stream, 0);

    /// <summary>Changes the open file through another connection, which the journal knows nothing of.</summary>
    private ValueTask Change(string sql, string stream, long first)
    {
        Assert.Equal(1, _folder.Execute(sql, new SqliteParameter("$stream", stream), new SqliteParameter("$first", first)));
        return ValueTask.CompletedTask;
    }
}
