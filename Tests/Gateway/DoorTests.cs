using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Gateway;

/// <summary>The door over HTTP and the hub (R140 to R144).</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private readonly MemoryJournal _journal = new();
    private GatewayHost _host = null!;
    private Room _room = null!;
    private long _number;

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start(new GatewaySetup { Journal = _journal });
        _room = await Room.Open(_host, guests: 1);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task R140_a_passcode_is_kept_as_a_slow_hash_and_asked_of_newcomers()
    {
        await Order("""{"type":"setDoor","passcode":"open sesame","closesAt":0,"most":0,"approve":false}""");
        var kim = _host.NewPerson();
        var look = await kim.Post("/api/look", new { code = _room.Code });
        Assert.True(look.GetProperty("needsPasscode").GetBoolean());
        await Refused(kim, HttpStatusCode.Forbidden, "wrongPasscode", "");
        await Refused(kim, HttpStatusCode.Forbidden, "wrongPasscode", "Open Sesame");

        var sealedAs = (await _host.Grains.GetGrain<IBoardGrain>(_room.Board).Look(""))!.Passcode;
        Assert.True(SealedPasscode.IsValid(sealedAs));
        await Refused(kim, HttpStatusCode.Forbidden, "wrongPasscode", sealedAs);
        Assert.Equal("contributor", (await Enter(kim, "open sesame")).GetProperty("role").GetString());

        // Once in, nobody is asked again; and the words are nowhere: not in the journal, not in what anybody is shown.
        Assert.Equal("contributor", (await Enter(kim, "")).GetProperty("role").GetString());
        var stored = new System.Text.StringBuilder();
        await foreach (var batch in _journal.Read($"board/{_room.Board}", 0, CancellationToken.None))
        {
            stored.Append(System.Text.Encoding.UTF8.GetString(batch.Payload.Span));
        }

        Assert.Contains(sealedAs, stored.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", stored.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(sealedAs, (await _room.People[0].Snapshot(_room.Board)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R140_a_browser_makes_up_no_sealed_passcode_and_nobody_but_hosts_sets_one()
    {
        var madeUp = $"{SealedPasscode.Version}.{new string('s', SealedPasscode.SaltLength)}.{new string('h', SealedPasscode.HashLength)}";
        await Order($$"""{"type":"setDoor","passcode":"{{madeUp}}","closesAt":0,"most":0,"approve":false}""");
        var sealedAs = (await _host.Grains.GetGrain<IBoardGrain>(_room.Board).Look(""))!.Passcode;
        Assert.NotEqual(madeUp, sealedAs);
        Assert.NotEqual("", sealedAs);

        var guest = _room.Tabs[1];
        await guest.Hub.Submit((1, """{"type":"setDoor","passcode":"mine now!","closesAt":0,"most":0,"approve":false}"""));
        await guest.FollowUntil(() => guest.Outcomes.ContainsKey(1));
        Assert.Equal("notAllowed", guest.Outcomes[1]);
        Assert.Equal(sealedAs, (await _host.Grains.GetGrain<IBoardGrain>(_room.Board).Look(""))!.Passcode);
    }

    [Fact]
    public async Task R140_wrong_passcodes_are_counted_and_then_not_looked_at()
    {
        await Order("""{"type":"setDoor","passcode":"open sesame","closesAt":0,"most":0,"approve":false}""");
        var kim = _host.NewPerson();
        for (var i = 0; i < Limits.WrongPasscodesPerAddress; i++)
        {
            await Refused(kim, HttpStatusCode.Forbidden, "wrongPasscode", $"guess {i}");
        }

        using var response = await kim.Http.PostAsJsonAsync("/api/enter", new { code = _room.Code, name = "Kim", passcode = "open sesame" });
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(Limits.PasscodeMinutes, response.Headers.RetryAfter!.Delta!.Value.TotalMinutes);
    }

    [Fact]
    public async Task R141_who_comes_too_late_or_when_it_is_full_is_told_so_before_and_after()
    {
        await Order("""{"type":"setDoor","passcode":null,"closesAt":1,"most":0,"approve":false}""");
        var kim = _host.NewPerson();
        Assert.Equal("doorClosed", (await kim.Post("/api/look", new { code = _room.Code })).GetProperty("refusal").GetString());
        await Refused(kim, HttpStatusCode.Conflict, "doorClosed", "");

        await Order("""{"type":"setDoor","passcode":null,"closesAt":0,"most":2,"approve":false}""");
        Assert.Equal("boardFull", (await kim.Post("/api/look", new { code = _room.Code })).GetProperty("refusal").GetString());
        await Refused(kim, HttpStatusCode.Conflict, "boardFull", "");
    }

    [Fact]
    public async Task R142_who_knocks_is_seen_by_hosts_alone_and_comes_in_when_let_in()
    {
        await Order("""{"type":"setDoor","passcode":null,"closesAt":0,"most":0,"approve":true}""");
        var kim = _host.NewPerson();
        await Refused(kim, HttpStatusCode.Conflict, "waiting", "");
        Assert.Equal("waiting", await Place(kim));
        var id = await ParticipantOf(kim);

        var host = _room.Tabs[0];
        await host.FollowUntil(() => host.Canonical().Contains($"knock {{", StringComparison.Ordinal));
        Assert.DoesNotContain("knock", (await _room.People[1].Snapshot(_room.Board)).GetRawText(), StringComparison.Ordinal);
        using (var snapshot = await kim.Http.GetAsync($"/api/boards/{_room.Board}/snapshot"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, snapshot.StatusCode);
        }

        await Order($$"""{"type":"admitParticipants","ids":["{{id}}"]}""");
        Assert.Equal("inside", await Place(kim));
        await using var tab = await kim.Watch(_room.Board, "client-of-kim");
        Assert.Contains(_room.Board, (await kim.Http.GetFromJsonAsync<JsonElement>("/api/me")).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("knock {", host.Canonical(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R143_a_ban_closes_every_connection_at_once_and_says_why()
    {
        var bob = _room.People[1];
        var tab = _room.Tabs[1];
        await Order($$"""{"type":"ban","participant":"{{await ParticipantOf(bob)}}","reason":"Insults"}""");
        Assert.Equal("removed", (await tab.Hub.Next("bye")).Argument.GetProperty("reason").GetString());
        await tab.Hub.Ended.WaitAsync(HubClient.Patience);
        var standing = await bob.Http.GetFromJsonAsync<JsonElement>($"/api/boards/{_room.Board}/door");
        Assert.Equal(("banned", "Insults"), (standing.GetProperty("place").GetString(), standing.GetProperty("reason").GetString()));
        await Refused(bob, HttpStatusCode.Forbidden, "banned", "");
        var invite = await _room.People[0].Post($"/api/boards/{_room.Board}/invites", new { role = "host" });
        using var again = await bob.Http.PostAsJsonAsync("/api/enter", new { board = _room.Board, secret = invite.GetProperty("link").GetString()!.Split('#')[1], name = "Bob" });
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
    }

    [Fact]
    public async Task R144_what_is_expected_is_read_before_one_comes_in()
    {
        await Order("""{"type":"writePolicy","policy":"Be kind."}""");
        Assert.Equal("Be kind.", (await _host.NewPerson().Post("/api/look", new { code = _room.Code })).GetProperty("policy").GetString());
        var guest = _room.Tabs[1];
        await guest.FollowUntil(() => guest.Canonical().Contains("Be kind.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R144_what_a_board_is_about_is_told_before_one_comes_in_where_one_could()
    {
        await Order("""{"type":"writeBrief","brief":"Who decides: Ann."}""");
        Assert.Equal("Who decides: Ann.", await Brief(_host.NewPerson()));
        Assert.Equal("Who decides: Ann.", await Brief(_room.People[1]));
    }

    [Theory]
    [InlineData("\"open sesame\"", 0, 0, false)]
    [InlineData("null", 0, 0, true)]
    [InlineData("null", 1, 0, false)]
    [InlineData("null", 0, 2, false)]
    public async Task R144_before_a_door_that_lets_nobody_in_at_once_nothing_is_told_of_what_it_is_about(string passcode, long closesAt, int most, bool approve)
    {
        await Order("""{"type":"writeBrief","brief":"Who decides: Ann."}""");
        await Order($$"""{"type":"setDoor","passcode":{{passcode}},"closesAt":{{closesAt}},"most":{{most}},"approve":{{(approve ? "true" : "false")}}}""");
        Assert.Equal("", await Brief(_host.NewPerson()));

        // A link for hosts opens the door: but what a passcode guards, it guards in every answer before.
        var invite = await _room.People[0].Post($"/api/boards/{_room.Board}/invites", new { role = "host" });
        var look = await _host.NewPerson().Post("/api/look", new { board = _room.Board, secret = invite.GetProperty("link").GetString()!.Split('#')[1] });
        Assert.Equal(passcode == "null" && !approve ? "Who decides: Ann." : "", look.GetProperty("brief").GetString());
    }

    [Fact]
    public async Task R144_who_is_banned_is_not_told_what_it_is_about()
    {
        await Order("""{"type":"writeBrief","brief":"Who decides: Ann."}""");
        await Order($$"""{"type":"ban","participant":"{{await ParticipantOf(_room.People[1])}}","reason":"Insults"}""");
        Assert.Equal("", await Brief(_room.People[1]));
    }

    [Fact]
    public async Task R145_R146_what_waits_and_what_is_hidden_reaches_nobody_else_over_the_wire()
    {
        var (host, author, other) = (_room.Tabs[0], _room.Tabs[1], await AddPerson());
        await Order("""{"type":"setApproval","on":true}""");
        await author.Hub.Submit((1, Room.Idea("idea-of-bob-0001")));
        await host.FollowUntil(() => host.Canonical().Contains("idea-of-bob-0001", StringComparison.Ordinal));
        await author.FollowUntil(() => author.Canonical().Contains("held:\"waiting\"", StringComparison.Ordinal));
        Assert.DoesNotContain("idea-of-bob-0001", (await _room.People[2].Snapshot(_room.Board)).GetRawText(), StringComparison.Ordinal);

        await Order("""{"type":"approve","ids":["idea-of-bob-0001"]}""");
        await other.FollowUntil(() => other.Canonical().Contains("idea-of-bob-0001", StringComparison.Ordinal));

        await Order("""{"type":"hide","ids":["idea-of-bob-0001"],"reason":"Off topic"}""");
        await other.FollowUntil(() => !other.Canonical().Contains("idea-of-bob-0001", StringComparison.Ordinal));
        await author.FollowUntil(() => author.Canonical().Contains("Off topic", StringComparison.Ordinal));
        Assert.DoesNotContain("Off topic", (await _room.People[2].Snapshot(_room.Board)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R147_a_host_sees_what_a_contributor_sees_byte_for_byte_and_can_go_back()
    {
        await Order("""{"type":"setDoor","passcode":null,"closesAt":0,"most":0,"approve":true}""");
        await Refused(_host.NewPerson(), HttpStatusCode.Conflict, "waiting", "");
        await Order("""{"type":"setApproval","on":true}""");
        var author = _room.Tabs[1];
        await author.Hub.Submit((1, Room.Idea("idea-of-bob-0001")));
        await author.FollowUntil(() => author.Outcomes.ContainsKey(1));
        await _room.Tabs[0].FollowTo(author.Seq);

        // Somebody with nothing of their own: what they are given is what a host is given as a participant.
        await Order("""{"type":"setDoor","passcode":null,"closesAt":0,"most":0,"approve":false}""");
        var watcher = await AddPerson();
        var expected = await Raw(_room.People[2], "snapshot");
        Assert.Equal(expected, await Raw(_room.People[0], "snapshot?asParticipant=true"));
        Assert.NotEqual(expected, await Raw(_room.People[0], "snapshot"));

        // And of what happens from then on.
        await using var hub = await _room.People[0].Connect();
        var answer = await hub.Call("Join", $$"""{"board":"{{_room.Board}}","client":"client-as-guest","epoch":{{watcher.Epoch}},"seq":{{watcher.Seq}},"asParticipant":true}""");
        Assert.Equal(("live", "contributor"), (answer.GetProperty("status").GetString(), answer.GetProperty("me").GetProperty("role").GetString()));
        await Order("""{"type":"writePolicy","policy":"Be kind."}""");
        await Order("""{"type":"approve","ids":["idea-of-bob-0001"]}""");
        var seen = new System.Text.StringBuilder();
        while (!seen.ToString().Contains("idea-of-bob-0001", StringComparison.Ordinal))
        {
            seen.Append((await hub.Next("changes")).Argument.GetProperty("patches").GetRawText());
        }

        Assert.DoesNotContain("\"door\"", seen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("waiting", seen.ToString(), StringComparison.Ordinal);
        await using var back = await _room.People[0].Watch(_room.Board, "client-back-again");
        Assert.Contains("door {", back.Canonical(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R148_the_moderation_log_says_who_did_what_to_whom_and_why_to_hosts_alone()
    {
        var bob = _room.Tabs[1];
        await bob.Hub.Submit((1, """{"type":"changeProfile","name":"=HYPERLINK(\"x\")","colour":"sun"}"""), (2, Room.Idea("idea-of-bob-0001")));
        await bob.FollowUntil(() => bob.Outcomes.ContainsKey(2));
        await _room.Tabs[0].FollowTo(bob.Seq);
        await Order("""{"type":"hide","ids":["idea-of-bob-0001"],"reason":"Say \"please\", Bob"}""");
        await Order($$"""{"type":"ban","participant":"{{await ParticipantOf(_room.People[1])}}","reason":"@everyone"}""");

        var text = await Raw(_room.People[0], "moderation.csv");
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\ufefftime,host,host id,what,whom,whom id,subject,reason", lines[0]);
        Assert.Contains("\"hide\",\"'=HYPERLINK(\"\"x\"\")\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\"T\",\"Say \"\"please\"\", Bob\"", lines[^2], StringComparison.Ordinal);
        Assert.EndsWith("\"'@everyone\"", lines[^1], StringComparison.Ordinal);

        var guest = await AddPerson();
        Assert.Equal("live", guest.Answer.GetProperty("status").GetString());
        using var refused = await _room.People[2].Http.GetAsync($"/api/boards/{_room.Board}/moderation.csv");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    public void R148_no_cell_is_taken_for_a_formula(string text, string cell) => Assert.Equal(cell, CoCreate.Web.Http.ModerationCsv.Cell(text));

    private async Task<BoardTab> AddPerson()
    {
        var person = _host.NewPerson();
        await person.Enter(_room.Code, "Cleo");
        _room.People.Add(person);
        var tab = await person.Watch(_room.Board, $"client-of-{_room.People.Count:00}");
        _room.Tabs.Add(tab);
        return tab;
    }

    private async Task<string> Raw(WebPerson person, string path)
    {
        using var response = await person.Http.GetAsync($"/api/boards/{_room.Board}/{path}");
        response.EnsureSuccessStatusCode();
        return System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
    }

    private async Task Order(string command)
    {
        var tab = _room.Tabs[0];
        var number = ++_number;
        await tab.Hub.Submit((number, command));
        await tab.FollowUntil(() => tab.Outcomes.ContainsKey(number));
        Assert.Null(tab.Outcomes[number]);
    }

    /// <summary>What somebody with the code is told of what the board is about.</summary>
    private async Task<string?> Brief(WebPerson person) => (await person.Post("/api/look", new { code = _room.Code })).GetProperty("brief").GetString();

    private Task<JsonElement> Enter(WebPerson person, string passcode) => person.Post("/api/enter", new { code = _room.Code, name = "Kim", passcode });

    private async Task Refused(WebPerson person, HttpStatusCode status, string code, string passcode)
    {
        using var response = await person.Http.PostAsJsonAsync("/api/enter", new { code = _room.Code, name = "Kim", passcode });
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, text);
        Assert.Equal(code, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
    }

    private async Task<string?> Place(WebPerson person) =>
        (await person.Http.GetFromJsonAsync<JsonElement>($"/api/boards/{_room.Board}/door")).GetProperty("place").GetString();

    private static async Task<string?> ParticipantOf(WebPerson person) => (await person.Http.GetFromJsonAsync<JsonElement>("/api/me")).GetProperty("participant").GetString();
}
