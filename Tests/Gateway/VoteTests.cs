using System.Net;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Tests.Boards;

namespace CoCreate.Tests.Gateway;

/// <summary>Votes over real sockets and HTTP: many tabs of one person, the published file, the report.</summary>
public sealed class VoteTests : IAsyncLifetime
{
    private const string Vote = "vote-one-00001";
    private const string Open = """{"type":"openVote","id":"vote-one-00001","title":"Which first?","plan":{"method":"dots","budget":7,"perOption":0,"options":"ideas","top":0,"segments":[],"tieBreak":"shared","live":false}}""";
    private GatewayHost _host = null!;
    private Room _room = null!;

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start();
        _room = await Room.Open(_host, guests: 2);
        await Order(_room.Tabs[0], 1, Room.Idea("idea-one-00001"), Room.Idea("idea-two-00001"), Open);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _host.DisposeAsync();
    }

    /// <summary>R122: five tabs of one person send at the same time what each of them could afford alone.</summary>
    [Fact]
    public async Task R122_no_number_of_tabs_gives_anybody_more_than_their_budget()
    {
        var tabs = new List<BoardTab>();
        for (var i = 0; i < 5; i++)
        {
            tabs.Add(await _room.People[1].Watch(_room.Board, $"client-tab-{i:d4}"));
        }

        await Task.WhenAll(tabs.Select((tab, i) => tab.Hub.Submit(
            [.. Enumerable.Range(1, 8).Select(n => ((long)n, $$"""{"type":"markOption","vote":"{{Vote}}","option":"{{(i % 2 == 0 ? "idea-one-00001" : "idea-two-00001")}}","value":{{n}}}"""))])));
        foreach (var tab in tabs)
        {
            await tab.FollowUntil(() => tab.Outcomes.ContainsKey(8));
        }

        var outcomes = tabs.SelectMany(tab => tab.Outcomes.Values).ToList();
        Assert.Contains("overBudget", outcomes);
        Assert.All(outcomes, outcome => Assert.True(outcome is null or "overBudget", outcome));
        var ballot = await Ballot(1);
        Assert.Equal(7, ballot.GetProperty("left").GetInt32() + ballot.GetProperty("marks").EnumerateObject().Sum(mark => mark.Value.GetInt32()));
        Assert.True(ballot.GetProperty("left").GetInt32() >= 0);
        foreach (var tab in tabs)
        {
            Assert.Equal(await tab.Fresh(), tab.Canonical());
            await tab.DisposeAsync();
        }
    }

    /// <summary>R121: what is on the board for others is the turnout alone.</summary>
    [Fact]
    public async Task R121_nobody_else_is_shown_a_ballot()
    {
        await Order(_room.Tabs[1], 1, """{"type":"markOption","vote":"vote-one-00001","option":"idea-one-00001","value":6}""");
        await _room.Tabs[0].FollowTo(_room.Tabs[1].Seq);
        foreach (var other in new[] { 0, 2 })
        {
            var snapshot = (await _room.People[other].Snapshot(_room.Board)).GetRawText();
            Assert.DoesNotContain("\"kind\":\"ballot\"", snapshot, StringComparison.Ordinal);
            Assert.Contains("\"turnout\":1", snapshot, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("\"marks\"", _room.Tabs[0].Canonical(), StringComparison.Ordinal);
    }

    /// <summary>R130, R131, R132: before the close nobody gets the file; then every member does, finds their own ballot in it, and counts to the same result.</summary>
    [Fact]
    public async Task R130_the_file_of_ballots_is_there_for_members_when_the_vote_is_closed()
    {
        await Order(_room.Tabs[1], 1, """{"type":"takeBallot","vote":"vote-one-00001"}""", """{"type":"markOption","vote":"vote-one-00001","option":"idea-one-00001","value":6}""");
        await Order(_room.Tabs[2], 1, """{"type":"markOption","vote":"vote-one-00001","option":"idea-two-00001","value":2}""");
        var receipt = (await Ballot(1)).GetProperty("receipt").GetString()!;
        Assert.Equal(22, receipt.Length);
        Assert.NotEqual(receipt, (await Ballot(2)).GetProperty("receipt").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "voteOpen"), await Refusal(0, "ballots.json"));

        await Order(_room.Tabs[0], 4, """{"type":"closeVote","id":"vote-one-00001"}""");
        using var response = await _room.People[2].Http.GetAsync($"/api/boards/{_room.Board}/votes/{Vote}/ballots.json");
        var file = JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(), VoteJson.Default.BallotFile)!;
        Assert.Equal(BallotFile.FormatName, file.Format);
        Assert.Equal(6, file.Ballots.Single(ballot => ballot.Receipt == receipt).Marks["idea-one-00001"]);
        Assert.Equal(JsonSerializer.Serialize(file.Results, VoteJson.Default.VoteResults), JsonSerializer.Serialize(VotePublication.Recount(file), VoteJson.Default.VoteResults));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file.RulesText))), file.RulesHash);

        var stranger = _host.NewPerson();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Http.GetAsync($"/api/boards/{_room.Board}/votes/{Vote}/ballots.json")).StatusCode);
        await stranger.MakeBoard();
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Http.GetAsync($"/api/boards/{_room.Board}/votes/{Vote}/ballots.json")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _room.People[0].Http.GetAsync($"/api/boards/{_room.Board}/votes/vote-other-0001/ballots.json")).StatusCode);
    }

    /// <summary>R134, R135: two people at one address with one browser are told of as two on one device; neither address nor browser is in what the board keeps.</summary>
    [Fact]
    public async Task R135_two_people_on_one_device_are_told_to_hosts_as_two_and_nothing_is_kept_in_clear()
    {
        await Order(_room.Tabs[1], 1, """{"type":"markOption","vote":"vote-one-00001","option":"idea-one-00001","value":6}""");
        await Order(_room.Tabs[2], 1, """{"type":"markOption","vote":"vote-one-00001","option":"idea-two-00001","value":2}""");
        using var response = await _room.People[0].Http.GetAsync($"/api/boards/{_room.Board}/votes/{Vote}/report");
        var report = JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(), VoteJson.Default.VoteReport)!;
        Assert.Equal((2, 2), (report.Taken, report.Cast));
        Assert.Equal([2], report.SharedDevices);
        Assert.Equal((HttpStatusCode.Forbidden, "notAllowed"), await Refusal(1, "report"));
    }

    /// <summary>R135: the same device has another name on another board, and nobody tells from a name what it is of.</summary>
    [Fact]
    public void R135_a_devices_name_is_a_keyed_hash_for_one_board()
    {
        var folder = Directory.CreateTempSubdirectory("cocreate-devices-");
        var devices = new Web.People.Devices(new Web.GatewayOptions { DataFolder = folder.FullName });
        var again = new Web.People.Devices(new Web.GatewayOptions { DataFolder = folder.FullName });
        var name = devices.NameOf("board-one-0001", "192.0.2.7", "Browser/1");
        Assert.Equal(11, name.Length);
        Assert.Equal(name, again.NameOf("board-one-0001", "192.0.2.7", "Browser/1"));
        Assert.NotEqual(name, devices.NameOf("board-two-0001", "192.0.2.7", "Browser/1"));
        Assert.NotEqual(name, devices.NameOf("board-one-0001", "192.0.2.8", "Browser/1"));
        Assert.NotEqual(name, devices.NameOf("board-one-0001", "192.0.2.7", "Browser/2"));
        Assert.Equal("", devices.NameOf("board-one-0001", "", "Browser/1"));
        folder.Delete(recursive: true);
    }

    private async Task<JsonElement> Ballot(int person)
    {
        var snapshot = await _room.People[person].Snapshot(_room.Board);
        return snapshot.GetProperty("patches").EnumerateArray().Single(patch => patch.GetProperty("kind").GetString() == "ballot").GetProperty("value");
    }

    private async Task<(HttpStatusCode Status, string Code)> Refusal(int person, string what)
    {
        using var response = await _room.People[person].Http.GetAsync($"/api/boards/{_room.Board}/votes/{Vote}/{what}");
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!);
    }

    private static async Task Order(BoardTab tab, long first, params string[] commands)
    {
        var last = first + commands.Length - 1;
        await tab.Hub.Submit([.. commands.Select((command, i) => (first + i, command))]);
        await tab.FollowUntil(() => tab.Outcomes.ContainsKey(last));
        Assert.All(tab.Outcomes, outcome => Assert.Null(outcome.Value));
    }
}
