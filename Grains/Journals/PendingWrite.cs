namespace CoCreate.Journals;

/// <summary>Something that waits for a journal's writer.</summary>
internal abstract class PendingWrite
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _cancellation;
    private int _taken;

    /// <summary>The stream that it is about, or null.</summary>
    public virtual string? Stream => null;

    /// <summary>Payload bytes.</summary>
    public virtual int Bytes => 0;

    /// <summary>True when it goes into a transaction of its own: snapshots can be large, and nobody waits for one.</summary>
    public virtual bool IsAlone => true;

    /// <summary>Ends when it is durable, failed, or cancelled before it was taken.</summary>
    public Task Done => _done.Task;

    /// <summary>Lets the caller change their mind for as long as it waits.</summary>
    public void CancelWith(CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            _cancellation = cancellation.UnsafeRegister(
                static (write, token) =>
                {
                    var waiting = (PendingWrite)write!;
                    if (waiting.TryTake())
                    {
                        waiting._done.TrySetCanceled(token);
                    }
                },
                this);
        }
    }

    /// <summary>True for the first who asks: the writer, or a cancellation.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>Tells the caller the outcome; null is success.</summary>
    public void Complete(JournalException? failure)
    {
        _cancellation.Unregister();
        if (failure is null)
        {
            _done.TrySetResult();
        }
        else
        {
            _done.TrySetException(failure);
        }
    }
}
