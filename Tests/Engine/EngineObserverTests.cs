using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CoCreate.Tests.Engine;

/// <summary>What grains and web processes rely on when a grain calls back. Runs on whichever engine is built.</summary>
public sealed class EngineObserverTests : IAsyncLifetime
{
    private readonly Probe _probe = new();
    private IEngineFixture _engine = null!;

    public async Task InitializeAsync() =>
        _engine = await EngineUnderTest.Start(new EngineSetup { Services = services => services.AddSingleton(_probe), Assemblies = [typeof(Probe).Assembly] });

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task An_observer_is_told_everything_once()
    {
        var observer = new Listener(100);
        var reference = _engine.Grains.CreateObjectReference<IProbeObserver>(observer);

        await Plain.TellAll(reference, 100);
        await observer.HeardAll;

        Assert.Equal(Enumerable.Range(1, 100), _engine.IsCluster ? observer.Heard.Order() : observer.Heard);
        GC.KeepAlive(observer);
    }

    [Fact]
    public async Task Calls_of_one_observer_never_overlap()
    {
        var observer = new Listener(400);
        var reference = _engine.Grains.CreateObjectReference<IProbeObserver>(observer);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(key => _engine.Grains.GetGrain<IProbeGrain>($"key {key}").TellAll(reference, 100)));
        await observer.HeardAll;

        Assert.False(observer.Overlapped);
    }

    [Fact]
    public async Task A_slow_observer_does_not_hold_up_the_grain()
    {
        var observer = new Listener(2) { Gate = _probe.Gate("listener") };
        var reference = _engine.Grains.CreateObjectReference<IProbeObserver>(observer);

        await Plain.TellAll(reference, 2);
        Assert.Equal(1, await Plain.Add(1));
        _probe.Open("listener");

        await observer.HeardAll;
    }

    [Fact]
    public async Task A_failing_observer_fails_nobody_else()
    {
        var failing = new Listener(1) { Fails = true };
        var other = new Listener(1);
        await Reentrant.Subscribe(_engine.Grains.CreateObjectReference<IProbeObserver>(failing));
        await Reentrant.Subscribe(_engine.Grains.CreateObjectReference<IProbeObserver>(other));

        Assert.Equal(2, await Reentrant.Tell(1));

        await Task.WhenAll(failing.HeardAll, other.HeardAll);
    }

    [Fact]
    public async Task Subscribing_again_with_the_same_reference_renews_the_subscription()
    {
        var observer = new Listener(1);
        var reference = _engine.Grains.CreateObjectReference<IProbeObserver>(observer);
        await Reentrant.Subscribe(reference);
        await Reentrant.Subscribe(reference);

        Assert.Equal(1, await Reentrant.Tell(1));

        await observer.HeardAll;
        Assert.Equal([1], observer.Heard);
    }

    [Fact]
    public async Task A_deleted_reference_hears_nothing_more()
    {
        var deleted = new Listener(1);
        var other = new Listener(1);
        var reference = _engine.Grains.CreateObjectReference<IProbeObserver>(deleted);
        await Reentrant.Subscribe(reference);
        await Reentrant.Subscribe(_engine.Grains.CreateObjectReference<IProbeObserver>(other));
        _engine.Grains.DeleteObjectReference<IProbeObserver>(reference);

        await Reentrant.Tell(1);
        await other.HeardAll;

        Assert.Empty(deleted.Heard);
    }

    private IProbeGrain Plain => _engine.Grains.GetGrain<IProbeGrain>("teller");

    private IReentrantProbeGrain Reentrant => _engine.Grains.GetGrain<IReentrantProbeGrain>("teller");

    /// <summary>Notes what it hears.</summary>
    private sealed class Listener(int expected) : IProbeObserver
    {
        private readonly TaskCompletionSource _heardAll = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<int> _heard = [];
        private int _inside;

        public Task Gate { get; init; } = Task.CompletedTask;

        public bool Fails { get; init; }

        public bool Overlapped { get; private set; }

        public IReadOnlyList<int> Heard => _heard;

        public Task HeardAll => _heardAll.Task;

        public async Task Tell(int number)
        {
            Overlapped |= Interlocked.Increment(ref _inside) != 1;
            await Gate;
            await Task.Yield();
            _heard.Add(number);
            Interlocked.Decrement(ref _inside);
            if (_heard.Count == expected)
            {
                _heardAll.SetResult();
            }

            if (Fails)
            {
                throw new InvalidOperationException("This listener fails.");
            }
        }
    }
}
