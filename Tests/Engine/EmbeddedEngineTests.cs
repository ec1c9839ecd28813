using CoCreate.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;

namespace CoCreate.Tests.Engine;

/// <summary>What the embedded engine promises beside the common suite: time, limits, and refusals that say what to do.</summary>
public sealed class EmbeddedEngineTests
{
    private readonly Probe _probe = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_grain_that_nobody_calls_is_deactivated()
    {
        using var host = Start();
        var grain = Grains(host).GetGrain<IProbeGrain>("a");
        var start = _clock.GetTimestamp();
        await grain.Add(5);

        await LetTimePassUntil(_probe.Gate("deactivating"));

        Assert.True(_clock.GetElapsedTime(start) >= TimeSpan.FromMinutes(15));
        Assert.Equal(1, await grain.Add(1));
        Assert.Equal(["ends: ActivationIdle"], _probe.Notes);
    }

    [Fact]
    public async Task A_grain_that_is_called_now_and_then_stays()
    {
        using var host = Start();
        var grain = Grains(host).GetGrain<IProbeGrain>("a");
        for (var round = 1; round <= 5; round++)
        {
            Assert.Equal(round, await grain.Add(1));
            _clock.Advance(TimeSpan.FromMinutes(14));
        }

        Assert.Equal(6, await grain.Add(1));
    }

    [Fact]
    public async Task A_grain_whose_call_still_runs_is_not_idle()
    {
        using var host = Start();
        var grain = Grains(host).GetGrain<IProbeGrain>("a");
        var held = grain.Hold("gate");
        await _probe.Gate("gate started");
        _clock.Advance(TimeSpan.FromHours(1));
        _probe.Open("gate");
        await held;

        Assert.Equal(["gate starts", "gate ends"], _probe.Notes);
    }

    [Fact]
    public async Task A_grain_that_does_not_end_in_time_is_dropped_and_followed_by_a_fresh_one()
    {
        using var host = Start();
        var grain = Grains(host).GetGrain<IProbeGrain>("a");
        _probe.HoldsDeactivation = true;
        var before = await grain.Activation();
        await grain.End();
        await _probe.Gate("deactivating");
        var call = grain.Activation();

        _clock.Advance(TimeSpan.FromSeconds(31));

        Assert.NotEqual(before, await call);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_grain_longer_than_it_may()
    {
        using var host = Start();
        _probe.HoldsDeactivation = true;
        await Grains(host).GetGrain<IProbeGrain>("a").Add(1);
        using var patience = new CancellationTokenSource();
        var stop = host.StopAsync(patience.Token);
        await _probe.Gate("deactivating");

        await patience.CancelAsync();

        await Record.ExceptionAsync(() => stop);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Grains(host).GetGrain<IProbeGrain>("b").Add(1));
    }

    [Fact]
    public async Task A_timer_keeps_its_period_from_the_end_of_one_tick_to_the_next()
    {
        using var host = Start();
        var grain = Grains(host).GetGrain<IProbeGrain>("a");
        await grain.StartTimer(TimeSpan.FromSeconds(1));

        _clock.Advance(TimeSpan.FromSeconds(1));
        await grain.Add(1);
        Assert.Equal(["tick 1"], _probe.Notes);
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        await grain.Add(1);
        Assert.Equal(["tick 1"], _probe.Notes);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await _probe.Gate("tick 2");
    }

    [Fact]
    public void An_observer_itself_is_refused_where_a_reference_belongs()
    {
        using var host = Start();
        var grain = Grains(host).GetGrain<IProbeGrain>("a");

        var failure = Assert.Throws<ArgumentException>(() => { _ = grain.TellAll(new Deaf(), 1); });

        Assert.Contains("CreateObjectReference", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grain_that_always_ends_at_once_fails_its_calls_in_the_end()
    {
        using var host = Start();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Grains(host).GetGrain<IRestlessGrain>("a").Call());
    }

    [Fact]
    public async Task A_grain_is_disposed_with_its_own_services()
    {
        using var host = Start();
        await Grains(host).GetGrain<IRestlessGrain>("a").Call().ContinueWith(_ => { }, TaskScheduler.Default);
        await host.StopAsync();

        Assert.Contains("disposed", _probe.Notes);
    }

    [Fact]
    public void A_grain_can_only_be_made_by_the_engine()
    {
        Assert.Throws<InvalidOperationException>(() => new ProbeGrain(_probe));
    }

    [Fact]
    public void An_interface_without_a_class_is_refused_by_name()
    {
        using var host = Start();

        var failure = Assert.Throws<ArgumentException>(() => Grains(host).GetGrain<INobodysGrain>("a"));

        Assert.Contains(nameof(INobodysGrain), failure.Message, StringComparison.Ordinal);
    }

    // A call's last moments may come after its answer and count as use, so there is no one moment to move the clock to.
    private async Task LetTimePassUntil(Task happened)
    {
        for (var minutes = 0; !happened.IsCompleted && minutes < 1_000_000; minutes++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.True(happened.IsCompleted, "It did not happen.");
    }

    private static IGrainFactory Grains(IHost host) => host.Services.GetRequiredService<IGrainFactory>();

    private IHost Start()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(_probe);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddEmbeddedGrains(typeof(Probe).Assembly);
        var host = builder.Build();
        host.Start();
        return host;
    }

    private sealed class Deaf : IProbeObserver
    {
        public Task Tell(int number) => Task.CompletedTask;
    }
}

/// <summary>Nobody implements it.</summary>
public interface INobodysGrain : IGrainWithStringKey;

/// <summary>A grain that ends as soon as it is active.</summary>
public interface IRestlessGrain : IGrainWithStringKey
{
    /// <summary>Never gets a chance.</summary>
    Task Call();
}

/// <summary>A grain that ends as soon as it is active.</summary>
public sealed class RestlessGrain(Probe probe) : Grain, IRestlessGrain, IDisposable
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Call() => Task.CompletedTask;

    public void Dispose() => probe.Notes.Enqueue("disposed");
}
