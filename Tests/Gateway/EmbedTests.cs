using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Web.Http;
using CoCreate.Web.People;
using CoCreate.Web.Relay;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Tests.Gateway;

/// <summary>Boards in pages of other sites: who may show them, by what, and what they see.</summary>
public sealed class EmbedTests : IAsyncLifetime
{
    private const string Site = "https://intranet.example.org";

    private GatewayHost _host = null!;
    private Room _room = null!;
    private string _secret = "";
    private string _invite = "";

    private WebPerson Ann => _room.People[0];

    public async Task InitializeAsync()
    {
        _host = await Start();
        _room = await Room.Open(_host, guests: 1);
        (_invite, _secret) = await Invite(Ann, _room.Board);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("/e/board-00000001", true)]
    [InlineData("/e", false)]
    [InlineData("/e/", false)]
    [InlineData("/e/board-00000001/more", false)]
    [InlineData("/E/board-00000001", false)]
    [InlineData("/", false)]
    [InlineData("/b/board-00000001", false)]
    [InlineData("/api/me", false)]
    [InlineData("/health/live", false)]
    public async Task R159_only_the_page_for_frames_may_be_framed_and_by_the_named_sites_alone(string path, bool isFramed)
    {
        using var allowed = await Ann.Http.GetAsync(path);
        Assert.EndsWith(isFramed ? $"frame-ancestors {Site}" : "frame-ancestors 'none'", Policy(allowed), StringComparison.Ordinal);
        Assert.Equal(!isFramed, allowed.Headers.Contains("X-Frame-Options"));

        await using var closed = await GatewayHost.Start();
        using var refused = await closed.NewPerson().Http.GetAsync(path);
        Assert.EndsWith("frame-ancestors 'none'", Policy(refused), StringComparison.Ordinal);
        Assert.Equal(["DENY"], refused.Headers.GetValues("X-Frame-Options"));
    }

    [Fact]
    public async Task R159_a_server_that_allows_no_site_gives_no_pass_and_says_which_setting_it_is()
    {
        await using var host = await GatewayHost.Start();
        var host1 = host.NewPerson();
        var board = Text(await host1.MakeBoard(), "board");
        foreach (var (path, body) in new (string, object)[] { ("/api/embed", new { board, secret = "x" }), ($"/api/boards/{board}/invites", new { role = "observer", embed = true }) })
        {
            using var response = await host1.Http.PostAsJsonAsync(path, body);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((HttpStatusCode.Forbidden, "embedOff"), (response.StatusCode, Text(problem, "code")));
            Assert.Contains("Gateway:FrameAncestors", Text(problem, "detail"), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await host1.Http.GetFromJsonAsync<JsonElement>("/api/address")).GetProperty("framers").GetArrayLength());
        Assert.Equal(Site, (await Ann.Http.GetFromJsonAsync<JsonElement>("/api/address")).GetProperty("framers")[0].GetString());
    }

