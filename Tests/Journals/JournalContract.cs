using System.Text;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>What every journal does. A journal's own test class derives from this and says how to open, reopen and damage it.</summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    private IJournal? _journal;

    /// <summary>The journal under test, over an empty store at the start of each test.</summary>
    protected IJournal Journal => _journal ?? throw new InvalidOperationException("The journal is not open.");

    public virtual async Task InitializeAsync() => _journal = await Open();

    public virtual async Task DisposeAsync() => await Close(Journal);

    /// <summary>Opens the test's store: empty the first time, with all it held after that.</summary>
    protected abstract ValueTask<IJournal> Open();

    /// <summary>Closes a journal as a server that stops does.</summary>
    protected abstract ValueTask Close(IJournal journal);

    /// <summary>Changes one bit of a stored batch, behind the journal's back.</summary>
    protected abstract ValueTask DamageBatch(string stream, long first);

    /// <summary>Takes a stored batch away, behind the journal's back.</summary>
    protected abstract ValueTask RemoveBatch(string stream, long first);

    /// <summary>Changes one bit of a stored snapshot, behind the journal's back.</summary>
    protected abstract ValueTask DamageSnapshot(string stream);

    protected async Task Reopen()
    {
        await Close(Journal);
        _journal = await Open();
    }

    protected static JournalBatch Batch(int count, string text) => new(count, Encoding.UTF8.GetBytes(text));

    protected static string Text(StoredBatch batch) => Encoding.UTF8.GetString(batch.Payload.Span);

    protected ValueTask Append(string stream, long expected, int count, string text) =>
        Journal.Append(stream, expected, Batch(count, text), CancellationToken.None);

    protected async Task<List<StoredBatch>> Read(string stream, long after = 0)
    {
        var batches = new List<StoredBatch>();
        await foreach (var batch in Journal.Read(stream, after, CancellationToken.None))
        {
            batches.Add(batch);
        }

        return batches;
    }

    protected async Task<string> ReadTexts(string stream, long after = 0) =>
        string.Join(' ', (await Read(stream, after)).Select(batch => $"{batch.First}-{batch.Last}:{Text(batch)}"));

    protected static async Task<JournalException> Fails(JournalFailure failure, Func<Task> action)
    {
        var thrown = await Assert.ThrowsAsync<JournalException>(action);
        Assert.Equal(failure, thrown.Failure);
        return thrown;
    }
}
