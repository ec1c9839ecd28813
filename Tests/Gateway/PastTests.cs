using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CoCreate.Tests.Gateway;

/// <summary>Bin, history and restoring over HTTP (R43, R44, R45).</summary>
public sealed class PastTests : IAsyncLifetime
{
    private GatewayHost _host = null!;
    private Room _room = null!;

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start();
        _room = await Room.Open(_host, guests: 2);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task R44_the_bin_shows_each_what_they_removed_and_hosts_everything()
    {
        await Order(1, Room.Idea("idea-of-one-0001"), """{"type":"removeThings","ids":["idea-of-one-0001"]}""");
        await Order(2, Room.Idea("idea-of-two-0001"), """{"type":"removeThings","ids":["idea-of-two-0001"]}""");

        Assert.Equal(["idea-of-one-0001"], await Bin(1));
        Assert.Equal(["idea-of-two-0001"], await Bin(2));
        Assert.Equal(["idea-of-two-0001", "idea-of-one-0001"], await Bin(0));
        Assert.Empty(await Bin(0, "words=nothing"));

        // R43: nothing of it is in anybody's snapshot.
        Assert.DoesNotContain("idea-of-one-0001", (await _room.People[0].Snapshot(_room.Board)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R44_the_history_tells_each_only_what_they_may_read()
    {
        await Order(1, Room.Idea("idea-of-one-0001"), """{"type":"castVote","idea":"idea-of-one-0001","dots":2}""");
        Assert.Contains("vote-cast", await Acts(1));
        Assert.DoesNotContain("vote-cast", await Acts(2));
        Assert.DoesNotContain("vote-cast", await Acts(0));
        Assert.Contains("idea-added", await Acts(2));

        var stranger = _host.NewPerson();
        await stranger.MakeBoard();
        foreach (var path in new[] { "bin", "history", "history/1" })
        {
            using var response = await stranger.Http.GetAsync($"/api/boards/{_room.Board}/{path}");
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task R45_a_host_brings_the_board_back_for_everybody_and_nobody_else_may()
    {
        await Order(1, Room.Idea("idea-of-one-0001"));
        var seq = _room.Tabs[1].Seq;
        await Order(1, """{"type":"retitleIdea","id":"idea-of-one-0001","title":"Another"}""", Room.Idea("idea-of-one-0002"));

        using (var refused = await _room.People[1].Http.PostAsJsonAsync($"/api/boards/{_room.Board}/restore", new { seq }))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using (var unknown = await _room.People[0].Http.PostAsJsonAsync($"/api/boards/{_room.Board}/restore", new { seq = 1_000_000 }))
        {
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }

        using (var done = await _room.People[0].Http.PostAsJsonAsync($"/api/boards/{_room.Board}/restore", new { seq }))
        {
            Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        }

        var tab = _room.Tabs[2];
        await _room.Settle();
        Assert.DoesNotContain("Another", tab.Canonical(), StringComparison.Ordinal);
        Assert.DoesNotContain("idea-of-one-0002", tab.Canonical(), StringComparison.Ordinal);
        Assert.Contains("idea-of-one-0001", tab.Canonical(), StringComparison.Ordinal);
        var past = await _room.People[1].Http.GetFromJsonAsync<JsonElement>($"/api/boards/{_room.Board}/history/{seq}");
        Assert.Equal(seq, past.GetProperty("seq").GetInt64());
        var points = (await History(2)).GetProperty("points");
        Assert.Equal("", Assert.Single(points.EnumerateArray()).GetProperty("name").GetString());
    }

    private readonly Dictionary<int, long> _numbers = [];

    private async Task Order(int person, params string[] commands)
    {
        var first = _numbers.GetValueOrDefault(person) + 1;
        _numbers[person] = first + commands.Length - 1;
        var tab = _room.Tabs[person];
        await tab.Hub.Submit([.. commands.Select((command, i) => (first + i, command))]);
        await tab.FollowUntil(() => tab.Outcomes.ContainsKey(_numbers[person]));
        Assert.All(tab.Outcomes, outcome => Assert.Null(outcome.Value));
    }

    private async Task<string[]> Bin(int person, string query = "")
    {
        var page = await _room.People[person].Http.GetFromJsonAsync<JsonElement>($"/api/boards/{_room.Board}/bin?{query}");
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    private Task<JsonElement> History(int person) => _room.People[person].Http.GetFromJsonAsync<JsonElement>($"/api/boards/{_room.Board}/history");

    private async Task<string[]> Acts(int person) =>
        [.. (await History(person)).GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("act").GetString()!)];
}
