using CoCreate.Boards;
using CoCreate.Tests.Boards;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Kill;

/// <summary>R23, R26: real clients over real WebSockets, and a real server process that is killed with SIGKILL at random moments.</summary>
public sealed class KillTests
{
    private const int Tabs = 6;
    private const int MostBetweenKills = 400;
    private static readonly int _rounds = LongRun.IsOn ? 20 : 3;

    [Fact]
    public Task R26_whatever_was_acknowledged_is_there_once_after_the_server_was_killed_and_all_see_the_same() =>
        WorkThrough(20261121, async server => await server.KillAndRestart(), tab => Assert.Null(tab.Tab.Bye));

    /// <summary>R41: and everybody was told when to come back.</summary>
    [Fact]
    public Task R41_nothing_is_lost_or_doubled_when_the_server_is_asked_to_end_while_people_write() => WorkThrough(
        20261122,
        async server =>
        {
            Assert.Equal(0, await server.Terminate());
            await server.Start();
        },
        tab =>
        {
            Assert.Equal("restart", tab.Tab.Bye?.GetProperty("reason").GetString());
            Assert.True(tab.Tab.Bye?.GetProperty("afterMs").GetInt32() >= 1_000);
        });

    private static async Task WorkThrough(int seed, Func<ServerProcess, Task> interrupt, Action<StubbornTab> check)
    {
        await using var server = await ServerProcess.Start();
        using var owner = new WebPerson(server.Address);
        var made = await owner.MakeBoard();
        var (board, code) = (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
        await AllowManyDots(owner, board);

        var counter = new AsyncCounter();
        var people = new List<WebPerson>();
        var tabs = new List<StubbornTab>();
        for (var i = 0; i < Tabs; i++)
        {
            if (i % 2 == 0)
            {
                people.Add(new WebPerson(server.Address));
                await people[^1].Enter(code, $"Person {i}");
            }

            tabs.Add(new StubbornTab(people[^1], board, $"client-of-kills-{i:d4}", seed + i, server, counter.Add));
        }

        await WorkThroughInterruptions(server, tabs, counter, new Random(seed), interrupt);
        tabs.ForEach(check);
        await CheckThatAllIsThereOnce(owner, board, tabs);
        foreach (var tab in tabs)
        {
            await tab.DisposeAsync();
        }

        people.ForEach(p => p.Dispose());
    }

    private static async Task WorkThroughInterruptions(
        ServerProcess server, List<StubbornTab> tabs, AsyncCounter counter, Random random, Func<ServerProcess, Task> interrupt)
    {
        using var stop = new CancellationTokenSource();
        var work = tabs.Select(tab => Task.Run(() => tab.Work(stop.Token), CancellationToken.None)).ToList();
        for (var round = 0; round < _rounds; round++)
        {
            await counter.Reach(counter.Count + random.Next(20, MostBetweenKills));
            await interrupt(server);
        }

        await counter.Reach(counter.Count + 50);
        await stop.CancelAsync();
        await Task.WhenAll(work);
    }

    private static async Task CheckThatAllIsThereOnce(WebPerson owner, string board, List<StubbornTab> tabs)
    {
        await using var fresh = await owner.Watch(board, Ids.New());
        var truth = new Store();
        foreach (var patch in (await owner.Snapshot(board)).GetProperty("patches").EnumerateArray())
        {
            truth.Fold(System.Text.Json.Nodes.JsonObject.Create(patch)!);
        }

        var accepted = tabs.SelectMany(t => t.Accepted.Values).ToList();
        Assert.All(tabs, tab => Assert.Empty(tab.Refused));
        Assert.Equal(accepted.Count(c => c.Contains("addIdea", StringComparison.Ordinal)), truth.All("idea").Count());
        Assert.Equal(accepted.Count(c => c.Contains("castVote", StringComparison.Ordinal)), truth.All("idea").Sum(i => (int)i["votes"]!));
        foreach (var id in accepted.Where(c => c.Contains("addIdea", StringComparison.Ordinal)).Select(c => c.Split("\"id\":\"")[1].Split('"')[0]))
        {
            Assert.NotNull(truth.Find(RecordKind.Idea, id));
        }

        foreach (var tab in tabs)
        {
            await tab.CatchUp(fresh.Seq);
            Assert.Equal(await tab.Tab.Fresh(), tab.Tab.Canonical());
        }
    }

    private static async Task AllowManyDots(WebPerson owner, string board)
    {
        await using var tab = await owner.Watch(board, Ids.New());
        await tab.Hub.Submit((1, $$"""{"type":"setVoteBudget","dots":{{Limits.VoteBudget}}}"""));
        await tab.FollowUntil(() => tab.Last == 1);
    }
}
