using System.Net.WebSockets;
using System.Text.Json;
using CoCreate.Web.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Tests.Gateway;

/// <summary>Who is here, and who only seems to be (R20, R31 to R34): with a clock that the test moves.</summary>
public sealed class AliveTests : IAsyncLifetime
{
    private readonly FlowingClock _clock = new();
    private GatewayHost _host = null!;
    private Room _room = null!;
    private Connections _connections = null!;

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start(new GatewaySetup { Clock = _clock.Provider });
        _room = await Room.Open(_host, guests: 1);
        _connections = _host.Web.Services.GetRequiredService<Connections>();
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _host.DisposeAsync();
        _clock.Dispose();
    }

    [Fact]
    public async Task R31_R32_presence_goes_to_everybody_who_is_here_and_touches_no_board()
    {
        var (owner, guest) = (_room.Tabs[0], _room.Tabs[1]);
        Assert.Equal(2, guest.Answer.GetProperty("here").GetArrayLength());
        var seq = owner.Seq;

        await guest.Hub.Present("""{"cursor":[3.5,4],"selection":["idea-0000001"],"typing":"idea-0000001","drag":{"ids":["idea-0000001"],"dx":1,"dy":2}}""");

        var entry = await NextEntry(owner, e => e.GetProperty("typing").GetString() == "idea-0000001");
        Assert.Equal(3.5, entry.GetProperty("cursor")[0].GetDouble());
        Assert.Equal(2, entry.GetProperty("drag").GetProperty("dy").GetDouble());
        Assert.Equal(guest.Answer.GetProperty("connection").GetString(), entry.GetProperty("connection").GetString());
        await using var late = await _room.People[0].Watch(_room.Board, "client-late");
        Assert.Equal((seq, 3), (late.Seq, late.Answer.GetProperty("here").GetArrayLength()));
    }

    [Fact]
    public async Task R31_presence_that_makes_no_sense_is_left_out()
    {
        var (owner, guest) = (_room.Tabs[0], _room.Tabs[1]);
        await guest.Hub.Present("""{"cursor":[1],"selection":[],"typing":"","drag":null}""");
        await guest.Hub.Present("""{"cursor":null,"selection":["no id !"],"typing":"","drag":null}""");
        await guest.Hub.Present("""{"cursor":null,"selection":[],"typing":"idea-0000009","drag":null}""");

        var entry = await NextEntry(owner, e => e.GetProperty("connection").GetString() == guest.Answer.GetProperty("connection").GetString()
            && e.GetProperty("typing").GetString() == "idea-0000009");

        Assert.Equal(0, entry.GetProperty("selection").GetArrayLength());
    }

    [Fact]
    public async Task R70_only_a_host_can_ask_everybody_along()
    {
        const string Leading = """{"cursor":null,"selection":[],"typing":"","drag":null,"guide":{"view":[1,2,300,200],"follow":"","laser":true,"lead":true}}""";
        var (owner, guest) = (_room.Tabs[0], _room.Tabs[1]);

        await guest.Hub.Present(Leading);
        var guests = (await NextEntry(owner, e => IsOf(e, guest) && e.TryGetProperty("guide", out _))).GetProperty("guide");
        Assert.False(guests.GetProperty("lead").GetBoolean());
        Assert.True(guests.GetProperty("laser").GetBoolean());
        Assert.Equal(300, guests.GetProperty("view")[2].GetDouble());

        await owner.Hub.Present(Leading);
        var owners = (await NextEntry(guest, e => IsOf(e, owner) && e.TryGetProperty("guide", out _))).GetProperty("guide");
        Assert.True(owners.GetProperty("lead").GetBoolean());
    }

    [Theory]
    [InlineData("""{"view":[1,2,3],"follow":"","laser":true,"lead":false}""")]
    [InlineData("""{"view":[1,2,0,4],"follow":"","laser":true,"lead":false}""")]
    [InlineData("""{"view":null,"follow":"no id !","laser":true,"lead":false}""")]
    public async Task R70_guidance_that_makes_no_sense_is_left_out(string guide)
    {
        var (owner, guest) = (_room.Tabs[0], _room.Tabs[1]);
        await guest.Hub.Present($$"""{"cursor":null,"selection":[],"typing":"","drag":null,"guide":{{guide}}}""");
        await guest.Hub.Present("""{"cursor":null,"selection":[],"typing":"idea-0000009","drag":null}""");

        var entry = await NextEntry(owner, e => IsOf(e, guest) && e.GetProperty("typing").GetString() == "idea-0000009");

        Assert.False(entry.TryGetProperty("guide", out _));
    }

    [Fact]
    public async Task R33_a_hundred_reconnections_leave_no_ghosts()
    {
        var owner = _room.Tabs[0];
        for (var round = 0; round < 100; round++)
        {
            var tab = await _room.People[1].Watch(_room.Board, $"client-round-{round}");
            Assert.Equal(3, tab.Answer.GetProperty("here").GetArrayLength());
            var name = tab.Answer.GetProperty("connection").GetString();
            if (round % 2 == 0)
            {
                await tab.Hub.Close();
            }

            await tab.DisposeAsync();
            await Gone(name);
        }

        await using var late = await _room.People[0].Watch(_room.Board, "client-late");
        Assert.Equal(3, late.Answer.GetProperty("here").GetArrayLength());
        Assert.NotNull(owner);
    }

    [Fact]
    public async Task R33_who_closes_is_gone_at_once()
    {
        var name = _room.Tabs[1].Answer.GetProperty("connection").GetString();

        await _room.Tabs[1].Hub.Close();

        await Gone(name);
    }

    [Fact]
    public async Task R33_who_vanishes_without_a_word_is_gone_within_twelve_seconds()
    {
        // The guest's browser says nothing any more; its socket stays open as it does when a network is cut.
        var name = _room.Tabs[1].Answer.GetProperty("connection").GetString();
        for (var second = 0; second < 12; second++)
        {
            await Pass(TimeSpan.FromSeconds(1), _room.Tabs[0]);
        }

        await Gone(name);
    }

    [Fact]
    public async Task The_server_pings_a_quiet_connection_every_four_seconds()
    {
        for (var second = 0; second < 10; second++)
        {
            await Pass(TimeSpan.FromSeconds(1), _room.Tabs[0]);
        }

        await _room.Tabs[0].Hub.Submit((1, Room.Idea("idea-after-pings")));
        await _room.Tabs[0].FollowUntil(() => _room.Tabs[0].Last == 1);
        Assert.InRange(_room.Tabs[0].Hub.Pings, 1, 3);
    }

    [Fact]
    public async Task R20_a_stalled_reader_delays_nobody_and_is_closed_after_ten_seconds()
    {
        var stalled = await StalledViewer();
        var owner = _room.Tabs[0];
        await owner.SubmitUntilDecided(1, Room.Idea("idea-0000001"));

        // Far more than sockets buffer, while the stalled browser takes nothing: bodies that have no letter in common.
        for (var number = 2L; number < 100; number++)
        {
            await owner.SubmitUntilDecided(number, $$"""{"type":"writeIdeaBody","id":"idea-0000001","body":"{{new string((char)('a' + (number % 26)), Limits.BodyLength)}}"}""");
        }

        // The others were served meanwhile.
        await _room.Tabs[1].FollowTo(owner.Seq);
        await Eventually(() => _connections.All.Any(connection => connection.Writer.IsStalled(TimeSpan.Zero)));
        var seconds = 0;
        while (_connections.Count == 3 && seconds++ < 60)
        {
            await PingUnlessClosed(stalled);
            await Pass(TimeSpan.FromSeconds(1), owner, _room.Tabs[1]);
        }

        Assert.Equal(2, _connections.Count);

        // The clock goes on while the connection is being taken down, so only the earliest moment is certain.
        Assert.True(seconds >= 8, $"It was closed after {seconds} s.");
        await stalled.DisposeAsync();
    }

    private static async Task PingUnlessClosed(HubClient stalled)
    {
        try
        {
            await stalled.Ping();
        }
        catch (WebSocketException)
        {
            // It may be closed any moment now; that is what is waited for.
        }
    }

    private static bool IsOf(JsonElement entry, BoardTab tab) =>
        entry.GetProperty("connection").GetString() == tab.Answer.GetProperty("connection").GetString();

    private async Task<HubClient> StalledViewer()
    {
        var hub = await HubClient.OpenSocket(_host.Address, _room.People[1].Cookie, receiveBuffer: 16 * 1024);
        await hub.Send("{\"protocol\":\"json\",\"version\":1}\u001e");
        var (epoch, seq) = (_room.Tabs[0].Epoch, _room.Tabs[0].Seq);
        var request = $$"""{"board":"{{_room.Board}}","client":"client-stalled","epoch":{{epoch}},"seq":{{seq}}}""";
        await hub.Send($$"""{"type":1,"invocationId":"1","target":"Join","arguments":[{{request}}]}""" + "\u001e");
        await Eventually(() => _connections.Count == 3);
        return hub;
    }

    private async Task Gone(string? name)
    {
        while (!(await _room.Tabs[0].Hub.Next("presence")).Argument.GetProperty("gone").EnumerateArray().Any(gone => gone.GetString() == name))
        {
            // Other frames may come first.
        }
    }

    private static async Task<JsonElement> NextEntry(BoardTab tab, Func<JsonElement, bool> condition)
    {
        while (true)
        {
            foreach (var entry in (await tab.Hub.Next("presence")).Argument.GetProperty("here").EnumerateArray())
            {
                if (condition(entry))
                {
                    return entry;
                }
            }
        }
    }

    /// <summary>Lets time pass, in which these tabs' browsers say that they are there.</summary>
    private async Task Pass(TimeSpan time, params BoardTab[] alive)
    {
        foreach (var tab in alive)
        {
            var connection = _connections.All.Single(c => c.ConnectionId == tab.Answer.GetProperty("connection").GetString());
            var before = connection.Silence;
            await tab.Hub.Ping();
            await Eventually(() => connection.Silence < before || connection.Silence < TimeSpan.FromSeconds(0.5));
        }

        _clock.Advance(time);
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(HubClient.Patience);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
