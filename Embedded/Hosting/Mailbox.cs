using System.Collections.Concurrent;

namespace CoCreate.Embedded;

/// <summary>Takes work for one target from any thread and starts it in turns: in order, and unless it may interleave, one after another.</summary>
/// <remarks>Only <see cref="Post"/> may be called from anywhere; everything else happens in the turns of <see cref="Scheduler"/> and needs no locks.</remarks>
internal abstract class Mailbox(bool interleavesAll)
{
    private static readonly Action<object?> pump = static mailbox => ((Mailbox)mailbox!).Pump();

    private readonly ConcurrentQueue<Work> inbox = new();
    private readonly Queue<Work> waiting = new();
    private int isPumping;
    private int blocking;

    /// <summary>Where the target's turns run.</summary>
    protected TurnScheduler Scheduler { get; } = new();

    /// <summary>How many pieces of work have started and not ended.</summary>
    protected int Running { get; private set; }

    /// <summary>Whether something waits to be started.</summary>
    protected bool HasWaiting => waiting.Count > 0 || !inbox.IsEmpty;

    /// <summary>Whether work may start. False: it waits.</summary>
    protected abstract bool IsOpen { get; }

    /// <summary>What the work is done on.</summary>
    protected abstract object Target { get; }

    /// <summary>Hands work over, from any thread.</summary>
    public void Post(Work work)
    {
        inbox.Enqueue(work);
        if (Interlocked.Exchange(ref isPumping, 1) == 0)
        {
            Scheduler.Post(pump, this);
        }
    }

    /// <summary>A piece of work starts.</summary>
    protected virtual void Starting(Work work)
    {
    }

    /// <summary>Something arrived, started or ended: the moment to look at what is to be done next.</summary>
    protected abstract void Advanced();

    /// <summary>Starts whatever waits and may start now.</summary>
    protected void StartWaiting()
    {
        for (var count = waiting.Count; count > 0; count--)
        {
            Accept(waiting.Dequeue());
        }
    }

    /// <summary>Takes everything that was not started, in order.</summary>
    protected IEnumerable<Work> TakeWaiting()
    {
        while (waiting.TryDequeue(out var work) || inbox.TryDequeue(out work))
        {
            yield return work;
        }
    }

    private void Pump()
    {
        // Before the inbox is read: whoever posts from here on starts the pump again.
        Interlocked.Exchange(ref isPumping, 0);
        while (inbox.TryDequeue(out var work))
        {
            Accept(work);
        }

        Advanced();
    }

    private void Accept(Work work)
    {
        if (IsOpen && MayStart(work))
        {
            Start(work);
        }
        else
        {
            waiting.Enqueue(work);
        }
    }

    private bool MayStart(Work work) => blocking == 0 || Interleaves(work);

    private bool Interleaves(Work work) => interleavesAll || work.Interleaves;

    private void Start(Work work)
    {
        var blocks = Interleaves(work) ? 0 : 1;
        Running++;
        blocking += blocks;
        Starting(work);
        var run = work.Run(Target);
        if (run.IsCompleted)
        {
            Ended(blocks);
        }
        else
        {
            _ = EndAfter(run, blocks);
        }
    }

    private async Task EndAfter(Task run, int blocks)
    {
        await run;
        Ended(blocks);
        while (IsOpen && waiting.TryPeek(out var next) && MayStart(next))
        {
            Start(waiting.Dequeue());
        }

        Advanced();
    }

    private void Ended(int blocks)
    {
        Running--;
        blocking -= blocks;
    }
}
