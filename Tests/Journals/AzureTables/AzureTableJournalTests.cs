using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>The journal on Azure's tables keeps the contract, over a table service in memory that has the real one's limits.</summary>
public sealed class AzureTableJournalTests : JournalContract
{
    private readonly FakeTable _streams = new();
    private readonly FakeTable _snapshots = new();

    protected override int Histories => 60;

    protected override ValueTask<IJournal> Open() => ValueTask.FromResult<IJournal>(new AzureTableJournal(
        _streams, _snapshots, "the tables", TimeProvider.System, new TableRetries(3, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1), 1)));

    protected override ValueTask Close(IJournal journal) => ((AzureTableJournal)journal).DisposeAsync();

    protected override ValueTask DamageBatch(string stream, long first) => Tamper(_streams, stream, TableKeys.Batch(first, 0), FlipOneBit);

    protected override ValueTask RemoveBatch(string stream, long first) => Tamper(_streams, stream, TableKeys.Batch(first, 0), _ => null);

    protected override ValueTask DamageSnapshot(string stream) => Tamper(_snapshots, stream, TableKeys.Head, FlipOneBit);

    [Fact]
    public async Task A_head_that_says_less_than_was_written_is_told()
    {
        await AppendThree();
        await Tamper(_streams, "board/a", TableKeys.Head, row => row with { Values = new Dictionary<string, object>(row.Values) { ["Version"] = 4L } });

        Assert.Contains("version 5", (await Fails(JournalFailure.Damaged, () => Read("board/a"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stream", "board/b")]
    [InlineData("Format", 2)]
    [InlineData("Version", 0L)]
    public async Task A_head_of_another_form_stops_reads_and_appends(string property, object value)
    {
        await AppendThree();
        await Tamper(_streams, "board/a", TableKeys.Head, row => row with { Values = new Dictionary<string, object>(row.Values) { [property] = value } });
        await Reopen();

        await Fails(JournalFailure.Damaged, () => Read("board/a"));
        await Fails(JournalFailure.Damaged, () => Append("board/a", 6, 1, "more").AsTask());
    }

    [Fact]
    public async Task A_missing_head_is_damage_and_not_an_empty_stream()
    {
        await AppendThree();
        await Tamper(_streams, "board/a", TableKeys.Head, _ => null);
        await Reopen();

        await Fails(JournalFailure.Damaged, () => Read("board/a"));
        await Fails(JournalFailure.Conflict, () => Append("board/a", 0, 1, "again").AsTask());
    }

    [Fact]
    public async Task A_large_batch_with_a_row_missing_in_its_middle_stops_the_read()
    {
        await Journal.Append("board/a", 0, new JournalBatch(1, new byte[JournalBatch.MaxBytes]), CancellationToken.None);
        await Tamper(_streams, "board/a", TableKeys.Batch(1, 1), _ => null);

        await Fails(JournalFailure.Damaged, () => Read("board/a"));
    }

    [Fact]
    public async Task Two_processes_that_share_the_tables_never_both_win_and_the_loser_goes_on_after_reading()
    {
        var other = await Open();
        await Append("board/a", 0, 1, "ours");
        await Fails(JournalFailure.Conflict, () => other.Append("board/a", 0, Batch(1, "theirs"), CancellationToken.None).AsTask());
        await other.Append("board/a", 1, Batch(1, "theirs"), CancellationToken.None);

        // What this one remembers of the head is out of date now, at the version that it expects as well as at another.
        await Fails(JournalFailure.Conflict, () => Append("board/a", 1, 1, "stale").AsTask());
        await Append("board/a", 2, 1, "ours");
        Assert.Equal("1-1:ours 2-2:theirs 3-3:ours", await ReadTexts("board/a"));
        await Close(other);
    }

    [Fact]
    public async Task Nothing_of_an_earlier_snapshot_stays_behind()
    {
        await AppendThree();
        foreach (var length in (int[])[5_000_000, 20_000_000, 10, 3_000_000])
        {
            await Journal.WriteSnapshot("board/a", new StoredSnapshot(6, "f", new byte[length]), CancellationToken.None);
            Assert.Equal(TableChunks.Rows(length), await _snapshots.Keys(CancellationToken.None).CountAsync());
            Assert.Equal(length, (await Journal.ReadSnapshot("board/a", CancellationToken.None))!.Payload.Length);
        }

        await Journal.DeleteSnapshots(CancellationToken.None);
        Assert.Equal(0, await _snapshots.Keys(CancellationToken.None).CountAsync());
    }

    [Fact]
    public async Task Every_stream_is_listed_once_whatever_its_name()
    {
        string[] names = ["board/a", "é 🎈", string.Concat(Enumerable.Repeat("日", 200)), "participant/b"];
        foreach (var name in names)
        {
            await Append(name, 0, 1, "one");
            await Append(name, 1, 1, "two");
        }

        var listed = await ((AzureTableJournal)Journal).Streams(CancellationToken.None).ToListAsync();
        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static TableRow FlipOneBit(TableRow row)
    {
        var damaged = ((byte[])row.Values["D00"]).ToArray();
        damaged[0] ^= 1;
        return row with { Values = new Dictionary<string, object>(row.Values) { ["D00"] = damaged } };
    }

    private static ValueTask Tamper(FakeTable table, string stream, string key, Func<TableRow, TableRow?> change)
    {
        table.Tamper(TableKeys.Partition(stream), key, change);
        return ValueTask.CompletedTask;
    }
}
