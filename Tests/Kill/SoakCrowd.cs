using CoCreate.Tests.Boards;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Kill;

/// <summary>Boards, on each somebody who works at a steady pace and others who watch; on every other one a step of an agenda runs that hides what is added, and a vote is open.</summary>
internal sealed class SoakCrowd : IAsyncDisposable
{
    private const int TabsOfOnePerson = 10;

    private readonly List<Party> _parties = [];
    private readonly AsyncCounter _counter = new();

    /// <summary>Commands that were acknowledged.</summary>
    public int Acknowledged => _counter.Count;

    /// <summary>How many connections there are.</summary>
    public int Connections => _parties.Sum(party => party.Watchers.Count + 1);

    /// <summary>How often watchers came back.</summary>
    public int Returns => _parties.Sum(party => party.Watchers.Sum(watcher => watcher.Returns));

    /// <summary>How often somebody who works was told to send again.</summary>
    public int Retries => _parties.Sum(party => party.Worker.Retries);

    /// <summary>Snapshots that watchers fetched.</summary>
    public int Snapshots => _parties.Sum(party => party.Watchers.Sum(watcher => watcher.Tab.Snapshots));

    public static async Task<SoakCrowd> Gather(ServerProcess server, int boards, int watchers, TimeSpan pace, int seed)
    {
        var crowd = new SoakCrowd();
        for (var i = 0; i < boards; i++)
        {
            crowd._parties.Add(await crowd.Open(server, i, watchers, pace, seed + (1_000 * i)));
        }

        return crowd;
    }

    /// <summary>Works and watches until told to stop; then until everything is settled and everybody has come to the end.</summary>
    public Task Work(CancellationToken stop) => Task.WhenAll(_parties.Select(party => Task.Run(() => party.Work(stop), CancellationToken.None)));

    /// <summary>Completes when so many commands were acknowledged.</summary>
    public Task Acknowledge(int count) => _counter.Reach(count);

    /// <summary>Says for all that they are there, until told to stop.</summary>
    public async Task Ping(TimeSpan every, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.WhenAll(_parties.SelectMany(party => party.Watchers).Select(watcher => watcher.Ping()));
            await Task.Delay(every, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Everything that was acknowledged is on its board, once; and everybody shows that board.</summary>
    public async Task CheckThatAllIsThereOnce()
    {
        foreach (var party in _parties)
        {
            await party.Check();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var party in _parties)
        {
            await party.DisposeAsync();
        }
    }

    private async Task<Party> Open(ServerProcess server, int index, int watchers, TimeSpan pace, int seed)
    {
        var owner = new WebPerson(server.Address);
        var made = await owner.MakeBoard($"Soak {index}");
        var (board, code) = (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
        SoakSession? session = null;
        await using (var tab = await owner.Watch(board, Ids.New()))
        {
            await tab.SubmitUntilDecided(1, $$"""{"type":"setVoteBudget","dots":{{Limits.VoteBudget}}}""");
            session = index % 2 == 1 ? await SoakSession.Begin(owner, tab, firstNumber: 2) : null;
        }

        var people = new List<WebPerson> { owner };
        for (var i = 0; i * TabsOfOnePerson < watchers; i++)
        {
            people.Add(new WebPerson(server.Address));
            await people[^1].Enter(code, $"Person {i}");
        }

        var worker = new StubbornTab(owner, board, $"client-soak-{index:d4}", seed, server, _counter.Add, pace, session is null ? null : SoakSession.Next);
        var tabs = Enumerable.Range(0, watchers).Select(i => new SoakTab(people[1 + (i / TabsOfOnePerson)], board, $"client-watch-{index:d3}-{i:d3}", seed + i, server));
        return new Party(owner, board, worker, [.. tabs], people, session);
    }

    private sealed record Party(WebPerson Owner, string Board, StubbornTab Worker, List<SoakTab> Watchers, List<WebPerson> People, SoakSession? Session) : IAsyncDisposable
    {
        private long _last;
        private readonly TaskCompletionSource<long> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task Work(CancellationToken stop)
        {
            var watching = Watchers.Select(watcher => watcher.Watch(_end.Task)).ToArray();
            await Worker.Work(stop);

            // Whoever was told of the last command waits for a further one; that brings them to the end.
            await using var tab = await Owner.Watch(Board, Ids.New());
            var ended = Session is null ? 0 : await SoakSession.End(tab);
            _end.SetResult(tab.Seq);
            await tab.SubmitUntilDecided(ended + 1, """{"type":"writeBrief","brief":"The end."}""");
            _last = tab.Seq;
            await Task.WhenAll(watching).WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
        }

        public async Task Check()
        {
            await using var fresh = await Owner.Watch(Board, Ids.New());
            await fresh.FollowTo(_last);
            var snapshot = await Owner.Snapshot(Board, _last);

            var truth = new Store();
            foreach (var patch in snapshot.GetProperty("patches").EnumerateArray())
            {
                truth.Fold(System.Text.Json.Nodes.JsonObject.Create(patch)!);
            }

            var accepted = Worker.Accepted.Values;
            Assert.Empty(Worker.Refused);
            Assert.Equal(accepted.Count(c => c.Contains("addIdea", StringComparison.Ordinal)) + (Session is null ? 0 : SoakSession.Options.Length), truth.All("idea").Count());
            Assert.Equal(accepted.Count(c => c.Contains("castVote", StringComparison.Ordinal)), truth.All("idea").Sum(idea => (int)idea["votes"]!));
            Session?.Check(truth, Worker.Accepted);
            foreach (var ofOne in Watchers.Chunk(TabsOfOnePerson))
            {
                await ofOne[0].Tab.FollowTo(fresh.Seq);
                var board = await ofOne[0].Tab.Fresh();
                foreach (var watcher in ofOne)
                {
                    await watcher.Tab.FollowTo(fresh.Seq);
                    Assert.Equal(board, watcher.Tab.Canonical());
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Worker.DisposeAsync();
            foreach (var watcher in Watchers)
            {
                await watcher.DisposeAsync();
            }

            People.ForEach(person => person.Dispose());
        }
    }
}
