using System.Net.WebSockets;
using System.Text.Json;
using CoCreate.Web.Hub;
using CoCreate.Web.Transport;

namespace CoCreate.Tests.Gateway;

/// <summary>Who goes on sending, connecting and joining though told to wait costs the server little, and the others nothing.</summary>
public sealed class FloodTests
{
    private const int MarginMs = 100;

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task R93_a_person_may_open_so_many_connections_and_the_next_is_refused_until_time_has_passed()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Clock = _clock });
        var person = host.NewPerson();
        await person.MakeBoard();
        var other = host.NewPerson();
        await other.MakeBoard();
        for (var i = 0; i < Limits.ConnectionBurst; i++)
        {
            await using var hub = await person.Connect();
        }

        Assert.Contains("429", (await Assert.ThrowsAsync<WebSocketException>(person.Connect)).Message, StringComparison.Ordinal);
        await using (await other.Connect())
        {
            _clock.Advance(TimeSpan.FromSeconds(1.0 / Limits.ConnectionsPerSecond));
        }

        await using var again = await person.Connect();
        await Assert.ThrowsAsync<WebSocketException>(person.Connect);
    }

    [Fact]
    public void R93_joins_of_one_person_are_counted_over_all_connections()
    {
        var comings = new Comings(_clock);
        for (var i = 0; i < Limits.PersonJoinBurst; i++)
        {
            Assert.True(comings.TryJoin("ann"));
        }

        Assert.False(comings.TryJoin("ann"));
        Assert.True(comings.TryJoin("bob"));
        _clock.Advance(TimeSpan.FromSeconds(1.0 / Limits.PersonJoinsPerSecond));
        Assert.True(comings.TryJoin("ann"));
        Assert.False(comings.TryJoin("ann"));
    }

    [Fact]
    public async Task R17_R93_who_joined_as_often_as_a_person_may_is_told_so_on_a_new_connection_too()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Clock = _clock });
        var person = host.NewPerson();
        await person.MakeBoard();
        for (var joined = 0; joined < Limits.PersonJoinBurst;)
        {
            await using var hub = await person.Connect();
            for (var i = 0; i < Limits.JoinBurst && joined < Limits.PersonJoinBurst; i++, joined++)
            {
                Assert.Equal("notFound", await Join(hub));
            }
        }

        await using var fresh = await person.Connect();
        Assert.Equal("tooFast", await Join(fresh));
    }

    [Fact]
    public void R93_who_has_been_away_for_long_is_forgotten()
    {
        var comings = new Comings(_clock);
        for (var i = 0; i < 10_000; i++)
        {
            comings.TryConnect($"person {i}");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(comings.Count, 1, 4_096);
    }

    [Fact]
    public async Task R94_what_comes_before_the_told_time_costs_no_call_and_no_answer_and_nothing_is_lost()
    {
        var faults = new ObserverFaults { FailSubmits = true };
        await using var host = await GatewayHost.Start(new GatewaySetup { Clock = _clock, Between = faults.Between });
        await using var room = await Room.Open(host, guests: 0);
        var (tab, order) = (room.Tabs[0], $$"""[{"number":1,"command":{{Room.Idea("idea-0000001")}}}]""");

        await tab.Hub.Call("Submit", order);
        var waitMs = (await tab.Hub.Next("retry")).Argument.GetProperty("afterMs").GetInt32();
        _clock.Advance(TimeSpan.FromMilliseconds(waitMs - MarginMs - 1));
        await tab.Hub.Call("Submit", order);
        Assert.Equal(1, faults.FailedSubmits);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await tab.Hub.Call("Submit", order);
        Assert.Equal(2, faults.FailedSubmits);
        await tab.Hub.Next("retry");

        // Who joins again on the same connection sends again at once, and is heard; who comes back on another, too.
        await tab.Hub.Join(room.Board, tab.Client, tab.Epoch, tab.Seq);
        await tab.Hub.Call("Submit", order);
        Assert.Equal(3, faults.FailedSubmits);
        faults.FailSubmits = false;
        await tab.Reconnect();
        await tab.SubmitUntilDecided(1, Room.Idea("idea-0000001"));
    }

    [Fact]
    public async Task R94_what_becomes_of_commands_sent_before_a_join_does_not_hold_up_those_sent_after_it()
    {
        var held = new TaskCompletionSource();
        var faults = new ObserverFaults { FailSubmits = true, SubmitsFailAfter = held.Task };
        await using var host = await GatewayHost.Start(new GatewaySetup { Clock = _clock, Between = faults.Between });
        await using var room = await Room.Open(host, guests: 0);
        var (tab, order) = (room.Tabs[0], $$"""[{"number":1,"command":{{Room.Idea("idea-0000001")}}}]""");

        // The first submission is still under way when the browser joins again, and fails when it is in.
        await tab.Hub.Call("Submit", order);
        Assert.Equal(1, faults.FailedSubmits);
        await tab.Hub.Join(room.Board, tab.Client, tab.Epoch, tab.Seq);
        held.SetResult();
        await tab.Hub.Next("retry");

        await tab.Hub.Call("Submit", order);
        Assert.Equal(2, faults.FailedSubmits);
        await tab.Hub.Next("retry");
    }

    [Fact]
    public async Task R94_commands_sent_before_a_retry_was_heard_of_are_answered_by_that_one()
    {
        var faults = new ObserverFaults { FailSubmits = true };
        await using var host = await GatewayHost.Start(new GatewaySetup { Clock = _clock, Between = faults.Between });
        await using var room = await Room.Open(host, guests: 0);
        var hub = room.Tabs[0].Hub;

        await hub.Tell("Submit", $$"""[{"number":1,"command":{{Room.Idea("idea-0000001")}}},{"number":3,"command":{{Room.Idea("idea-0000003")}}}]""");
        await hub.Next("retry");
        faults.FailSubmits = false;
        await hub.Call("Submit", $$"""[{"number":4,"command":{{Room.Idea("idea-0000004")}}}]""");

        // A join's answer comes behind everything that was written before.
        Assert.Equal("notFound", await Join(hub));
        while (hub.Messages.TryRead(out var message))
        {
            Assert.NotEqual("retry", message.Target);
        }
    }

    [Theory]
    [InlineData(RetryReason.TooFast, new[] { 500, 1_000, 2_000, 4_000, 8_000, 8_000 })]
    [InlineData(RetryReason.Gap, new[] { 0, 250, 500, 1_000, 2_000, 4_000, 8_000, 8_000 })]
    [InlineData(RetryReason.Unknown, new[] { 500, 500, 500 })]
    [InlineData(RetryReason.Busy, new[] { 500, 500, 500 })]
    [InlineData(RetryReason.StorageFull, new[] { 5_000, 5_000 })]
    public void R94_who_sends_too_fast_or_with_gaps_again_and_again_waits_longer_each_time(object reason, int[] waits)
    {
        var calm = new Calm(_clock);
        for (var row = 0; row < 2; row++)
        {
            foreach (var wait in waits)
            {
                Assert.True(calm.TryBegin((RetryReason)reason, out var afterMs));
                Assert.Equal(wait, afterMs);
                AssertLasts(calm, afterMs);
            }

            calm.Settled();
        }

        Assert.Equal(Limits.LongestRetryMs, 8_000);
    }

    [Fact]
    public void R94_a_join_ends_the_wait_but_not_the_row()
    {
        var calm = new Calm(_clock);
        Assert.True(calm.TryBegin(RetryReason.TooFast, out _));
        var next = calm.Anew();
        Assert.True(calm.IsOn);
        Assert.False(next.IsOn);
        Assert.True(next.TryBegin(RetryReason.TooFast, out var afterMs));
        Assert.Equal(1_000, afterMs);
    }

    private void AssertLasts(Calm calm, int afterMs)
    {
        if (afterMs == 0)
        {
            Assert.False(calm.IsOn);
            return;
        }

        _clock.Advance(TimeSpan.FromMilliseconds(afterMs - MarginMs - 1));
        Assert.True(calm.IsOn);
        Assert.False(calm.TryBegin(RetryReason.TooFast, out _));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(calm.IsOn);
    }

    private static async Task<string> Join(HubClient hub) => Status(await hub.Join("board-not-there", "client-0001", 0, 0));

    private static string Status(JsonElement answer) => answer.GetProperty("status").GetString()!;
}
