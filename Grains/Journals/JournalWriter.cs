namespace CoCreate.Journals;

/// <summary>The thread that writes. It takes what waits, commits it in one transaction, tells the callers, and begins again: the first append after a pause is
/// committed at once, and what comes meanwhile forms the next transaction. No timer is involved.</summary>
/// <typeparam name="TWrite">The journal's kind of write.</typeparam>
internal sealed class JournalWriter<TWrite> : IAsyncDisposable
    where TWrite : PendingWrite
{
    private readonly string _store;
    private readonly JournalQueue<TWrite> _queue;
    private readonly IJournalCommitter<TWrite> _committer;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts the thread.</summary>
    /// <param name="committer">Commits; owned by this writer, and used by its thread alone.</param>
    /// <param name="queue">What waits.</param>
    /// <param name="store">Where it is written, for messages.</param>
    public JournalWriter(IJournalCommitter<TWrite> committer, JournalQueue<TWrite> queue, string store)
    {
        _store = store;
        _queue = queue;
        _committer = committer;
        new Thread(Run) { Name = "journal writer", IsBackground = true }.Start();
    }

    /// <summary>Hands a write over and waits for its outcome.</summary>
    public ValueTask Write(TWrite write, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellation);
        }

        write.CancelWith(cancellation);
        switch (_queue.Offer(write))
        {
            case JournalQueueAnswer.Accepted:
                break;
            case JournalQueueAnswer.Overfull:
                write.Complete(new JournalException(
                    JournalFailure.Unavailable, $"Too much waits to be written to {_store}: it is too slow for what is asked, or hangs."));
                break;
            case JournalQueueAnswer.Closed:
                write.Complete(new JournalException(JournalFailure.Unavailable, $"{_store} is closed: the server is stopping."));
                break;
            default:
                throw new InvalidOperationException("The queue gave an unknown answer.");
        }

        return new ValueTask(write.Done);
    }

    /// <summary>Commits what waits, and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task;
    }

    private void Run()
    {
        try
        {
            var appends = new List<TWrite>();
            while (_queue.Take(appends, out var alone))
            {
                _committer.Commit(appends);
                appends.Clear();
                if (alone is not null)
                {
                    _committer.Commit([alone]);
                }

                _committer.Tidy(_queue.IsEmpty);
            }
        }
        finally
        {
            _committer.Dispose();
            _ended.TrySetResult();
        }
    }
}

/// <summary>Commits groups of writes to a store. Used by one thread.</summary>
/// <typeparam name="TWrite">The journal's kind of write.</typeparam>
internal interface IJournalCommitter<TWrite> : IDisposable
    where TWrite : PendingWrite
{
    /// <summary>Commits those of the writes that nobody cancelled together, and tells each caller the outcome. Never throws.</summary>
    void Commit(List<TWrite> group);

    /// <summary>Called after each round, for work that nobody should wait for.</summary>
    /// <param name="isQuiet">Whether nothing waits at this moment.</param>
    void Tidy(bool isQuiet);
}
