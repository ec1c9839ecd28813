using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>The fault-injecting wrapper does what its faults say, and nothing when there are none.</summary>
public sealed class FaultyJournalTests : IDisposable
{
    private readonly MemoryJournal _inner = new();
    private readonly FaultyJournal _journal;

    public FaultyJournalTests() => _journal = new FaultyJournal(_inner, 1, FaultRates.Quiet, TimeProvider.System);

    public void Dispose() => _journal.Dispose();

    [Theory]
    [InlineData(JournalFault.Unavailable, JournalFailure.Unavailable, 0)]
    [InlineData(JournalFault.Full, JournalFailure.Full, 0)]
    [InlineData(JournalFault.LostRace, JournalFailure.Conflict, 0)]
    [InlineData(JournalFault.UnknownLost, JournalFailure.Unknown, 0)]
    [InlineData(JournalFault.UnknownWritten, JournalFailure.Unknown, 1)]
    [InlineData(JournalFault.CrashLost, JournalFailure.Unknown, 0)]
    [InlineData(JournalFault.CrashWritten, JournalFailure.Unknown, 1)]
    public async Task A_named_fault_strikes_the_next_append(JournalFault fault, JournalFailure failure, int written)
    {
        _journal.Next(fault);
        Assert.Equal(failure, await Outcome(_journal, 0));
        Assert.Equal(written, await Count(_inner));
        Assert.Equal(1, _journal.Counts[fault]);
        Assert.Equal(fault is JournalFault.CrashLost or JournalFault.CrashWritten ? JournalFailure.Unavailable : null, await Outcome(_journal, written));
    }

    [Theory]
    [InlineData(JournalFault.SlowBefore, 0)]
    [InlineData(JournalFault.SlowAfter, 1)]
    public async Task A_crash_ends_what_waits_and_everything_after(JournalFault slow, int written)
    {
        using var journal = new FaultyJournal(_inner, 1, new FaultRates { Slowest = TimeSpan.FromDays(1) }, TimeProvider.System);
        journal.Next(slow);
        var waiting = Outcome(journal, 0);
        Assert.False(waiting.IsCompleted);
        journal.Crash();
        Assert.Equal(JournalFailure.Unknown, await waiting);
        Assert.Equal(written, await Count(_inner));
        await Assert.ThrowsAsync<JournalException>(() => Count(journal));
        await Assert.ThrowsAsync<JournalException>(() => journal.ReadSnapshot("board/a", CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<JournalException>(() => journal.WriteSnapshot("board/a", new StoredSnapshot(1, "test", default), CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task A_slow_append_can_be_cancelled_before_it_is_written()
    {
        using var journal = new FaultyJournal(_inner, 1, new FaultRates { Slowest = TimeSpan.FromDays(1) }, TimeProvider.System);
        using var source = new CancellationTokenSource();
        journal.Next(JournalFault.SlowBefore);
        var waiting = journal.Append("board/a", 0, new JournalBatch(1, default), source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, await Count(_inner));
    }

    [Fact]
    public async Task One_seed_gives_one_history_and_a_storm_has_every_fault()
    {
        var (first, counts) = await Storm(7);
        var (second, _) = await Storm(7);
        var (other, _) = await Storm(8);
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.All(FaultRates.Stormy.Appends.Keys, fault => Assert.True(counts[fault] > 0, $"{fault} never struck."));
    }

    [Fact]
    public async Task Snapshots_and_reads_fail_as_often_as_asked()
    {
        using var journal = new FaultyJournal(_inner, 3, new FaultRates { SnapshotWrites = 1, Reads = 1 }, TimeProvider.System);
        await Assert.ThrowsAsync<JournalException>(() => journal.WriteSnapshot("board/a", new StoredSnapshot(1, "test", default), CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<JournalException>(() => journal.ReadSnapshot("board/a", CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<JournalException>(() => Count(journal));
    }

    private static async Task<(string Outcomes, IReadOnlyDictionary<JournalFault, int> Counts)> Storm(int seed)
    {
        var inner = new MemoryJournal();
        using var journal = new FaultyJournal(inner, seed, FaultRates.Stormy with { Slowest = TimeSpan.Zero }, TimeProvider.System);
        var outcomes = new List<string>();
        for (var step = 0; step < 200; step++)
        {
            outcomes.Add($"{await Outcome(journal, await Count(inner))}");
        }

        return (string.Join(' ', outcomes), journal.Counts);
    }

    private static async Task<JournalFailure?> Outcome(FaultyJournal journal, long expected)
    {
        try
        {
            await journal.Append("board/a", expected, new JournalBatch(1, new byte[] { 1 }), CancellationToken.None);
            return null;
        }
        catch (JournalException failure)
        {
            return failure.Failure;
        }
    }

    private static async Task<int> Count(IJournal journal)
    {
        var count = 0;
        await foreach (var batch in journal.Read("board/a", 0, CancellationToken.None))
        {
            count += batch.Count;
        }

        return count;
    }
}

/// <summary>Without faults the wrapper keeps the contract like any journal.</summary>
public sealed class FaultlessJournalTests : JournalContract
{
    private readonly MemoryStore _store = new();

    protected override ValueTask<IJournal> Open() =>
        ValueTask.FromResult<IJournal>(new FaultyJournal(new MemoryJournal(_store), 1, FaultRates.Quiet, TimeProvider.System));

    protected override ValueTask Close(IJournal journal)
    {
        ((FaultyJournal)journal).Crash();
        return ValueTask.CompletedTask;
    }

    protected override ValueTask DamageBatch(string stream, long first)
    {
        _store.DamageBatch(stream, first);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask RemoveBatch(string stream, long first)
    {
        _store.RemoveBatch(stream, first);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask DamageSnapshot(string stream)
    {
        _store.DamageSnapshot(stream);
        return ValueTask.CompletedTask;
    }
}
