using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>What the journal on Azure's tables makes of a service that is busy, slow, unreachable or silent.</summary>
public sealed class AzureTableFaultTests
{
    private static readonly TableRetries _retries = new(3, TimeSpan.Zero, TimeSpan.Zero, 1);

    private readonly FakeTable _streams = new();
    private readonly FakeTable _snapshots = new();

    [Theory]
    [InlineData("Throttled")]
    [InlineData("Throttled Throttled")]
    [InlineData("LostBefore")]
    [InlineData("LostBefore Throttled")]
    [InlineData("LostAfter")]
    [InlineData("LostAfter Throttled")]
    [InlineData("LostAfter Forbidden")]
    [InlineData("Late")]
    [InlineData("LostBefore LostAfter LostBefore")]
    public async Task What_passes_is_waited_out_and_the_batch_is_there_once(string faults)
    {
        var (journal, table) = Open(faults);

        await journal.Append("board/a", 0, Batch("one"), CancellationToken.None);
        await table.DoLate();
        await journal.Append("board/a", 1, Batch("two"), CancellationToken.None);

        Assert.Equal(2, (await Read(journal)).Count);
    }

    [Theory]
    [InlineData("Throttled Throttled Throttled", JournalFailure.Unavailable)]
    [InlineData("Forbidden", JournalFailure.Unavailable)]
    [InlineData("Full", JournalFailure.Full)]
    [InlineData("Throttled Full", JournalFailure.Full)]
    [InlineData("LostBefore LostBefore LostBefore", JournalFailure.Unknown)]
    [InlineData("LostBefore Throttled Throttled", JournalFailure.Unknown)]
    [InlineData("LostBefore Forbidden", JournalFailure.Unknown)]
    public async Task What_does_not_pass_is_told_and_nothing_is_there(string faults, JournalFailure told)
    {
        var (journal, _) = Open(faults);

        var failure = await Assert.ThrowsAsync<JournalException>(() => journal.Append("board/a", 0, Batch("one"), CancellationToken.None).AsTask());

        Assert.Equal(told, failure.Failure);
        Assert.Empty(await Read(journal));
        await journal.Append("board/a", 0, Batch("again"), CancellationToken.None);
    }

    [Fact]
    public async Task When_no_answer_came_and_nothing_can_be_read_the_outcome_is_unknown()
    {
        var (journal, table) = Open("LostAfter", readsFailAfterFault: true);
        var failure = await Assert.ThrowsAsync<JournalException>(() => journal.Append("board/a", 0, Batch("one"), CancellationToken.None).AsTask());

        Assert.Equal(JournalFailure.Unknown, failure.Failure);
        table.ReadsFail = false;
        Assert.Single(await Read(journal));
    }

    [Fact]
    public async Task A_service_that_cannot_be_read_is_unavailable()
    {
        var (journal, table) = Open("");
        table.ReadsFail = true;

        Assert.Equal(JournalFailure.Unavailable, (await Assert.ThrowsAsync<JournalException>(() => Read(journal))).Failure);
        var append = await Assert.ThrowsAsync<JournalException>(() => journal.Append("board/a", 0, Batch("one"), CancellationToken.None).AsTask());
        Assert.Equal(JournalFailure.Unavailable, append.Failure);
    }

