using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CoCreate.Tests.Gateway;

/// <summary>People, links, codes and rights over HTTP (R35 to R41).</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private GatewayHost _host = null!;
    private WebPerson _ann = null!;
    private WebPerson _bob = null!;
    private JsonElement _made;

    private string Board => _made.GetProperty("board").GetString()!;

    private string Code => _made.GetProperty("joinCode").GetString()!;

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start();
        (_ann, _bob) = (_host.NewPerson(), _host.NewPerson());
        _made = await _ann.MakeBoard("How do we grow?");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task R35_a_person_is_a_signed_cookie_that_scripts_cannot_read_and_stays_the_same_person()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _host.Address };
        using var response = await client.PostAsJsonAsync("/api/enter", new { code = Code, name = "Eve" });
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        var first = await _bob.Enter(Code);
        var second = await _bob.Enter(Code, "Robert");
        Assert.Equal(first.GetProperty("participant").GetString(), second.GetProperty("participant").GetString());
    }

    [Fact]
    public async Task R36_a_board_is_made_and_entered_without_an_account()
    {
        var look = await _bob.Post("/api/look", new { code = Code.ToLowerInvariant() });
        Assert.Equal(("How do we grow?", "contributor", false), (Text(look, "title"), Text(look, "role"), look.GetProperty("isMember").GetBoolean()));

        var entered = await _bob.Enter(Code.ToLowerInvariant());
        Assert.Equal((Board, "contributor"), (Text(entered, "board"), Text(entered, "role")));

        var me = await _bob.Http.GetFromJsonAsync<JsonElement>("/api/me");
        Assert.Equal("Bob", Text(me.GetProperty("profile"), "name"));
        Assert.Equal(Board, Text(me.GetProperty("boards")[0], "board"));
        Assert.Equal("owner", Text(await _ann.Http.GetFromJsonAsync<JsonElement>($"/api/boards/{Board}"), "role"));
    }

    [Fact]
    public async Task R37_an_invites_secret_stands_in_the_fragment_and_gives_its_role_until_it_is_revoked()
    {
        var invite = await _ann.Post($"/api/boards/{Board}/invites", new { role = "observer", maxUses = 1 });
        var parts = Text(invite, "link").Split('#');
        Assert.Equal($"/b/{Board}", parts[0]);
        Assert.True(parts[1].Length >= 22, "128 bits need 22 characters of base 64.");
        Assert.Equal("observer", Text(await _bob.Post("/api/look", new { board = Board, secret = parts[1] }), "role"));
        Assert.Equal("observer", Text(await _bob.Post("/api/enter", new { board = Board, secret = parts[1], name = "Bob" }), "role"));

        var late = _host.NewPerson();
        await Refused(late, HttpStatusCode.NotFound, "inviteInvalid", "/api/enter", new { board = Board, secret = parts[1], name = "Late" });
        Assert.DoesNotContain(parts[1], (await _ann.Snapshot(Board)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_only_hosts_make_and_revoke_invites()
    {
        await _bob.Enter(Code);
        await Refused(_bob, HttpStatusCode.Forbidden, "notAllowed", $"/api/boards/{Board}/invites", new { role = "host" });
        await Refused(_ann, HttpStatusCode.Forbidden, "notAllowed", $"/api/boards/{Board}/invites", new { role = "owner" });
        await Refused(_ann, HttpStatusCode.BadRequest, "outOfRange", $"/api/boards/{Board}/invites", new { role = "host", expiresInHours = -1 });
    }

    [Fact]
    public async Task R39_who_came_in_by_a_revoked_invite_is_shown_out()
    {
        var invite = await _ann.Post($"/api/boards/{Board}/invites", new { role = "contributor" });
        await _bob.Post("/api/enter", new { board = Board, secret = Text(invite, "link").Split('#')[1], name = "Bob" });
        await using var tab = await _bob.Watch(Board, "client-of-bob");

        using var revoked = await _ann.Http.DeleteAsync($"/api/boards/{Board}/invites/{Text(invite, "id")}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal("removed", Text((await tab.Hub.Next("bye")).Argument, "reason"));
        await tab.Hub.Ended.WaitAsync(HubClient.Patience);
        using var snapshot = await _bob.Http.GetAsync($"/api/boards/{Board}/snapshot");
        Assert.Equal(HttpStatusCode.Forbidden, snapshot.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("application/json", "null", HttpStatusCode.Forbidden)]
    [InlineData("application/json", "own", HttpStatusCode.OK)]
    public async Task R40_a_change_needs_JSON_and_an_allowed_origin(string type, string? origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/boards");
        request.Content = new StringContent("""{"title":"T","name":"N"}""", Encoding.UTF8, new MediaTypeHeaderValue(type));
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin == "own" ? _host.Address.GetLeftPart(UriPartial.Authority) : origin);
        }

        using var response = await _ann.Http.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task R40_who_tries_codes_too_often_has_to_wait()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Options = folder => new() { DataFolder = folder, EntriesPerMinute = 3 } });
        var person = host.NewPerson();
        for (var i = 0; i < 3; i++)
        {
            await Refused(person, HttpStatusCode.NotFound, "inviteInvalid", "/api/look", new { code = "ABCDEF" });
        }

        using var response = await person.Http.PostAsJsonAsync("/api/look", new { code = "ABCDEF" });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Retry-After", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R41_before_a_planned_stop_browsers_are_told_when_to_come_back()
    {
        await using var tab = await _ann.Watch(Board, "client-of-ann");

        var stopping = _host.Web.StopAsync();

        var bye = (await tab.Hub.Next("bye")).Argument;
        Assert.Equal("restart", Text(bye, "reason"));
        Assert.True(bye.GetProperty("afterMs").GetInt32() > 0);
        await tab.Hub.Ended.WaitAsync(HubClient.Patience);
        await stopping.WaitAsync(HubClient.Patience);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"title\":\"\",\"name\":\"N\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"title\":null,\"name\":\"N\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"title\":\"T\",\"name\":\"N\",\"colour\":\"red\"}", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_done_is_told_in_a_sentence(string body, HttpStatusCode expected)
    {
        using var response = await _ann.Http.PostAsync("/api/boards", new StringContent(body, Encoding.UTF8, "application/json"));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_keep_pages_safe()
    {
        using var response = await _ann.Http.GetAsync("/health/live");

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        var document = await _ann.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var paths = document.GetProperty("paths");

        foreach (var path in new[] { "/api/boards", "/api/enter", "/api/look", "/api/me", "/api/boards/{board}", "/api/boards/{board}/snapshot", "/api/boards/{board}/invites", "/health/ready" })
        {
            var operations = paths.GetProperty(path).EnumerateObject().ToArray();
            Assert.NotEmpty(operations);
            Assert.All(operations, operation => Assert.EndsWith(".", Text(operation.Value, "description"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_server_whose_storage_takes_no_write_lives_but_is_not_ready()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Readiness = new Broken() });
        var person = host.NewPerson();
        using var live = await person.Http.GetAsync("/health/live");
        using var ready = await person.Http.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("The disk is full.", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static async Task Refused(WebPerson person, HttpStatusCode status, string code, string path, object body)
    {
        using var response = await person.Http.PostAsJsonAsync(path, body);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), (response.StatusCode, Text(problem, "code")));
    }

    private sealed class Broken : CoCreate.Web.Http.IReadiness
    {
        public Task<string?> FindObstacle(CancellationToken cancellation) => Task.FromResult<string?>("The disk is full.");
    }
}
