using System.Collections.Concurrent;

namespace CoCreate.Embedded;

/// <summary>Takes work for one target from any thread and starts it in turns: in order, and unless it may interleave, one after another.</summary>
/// <remarks>Only <see cref="Post"/> may be called from anywhere; everything else happens in the turns of <see cref="Scheduler"/> and needs no locks.</remarks>
internal abstract class Mailbox(bool interleavesAll)
{
    // After this much the work that has started gets its turns, however fast more arrives.
    private const int WorkAtATime = 256;

    private static readonly Action<object?> _pump = static mailbox => ((Mailbox)mailbox!).Pump();

    private readonly ConcurrentQueue<Work> _inbox = new();
    private readonly Queue<Work> _waiting = new();
    private int _isPumping;
    private int _blocking;

    /// <summary>Where the target's turns run.</summary>
    protected TurnScheduler Scheduler { get; } = new();

    /// <summary>How many pieces of work have started and not ended.</summary>
    protected int Running { get; private set; }

    /// <summary>Whether something waits to be started.</summary>
    protected bool HasWaiting => _waiting.Count > 0 || !_inbox.IsEmpty;

    /// <summary>Whether work may start. False: it waits.</summary>
    protected abstract bool IsOpen { get; }

    /// <summary>What the work is done on.</summary>
    protected abstract object Target { get; }

    /// <summary>Hands work over, from any thread.</summary>
    public void Post(Work work)
    {
        _inbox.Enqueue(work);
        StartPump();
    }

    /// <summary>A piece of work starts or ends.</summary>
    protected virtual void Touched(Work work)
    {
    }

    /// <summary>Something arrived, started or ended: the moment to look at what is to be done next.</summary>
    protected abstract void Advanced();

    /// <summary>Starts whatever waits and may start now.</summary>
    protected void StartWaiting()
    {
        for (var count = _waiting.Count; count > 0; count--)
        {
            Accept(_waiting.Dequeue());
        }
    }

    /// <summary>Takes everything that was not started, in order.</summary>
    protected IEnumerable<Work> TakeWaiting()
    {
        while (_waiting.TryDequeue(out var work) || _inbox.TryDequeue(out work))
        {
            yield return work;
        }
    }

    private void StartPump()
    {
        if (Interlocked.Exchange(ref _isPumping, 1) == 0)
        {
            Scheduler.Post(_pump, this);
        }
    }

    private void Pump()
    {
        // Before the inbox is read: whoever posts from here on starts the pump again.
        Interlocked.Exchange(ref _isPumping, 0);
        for (var taken = 0; taken < WorkAtATime && _inbox.TryDequeue(out var work); taken++)
        {
            Accept(work);
        }

        Advanced();
        if (!_inbox.IsEmpty)
        {
            StartPump();
        }
    }

    private void Accept(Work work)
    {
        if (IsOpen && MayStart(work))
        {
            Start(work);
        }
        else
        {
            _waiting.Enqueue(work);
        }
    }

    private bool MayStart(Work work) => _blocking == 0 || Interleaves(work);

    private bool Interleaves(Work work) => interleavesAll || work.Interleaves;

    private void Start(Work work)
    {
        var blocks = Interleaves(work) ? 0 : 1;
        Running++;
        _blocking += blocks;
        Touched(work);
        var run = work.Run(Target);
        if (run.IsCompleted)
        {
            Ended(work, blocks);
        }
        else
        {
            _ = EndAfter(run, work, blocks);
        }
    }

    private async Task EndAfter(Task run, Work work, int blocks)
    {
        await run;
        Ended(work, blocks);
        while (IsOpen && _waiting.TryPeek(out var next) && MayStart(next))
        {
            Start(_waiting.Dequeue());
        }

        Advanced();
    }

    private void Ended(Work work, int blocks)
    {
        Touched(work);
        Running--;
        _blocking -= blocks;
    }
}
