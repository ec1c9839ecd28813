using System.Collections.Concurrent;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Orleans.Utilities;
using Microsoft.Extensions.Logging;

namespace CoCreate.Tests.Engine;

/// <summary>What probe grains and their tests share: gates to hold a grain up, and notes of what happened. One instance for all silos.</summary>
public sealed class Probe
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    /// <summary>What happened, in order.</summary>
    public ConcurrentQueue<string> Notes { get; } = new();

    /// <summary>How many more activations fail.</summary>
    internal int FailingActivations;

    /// <summary>How many activations there were.</summary>
    internal int Activated;

    /// <summary>How many of them were deactivated.</summary>
    internal int Deactivated;

    /// <summary>Whether OnDeactivateAsync waits for the gate "deactivate".</summary>
    internal bool HoldsDeactivation;

    /// <summary>Completes when somebody passes or opens the gate.</summary>
    public Task Gate(string name) => Source(name).Task;

    /// <summary>Opens a gate for ever.</summary>
    public void Open(string name) => Source(name).TrySetResult();

    private TaskCompletionSource Source(string name) =>
        _gates.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>Told by probe grains.</summary>
[Alias("IProbeObserver")]
public interface IProbeObserver : IGrainObserver
{
    /// <summary>A number of a sequence.</summary>
    [OneWay, Alias("Tell")]
    Task Tell(int number);
}

/// <summary>A grain whose calls wait for one another.</summary>
[Alias("IProbeGrain")]
public interface IProbeGrain : IGrainWithStringKey
{
    /// <summary>Which activation answers.</summary>
    [Alias("Activation")]
    Task<string> Activation();

    /// <summary>Its key, as it sees it.</summary>
    [Alias("Key")]
    Task<string> Key();

    /// <summary>Adds to its state and gives the sum. Awaits in between, so that lost updates would show if turns overlapped.</summary>
    [Alias("Add")]
    Task<int> Add(int number);

    /// <summary>Notes its start, passes a gate, notes its end.</summary>
    [Alias("Hold")]
    Task Hold(string name);

    /// <summary>Opens a gate, past whatever waits.</summary>
    [AlwaysInterleave, Alias("Open")]
    Task Open(string name);

    /// <summary>Fails.</summary>
    [Alias("Fail")]
    Task Fail(string message);

    /// <summary>Notes that it ran, then fails.</summary>
    [OneWay, Alias("FailQuietly")]
    Task FailQuietly(string gate);

    /// <summary>Asks to be deactivated.</summary>
    [Alias("End")]
    Task End();

    /// <summary>Calls another one and tells whether it came back to its own turns.</summary>
    [Alias("CallOther")]
    Task<bool> CallOther(string key);

    /// <summary>Starts a timer that notes its ticks and opens "tick 3" at the third; the first one fails.</summary>
    [Alias("StartTimer")]
    Task StartTimer(TimeSpan period);

    /// <summary>Tells an observer the numbers from 1.</summary>
    [Alias("TellAll")]
    Task TellAll(IProbeObserver observer, int count);
}

/// <summary>The same, reentrant.</summary>
[Alias("IReentrantProbeGrain")]
public interface IReentrantProbeGrain : IGrainWithStringKey
{
    /// <summary>Passes a gate.</summary>
    [Alias("Hold")]
    Task Hold(string name);

    /// <summary>Opens a gate.</summary>
    [Alias("Open")]
    Task Open(string name);

    /// <summary>Adds to its state and gives the sum, in one turn, with an await before it. Fails when another turn runs at the same time.</summary>
    [Alias("Add")]
    Task<int> Add(int number);

    /// <summary>Subscribes an observer.</summary>
    [Alias("Subscribe")]
    Task Subscribe(IProbeObserver observer);

    /// <summary>Tells all subscribers.</summary>
    [Alias("Tell")]
    Task<int> Tell(int number);
}

/// <summary>A grain whose calls wait for one another.</summary>
public sealed class ProbeGrain(Probe probe) : Grain, IProbeGrain
{
    private readonly string _id = Ids.New();
    private IGrainTimer? _timer;
    private int _sum;
    private int _ticks;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Interlocked.Decrement(ref probe.FailingActivations) >= 0)
        {
            throw new InvalidOperationException("This activation was to fail.");
        }

        Interlocked.Increment(ref probe.Activated);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Notes.Enqueue($"ends: {reason.ReasonCode}");
        probe.Open("deactivating");
        if (probe.HoldsDeactivation)
        {
            await probe.Gate("deactivate");
        }

        Interlocked.Increment(ref probe.Deactivated);
    }

    public Task<string> Activation() => Task.FromResult(_id);

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public async Task<int> Add(int number)
    {
        var before = _sum;
        await Task.Yield();
        _sum = before + number;
        return _sum;
    }

    public async Task Hold(string name)
    {
        probe.Notes.Enqueue($"{name} starts");
        probe.Open($"{name} started");
        await probe.Gate(name);
        probe.Notes.Enqueue($"{name} ends");
    }

    public Task Open(string name)
    {
        probe.Open(name);
        return Task.CompletedTask;
    }

    public Task Fail(string message) => throw new InvalidOperationException(message);

    public Task FailQuietly(string gate)
    {
        probe.Open(gate);
        throw new InvalidOperationException("Nobody is told.");
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<bool> CallOther(string key)
    {
        var turns = TaskScheduler.Current;
        await GrainFactory.GetGrain<IProbeGrain>(key).Add(1);
        return TaskScheduler.Current == turns && turns != TaskScheduler.Default;
    }

    public Task StartTimer(TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(period, period));
        return Task.CompletedTask;
    }

    public async Task TellAll(IProbeObserver observer, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await observer.Tell(number);
        }
    }

    private Task Tick(CancellationToken cancellation)
    {
        _ticks++;
        probe.Notes.Enqueue($"tick {_ticks}");
        if (_ticks == 1)
        {
            throw new InvalidOperationException("The first tick fails.");
        }

        if (_ticks == 3)
        {
            _timer!.Dispose();
        }

        probe.Open($"tick {_ticks}");
        return Task.CompletedTask;
    }
}

/// <summary>The same, reentrant.</summary>
[Reentrant]
public sealed class ReentrantProbeGrain(Probe probe, ILogger<ReentrantProbeGrain> logger) : Grain, IReentrantProbeGrain
{
    private readonly ObserverManager<IProbeObserver, IProbeObserver> _observers = new(TimeSpan.FromMinutes(1), logger);
    private int _sum;
    private int _turns;

    public Task Hold(string name) => probe.Gate(name);

    public Task Open(string name)
    {
        probe.Open(name);
        return Task.CompletedTask;
    }

    public async Task<int> Add(int number)
    {
        await Task.Yield();
        if (Interlocked.Increment(ref _turns) != 1)
        {
            throw new InvalidOperationException("Two turns ran at once.");
        }

        Thread.SpinWait(50);
        _sum += number;
        Interlocked.Decrement(ref _turns);
        return _sum;
    }

    public Task Subscribe(IProbeObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return Task.CompletedTask;
    }

    public async Task<int> Tell(int number)
    {
        await _observers.Notify(observer => observer.Tell(number));
        return _observers.Count;
    }
}
