using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>The journal in memory keeps the contract, so that simulations over it mean something.</summary>
public sealed class MemoryJournalTests : JournalContract
{
    private readonly MemoryStore _store = new();

    protected override ValueTask<IJournal> Open() => ValueTask.FromResult<IJournal>(new MemoryJournal(_store));

    protected override ValueTask Close(IJournal journal) => ((MemoryJournal)journal).DisposeAsync();

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
