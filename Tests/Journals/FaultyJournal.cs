using System.Collections.Concurrent;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>A journal that passes everything on to another one and injects faults, by chance from a seed or by name with <see cref="Next"/>.</summary>
/// <remarks>A crash ends every wait and fails everything from then on, as a dead process would look to its callers. To restart, put a new
/// <see cref="FaultyJournal"/> over the same inner journal. A slow append may be overtaken by a later one to the same stream, which then meets a conflict.</remarks>
/// <param name="inner">Where batches really go.</param>
/// <param name="seed">Decides which faults strike; the same seed and the same order of calls give the same faults.</param>
/// <param name="rates">How often.</param>
/// <param name="clock">What slow appends wait by; with a simulated clock they wait until it is moved.</param>
public sealed class FaultyJournal(IJournal inner, int seed, FaultRates rates, TimeProvider clock) : IJournal, IDisposable
{
    private readonly FaultPlan _plan = new(seed, rates);
    private readonly CancellationTokenSource _crash = new();
    private readonly ConcurrentDictionary<JournalFault, int> _counts = new();

    /// <summary>How often each append fault struck, so that a test can prove that it met what it is about.</summary>
    public IReadOnlyDictionary<JournalFault, int> Counts => _counts;

    /// <summary>True once the journal crashed.</summary>
    public bool IsCrashed => _crash.IsCancellationRequested;

    /// <summary>Names the faults of the next appends, one each, before chance goes on.</summary>
    public void Next(params JournalFault[] faults) => _plan.Next(faults);

    /// <summary>The process is gone: what waits fails as Unknown, what comes fails as Unavailable.</summary>
    public void Crash() => _crash.Cancel();

    public async ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation)
    {
        JournalArguments.CheckAppend(stream, expected, batch);
        ThrowIfCrashed();
        var (fault, wait) = _plan.ForAppend();
        _counts.AddOrUpdate(fault, 1, (_, count) => count + 1);
        await Before(fault, wait, cancellation);
        await inner.Append(stream, expected, batch, cancellation);
        await After(fault, wait);
    }

    public IAsyncEnumerable<StoredBatch> Read(string stream, long after, CancellationToken cancellation)
    {
        JournalArguments.CheckRead(stream, after);
        return UntilFault(inner.Read(stream, after, cancellation));
    }

    public IAsyncEnumerable<string> Streams(CancellationToken cancellation) => UntilFault(inner.Streams(cancellation));

    public async ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation)
    {
        ThrowIfCrashed();
        return _plan.ForRead() is null ? await inner.ReadSnapshot(stream, cancellation) : throw Failure(JournalFailure.Unavailable);
    }

    public async ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation)
    {
        ThrowIfCrashed();
        var (strikes, written) = _plan.ForSnapshotWrite();
        if (!strikes || written)
        {
            await inner.WriteSnapshot(stream, snapshot, cancellation);
        }

        if (strikes)
        {
            throw Failure(written ? JournalFailure.Unknown : JournalFailure.Unavailable);
        }
    }

    public ValueTask DeleteSnapshots(CancellationToken cancellation)
    {
        ThrowIfCrashed();
        return inner.DeleteSnapshots(cancellation);
    }

    public void Dispose() => _crash.Dispose();

    private static JournalException Failure(JournalFailure failure) => new(failure, $"Injected fault: {failure}.");

    private void ThrowIfCrashed()
    {
        if (IsCrashed)
        {
            throw Failure(JournalFailure.Unavailable);
        }
    }

    private async ValueTask Before(JournalFault fault, TimeSpan wait, CancellationToken cancellation)
    {
        switch (fault)
        {
            case JournalFault.SlowBefore:
                await Wait(wait, cancellation);
                break;
            case JournalFault.Unavailable:
                throw Failure(JournalFailure.Unavailable);
            case JournalFault.UnknownLost:
                throw Failure(JournalFailure.Unknown);
            case JournalFault.Full:
                throw Failure(JournalFailure.Full);
            case JournalFault.LostRace:
                throw Failure(JournalFailure.Conflict);
            case JournalFault.CrashLost:
                Crash();
                throw Failure(JournalFailure.Unknown);
            case JournalFault.None or JournalFault.SlowAfter or JournalFault.UnknownWritten or JournalFault.CrashWritten:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault.");
        }
    }

    private async ValueTask After(JournalFault fault, TimeSpan wait)
    {
        if (fault == JournalFault.SlowAfter)
        {
            await Wait(wait, CancellationToken.None);
        }
        else if (fault == JournalFault.CrashWritten)
        {
            Crash();
        }

        if (IsCrashed || fault == JournalFault.UnknownWritten)
        {
            throw Failure(JournalFailure.Unknown);
        }
    }

    private async Task Wait(TimeSpan wait, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _crash.Token);
        try
        {
            await Task.Delay(wait, clock, either.Token);
        }
        catch (OperationCanceledException) when (IsCrashed)
        {
            throw Failure(JournalFailure.Unknown);
        }
    }

    /// <summary>What is listed up to the place where a fault strikes.</summary>
    private async IAsyncEnumerable<T> UntilFault<T>(IAsyncEnumerable<T> items)
    {
        ThrowIfCrashed();
        var left = _plan.ForRead();
        await foreach (var item in items)
        {
            ThrowIfCrashed();
            if (left-- == 0)
            {
                throw Failure(JournalFailure.Unavailable);
            }

            yield return item;
        }

        if (left is not null)
        {
            throw Failure(JournalFailure.Unavailable);
        }
    }
}
