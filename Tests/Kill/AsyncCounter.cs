namespace CoCreate.Tests.Kill;

/// <summary>Counts, and lets somebody wait for a number.</summary>
internal sealed class AsyncCounter
{
    private readonly Lock _gate = new();
    private int _target = int.MaxValue;
    private TaskCompletionSource _reached = new();

    /// <summary>How far it is.</summary>
    public int Count { get; private set; }

    /// <summary>Counts one.</summary>
    public void Add()
    {
        lock (_gate)
        {
            if (++Count >= _target)
            {
                _reached.TrySetResult();
            }
        }
    }

    /// <summary>Waits until it is so far. One waits at a time.</summary>
    public Task Reach(int target)
    {
        lock (_gate)
        {
            _target = target;
            _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Count >= target)
            {
                _reached.TrySetResult();
            }

            return _reached.Task.WaitAsync(TimeSpan.FromMinutes(3));
        }
    }
}
