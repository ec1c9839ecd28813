using CoCreate.Tests.Gateway.Listening;
using static CoCreate.Tests.Gateway.Listening.Canaries;

namespace CoCreate.Tests.Gateway;

/// <summary>R145, R170 to R173, the same canary: while hosts approve what people add, what one of them adds, and writes anew in what was approved, waits; and others ask the server for everything it has.</summary>
public sealed class HeldCanaryTests
{
    [Fact]
    public async Task R170_nothing_that_waits_for_a_host_reaches_anybody_else_in_any_way_that_the_server_has()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Options = Stage.Framed });
        var room = await Stage.Set(host, "all");
        var others = new[] { room.Bo, room.Alike, room.Watcher, room.Stranger, room.Onlooker }.Select(person => new Ear(person, room.Board)).ToList();
        foreach (var other in others)
        {
            await other.Listen();
        }

        var hal = new Ear(room.Host, room.Board);
        await hal.Listen();
        var ada = new Ear(room.Ada, room.Board);
        await ada.Listen();
        await Order(ada, Approved());
        await hal.Order("""{"type":"setApproval","on":true}""");
        var file = await ada.Upload(Picture());
        await Order(ada, Waiting(file));
        await hal.Until(text => text.Contains(Canary, StringComparison.Ordinal) && text.Contains($"frame-{IdCanary}", StringComparison.Ordinal));
        await MakeOfIt(hal, others[0]);
        Assert.Contains(ada.Heard, text => text.Contains(Canary, StringComparison.Ordinal));

        foreach (var other in others)
        {
            await other.Ask(host, []);
            await other.ComeBack();
        }

        AssertSilent(others.SelectMany(other => other.Heard), ids: true);
        foreach (var other in others)
        {
            await other.Ask(host, [$"note-{IdCanary}", "idea-open-00001", file]);
            await other.Listen();
            await (other.Person == room.Onlooker ? Task.CompletedTask : OrderAbout(other));
        }

        AssertSilent(others.SelectMany(other => other.Heard), ids: false);

        // Approved at once, it is heard by everybody: this test is not deaf.
        await hal.Order($$"""{"type":"approve","ids":["idea-open-00001","note-open-00001","frame-open-0001","group-open-0001","line-open-00001","note-{{IdCanary}}","frame-{{IdCanary}}"]}""");
        foreach (var other in new[] { others[0], others[2], others[4] })
        {
            await other.Listen();
            await other.Until(text => text.Contains(Canary, StringComparison.Ordinal) && text.Contains($"frame-{IdCanary}", StringComparison.Ordinal));
        }
    }

    /// <summary>R145, R171: what everybody had, until a host hid it, is told to nobody else again: to who asks anew, and to who comes only now.</summary>
    [Fact]
    public async Task R145_what_a_host_hides_is_told_to_nobody_else_again_by_anything_that_the_server_keeps()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Options = Stage.Framed });
        var room = await Stage.Set(host, "all");
        var (hal, ada, bo) = (new Ear(room.Host, room.Board), new Ear(room.Ada, room.Board), new Ear(room.Bo, room.Board));
        foreach (var each in new[] { hal, ada, bo })
        {
            await each.Listen();
        }

        var file = await ada.Upload(Picture());
        await Order(ada, [.. Approved(), .. Waiting(file)]);
        await Order(hal, [OpenVote("groups")]);
        await bo.Until(text => text.Contains("vote-of-groups", StringComparison.Ordinal));
        await Order(hal, [Hide()]);
        await Order(bo, ["""{"type":"removeThings","ids":["group-new-00001"]}"""]);

        var others = new[] { room.Bo, room.Alike, room.Watcher, room.Stranger, room.Onlooker }.Select(person => new Ear(person, room.Board)).ToList();
        foreach (var other in others)
        {
            await other.Listen();
            await other.Ask(host, []);
        }

        await Order(hal, ["""{"type":"closeVote","id":"vote-of-groups"}"""]);
        foreach (var other in others)
        {
            await other.Ask(host, [$"note-{IdCanary}", "vote-of-groups", file]);
            await other.Listen();
        }

        AssertSilent(others.SelectMany(other => other.Heard), ids: false);
        Assert.Contains(others[0].Heard, text => text.Contains("\"format\":\"cocreate.ballots/1\"", StringComparison.Ordinal));
    }

    /// <summary>What a server makes of what lies on a board: a vote on groups, one of which everybody reads, groups that somebody asks for, and what lies in the bin of who is no host.</summary>
    private static async Task MakeOfIt(Ear hal, Ear bo)
    {
        await Order(hal, [
            """{"type":"addGroup","id":"group-plain-0001","title":"Plain","x":900,"y":0,"width":300,"height":300}""",
            """{"type":"addIdea","id":"idea-plain-00001","title":"Plain","body":"","colour":"sun","x":1,"y":2,"group":""}""",
            """{"type":"addIdea","id":"idea-plain-00002","title":"Another","body":"","colour":"sun","x":1,"y":2,"group":""}""",
            OpenVote("groups"),
        ]);
        await Order(bo, ["""{"type":"proposeGroups","id":"proposal-one-01"}""", """{"type":"removeThings","ids":["group-new-00001"]}"""]);
        await bo.Until(text => text.Contains("\"status\":\"offered\"", StringComparison.Ordinal));
    }

    private static string OpenVote(string options) =>
        $$$"""{"type":"openVote","id":"vote-of-{{{options}}}","title":"Which?","plan":{"method":"dots","budget":3,"perOption":0,"options":"{{{options}}}","top":0,"segments":[],"tieBreak":"shared","live":false}}""";

    /// <summary>Everything that <see cref="Approved"/> and <see cref="Waiting"/> leave on the board with words or a picture.</summary>
    private static string Hide() => $$"""
        {"type":"hide","reason":"Off topic","ids":["idea-open-00001","note-open-00001","frame-open-0001","group-open-0001","line-open-00001","talk-open-00001",
        "idea-{{IdCanary}}-1","note-{{IdCanary}}","frame-{{IdCanary}}","image-{{IdCanary}}","group-new-00001","line-{{IdCanary}}","talk-{{IdCanary}}"]}
        """;

    private static async Task Order(Ear ear, IEnumerable<string> commands)
    {
        foreach (var command in commands)
        {
            await ear.Order(command);
        }

        Assert.Empty(ear.Refusals);
    }

    /// <summary>Everything that a browser can order, about what waits and about what waits again.</summary>
    private static async Task OrderAbout(Ear other)
    {
        await other.OrderEverything($"note-{IdCanary}", []);
        await other.OrderEverything("group-open-0001", []);
    }

    /// <summary>One of each kind, from before hosts approve.</summary>
    private static string[] Approved() =>
    [
        """{"type":"addIdea","id":"idea-open-00001","title":"Open","body":"","colour":"sun","x":1,"y":2,"group":""}""",
        """{"type":"addNote","id":"note-open-00001","text":"Open","size":"large","x":0,"y":0,"width":300,"height":300}""",
        """{"type":"addFrame","id":"frame-open-0001","title":"Open","x":0,"y":0,"width":300,"height":300}""",
        """{"type":"addGroup","id":"group-open-0001","title":"Open","x":0,"y":0,"width":300,"height":300}""",
        """{"type":"addConnector","id":"line-open-00001","from":"idea-shared-001","to":"note-open-00001","label":"Open"}""",
        """{"type":"addComment","id":"talk-open-00001","idea":"idea-shared-001","text":"Open"}""",
    ];

    /// <summary>New things of each kind, and what was approved, written anew in every way.</summary>
    private static string[] Waiting(string file) =>
    [
        $$"""{"type":"addIdea","id":"idea-{{IdCanary}}-1","title":"{{Canary}}","body":"{{Words(BodyLength)}}","colour":"sun","x":1,"y":2,"group":"group-open-0001"}""",
        $$"""{"type":"addNote","id":"note-{{IdCanary}}","text":"{{Words(BodyLength)}}","size":"large","x":0,"y":0,"width":300,"height":300}""",
        $$"""{"type":"addFrame","id":"frame-{{IdCanary}}","title":"{{Canary}}","x":0,"y":0,"width":300,"height":300}""",
        $$"""{"type":"addImage","id":"image-{{IdCanary}}","file":"{{file}}","alt":"{{Canary}}","x":0,"y":0,"width":300,"height":300}""",
        $$"""{"type":"addGroup","id":"group-new-00001","title":"{{Canary}}","x":0,"y":0,"width":300,"height":300}""",
        $$"""{"type":"addConnector","id":"line-{{IdCanary}}","from":"idea-shared-001","to":"group-open-0001","label":"{{Canary}}"}""",
        $$"""{"type":"addStamp","id":"stamp-{{IdCanary}}","sign":"star","x":0,"y":0,"on":"note-{{IdCanary}}"}""",
        $$"""{"type":"addComment","id":"talk-{{IdCanary}}","idea":"idea-shared-001","text":"{{Canary}}"}""",
        $$"""{"type":"retitleIdea","id":"idea-open-00001","title":"{{Canary}}"}""",
        $$"""{"type":"writeIdeaBody","id":"idea-open-00001","body":"{{Words(BodyLength)}}"}""",
        $$"""{"type":"attachToIdea","id":"idea-open-00001","file":"{{file}}","alt":"{{Canary}}"}""",
        $$"""{"type":"tagIdeas","ideas":["idea-open-00001"],"tag":"{{Canary}}"}""",
        $$"""{"type":"writeThing","id":"note-open-00001","text":"{{Canary}}"}""",
        $$"""{"type":"writeThing","id":"frame-open-0001","text":"{{Canary}}"}""",
        $$"""{"type":"writeThing","id":"group-open-0001","text":"{{Canary}}"}""",
        $$"""{"type":"writeThing","id":"line-open-00001","text":"{{Canary}}"}""",
        $$"""{"type":"editComment","id":"talk-open-00001","text":"{{Canary}}"}""",
        $$"""{"type":"takeBack","parts":[{"command":{"type":"retitleIdea","id":"idea-open-00001","title":"{{Canary}} back"},"left":[],"hanging":-1}]}""",
        $$"""{"type":"addNote","id":"note-{{IdCanary}}-2","text":"{{Canary}}","size":"large","x":0,"y":0,"width":300,"height":300}""",
        $$"""{"type":"removeThings","ids":["note-{{IdCanary}}-2"]}""",
        $$"""{"type":"moveThings","moves":[{"id":"note-{{IdCanary}}","x":7,"y":7}]}""",
        """{"type":"moveThings","moves":[{"id":"group-open-0001","x":7,"y":7}]}""",
    ];
}
