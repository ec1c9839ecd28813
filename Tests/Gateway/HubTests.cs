using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;

namespace CoCreate.Tests.Gateway;

/// <summary>The hub over real sockets: transport, joining, commands (R1 to R30).</summary>
public sealed class HubTests : IAsyncLifetime
{
    private const string Sun = """{"type":"addIdea","id":"ID","title":"T","body":"","colour":"sun","x":1,"y":2,"group":""}""";

    private GatewayHost _host = null!;
    private WebPerson _ann = null!;
    private string _board = "";
    private string _code = "";

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start();
        _ann = _host.NewPerson();
        var made = await _ann.MakeBoard();
        (_board, _code) = (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task R1_there_is_no_negotiation_and_nothing_but_a_WebSocket()
    {
        using var negotiation = await _ann.Http.PostAsJsonAsync("/hub/negotiate?negotiateVersion=1", new { });
        using var plain = await _ann.Http.GetAsync("/hub");

        Assert.Equal(HttpStatusCode.NotFound, negotiation.StatusCode);
        Assert.Equal(HttpStatusCode.UpgradeRequired, plain.StatusCode);
    }

    [Fact]
    public async Task R2_a_foreign_page_or_somebody_without_a_cookie_gets_no_connection()
    {
        var foreign = await Assert.ThrowsAsync<WebSocketException>(() => HubClient.Open(_host.Address, _ann.Cookie, "https://evil.example"));
        var unknown = await Assert.ThrowsAsync<WebSocketException>(() => HubClient.Open(_host.Address, cookie: null));
        var forged = await Assert.ThrowsAsync<WebSocketException>(() => HubClient.Open(_host.Address, "cocreate-guest=CfDJ8Forged"));

        Assert.Contains("403", foreign.Message, StringComparison.Ordinal);
        Assert.Contains("401", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("401", forged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task R3_a_message_at_the_limit_is_taken_and_one_byte_more_closes_that_connection_alone(int more, bool isTaken)
    {
        await using var other = await _ann.Connect();
        await using var hub = await _ann.Connect();
        var frame = """{"type":1,"invocationId":"1","target":"Join","arguments":[{"board":"","client":"","epoch":0,"seq":0}]}""";
        var padding = new string(' ', Limits.MessageBytes - frame.Length - 1 + more);

        await hub.Send(frame + padding + "\u001e");
        await (isTaken ? hub.Ping() : hub.Ended.WaitAsync(HubClient.Patience));

        Assert.Equal(isTaken ? null : WebSocketCloseStatus.MessageTooBig, hub.CloseStatus);
        Assert.Equal("notFound", (await other.Join("", "", 0, 0)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("nonsense\u001e")]
    [InlineData("{\"type\":1,\"target\":\"Nothing\",\"arguments\":[]}\u001e")]
    [InlineData("{\"type\":1,\"target\":\"Submit\",\"arguments\":[7]}\u001e")]
    [InlineData("{\"type\":1,\"target\":\"Submit\",\"arguments\":[[{\"command\":{}}]]}\u001e")]
    [InlineData("{\"type\":1,\"target\":\"Join\",\"arguments\":[{}]}\u001e")]
    [InlineData("{\"type\":1,\"target\":\"Present\",\"arguments\":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}\u001e")]
    [InlineData("{\"type\":4,\"invocationId\":\"1\",\"target\":\"Join\",\"arguments\":[]}\u001e")]
    public async Task R3_an_unreadable_message_closes_that_connection_and_no_other(string message)
    {
        await using var other = await _ann.Connect();
        await using var hub = await _ann.Connect();

        await hub.Send(message);

        await hub.Ended.WaitAsync(HubClient.Patience);
        Assert.Equal("notFound", (await other.Join("", "", 0, 0)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task R3_binary_messages_close_the_connection()
    {
        await using var hub = await _ann.Connect();

        await hub.Send([1, 2, 3], WebSocketMessageType.Binary, isEnd: true);

        await hub.Ended.WaitAsync(HubClient.Patience);
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, hub.CloseStatus);
    }

    [Fact]
    public async Task A_message_in_many_fragments_is_read_as_one()
    {
        await using var hub = await _ann.Connect();
        var text = Encoding.UTF8.GetBytes($$"""{"type":1,"target":"Submit","arguments":[[{"number":1,"command":{{Idea("idea-0000001")}}}]]}""" + "\u001e");
        await Live(hub, "client-0001");

        foreach (var piece in text.Chunk(7))
        {
            await hub.Send(piece, WebSocketMessageType.Text, isEnd: false);
        }

        await hub.Send([], WebSocketMessageType.Text, isEnd: true);

        Assert.Equal(1, (await hub.Next("outcomes")).Argument[0].GetProperty("number").GetInt64());
    }

    [Fact]
    public async Task R4_a_connection_shows_the_board_it_last_joined_and_no_other()
    {
        var second = (await _ann.MakeBoard("Second")).GetProperty("board").GetString()!;
        await using var hub = await _ann.Connect();
        await Live(hub, "client-0001");
        var snapshot = await _ann.Snapshot(second);
        await hub.Join(second, "client-0002", snapshot.GetProperty("epoch").GetInt64(), snapshot.GetProperty("seq").GetInt64());

        await using var elsewhere = await _ann.Watch(_board, "client-0003");
        await elsewhere.Hub.Submit((1, Idea("idea-0000001")));
        await elsewhere.FollowUntil(() => elsewhere.Outcomes.ContainsKey(1));
        await hub.Submit((1, Idea("idea-0000002")));

        var changes = await hub.Next("changes");
        Assert.Contains("idea-0000002", changes.Argument.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R13_R14_R15_a_join_goes_on_from_what_the_browser_has_or_asks_it_to_fetch_a_snapshot()
    {
        await using var hub = await _ann.Connect();
        var snapshot = await _ann.Snapshot(_board);
        var (epoch, seq) = (snapshot.GetProperty("epoch").GetInt64(), snapshot.GetProperty("seq").GetInt64());

        Assert.Equal("snapshot", Status(await hub.Join(_board, "client-0001", 0, 0)));
        Assert.Equal("snapshot", Status(await hub.Join(_board, "client-0001", epoch + 1, seq)));
        Assert.Equal("snapshot", Status(await hub.Join(_board, "client-0001", epoch, seq + 1)));
        Assert.Equal("live", Status(await hub.Join(_board, "client-0001", epoch, seq)));

        await hub.Submit((1, Idea("idea-0000001")), (2, Idea("idea-0000002")));
        Assert.Equal(seq + 1, (await hub.Next("changes")).Argument.GetProperty("first").GetInt64());

        await using var again = await _ann.Connect();
        Assert.Equal("live", Status(await again.Join(_board, "client-0002", epoch, seq)));
        var missed = (await again.Next("changes")).Argument;
        Assert.Equal((seq + 1, 2), (missed.GetProperty("first").GetInt64(), missed.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task R16_a_snapshot_has_a_tag_that_saves_sending_it_again()
    {
        using var first = await _ann.Http.GetAsync($"/api/boards/{_board}/snapshot");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/boards/{_board}/snapshot");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _ann.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task R17_who_cannot_be_shown_a_board_is_told_why_and_may_join_another()
    {
        var bob = _host.NewPerson();
        await bob.MakeBoard();
        await using var hub = await bob.Connect();

        Assert.Equal("notMember", Status(await hub.Join(_board, "client-0001", 0, 0)));
        Assert.Equal("notFound", Status(await hub.Join("no-such-board", "client-0001", 0, 0)));
        await bob.Enter(_code);
        Assert.Equal("snapshot", Status(await hub.Join(_board, "client-0001", 0, 0)));
    }

    [Fact]
    public async Task R18_a_live_answer_tells_what_was_decided_and_refused()
    {
        await using var tab = await _ann.Watch(_board, "client-0001");
        await tab.Hub.Submit((1, Idea("idea-0000001")), (2, """{"type":"removeThings","ids":["idea-missing"]}"""), (3, Idea("idea-0000003")));
        await tab.FollowUntil(() => tab.Outcomes.Count == 3);

        await tab.Reconnect();

        Assert.Equal(3, tab.Answer.GetProperty("last").GetInt64());
        var refusal = Assert.Single(tab.Answer.GetProperty("refusals").EnumerateArray());
        Assert.Equal((2, "notFound"), (refusal.GetProperty("number").GetInt64(), refusal.GetProperty("refusal").GetString()));
        Assert.Equal(1, tab.Snapshots);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public async Task R21_a_message_of_no_command_or_of_more_than_64_closes_the_connection(int count)
    {
        await using var tab = await _ann.Watch(_board, "client-0001");

        await tab.Hub.Submit([.. Enumerable.Range(1, count).Select(i => ((long)i, Idea($"idea-{i:0000000}")))]);

        await tab.Hub.Ended.WaitAsync(HubClient.Patience);
    }

    [Fact]
    public async Task R21_a_message_of_64_commands_is_decided_whole()
    {
        await using var tab = await _ann.Watch(_board, "client-0001");

        await tab.Hub.Submit([.. Enumerable.Range(1, 64).Select(i => ((long)i, Idea($"idea-{i:0000000}")))]);

        await tab.FollowUntil(() => tab.Outcomes.Count == 64);
        Assert.All(tab.Outcomes.Values, Assert.Null);
    }

    [Fact]
    public async Task R22_another_persons_session_id_is_taken()
    {
        var bob = _host.NewPerson();
        await bob.Enter(_code);
        await using var tab = await _ann.Watch(_board, "client-0001");
        await tab.Hub.Submit((1, Idea("idea-0000001")));
        await tab.FollowUntil(() => tab.Outcomes.Count == 1);

        await using var hub = await bob.Connect();

        Assert.Equal("clientTaken", Status(await hub.Join(_board, "client-0001", tab.Epoch, tab.Seq)));
    }

    [Fact]
    public async Task R23_R27_a_command_sent_again_is_told_its_first_outcome_and_changes_nothing()
    {
        await using var tab = await _ann.Watch(_board, "client-0001");
        await tab.Hub.Submit((1, Idea("idea-0000001")), (2, """{"type":"removeThings","ids":["idea-missing"]}"""));
        await tab.FollowUntil(() => tab.Outcomes.Count == 2);
        var seq = tab.Seq;
        tab.Outcomes.Clear();

        await tab.Hub.Submit((1, Idea("idea-0000009")), (2, Idea("idea-0000008")));
        await tab.FollowUntil(() => tab.Outcomes.Count == 2);

        Assert.Equal((null, "notFound"), (tab.Outcomes[1], tab.Outcomes[2]));
        Assert.Equal(seq, tab.Seq);
        Assert.Equal(tab.Canonical(), await tab.Fresh());
    }

    [Fact]
    public async Task R24_a_number_that_skips_one_is_not_taken_and_those_before_it_are()
    {
        await using var tab = await _ann.Watch(_board, "client-0001");

        await tab.Hub.Submit((1, Idea("idea-0000001")), (3, Idea("idea-0000003")));
        await tab.FollowUntil(() => tab.Outcomes.ContainsKey(1) && tab.Retry is not null);

        Assert.Equal("gap", tab.Retry!.Value.GetProperty("reason").GetString());
        Assert.Single(tab.Outcomes);
        await tab.Hub.Submit((2, Idea("idea-0000002")), (3, Idea("idea-0000003")));
        await tab.FollowUntil(() => tab.Outcomes.Count == 3);
    }

    [Theory]
    [InlineData("{\"type\":\"nonsense\"}")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{\"type\":\"addIdea\"}")]
    [InlineData("{\"type\":\"retitleIdea\",\"id\":\"idea-0000001\",\"title\":7}")]
    [InlineData("{\"type\":\"retitleIdea\",\"id\":null,\"title\":\"\"}")]
    [InlineData("{\"type\":\"retitleIdea\",\"id\":\"idea-0000001\",\"title\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"recolourIdea\",\"id\":\"idea-0000001\",\"colour\":3}")]
    [InlineData("{\"type\":\"recolourIdea\",\"id\":\"idea-0000001\",\"colour\":\"Sun\"}")]
    [InlineData("{\"type\":\"createBoard\",\"title\":\"\",\"brief\":\"\",\"joinCode\":\"\",\"name\":\"\",\"colour\":\"sun\",\"segment\":\"\"}")]
    public async Task R28_R38_a_command_that_cannot_be_read_is_refused_as_malformed_and_those_beside_it_are_decided(string unreadable)
    {
        await using var tab = await _ann.Watch(_board, "client-0001");

        await tab.Hub.Submit((1, Idea("idea-0000001")), (2, unreadable), (3, Idea("idea-0000003")));
        await tab.FollowUntil(() => tab.Outcomes.Count == 3);

        Assert.Equal((null, "malformed", null), (tab.Outcomes[1], tab.Outcomes[2], tab.Outcomes[3]));
    }

    [Fact]
    public async Task A_command_may_name_its_type_anywhere_and_carry_fields_of_later_versions()
    {
        await using var tab = await _ann.Watch(_board, "client-0001");

        await tab.Hub.Submit((1, """{"id":"idea-0000001","later":{"a":[1]},"title":"T","body":"","colour":"sun","x":1,"y":2,"group":"","type":"addIdea"}"""));
        await tab.FollowUntil(() => tab.Outcomes.Count == 1);

        Assert.Null(tab.Outcomes[1]);
    }

    private static string Status(System.Text.Json.JsonElement answer) => answer.GetProperty("status").GetString()!;

    private static string Idea(string id) => Sun.Replace("ID", id, StringComparison.Ordinal);

    private async Task Live(HubClient hub, string client)
    {
        var snapshot = await _ann.Snapshot(_board);
        var answer = await hub.Join(_board, client, snapshot.GetProperty("epoch").GetInt64(), snapshot.GetProperty("seq").GetInt64());
        Assert.Equal("live", Status(answer));
    }
}
