using CoCreate.Web;

namespace CoCreate.Tests.Gateway.Listening;

/// <summary>The people on their board, in the blind step.</summary>
internal sealed record Stage(string Board, WebPerson Host, WebPerson Ada, WebPerson Bo, WebPerson Alike, WebPerson Watcher, WebPerson Stranger, WebPerson Onlooker)
{
    public static async Task<Stage> Set(GatewayHost server, string exposure)
    {
        var host = server.NewPerson();
        var made = await host.MakeBoard();
        var (board, code) = (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
        var (ada, bo, alike, watcher, stranger) = (server.NewPerson(), server.NewPerson(), server.NewPerson(), server.NewPerson(), server.NewPerson());
        await ada.Post("/api/enter", new { code, name = "Ada", segment = "customer" });
        await bo.Post("/api/enter", new { code, name = "Bo", segment = "employee" });
        await alike.Post("/api/enter", new { code, name = "Cy", segment = "customer" });
        await stranger.MakeBoard();
        var link = (await host.Post($"/api/boards/{board}/invites", new { role = "observer", expiresInHours = 1, maxUses = 5 })).GetProperty("link").GetString()!;
        await watcher.Post("/api/enter", new { board, secret = link.Split('#')[1], name = "Wim" });
        var begin = new Ear(host, board);
        await begin.Listen();
        await begin.Order("""{"type":"addIdea","id":"idea-shared-001","title":"Shared","body":"","colour":"sun","x":1,"y":2,"group":""}""");
        await begin.Order(Agenda.Replace("EXPOSURE", exposure, StringComparison.Ordinal));
        await begin.Order("""{"type":"beginStep","id":"step-blind-0001"}""");
        Assert.Empty(begin.Refusals);
        var frame = (await host.Post($"/api/boards/{board}/invites", new { role = "observer", embed = true })).GetProperty("link").GetString()!;
        var pass = (await stranger.Post("/api/embed", new { board, secret = frame.Split('#')[1] })).GetProperty("pass").GetString();
        return new Stage(board, host, ada, bo, alike, watcher, stranger, new WebPerson(server.Address) { Pass = pass });
    }

    /// <summary>A server whose boards may be shown in pages of another site.</summary>
    public static GatewayOptions Framed(string folder) => new()
    {
        DataFolder = folder,
        FrameAncestors = ["https://intranet.example.org"],
        EntriesPerMinute = 1_000_000,
        BoardsPerHour = 1_000_000,
        ConnectionsPerMinute = 1_000_000,
    };

    private const string Agenda = """
        {"type":"setAgenda","playbook":"A blind one","steps":[{"id":"step-blind-0001","name":"Write alone","text":"","seconds":0,"strict":false,"exposure":"EXPOSURE","sealed":false,
        "tools":["ideas","edit","move","group","draw","comment","react","dots"],"readyCheck":true,
        "vote":{"method":"none","budget":0,"perOption":0,"options":"ideas","top":0,"segments":[],"tieBreak":"shared","live":false}},
        {"id":"step-blind-0002","name":"Write on","text":"","seconds":0,"strict":false,"exposure":"EXPOSURE","sealed":false,"tools":["ideas"],"readyCheck":true,
        "vote":{"method":"none","budget":0,"perOption":0,"options":"ideas","top":0,"segments":[],"tieBreak":"shared","live":false}}]}
        """;
}
