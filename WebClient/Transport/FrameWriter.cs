using System.Net.Sockets;

namespace CoCreate.Web.Transport;

/// <summary>Writes whole frames in order to one connection, with at most one write outstanding. Messages of SignalR are queued;
/// the relay's frames are not: while the connection is busy the relay keeps a cursor instead, so that a stalled reader costs nothing.</summary>
internal sealed class FrameWriter(IFrameSink sink, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private Queue<Queued>? _queue;
    private Action? _whenFree;
    private Action? _failed;
    private bool _busy;
    private bool _waiting;
    private bool _sealed;
    private bool _broken;

    /// <summary>When anything was last written, as a timestamp of the clock.</summary>
    public long LastWrite => sink.LastProgress;

    /// <summary>True once a write failed: nothing will be written any more.</summary>
    public bool IsBroken => Volatile.Read(ref _broken);

    /// <summary>Sets what is called, once, when a write fails.</summary>
    public void OnFailure(Action failed) => _failed = failed;

    /// <summary>Whether <see cref="TryWrite"/> would take a frame now. If not, <paramref name="whenFree"/> is called once when it would.</summary>
    public bool IsFree(Action whenFree)
    {
        lock (_gate)
        {
            _whenFree = _busy ? whenFree : _whenFree;
            return !_busy;
        }
    }

    /// <summary>Writes a frame if nothing is outstanding. Otherwise takes nothing, answers false, and calls <paramref name="whenFree"/> once when the connection is free.</summary>
    public bool TryWrite(ReadOnlyMemory<byte> frame, Action? whenFree)
    {
        lock (_gate)
        {
            if (_broken || _sealed)
            {
                return true;
            }

            if (_busy)
            {
                _whenFree = whenFree ?? _whenFree;
                return false;
            }

            _busy = true;
        }

        Run(new Queued(frame, null));
        return true;
    }

    /// <summary>Writes a frame after those that wait already. Completes when it has been handed to the connection, or when the connection broke.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="isLast">True for a close frame: whatever is written later is dropped.</param>
    public Task Write(ReadOnlyMemory<byte> frame, bool isLast = false)
    {
        TaskCompletionSource done;
        lock (_gate)
        {
            if (_broken || _sealed)
            {
                return Task.CompletedTask;
            }

            _sealed = isLast;

            if (_busy)
            {
                done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                (_queue ??= new Queue<Queued>()).Enqueue(new Queued(frame, done));
                return done.Task;
            }

            _busy = true;
        }

        var sending = Start(frame);
        if (sending.IsCompletedSuccessfully)
        {
            Next();
            return Task.CompletedTask;
        }

        done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Finish(sending, done);
        return done.Task;
    }

    /// <summary>Whether a write has waited for longer than this without any byte being taken (R20).</summary>
    public bool IsStalled(TimeSpan limit) => Volatile.Read(ref _waiting) && clock.GetElapsedTime(sink.LastProgress) > limit;

    private ValueTask Start(ReadOnlyMemory<byte> frame)
    {
        try
        {
            return sink.Send(frame);
        }
        catch (Exception broken) when (IsBreak(broken))
        {
            return ValueTask.FromException(broken);
        }
    }

    private void Run(Queued next)
    {
        do
        {
            var sending = Start(next.Frame);
            if (!sending.IsCompletedSuccessfully)
            {
                _ = Finish(sending, next.Done);
                return;
            }

            next.Done?.TrySetResult();
        }
        while (TakeNext(out next));
    }

    private async Task Finish(ValueTask sending, TaskCompletionSource? done)
    {
        Volatile.Write(ref _waiting, true);
        try
        {
            await sending;
        }
        catch (Exception broken) when (IsBreak(broken))
        {
            Fail();
        }

        Volatile.Write(ref _waiting, false);
        done?.TrySetResult();
        Next();
    }

    private void Next()
    {
        if (TakeNext(out var next))
        {
            Run(next);
        }
    }

    private bool TakeNext(out Queued next)
    {
        Action? free;
        lock (_gate)
        {
            if (_queue is not null && _queue.TryDequeue(out next))
            {
                return true;
            }

            next = default;
            _queue = null;
            _busy = false;
            free = _whenFree;
            _whenFree = null;
        }

        free?.Invoke();
        return false;
    }

    private void Fail()
    {
        Queue<Queued>? waiting;
        lock (_gate)
        {
            _broken = true;
            waiting = _queue;
            _queue = null;
        }

        while (waiting is not null && waiting.TryDequeue(out var next))
        {
            next.Done?.TrySetResult();
        }

        _failed?.Invoke();
    }

    private static bool IsBreak(Exception error) => error is IOException or SocketException or OperationCanceledException or InvalidOperationException;

    private readonly record struct Queued(ReadOnlyMemory<byte> Frame, TaskCompletionSource? Done);
}
