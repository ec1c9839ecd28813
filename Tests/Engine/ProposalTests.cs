using System.Text;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Boards;
using CoCreate.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CoCreate.Tests.Engine;

/// <summary>Proposals of groups on the real grain: computed beside its turns.</summary>
public sealed class ProposalTests
{
    private const string Client = "client-of-owner";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly MemoryStore _disk = new();
    private long _number;

    /// <summary>R157</summary>
    [Fact]
    public async Task R157_edits_are_accepted_and_told_while_a_proposal_is_computed()
    {
        using var computer = new HeldComputer();
        await using var engine = await Start(computer);
        var board = await Make(engine);
        var listener = await Listen(engine, board);

        await Submit(board, new ProposeGroups("proposal-000001"));
        await computer.Begun.WaitAsync(_patience);
        var before = (await board.Snapshot(""))!.Seq;
        for (var at = 0; at < 40; at++)
        {
            await Submit(board, new AddIdea($"idea-late-{at:d6}", "Late", "", Colour.Sun, 0, 0, ""));
        }

        var during = (await board.Snapshot(""))!;
        Assert.Equal(before + 40, during.Seq);
        Assert.Contains("\"status\":\"computing\"", Encoding.UTF8.GetString(during.Everyone), StringComparison.Ordinal);

        computer.Release();
        Assert.True(await listener.Offered.WaitAsync(_patience) > during.Seq);
        var after = Encoding.UTF8.GetString((await board.Snapshot(""))!.Everyone);
        Assert.Contains("\"title\":\"Rain cover\"", after, StringComparison.Ordinal);
        GC.KeepAlive(listener);
    }

    /// <summary>R157: whatever it was at, nobody waits for ever.</summary>
    [Fact]
    public async Task R157_a_proposal_that_was_under_way_when_the_engine_stopped_comes_after_its_restart()
    {
        using (var computer = new HeldComputer())
        {
            await using (var engine = await Start(computer))
            {
                await Submit(await Make(engine), new ProposeGroups("proposal-000001"));
                await computer.Begun.WaitAsync(_patience);
            }

            computer.Release();
        }

        await using var restarted = await Start(new ProposalComputer());
        var board = restarted.Grains.GetGrain<IBoardGrain>("board-of-proposals");
        var listener = await Listen(restarted, board);
        if (!Encoding.UTF8.GetString((await board.Snapshot(""))!.Everyone).Contains("\"status\":\"offered\"", StringComparison.Ordinal))
        {
            await listener.Offered.WaitAsync(_patience);
        }

        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task A_proposal_that_cannot_be_computed_offers_nothing()
    {
        await using var engine = await Start(new BrokenComputer());
        var board = await Make(engine);
        var listener = await Listen(engine, board);
        await Submit(board, new ProposeGroups("proposal-000001"));
        await listener.Offered.WaitAsync(_patience);
        Assert.Contains("\"clusters\":[]", Encoding.UTF8.GetString((await board.Snapshot(""))!.Everyone), StringComparison.Ordinal);
        GC.KeepAlive(listener);
    }

    private Task<IEngineFixture> Start(ProposalComputer computer) => EngineUnderTest.Start(new EngineSetup
    {
        Services = services => services.AddSingleton<IJournal>(new MemoryJournal(_disk)).AddSingleton(new Probe()).AddSingleton(computer),
    });

    private async Task<IBoardGrain> Make(IEngineFixture engine)
    {
        var board = engine.Grains.GetGrain<IBoardGrain>("board-of-proposals");
        Assert.Null((await board.Order(Table.Owner, new CreateBoard("A board", "", "ABC234", "Owner", Colour.Sun, ""))).Refusal);
        string[] titles = ["Rain cover in red", "A bright rain cover", "Rain cover in the bottom", "Phone pocket", "A pocket for the phone", "Pocket for my phone", "A whistle"];
        foreach (var (title, at) in titles.Select((title, at) => (title, at)))
        {
            await Submit(board, new AddIdea($"idea-{at:d8}", title, "", Colour.Sun, 0, 0, ""));
        }

        return board;
    }

    private async Task Submit(IBoardGrain board, ClientCommand command) =>
        Assert.Equal(SubmitStatus.Done, (await board.Submit(new Submission(Table.Owner, Client, [new NumberedCommand(++_number, command)]))).Status);

    private static async Task<OfferListener> Listen(IEngineFixture engine, IBoardGrain board)
    {
        var listener = new OfferListener();
        await board.Subscribe(engine.Grains.CreateObjectReference<IBoardObserver>(listener), 0, 0);
        return listener;
    }

    /// <summary>Computes when it is let.</summary>
    private sealed class HeldComputer : ProposalComputer, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public void Release() => _gate.Set();

        public override (int Ideas, ProposedCluster[] Clusters) Compute(Board board)
        {
            _begun.TrySetResult();
            _gate.Wait();
            return base.Compute(board);
        }

        public void Dispose() => _gate.Set();
    }

    private sealed class BrokenComputer : ProposalComputer
    {
        public override (int Ideas, ProposedCluster[] Clusters) Compute(Board board) => throw new InvalidOperationException("Broken on purpose");
    }

    private sealed class OfferListener : IBoardObserver
    {
        private readonly TaskCompletionSource<long> _offered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The version of the event that offers something.</summary>
        public Task<long> Offered => _offered.Task;

        public Task Committed(CommittedBatch batch)
        {
            for (var at = 0; at < batch.Events.Length; at++)
            {
                if (Encoding.UTF8.GetString(batch.Events[at].Everyone).Contains("\"status\":\"offered\"", StringComparison.Ordinal))
                {
                    _offered.TrySetResult(batch.First + at);
                }
            }

            return Task.CompletedTask;
        }

        public Task Whispered(string from, byte[] presence) => Task.CompletedTask;

        public Task Moved() => Task.CompletedTask;
    }
}
