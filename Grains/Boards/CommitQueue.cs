namespace CoCreate.Boards;

/// <summary>Batches that wait for their append: one is being written, what is decided meanwhile gathers in the next (group commit).</summary>
internal sealed class CommitQueue
{
    private readonly LinkedList<CommitBatch> _batches = [];

    /// <summary>Events that are decided and not yet durable.</summary>
    public int Count { get; private set; }

    /// <summary>How the latest decided event ends; completed when nothing waits.</summary>
    public Task<SubmitStatus> Latest => _batches.Last?.Value.Done ?? Task.FromResult(SubmitStatus.Done);

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _batches.Count == 0;

    /// <summary>Adds a decided event. It joins the batch that gathers; the first batch takes nothing more once it is at the journal.</summary>
    public void Add(BoardEntry entry, Board before, Board after, bool firstIsAtJournal)
    {
        var last = _batches.Last?.Value;
        var closed = last is null || (firstIsAtJournal && _batches.Count == 1) || (last.IsFull && !last.Decided[^1].Entry.IsSameCommand(entry));
        if (closed)
        {
            last = _batches.AddLast(new CommitBatch(before)).Value;
        }

        last!.Add(entry, after);
        Count++;
    }

    /// <summary>The batch to write next; it stays in the queue until <see cref="Finish"/>.</summary>
    public CommitBatch First => _batches.First!.Value;

    /// <summary>Takes the first batch off, with its outcome.</summary>
    public void Finish(SubmitStatus status)
    {
        var batch = First;
        _batches.RemoveFirst();
        Count -= batch.Decided.Count;
        batch.Complete(status);
    }

    /// <summary>Takes all batches off, each resting on the one before, with one outcome.</summary>
    public void FinishAll(SubmitStatus status)
    {
        while (!IsEmpty)
        {
            Finish(status);
        }
    }
}
