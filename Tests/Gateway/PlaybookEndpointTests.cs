using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CoCreate.Playbooks;
using CoCreate.Tests.Playbooks;

namespace CoCreate.Tests.Gateway;

/// <summary>Playbooks over HTTP.</summary>
public sealed class PlaybookEndpointTests : IAsyncLifetime
{
    private GatewayHost _host = null!;
    private WebPerson _ann = null!;

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start();
        _ann = _host.NewPerson();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>R163: without a cookie.</summary>
    [Fact]
    public async Task R163_anybody_reads_the_playbooks_that_come_with_the_server()
    {
        var all = await _ann.Http.GetFromJsonAsync<JsonElement>("/api/playbooks");
        Assert.Equal(ShippedPlaybooks.All.Count, all.GetArrayLength());
        foreach (var id in all.EnumerateArray().Select(each => each.GetProperty("id").GetString()!))
        {
            var text = await _ann.Http.GetStringAsync($"/api/playbooks/{id}");
            Assert.Equal(PlaybookWriter.Write(ShippedPlaybooks.All[id]), PlaybookWriter.Write(PlaybookReader.Read(text).Playbook!));
        }

        using var missing = await _ann.Http.GetAsync("/api/playbooks/there-is-none");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    /// <summary>R163: export, change, import.</summary>
    [Fact]
    public async Task R163_a_person_keeps_playbooks_of_their_own_that_nobody_else_sees()
    {
        Assert.Equal(0, (await _ann.Http.GetFromJsonAsync<JsonElement>("/api/me/playbooks")).GetArrayLength());
        var mine = PlaybookFormatTests.Silent();
        mine["id"] = "mine";
        mine["title"] = "Quiet Friday";
        using (var kept = await Put("/api/me/playbooks/mine", mine.ToJsonString()))
        {
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            Assert.Contains("blanks", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal("Quiet Friday", (await _ann.Http.GetFromJsonAsync<JsonElement>("/api/me/playbooks"))[0].GetProperty("title").GetString());
        Assert.Equal("Quiet Friday", (await _ann.Http.GetFromJsonAsync<JsonElement>("/api/playbooks/mine")).GetProperty("title").GetString());
        var file = await _ann.Http.GetStringAsync("/api/me/playbooks/mine");
        Assert.Empty(PlaybookReader.Read(file).Problems);

        var bob = _host.NewPerson();
        using var hidden = await bob.Http.GetAsync("/api/playbooks/mine");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var notTheirs = await bob.Http.DeleteAsync("/api/me/playbooks/mine");
        Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);

        using var gone = await _ann.Http.DeleteAsync("/api/me/playbooks/mine");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var twice = await _ann.Http.DeleteAsync("/api/me/playbooks/mine");
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
    }

    /// <summary>R163, R161</summary>
    [Fact]
    public async Task R163_what_cannot_be_read_is_not_kept_and_every_mistake_is_told()
    {
        var wrong = PlaybookFormatTests.Silent();
        wrong["minutes"] = -1;
        wrong["steps"]![0]!["exposure"] = "secret";
        using var response = await Put("/api/me/playbooks/silent-brainstorm", wrong.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.StartsWith("minutes: ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["minutes", "steps[0].exposure"], problem.GetProperty("findings").EnumerateArray().Select(each => each.GetProperty("path").GetString()));

        using var otherId = await Put("/api/me/playbooks/other", PlaybookFormatTests.Silent().ToJsonString());
        Assert.Contains("otherId", await otherId.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var noJson = await Put("/api/me/playbooks/other", "{ \"format\": ");
        Assert.Contains("line 1", await noJson.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await _ann.Http.GetFromJsonAsync<JsonElement>("/api/me/playbooks")).GetArrayLength());
    }

    /// <summary>R163: at the limit, and one past it.</summary>
    [Fact]
    public async Task R163_a_person_keeps_so_many_playbooks_and_no_more()
    {
        for (var at = 0; at <= Limits.PlaybooksPerParticipant; at++)
        {
            var playbook = PlaybookFormatTests.Silent();
            playbook["id"] = $"mine-{at}";
            using var response = await Put($"/api/me/playbooks/mine-{at}", playbook.ToJsonString());
            Assert.Equal(at < Limits.PlaybooksPerParticipant ? HttpStatusCode.OK : HttpStatusCode.Conflict, response.StatusCode);
        }

        var again = PlaybookFormatTests.Silent();
        again["id"] = "mine-0";
        using var replaced = await Put("/api/me/playbooks/mine-0", again.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
    }

    /// <summary>R164: of the server's playbooks, and of one's own.</summary>
    [Fact]
    public async Task R164_a_board_made_of_a_playbook_has_its_agenda_and_its_charter()
    {
        var mine = PlaybookFormatTests.Silent();
        mine["id"] = "mine";
        using (await Put("/api/me/playbooks/mine", mine.ToJsonString()))
        {
            foreach (var (id, title) in new[] { ("six-hats", "Six thinking hats"), ("mine", "Silent brainstorm and affinity") })
            {
                var made = await _ann.Post("/api/boards", new { title = "A session", name = "Ann", playbook = id });
                var records = (await _ann.Snapshot(made.GetProperty("board").GetString()!)).GetProperty("patches").EnumerateArray().ToList();
                var agenda = records.Single(patch => patch.GetProperty("kind").GetString() == "agenda").GetProperty("value");
                Assert.Equal((title, -1), (agenda.GetProperty("playbook").GetString(), agenda.GetProperty("index").GetInt32()));
                Assert.StartsWith("Why we are here", records.Single(patch => patch.GetProperty("kind").GetString() == "board").GetProperty("value").GetProperty("brief").GetString(), StringComparison.Ordinal);
            }
        }

        using var missing = await _ann.Http.PostAsJsonAsync("/api/boards", new { title = "A session", name = "Ann", playbook = "there-is-none" });
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    /// <summary>R162</summary>
    [Fact]
    public async Task R162_the_pre_flight_check_is_for_anybody_and_keeps_nothing()
    {
        var playbook = PlaybookFormatTests.Silent();
        playbook["charter"] = "";
        var findings = await Check(playbook.ToJsonString());
        Assert.Equal("noCharter", findings[0].GetProperty("code").GetString());
        Assert.Equal("warning", findings[0].GetProperty("severity").GetString());
        Assert.Equal("notJson", (await Check("{"))[0].GetProperty("code").GetString());
        using var tooLarge = await _ann.Http.PostAsync("/api/playbooks/check", Json(new string(' ', (2 * Limits.PlaybookBytes) + 1)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    private async Task<JsonElement> Check(string text)
    {
        using var response = await _ann.Http.PostAsync("/api/playbooks/check", Json(text));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private Task<HttpResponseMessage> Put(string path, string text) => _ann.Http.PutAsync(path, Json(text));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
