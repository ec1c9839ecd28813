using CoCreate.Boards;
using CoCreate.Tests.Boards;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Kill;

/// <summary>A board with people who work on it without pause while somebody does harm to the server, and the proof that nothing was lost or done twice.</summary>
internal sealed class KillStory : IAsyncDisposable
{
    private const int MostTabs = 6;

    private readonly WebPerson _owner;
    private readonly string _board;
    private readonly Random _random;
    private readonly AsyncCounter _counter = new();
    private readonly List<WebPerson> _people = [];
    private readonly List<StubbornTab> _tabs = [];

    private KillStory(string board, WebPerson owner, int seed)
    {
        _owner = owner;
        _board = board;
        _random = new Random(seed);
    }

    /// <summary>What each tab shows.</summary>
    public IEnumerable<BoardTab> Tabs => _tabs.Select(tab => tab.Tab);

    /// <summary>How often a tab was told to send again.</summary>
    public int Retries => _tabs.Sum(tab => tab.Retries);

    /// <summary>For how long each tab was not live, each time that it lost its connection.</summary>
    public IEnumerable<List<TimeSpan>> Absences => _tabs.Select(tab => tab.Absences);

    /// <summary>Makes the board and lets the people in.</summary>
    public static async Task<KillStory> Begin(IReachable server, int seed)
    {
        var owner = new WebPerson(server.Address);
        var made = await owner.MakeBoard();
        var (board, code) = (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
        var story = new KillStory(board, owner, seed);
        await AllowManyDots(owner, board);
        for (var i = 0; i < MostTabs; i++)
        {
            if (i % 2 == 0)
            {
                story._people.Add(new WebPerson(server.Address));
                await story._people[^1].Enter(code, $"Person {i}");
            }

            story._tabs.Add(new StubbornTab(story._people[^1], board, $"client-of-kills-{i:d4}", seed + i, server, story._counter.Add));
        }

        return story;
    }

    /// <summary>Lets all work, and harm be done some times, each after a random number of acknowledgements; returns once everybody knows of everything.</summary>
    public async Task Work(int rounds, int mostBetween, Func<Task> harm)
    {
        using var stop = new CancellationTokenSource();
        var work = _tabs.Select(tab => Task.Run(() => tab.Work(stop.Token), CancellationToken.None)).ToList();
        for (var round = 0; round < rounds; round++)
        {
            await Reach(_counter.Count + _random.Next(20, mostBetween), work);
            await harm();
        }

        await Reach(_counter.Count + 50, work);
        await stop.CancelAsync();
        await Task.WhenAll(work);
    }

    /// <summary>Waits for a number of acknowledgements, or until somebody cannot work any more.</summary>
    private async Task Reach(int target, List<Task> work)
    {
        var reached = _counter.Reach(target);
        await await Task.WhenAny([reached, .. work]);
        await reached;
    }

    /// <summary>Whatever was acknowledged is there once, and all see the same.</summary>
    public async Task CheckThatAllIsThereOnce()
    {
        var end = _tabs.Max(tab => tab.Tab.Seq);
        await using var fresh = await _owner.Watch(_board, Ids.New());
        await fresh.FollowTo(end);
        var truth = new Store();
        foreach (var patch in (await _owner.Snapshot(_board, end)).GetProperty("patches").EnumerateArray())
        {
            truth.Fold(System.Text.Json.Nodes.JsonObject.Create(patch)!);
        }

        var accepted = _tabs.SelectMany(t => t.Accepted.Values).ToList();
        Assert.All(_tabs, tab => Assert.Empty(tab.Refused));
        Assert.Equal(accepted.Count(c => c.Contains("addIdea", StringComparison.Ordinal)), truth.All("idea").Count());
        Assert.Equal(accepted.Count(c => c.Contains("castVote", StringComparison.Ordinal)), truth.All("idea").Sum(i => (int)i["votes"]!));
        foreach (var id in accepted.Where(c => c.Contains("addIdea", StringComparison.Ordinal)).Select(c => c.Split("\"id\":\"")[1].Split('"')[0]))
        {
            Assert.NotNull(truth.Find(RecordKind.Idea, id));
        }

        foreach (var tab in _tabs)
        {
            await tab.CatchUp(fresh.Seq);
            Assert.Equal(await tab.Tab.Fresh(), tab.Tab.Canonical());
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _tabs)
        {
            await tab.DisposeAsync();
        }

        _people.ForEach(person => person.Dispose());
        _owner.Dispose();
    }

    private static async Task AllowManyDots(WebPerson owner, string board)
    {
        await using var tab = await owner.Watch(board, Ids.New());
        await tab.Hub.Submit((1, $$"""{"type":"setVoteBudget","dots":{{Limits.VoteBudget}}}"""));
        await tab.FollowUntil(() => tab.Last == 1);
    }
}
