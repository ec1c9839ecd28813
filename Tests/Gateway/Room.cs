using CoCreate.Boards;
using CoCreate.Tests.Boards;
using Orleans;

namespace CoCreate.Tests.Gateway;

/// <summary>A board with its owner and some guests, each with a tab that follows it.</summary>
internal sealed class Room : IAsyncDisposable
{
    /// <summary>A board begins with invites of its own.</summary>
    private const int MostInvites = Limits.InvitesPerBoard / 2;

    private readonly Dictionary<BoardTab, long> _sent = [];

    private readonly IGrainFactory _grains;
    private int _ids;
    private int _invites;

    private Room(IGrainFactory grains, string board, string code) => (_grains, Board, Code) = (grains, board, code);

    public string Board { get; }

    public string Code { get; }

    /// <summary>The owner first.</summary>
    public List<WebPerson> People { get; } = [];

    /// <summary>Their tabs in the same order; the owner has the first.</summary>
    public List<BoardTab> Tabs { get; } = [];

    public static async Task<Room> Open(GatewayHost host, int guests)
    {
        var owner = host.NewPerson();
        var made = await owner.MakeBoard();
        var room = new Room(host.Grains, made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
        await room.Add(owner);
        for (var i = 0; i < guests; i++)
        {
            var guest = host.NewPerson();
            await guest.Enter(room.Code, $"Guest {i}");
            await room.Add(guest);
        }

        return room;
    }

    /// <summary>An order to add an idea.</summary>
    public static string Idea(string id) => $$"""{"type":"addIdea","id":"{{id}}","title":"T","body":"","colour":"sun","x":1,"y":2,"group":""}""";

    /// <summary>Somebody sends a few random commands: some public, some of which others see nothing, some for hosts.</summary>
    public async Task Act(Random random)
    {
        var tab = Tabs[random.Next(Tabs.Count)];
        var number = _sent[tab];
        var commands = Enumerable.Range(1, random.Next(1, 6)).Select(i => (number + i, Command(random))).ToArray();
        _sent[tab] = number + commands.Length;
        await tab.Hub.Submit(commands);
        if (random.Next(3) == 0 && ++_invites < MostInvites)
        {
            await People[0].Post($"/api/boards/{Board}/invites", new { role = "contributor" });
        }

        await tab.FollowUntil(() => tab.Outcomes.ContainsKey(_sent[tab]));
    }

    /// <summary>Every tab comes to the same version.</summary>
    public async Task Settle()
    {
        var last = Tabs[0];
        var number = ++_sent[last];
        await last.Hub.Submit((number, Idea($"idea-settle-{number}")));
        await last.FollowUntil(() => last.Outcomes.ContainsKey(number));
        foreach (var tab in Tabs)
        {
            await tab.FollowTo(last.Seq);
        }
    }

    /// <summary>What the board itself says that this tab's person may see.</summary>
    public async Task<string> Truth(BoardTab tab)
    {
        var me = tab.Answer.GetProperty("me").GetProperty("participant").GetString()!;
        var snapshot = await _grains.GetGrain<IBoardGrain>(Board).Snapshot(me);
        Assert.Equal(tab.Seq, snapshot!.Seq);
        var store = new Store();
        store.Fold(snapshot.Everyone);
        store.Fold(tab == Tabs[0] ? snapshot.Hosts : []);
        store.Fold(snapshot.Private);
        return store.Canonical();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in Tabs)
        {
            await tab.DisposeAsync();
        }
    }

    private async Task Add(WebPerson person)
    {
        People.Add(person);
        var tab = await person.Watch(Board, $"client-of-{People.Count:00}");
        Tabs.Add(tab);
        _sent[tab] = 0;
    }

    private string Command(Random random)
    {
        var idea = $"idea-{random.Next(_ids + 1):000000}";
        return random.Next(8) switch
        {
            0 or 1 => Idea($"idea-{++_ids:000000}"),
            2 => $$"""{"type":"retitleIdea","id":"{{idea}}","title":"{{random.Next()}}"}""",
            3 => $$"""{"type":"castVote","idea":"{{idea}}","dots":1}""",
            4 => $$"""{"type":"withdrawVote","idea":"{{idea}}","dots":1}""",
            5 => $$"""{"type":"addReaction","idea":"{{idea}}","reaction":"heart"}""",
            6 => $$"""{"type":"withdrawReaction","idea":"{{idea}}","reaction":"heart"}""",
            _ => $$"""{"type":"removeThings","ids":["{{idea}}"]}""",
        };
    }
}