    /// <summary>The law: what was acknowledged is there once and in order, what was refused is not there, what is unknown may be either.</summary>
    [Fact]
    public async Task Random_faults_and_two_writers_lose_nothing_and_double_nothing()
    {
        foreach (var seed in LongRun.Seeds(150))
        {
            var random = new Random(seed);
            var store = new FakeTable();
            var writers = Enumerable.Range(0, 2)
                .Select(number => new FaultyTable(store, () => random.Next(3) == 0 ? (TableFault)random.Next(1, 7) : TableFault.None))
                .Select(table => (Table: table, Journal: Journal(table)))
                .ToArray();
            var kept = new List<string>();
            var unknown = new HashSet<string>();
            var expected = 0L;
            for (var step = 0; step < 40; step++)
            {
                var (table, journal) = writers[random.Next(2)];
                var text = $"{seed}.{step}";
                try
                {
                    await journal.Append("board/a", expected, Batch(text), CancellationToken.None);
                    kept.Add(text);
                    expected++;
                }
                catch (JournalException failure)
                {
                    _ = failure.Failure == JournalFailure.Unknown && unknown.Add(text);
                    expected = (await Read(Journal(store))).Count;
                }

                if (random.Next(8) == 0)
                {
                    await table.DoLate();
                }
            }

            var read = (await Read(Journal(store))).Select(batch => System.Text.Encoding.UTF8.GetString(batch.Payload.Span)).ToList();
            Assert.True(kept.SequenceEqual(read.Where(text => !unknown.Contains(text))), $"seed {seed}");
            Assert.True(read.Distinct().Count() == read.Count, $"seed {seed}");
        }
    }

    [Fact]
    public async Task A_snapshot_that_fails_at_any_row_leaves_the_earlier_one()
    {
        // Six rows after the head make two transactions, then the head: three places to fail at.
        for (var place = 0; place < 3; place++)
        {
            var writes = 0;
            var snapshots = new FakeTable();
            var before = new AzureTableJournal(_streams, snapshots, "the tables", TimeProvider.System, _retries);
            await before.WriteSnapshot("board/a", new StoredSnapshot(1, "f", new byte[3_000_000]), CancellationToken.None);
            var faulty = new FaultyTable(snapshots, () => writes++ == place ? TableFault.Forbidden : TableFault.None);
            var journal = new AzureTableJournal(_streams, faulty, "the tables", TimeProvider.System, _retries);

            await Assert.ThrowsAsync<JournalException>(() => journal.WriteSnapshot("board/a", new StoredSnapshot(2, "f", new byte[4_900_000]), CancellationToken.None).AsTask());
            Assert.Equal(1, (await before.ReadSnapshot("board/a", CancellationToken.None))!.Version);

            await journal.WriteSnapshot("board/a", new StoredSnapshot(3, "f", new byte[100]), CancellationToken.None);
            Assert.Equal(3, (await before.ReadSnapshot("board/a", CancellationToken.None))!.Version);
            Assert.Equal(1, await snapshots.Keys(CancellationToken.None).CountAsync());
        }
    }

    [Fact]
    public void Pauses_grow_to_their_bound_and_are_never_longer()
    {
        var retries = new TableRetries(20, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2), 7);
        var longest = Enumerable.Range(1, 12).Select(attempt => Enumerable.Range(0, 500).Max(_ => retries.PauseAfter(attempt))).ToList();

        Assert.InRange(longest[0], TimeSpan.FromMilliseconds(90), TimeSpan.FromMilliseconds(100));
        Assert.InRange(longest[1], TimeSpan.FromMilliseconds(180), TimeSpan.FromMilliseconds(200));
        Assert.InRange(longest[11], TimeSpan.FromMilliseconds(1_900), TimeSpan.FromSeconds(2));
    }

    private AzureTableJournal Journal(ITable table) => new(table, _snapshots, "the tables", TimeProvider.System, _retries);

    private (AzureTableJournal Journal, FaultyTable Table) Open(string faults, bool readsFailAfterFault = false)
    {
        var plan = new Queue<TableFault>(faults.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TableFault>));
        FaultyTable? table = null;
        table = new FaultyTable(_streams, () =>
        {
            var fault = plan.TryDequeue(out var next) ? next : TableFault.None;
            table!.ReadsFail |= readsFailAfterFault && fault != TableFault.None;
            return fault;
        });
        return (Journal(table), table);
    }

    private static JournalBatch Batch(string text) => new(1, System.Text.Encoding.UTF8.GetBytes(text));

    private static async Task<List<StoredBatch>> Read(AzureTableJournal journal) => await journal.Read("board/a", 0, CancellationToken.None).ToListAsync();
}
