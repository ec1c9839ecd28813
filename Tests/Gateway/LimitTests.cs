using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Tests.Gateway;

/// <summary>What one person or one address may take of a server that others use too: each limit as it is reached, and one past it.</summary>
public sealed class LimitTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task R92_the_fifty_first_tab_of_one_person_is_told_so_and_the_others_go_on()
    {
        await using var host = await GatewayHost.Start();
        var person = host.NewPerson();
        await person.MakeBoard();
        var tabs = await Task.WhenAll(Enumerable.Range(0, Limits.ConnectionsPerParticipant).Select(_ => person.Connect()));

        await using (var tooMany = await person.Connect())
        {
            await AssertTurnedAway(tooMany, "tooManyTabs", isForGood: true);
        }

        Assert.All(await Task.WhenAll(tabs.Select(Join)), status => Assert.Equal("notFound", status));
        await tabs[0].DisposeAsync();
        await Closed(host, Limits.ConnectionsPerParticipant - 1);
        await using var instead = await person.Connect();
        Assert.Equal("notFound", await Join(instead));
        foreach (var tab in tabs)
        {
            await tab.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(2, 100)]
    [InlineData(100, 2)]
    public async Task R92_who_comes_to_a_full_server_or_from_a_full_address_is_told_to_come_back(int inAll, int perAddress)
    {
        await using var host = await GatewayHost.Start(new GatewaySetup
        {
            Options = folder => new() { DataFolder = folder, Connections = inAll, ConnectionsPerAddress = perAddress },
        });
        var person = host.NewPerson();
        await person.MakeBoard();
        await using var first = await person.Connect();
        await using var second = await person.Connect();
        await using var third = await person.Connect();

        await AssertTurnedAway(third, "full", isForGood: false);
        Assert.Equal(["notFound", "notFound"], [await Join(first), await Join(second)]);
    }

    [Fact]
    public async Task R17_a_board_is_shown_to_so_many_and_to_the_next_when_one_leaves()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Options = folder => new() { DataFolder = folder, Relay = new() { ViewersPerBoard = 2 } } });
        await using var room = await Room.Open(host, guests: 1);
        await using var hub = await room.People[0].Connect();
        var (epoch, seq) = (room.Tabs[0].Epoch, room.Tabs[0].Seq);

        Assert.Equal("full", Status(await hub.Join(room.Board, "client-third", epoch, seq)));
        await room.Tabs[1].Hub.Close();
        await room.Tabs[0].FollowUntil(() => room.Tabs[0].Presence.Any(frame => frame.GetProperty("gone").GetArrayLength() > 0));
        Assert.Equal("live", Status(await hub.Join(room.Board, "client-third", epoch, seq)));
    }

    [Fact]
    public async Task R17_a_connection_that_joins_too_often_is_told_so_until_time_has_passed()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Clock = _clock });
        var person = host.NewPerson();
        await person.MakeBoard();
        await using var hub = await person.Connect();

        for (var i = 0; i < Limits.JoinBurst; i++)
        {
            Assert.Equal("notFound", await Join(hub));
        }

        Assert.Equal("tooFast", await Join(hub));
        _clock.Advance(TimeSpan.FromSeconds(1 / Limits.JoinsPerSecond));
        Assert.Equal("notFound", await Join(hub));
        Assert.Equal("tooFast", await Join(hub));
    }

    [Fact]
    public void R31_presence_has_a_burst_and_a_steady_pace_and_what_is_beyond_is_left_out()
    {
        var presence = new CoCreate.Web.Transport.Allowance(Limits.PresencePerSecond, Limits.PresenceBurst);
        for (var i = 0; i < Limits.PresenceBurst; i++)
        {
            Assert.True(presence.TryTake(1, _clock));
        }

        Assert.False(presence.TryTake(1, _clock));
        _clock.Advance(TimeSpan.FromSeconds(1.0 / Limits.PresencePerSecond));
        Assert.True(presence.TryTake(1, _clock));
        Assert.False(presence.TryTake(1, _clock));
    }

    [Fact]
    public async Task R40_boards_connections_and_snapshots_are_limited_and_say_when_to_try_again()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup
        {
            Options = folder => new() { DataFolder = folder, BoardsPerHour = 2, ConnectionsPerMinute = 2, SnapshotsPerMinute = 2 },
        });
        var person = host.NewPerson();
        var board = (await person.MakeBoard()).GetProperty("board").GetString()!;
        var other = host.NewPerson();
        var others = (await other.MakeBoard()).GetProperty("board").GetString()!;
        await AssertWait(await person.Http.PostAsJsonAsync("/api/boards", new { title = "T", name = "N" }));

        await person.Snapshot(board);
        await person.Snapshot(board);
        await AssertWait(await person.Http.GetAsync($"/api/boards/{board}/snapshot"));
        await other.Snapshot(others);

        await using var first = await person.Connect();
        await using var second = await person.Connect();
        Assert.Contains("429", (await Assert.ThrowsAsync<WebSocketException>(person.Connect)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R34_members_are_told_who_is_here_and_others_are_not()
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 1);
        var stranger = host.NewPerson();
        await stranger.MakeBoard();
        var people = room.Tabs.Select(tab => tab.Answer.GetProperty("me").GetProperty("participant").GetString()).Order();

        var here = await room.People[1].Http.GetFromJsonAsync<JsonElement>($"/api/boards/{room.Board}/here");
        using var refused = await stranger.Http.GetAsync($"/api/boards/{room.Board}/here");

        Assert.Equal(people, here.GetProperty("participants").EnumerateArray().Select(id => id.GetString()).Order());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(2, room.Tabs[1].Answer.GetProperty("people").GetInt32());
    }

    private static async Task AssertTurnedAway(HubClient hub, string reason, bool isForGood)
    {
        var bye = (await hub.Next("bye")).Argument;
        Assert.Equal(reason, bye.GetProperty("reason").GetString());
        Assert.Equal(isForGood, bye.GetProperty("afterMs").GetInt32() < 0);
        await hub.Ended.WaitAsync(HubClient.Patience);
        Assert.Equal(1013, (int)hub.CloseStatus!);
    }

    private static async Task AssertWait(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
            Assert.Contains("Retry-After", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>A place is free when the server has seen that its connection is closed, which may be a moment after this side has.</summary>
    private static async Task Closed(GatewayHost host, int left)
    {
        var connections = host.Web.Services.GetRequiredService<CoCreate.Web.Transport.Connections>();
        using var limit = new CancellationTokenSource(HubClient.Patience);
        while (connections.Count > left)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<string> Join(HubClient hub) => Status(await hub.Join("board-not-there", "client-0001", 0, 0));

    private static string Status(JsonElement answer) => answer.GetProperty("status").GetString()!;
}
