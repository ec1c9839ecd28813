namespace CoCreate.Journals;

/// <summary>The thread that writes. It takes what waits, commits it in one transaction, tells the callers, and begins again: the first append after a pause is
/// committed at once, and what comes meanwhile forms the next transaction. No timer is involved.</summary>
internal sealed class SqliteJournalWriter : IAsyncDisposable
{
    private readonly string _path;
    private readonly SqliteJournalQueue _queue;
    private readonly SqliteJournalCommitter _committer;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteJournalWriter(SqliteJournalStatements statements, string path, SqliteJournalSettings settings)
    {
        _path = path;
        _queue = new SqliteJournalQueue(settings);
        _committer = new SqliteJournalCommitter(statements, path, settings);
        new Thread(Run) { Name = "journal writer", IsBackground = true }.Start();
    }

    /// <summary>Hands a write over and waits for its outcome.</summary>
    public ValueTask Write(SqliteJournalWrite write, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellation);
        }

        write.CancelWith(cancellation);
        switch (_queue.Offer(write))
        {
            case SqliteJournalQueue.Answer.Accepted:
                return new ValueTask(write.Done);
            case SqliteJournalQueue.Answer.Overfull:
                write.Complete(SqliteJournalFailures.Unavailable($"Too much waits to be written to {_path}: its disk is too slow for what is asked, or hangs."));
                return new ValueTask(write.Done);
            case SqliteJournalQueue.Answer.Closed:
                write.Complete(SqliteJournalFailures.Closed(_path));
                return new ValueTask(write.Done);
            default:
                throw new InvalidOperationException("The queue gave an unknown answer.");
        }
    }

    /// <summary>Commits what waits, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task;
    }

    private void Run()
    {
        try
        {
            var appends = new List<SqliteJournalWrite>();
            while (_queue.Take(appends, out var alone))
            {
                _committer.Commit(appends);
                appends.Clear();
                if (alone is not null)
                {
                    _committer.Commit([alone]);
                }

                _committer.TidyLog(_queue.IsEmpty);
            }

        }
        finally
        {
            _committer.Dispose();
            _ended.TrySetResult();
        }
    }
}
