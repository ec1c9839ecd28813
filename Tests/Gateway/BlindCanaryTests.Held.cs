namespace CoCreate.Tests.Gateway;

/// <summary>R145, R170 to R173, the same canary: while hosts approve what people add, what one of them adds, and writes anew in what was approved, waits; and others ask the server for everything it has.</summary>
public sealed partial class BlindCanaryTests
{
    [Fact]
    public async Task R170_nothing_that_waits_for_a_host_reaches_anybody_else_in_any_way_that_the_server_has()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup { Options = Framed });
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
