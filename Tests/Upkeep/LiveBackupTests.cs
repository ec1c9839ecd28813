using CoCreate.Boards;
using CoCreate.Tests.Boards;
using CoCreate.Tests.Gateway;
using CoCreate.Tests.Kill;

namespace CoCreate.Tests.Upkeep;

/// <summary>A backup of a real server while fifty tabs write, restored in its place, and the same tabs afterwards.</summary>
public sealed class LiveBackupTests : IDisposable
{
    private const int People = 25;
    private const int Tabs = 50;
    private static readonly int _rounds = LongRun.IsOn ? 20 : 1;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cocreate-live-backup-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>R5, R15, R26, R47.</summary>
    [Fact]
    public async Task R26_what_was_acknowledged_before_the_mark_is_restored_and_tabs_that_know_more_start_again_from_it()
    {
        for (var round = 1; round <= _rounds; round++)
        {
            await RunOnce(20261122 + round, Path.Combine(_folder.FullName, $"{round}.backup"));
        }
    }

    private static async Task RunOnce(int seed, string file)
    {
        await using var server = await ServerProcess.Start();
        using var owner = new WebPerson(server.Address);
        var made = await owner.MakeBoard();
        var (board, code) = (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
        var people = new List<WebPerson>();
        for (var i = 0; i < People; i++)
        {
            people.Add(new WebPerson(server.Address));
            await people[i].Enter(code, $"Person {i}");
        }

        var acknowledged = new AsyncCounter();
        var tabs = Enumerable.Range(0, Tabs).Select(i => new StubbornTab(people[i % People], board, $"client-of-backup-{i:d4}", seed + i, server, acknowledged.Add)).ToList();
        var before = await BackUpWhile(server, tabs, acknowledged, new Random(seed), file);
        await server.Kill();
        Assert.Equal(0, (await OrderProcess.Run("restore", file, "--replace", "--data", server.DataFolder)).Code);
        Assert.Equal(0, (await OrderProcess.Run("verify", "--data", server.DataFolder)).Code);
        await server.Start();

        await CheckIdeas(owner, board, before);
        await CheckTabs(tabs);
        foreach (var tab in tabs)
        {
            await tab.DisposeAsync();
        }

        people.ForEach(person => person.Dispose());
    }

    /// <summary>Has everybody write, makes a backup meanwhile, and gives what had been acknowledged when it began.</summary>
    private static async Task<List<string>> BackUpWhile(ServerProcess server, List<StubbornTab> tabs, AsyncCounter acknowledged, Random random, string file)
    {
        using var stop = new CancellationTokenSource();
        var work = tabs.Select(tab => Task.Run(() => tab.Work(stop.Token), CancellationToken.None)).ToList();
        await acknowledged.Reach(random.Next(200, 800));
        var before = tabs.SelectMany(tab => tab.AcceptedNow()).ToList();
        var backup = OrderProcess.Run("backup", file, "--data", server.DataFolder);
        await acknowledged.Reach(acknowledged.Count + 300);
        var (code, _, errors) = await backup;
        Assert.True(code == 0, errors);
        await acknowledged.Reach(acknowledged.Count + 50);
        await stop.CancelAsync();
        await Task.WhenAll(work);
        return before;
    }

    private static async Task CheckIdeas(WebPerson owner, string board, List<string> before)
    {
        var restored = new Store();
        foreach (var patch in (await owner.Snapshot(board)).GetProperty("patches").EnumerateArray())
        {
            restored.Fold(System.Text.Json.Nodes.JsonObject.Create(patch)!);
        }

        foreach (var id in before.Where(c => c.Contains("addIdea", StringComparison.Ordinal)).Select(c => c.Split("\"id\":\"")[1].Split('"')[0]))
        {
            Assert.NotNull(restored.Find(RecordKind.Idea, id));
        }

        foreach (var dots in before.Where(c => c.Contains("castVote", StringComparison.Ordinal)).GroupBy(c => c.Split("\"idea\":\"")[1].Split('"')[0]))
        {
            Assert.True((int)restored.Find(RecordKind.Idea, dots.Key)!["votes"]! >= dots.Count(), "A dot that was acknowledged before the mark is gone.");
        }
    }

    private static async Task CheckTabs(List<StubbornTab> tabs)
    {
        foreach (var tab in tabs.Take(10))
        {
            var (epoch, snapshots) = (tab.Tab.Epoch, tab.Tab.Snapshots);
            await tab.Tab.Reconnect();
            Assert.NotEqual(epoch, tab.Tab.Epoch);
            Assert.Equal(snapshots + 1, tab.Tab.Snapshots);
            Assert.Equal(await tab.Tab.Fresh(), tab.Tab.Canonical());

            // R47: what the restored board knows of this browser session is no more than it was told before.
            Assert.True(tab.Tab.Answer.GetProperty("last").GetInt64() <= tab.Tab.Last);
        }
    }
}
