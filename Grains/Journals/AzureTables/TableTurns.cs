namespace CoCreate.Journals;

/// <summary>Lets the appends to one stream through one at a time, in the order of the calls, and those to different streams beside one another.</summary>
internal sealed class TableTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _last = [];
    private bool _isClosed;

    /// <summary>Whether nothing more is taken.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_gate)
            {
                return _isClosed;
            }
        }
    }

    /// <summary>Does the work once all that was taken before it for the same stream has ended. False when the journal is closed.</summary>
    public async Task<bool> Take(string stream, Func<Task> work)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            before = _last.GetValueOrDefault(stream, Task.CompletedTask);
            _last[stream] = turn.Task;
        }

        try
        {
            await before;
            await work();
            return true;
        }
        finally
        {
            End(stream, turn);
        }
    }

    /// <summary>Takes nothing more, and waits for what was taken.</summary>
    public Task Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            return Task.WhenAll(_last.Values);
        }
    }

    private void End(string stream, TaskCompletionSource turn)
    {
        lock (_gate)
        {
            if (_last.GetValueOrDefault(stream) == turn.Task)
            {
                _last.Remove(stream);
            }
        }

        turn.SetResult();
    }
}
