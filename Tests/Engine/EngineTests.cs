using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CoCreate.Tests.Engine;

/// <summary>The promises of the programming model that the grains rely on. Runs on whichever engine is built.</summary>
public sealed class EngineTests : IAsyncLifetime
{
    private readonly Probe _probe = new();
    private IEngineFixture _engine = null!;

    public async Task InitializeAsync() =>
        _engine = await EngineUnderTest.Start(new EngineSetup { Services = services => services.AddSingleton(_probe), Assemblies = [typeof(Probe).Assembly] });

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task A_key_has_one_activation_however_many_call_it_at_once()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Plain("a").Activation())));

        Assert.Single(ids.Distinct());
        Assert.Equal(1, _probe.Activated);
    }

    [Fact]
    public async Task Each_key_has_an_activation_of_its_own()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(key => Plain($"key {key}").Activation()));

        Assert.Equal(50, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_grain_and_its_references_know_its_key()
    {
        Assert.Equal("a/b ü", await Plain("a/b ü").Key());
        Assert.Equal("a/b ü", Plain("a/b ü").GetPrimaryKeyString());
    }

    [Fact]
    public void References_to_one_grain_are_equal()
    {
        Assert.Equal(Plain("a"), Plain("a"));
        Assert.Equal(Plain("a").GetHashCode(), Plain("a").GetHashCode());
        Assert.NotEqual(Plain("a"), Plain("b"));
    }

    [Fact]
    public async Task A_call_runs_to_its_end_before_the_next_one_starts()
    {
        var first = Plain("a").Hold("first");
        await _probe.Gate("first started");
        var second = Plain("a").Hold("second");
        _probe.Open("second");
        await Plain("a").Open("something");
        Assert.Equal(["first starts"], _probe.Notes);

        _probe.Open("first");
        await Task.WhenAll(first, second);

        Assert.Equal(["first starts", "first ends", "second starts", "second ends"], _probe.Notes);
    }

    [Fact]
    public async Task No_update_is_lost_between_awaits_of_calls_that_wait_for_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Plain("a").Add(1)));

        Assert.Equal(501, await Plain("a").Add(1));
    }

    [Fact]
    public async Task Calls_of_a_reentrant_grain_interleave_at_awaits()
    {
        var held = Reentrant("a").Hold("gate");
        await Reentrant("a").Open("gate");

        await held;
    }

    [Fact]
    public async Task Turns_of_a_reentrant_grain_never_overlap()
    {
        var sums = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => Reentrant("a").Add(1)));

        Assert.Equal(2_000, sums.Max());
        Assert.Equal(2_000, sums.Distinct().Count());
    }

    [Fact]
    public async Task An_interleaving_call_passes_a_call_that_waits()
    {
        var held = Plain("a").Hold("gate");
        await _probe.Gate("gate started");

        await Plain("a").Open("gate");

        await held;
    }

    [Fact]
    public async Task A_failing_call_fails_its_caller_and_nobody_else()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Plain("a").Fail("Not today."));

        Assert.Equal("Not today.", failure.Message);
        Assert.Equal(1, await Plain("a").Add(1));
        Assert.Equal(1, _probe.Activated);
    }

    [Fact]
    public async Task A_failing_activation_fails_the_waiting_calls_and_the_next_call_starts_afresh()
    {
        _probe.FailingActivations = 1;
        await Assert.ThrowsAnyAsync<Exception>(() => Plain("a").Add(1));

        Assert.Equal(1, await Plain("a").Add(1));
        Assert.Equal(1, _probe.Activated);
    }

    [Fact]
    public async Task A_grain_that_ends_is_followed_by_a_fresh_one()
    {
        await Plain("a").Add(5);
        var before = await Plain("a").Activation();

        await Plain("a").End();

        Assert.Equal(1, await Plain("a").Add(1));
        Assert.NotEqual(before, await Plain("a").Activation());
        Assert.Equal(["ends: ApplicationRequested"], _probe.Notes);
    }

    [Fact]
    public async Task Calls_that_arrive_while_a_grain_ends_go_to_the_fresh_one()
    {
        _probe.HoldsDeactivation = true;
        var before = await Plain("a").Activation();
        await Plain("a").End();
        await _probe.Gate("deactivating");
        var calls = Enumerable.Range(0, 20).Select(_ => Plain("a").Activation()).ToList();

        _probe.Open("deactivate");

        var after = await Task.WhenAll(calls);
        Assert.Single(after.Distinct());
        Assert.NotEqual(before, after[0]);
    }

    [Fact]
    public async Task A_grain_ends_only_after_the_calls_that_run()
    {
        var held = Plain("a").Hold("gate");
        await _probe.Gate("gate started");
        var end = Plain("a").End();
        _probe.Open("gate");
        await Task.WhenAll(held, end);
        await Plain("a").Add(1);

        Assert.Equal(["gate starts", "gate ends", "ends: ApplicationRequested"], _probe.Notes);
    }

    [Fact]
    public async Task A_call_to_another_grain_comes_back_to_the_callers_own_turns()
    {
        Assert.True(await Plain("a").CallOther("b"));
        Assert.Equal(2, await Plain("b").Add(1));
    }

    [Fact]
    public async Task A_one_way_call_does_not_tell_its_failure()
    {
        await Plain("a").FailQuietly("it ran");

        await _probe.Gate("it ran");
        Assert.Equal(1, await Plain("a").Add(1));
    }

    [Fact]
    public async Task A_timer_ticks_in_turns_goes_on_after_a_failure_and_stops_when_disposed()
    {
        await Plain("a").StartTimer(TimeSpan.FromMilliseconds(20));

        await _probe.Gate("tick 3");

        await Plain("a").Add(1);
        Assert.Equal(["tick 1", "tick 2", "tick 3"], _probe.Notes);
    }

    [Fact]
    public async Task A_tick_waits_for_the_call_that_runs()
    {
        await Plain("a").StartTimer(TimeSpan.FromMilliseconds(20));
        var held = Plain("a").Hold("call");
        await _probe.Gate("call started");
        var ticksAtStart = _probe.Notes.Count(note => note.StartsWith("tick", StringComparison.Ordinal));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Plain("b").Add(1)));
        Assert.Equal(ticksAtStart, _probe.Notes.Count(note => note.StartsWith("tick", StringComparison.Ordinal)));

        _probe.Open("call");
        await held;

        await _probe.Gate("tick 3");
    }

    [Fact]
    public async Task Thousands_of_concurrent_calls_are_all_answered_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(call => Reentrant($"key {call % 100}").Add(1)));

        var sums = await Task.WhenAll(Enumerable.Range(0, 100).Select(key => Reentrant($"key {key}").Add(0)));
        Assert.All(sums, sum => Assert.Equal(100, sum));
    }

    [Fact]
    public async Task A_stop_deactivates_every_grain()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(key => Plain($"key {key}").Add(1)));

        await _engine.Stop();

        Assert.Equal(30, _probe.Activated);
        Assert.Equal(30, _probe.Deactivated);
    }

    private IProbeGrain Plain(string key) => _engine.Grains.GetGrain<IProbeGrain>(key);

    private IReentrantProbeGrain Reentrant(string key) => _engine.Grains.GetGrain<IReentrantProbeGrain>(key);
}
