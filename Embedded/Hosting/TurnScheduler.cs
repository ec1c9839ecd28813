namespace CoCreate.Embedded;

/// <summary>Runs the turns of one grain or observer: one at a time, in order, on the thread pool.</summary>
/// <remarks>A turn is a piece of a call from one await to the next. Code that runs here and awaits comes back here, because awaits
/// capture the current scheduler.</remarks>
internal sealed class TurnScheduler : TaskScheduler, IThreadPoolWorkItem
{
    // After this many turns other work of the thread pool gets its chance.
    private const int TurnsAtATime = 64;

    [ThreadStatic]
    private static TurnScheduler? _running;

    private readonly Queue<Task> _queue = new(4);
    private bool _isScheduled;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Queues a turn that carries nothing of its caller's execution context along.</summary>
    public void Post(Action<object?> turn, object state)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            new Task(turn, state, TaskCreationOptions.DenyChildAttach).Start(this);
            return;
        }

        using (ExecutionContext.SuppressFlow())
        {
            new Task(turn, state, TaskCreationOptions.DenyChildAttach).Start(this);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        _running = this;
        try
        {
            for (var turns = 0; turns < TurnsAtATime; turns++)
            {
                if (!TryTake(out var turn))
                {
                    return;
                }

                TryExecuteTask(turn);
            }
        }
        finally
        {
            _running = null;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected override void QueueTask(Task task)
    {
        lock (_queue)
        {
            _queue.Enqueue(task);
            if (_isScheduled)
            {
                return;
            }

            _isScheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    // A turn may run inside another one only where no other thread can run turns of this scheduler: on the thread that does so now.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => ReferenceEquals(_running, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_queue)
        {
            return [.. _queue];
        }
    }

    private bool TryTake(out Task turn)
    {
        lock (_queue)
        {
            _isScheduled = _queue.TryDequeue(out turn!);
            return _isScheduled;
        }
    }
}