    [Fact]
    public async Task R166_a_secret_is_exchanged_for_a_pass_without_a_cookie_only_if_its_invite_is_for_that()
    {
        using var response = await _host.NewPerson().Http.PostAsJsonAsync("/api/embed", new { board = _room.Board, secret = _secret });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));

        var plain = Text(await Ann.Post($"/api/boards/{_room.Board}/invites", new { role = "observer" }), "link").Split('#')[1];
        foreach (var (board, secret) in new[] { (_room.Board, plain), (_room.Board, "unknown"), (_room.Board, ""), (Ids.New(), _secret), ("no id !", _secret) })
        {
            Assert.Equal((HttpStatusCode.NotFound, "inviteInvalid"), await Refusal(board, secret));
        }
    }

    /// <summary>What there is to ask is found, not listed: a new route that takes a pass fails this test.</summary>
    [Fact]
    public async Task R166_a_pass_opens_membership_snapshot_files_and_hub_and_no_other_route()
    {
        var (onlooker, nobody) = (await Onlooker(), _host.NewPerson());
        var opened = new List<string>();
        foreach (var route in ((IEndpointRouteBuilder)_host.Web).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var path = '/' + (route.RoutePattern.RawText ?? "").TrimStart('~', '/');
            foreach (var method in (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(each => each != HttpMethods.Connect))
            {
                var filled = path.Replace("{board}", _room.Board, StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
                var (by, without) = (await Answer(onlooker, method, filled), await Answer(nobody, method, filled));
                if (by != without)
                {
                    opened.Add($"{method} {path}");
                }
            }
        }

        Assert.Equal(["GET /api/boards/{board}", "GET /api/boards/{board}/files/{file}", "GET /api/boards/{board}/snapshot", "GET /hub"], opened.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R166_a_pass_is_for_one_board_and_where_one_is_shown_no_cookie_is_looked_at()
    {
        var onlooker = await Onlooker();
        Assert.Equal("observer", Text(await onlooker.Http.GetFromJsonAsync<JsonElement>($"/api/boards/{_room.Board}"), "role"));
        Assert.Null(onlooker.Cookie);

        var other = Text(await Ann.MakeBoard(), "board");
        Assert.Equal(HttpStatusCode.Unauthorized, await Answer(onlooker, "GET", $"/api/boards/{other}/snapshot"));
        await using var hub = await onlooker.Connect();
        Assert.Equal("notMember", Text(await hub.Join(other, "client-look", 0, 0), "status"));
        Assert.Equal("snapshot", Text(await hub.Join(_room.Board, "client-look", 0, 0), "status"));

        foreach (var bad in new[] { "", "nonsense", onlooker.Pass! + "A", new string('x', 5_000) })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await Answer(Ann, "GET", $"/api/boards/{_room.Board}/snapshot?pass={bad}"));
        }
    }

    [Fact]
    public void R166_a_pass_ends_after_a_quarter_of_an_hour_and_with_its_invite_at_the_latest()
    {
        var clock = new ManualClock();
        var passes = new EmbedPasses(new EphemeralDataProtectionProvider(), clock);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (whole, cut) = (passes.Make("board-00000001", new Onlooking("invite-0001", 0)), passes.Make("board-00000001", new Onlooking("invite-0001", now + 1_000)));
        Assert.Equal((now + 900_000, now + 1_000), (whole.Until, cut.Until));

        var text = passes.Write(whole);
        clock.Advance(TimeSpan.FromMilliseconds(899_999));
        Assert.Equal(whole, passes.Find(Request(text)));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(passes.Find(Request(text)));

        var others = new EmbedPasses(new EphemeralDataProtectionProvider(), clock);
        Assert.Null(passes.Find(Request(others.Write(others.Make("board-00000001", new Onlooking("invite-0001", 0))))));
    }

    [Fact]
    public async Task R169_a_page_whose_pass_is_over_is_told_to_come_back_at_once()
    {
        using var clock = new FlowingClock();
        await using var host = await Start(clock.Provider);
        await using var room = await Room.Open(host, guests: 0);
        var (_, secret) = await Invite(room.People[0], room.Board);
        var onlooker = await Onlooker(host, room.Board, secret);

        // Shortly before the end, since whoever says nothing for 10 s is taken for gone.
        clock.Advance(EmbedPasses.Lifetime - TimeSpan.FromSeconds(5));
        await using var tab = await onlooker.Watch(room.Board, "client-look");
        clock.Advance(TimeSpan.FromSeconds(6));

        var bye = (await tab.Hub.Next("bye")).Argument;
        Assert.Equal(("restart", 0), (Text(bye, "reason"), bye.GetProperty("afterMs").GetInt32()));
        await tab.Hub.Ended.WaitAsync(HubClient.Patience);
        Assert.Equal(HttpStatusCode.Unauthorized, await Answer(onlooker, "GET", $"/api/boards/{room.Board}/snapshot"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task R167_pages_of_other_sites_follow_live_what_lies_on_the_board_and_hear_nothing_of_its_people(int seed)
    {
        var random = new Random(seed);
        var onlooker = await Onlooker();
        await using var tab = await onlooker.Watch(_room.Board, "client-look");
        for (var i = 0; i < 25; i++)
        {
            await _room.Act(random);
        }

        await tab.FollowTo(_room.Tabs.Max(each => each.Seq));

        // R10 for them, too.
        Assert.Equal(await tab.Fresh(), tab.Canonical());
        Assert.Contains("\"idea", tab.Canonical(), StringComparison.Ordinal);
        var told = (await onlooker.Snapshot(_room.Board)).GetRawText() + await FromTheBeginning(onlooker);
        var me = await Ann.Http.GetFromJsonAsync<JsonElement>("/api/me");
        foreach (var secret in new[] { _room.Code, "Guest 0", Text(me, "participant"), "\"person\"", "\"comment\"", "\"invite\"", "\"vote\"", "\"ready\"" })
        {
            Assert.True(!told.Contains(secret, StringComparison.Ordinal), $"seed {seed}: heard {secret}");
        }
    }

    [Fact]
    public void R167_of_every_kind_of_record_it_is_said_whether_pages_of_other_sites_see_it() => Assert.Equal(
        [RecordKind.Board, RecordKind.Idea, RecordKind.Group, RecordKind.Connector, RecordKind.Frame, RecordKind.Note, RecordKind.Image, RecordKind.Stamp, RecordKind.File, RecordKind.Agenda, RecordKind.Phase],
        Enum.GetValues<RecordKind>().Where(kind => OnlookersSight.Emptied(kind) is not null));

    [Fact]
    public async Task R168_nobody_is_told_of_pages_of_other_sites_and_they_are_told_of_nobody()
    {
        var owner = _room.Tabs[0];
        await using var tab = await (await Onlooker()).Watch(_room.Board, "client-look");
        Assert.Equal((0, 0), (tab.Answer.GetProperty("here").GetArrayLength(), tab.Answer.GetProperty("people").GetInt32()));

        await tab.Hub.Present("""{"cursor":[1,2],"selection":[],"typing":"idea-look-0001","drag":null}""");
        await _room.Tabs[1].Hub.Present("""{"cursor":[1,2],"selection":[],"typing":"idea-0000001","drag":null}""");
        await owner.FollowUntil(() => owner.Presence.Any(frame => frame.GetRawText().Contains("idea-0000001", StringComparison.Ordinal)));
        Assert.DoesNotContain(owner.Presence, frame => frame.GetRawText().Contains("look", StringComparison.Ordinal) || frame.GetProperty("people").GetInt32() > 2);
        Assert.Equal(2, (await Ann.Http.GetFromJsonAsync<JsonElement>($"/api/boards/{_room.Board}/here")).GetProperty("participants").GetArrayLength());

        await owner.SubmitUntilDecided(1, Room.Idea("idea-0000009"));
        await tab.FollowTo(owner.Seq);
        Assert.Empty(tab.Presence);
        Assert.DoesNotContain("look.", (await Ann.Snapshot(_room.Board)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R168_so_many_pages_show_a_board_and_none_of_them_takes_a_persons_place()
    {
        await using var host = await Start(relay: new() { OnlookersPerBoard = 2, ViewersPerBoard = 1 });
        await using var room = await Room.Open(host, guests: 0);
        var (_, secret) = await Invite(room.People[0], room.Board);
        await using var one = await (await Onlooker(host, room.Board, secret)).Watch(room.Board, "client-look1");
        await using var two = await (await Onlooker(host, room.Board, secret)).Watch(room.Board, "client-look2");
        await using var three = await (await Onlooker(host, room.Board, secret)).Connect();

        Assert.Equal("full", Text(await three.Join(room.Board, "client-look3", one.Epoch, one.Seq), "status"));
        await room.Tabs[0].Hub.Close();
        await using var again = await room.People[0].Connect();
        await Until(async () => Text(await again.Join(room.Board, "client-again", one.Epoch, one.Seq), "status") == "live");
        await two.Hub.Close();
        await Until(async () => Text(await three.Join(room.Board, "client-look3", one.Epoch, one.Seq), "status") == "live");
    }

    [Fact]
    public async Task R168_tabs_are_counted_for_each_page_by_itself()
    {
        var first = await Onlooker();
        var tabs = await Task.WhenAll(Enumerable.Range(0, Limits.ConnectionsPerParticipant).Select(_ => first.Connect()));
        await using (var tooMany = await first.Connect())
        {
            Assert.Equal("tooManyTabs", Text((await tooMany.Next("bye")).Argument, "reason"));
        }

        await using var other = await (await Onlooker()).Connect();
        Assert.Equal("snapshot", Text(await other.Join(_room.Board, "client-look", 0, 0), "status"));
        foreach (var tab in tabs)
        {
            await tab.DisposeAsync();
        }
    }

    [Fact]
    public async Task R169_what_a_page_of_another_site_orders_is_refused_and_ends_its_connection()
    {
        await using var tab = await (await Onlooker()).Watch(_room.Board, "client-look");

        await tab.Hub.Submit((1, Room.Idea("idea-look-0001")));

        Assert.Equal("removed", Text((await tab.Hub.Next("bye")).Argument, "reason"));
        await tab.Hub.Ended.WaitAsync(HubClient.Patience);
        Assert.DoesNotContain("idea-look-0001", (await Ann.Snapshot(_room.Board)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R169_an_invite_that_is_taken_back_ends_every_page_at_once_and_for_good()
    {
        var onlooker = await Onlooker();
        await using var tab = await onlooker.Watch(_room.Board, "client-look");

        using var revoked = await Ann.Http.DeleteAsync($"/api/boards/{_room.Board}/invites/{_invite}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal("removed", Text((await tab.Hub.Next("bye")).Argument, "reason"));
        await tab.Hub.Ended.WaitAsync(HubClient.Patience);
        Assert.Equal((HttpStatusCode.NotFound, "inviteInvalid"), await Refusal(_room.Board, _secret));
        Assert.Equal(HttpStatusCode.Forbidden, await Answer(onlooker, "GET", $"/api/boards/{_room.Board}/snapshot"));
        await using var again = await onlooker.Connect();
        Assert.Equal("notMember", Text(await again.Join(_room.Board, "client-look", tab.Epoch, tab.Seq), "status"));
    }

    [Fact]
    public async Task R166_another_sites_own_pages_get_neither_pass_nor_connection()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/embed") { Content = JsonContent.Create(new { board = _room.Board, secret = _secret }) };
        request.Headers.Add("Origin", Site);
        using var response = await _host.NewPerson().Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);

        var pass = (await Onlooker()).Pass;
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => HubClient.Open(_host.Address, null, Site, pass));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R166_an_address_fetches_so_many_passes_a_minute_and_then_waits()
    {
        await using var host = await Start(embedsPerMinute: 2);
        for (var i = 0; i < 2; i++)
        {
            using var passed = await host.NewPerson().Http.PostAsJsonAsync("/api/embed", new { board = _room.Board, secret = _secret });
            Assert.Equal(HttpStatusCode.NotFound, passed.StatusCode);
        }

        using var late = await host.NewPerson().Http.PostAsJsonAsync("/api/embed", new { board = _room.Board, secret = _secret });
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.True(late.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    private static Task<GatewayHost> Start(TimeProvider? clock = null, CoCreate.Web.RelayOptions? relay = null, int embedsPerMinute = 1_000) => GatewayHost.Start(new GatewaySetup
    {
        Clock = clock ?? TimeProvider.System,
        Options = folder => new() { DataFolder = folder, FrameAncestors = [Site], Relay = relay ?? new(), EmbedsPerMinute = embedsPerMinute, SnapshotsPerMinute = 1_000 },
    });

    /// <summary>An invite that is for pages of other sites.</summary>
    private static async Task<(string Id, string Secret)> Invite(WebPerson host, string board)
    {
        var made = await host.Post($"/api/boards/{board}/invites", new { role = "observer", embed = true });
        Assert.StartsWith($"/e/{board}#", Text(made, "link"), StringComparison.Ordinal);
        return (Text(made, "id"), Text(made, "link").Split('#')[1]);
    }

    private Task<WebPerson> Onlooker() => Onlooker(_host, _room.Board, _secret);

    private static async Task<WebPerson> Onlooker(GatewayHost host, string board, string secret)
    {
        using var asking = new WebPerson(host.Address);
        return new WebPerson(host.Address) { Pass = Text(await asking.Post("/api/embed", new { board, secret }), "pass") };
    }

    /// <summary>All that the board ever told, to who says that they have seen nothing of this epoch.</summary>
    private async Task<string> FromTheBeginning(WebPerson onlooker)
    {
        await using var hub = await onlooker.Connect();
        var answer = await hub.Join(_room.Board, "client-first", _room.Tabs[0].Epoch, 0);
        Assert.Equal("live", Text(answer, "status"));
        var heard = answer.GetRawText();
        for (var seq = 0L; seq < answer.GetProperty("seq").GetInt64();)
        {
            var changes = (await hub.Next("changes")).Argument;
            (heard, seq) = (heard + changes.GetRawText(), seq + changes.GetProperty("count").GetInt64());
        }

        return heard;
    }

    private async Task<(HttpStatusCode, string)> Refusal(string board, string secret)
    {
        using var response = await _host.NewPerson().Http.PostAsJsonAsync("/api/embed", new { board, secret });
        return (response.StatusCode, Text(await response.Content.ReadFromJsonAsync<JsonElement>(), "code"));
    }

    private static async Task<HttpStatusCode> Answer(WebPerson person, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "GET" ? null : JsonContent.Create(new { });
        using var response = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.False(person.Pass is not null && response.Headers.Contains("Set-Cookie") && path.StartsWith("/api/boards/", StringComparison.Ordinal), $"{path} set a cookie.");
        return response.StatusCode;
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            Assert.True(tries < 100, "It never came about.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private static HttpRequest Request(string pass)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[EmbedPasses.Header] = pass;
        return context.Request;
    }

    private static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
