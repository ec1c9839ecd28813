using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CoCreate.Boards;
using CoCreate.Web;
using CoCreate.Web.Relay;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoCreate.Tests.Gateway;

/// <summary>What a feed takes of what a board tells, and what it asks for, where the board's past was replaced by another one: as when a backup was brought back below running web processes.</summary>
public sealed class FeedTests : IDisposable
{
    private const long Before = 7;
    private const long After = 8;

    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task R9_R19_a_batch_of_another_epoch_is_not_taken_and_all_start_again_where_the_board_is()
    {
        await _scene.StandAt(Before, 10);

        await _scene.Offer(Batch(After, 11, 3));
        await _scene.Answer(new CatchUp(true, After, 13, null, false));

        Assert.Equal((After, 13L), await _scene.Version());
        Assert.Equal(["restarted at 7:10", "restarted at 8:13"], _scene.Told);
    }

    [Fact]
    public async Task R9_R19_a_late_batch_of_the_epoch_before_is_not_taken()
    {
        await _scene.StandAt(After, 10);

        await _scene.Offer(Batch(Before, 11, 1));
        await _scene.Answer(new CatchUp(true, After, 10, null, false));

        Assert.Equal((After, 10L), await _scene.Version());
        Assert.Equal(["restarted at 8:10"], _scene.Told);
    }

    [Fact]
    public async Task R9_R19_what_was_kept_behind_a_gap_is_not_taken_when_the_board_has_another_epoch_since()
    {
        await _scene.StandAt(Before, 10);

        await _scene.Offer(Batch(Before, 13, 2));
        await _scene.Answer(new CatchUp(true, After, 12, null, false));

        Assert.Equal((After, 12L), await _scene.Version());
        await _scene.Offer(Batch(After, 13, 1));
        Assert.Equal(["restarted at 7:10", "restarted at 8:12", "took 8:13"], _scene.Told);
    }

    /// <summary>The same with nothing wrong, so that the others cannot pass because nothing is ever taken.</summary>
    [Fact]
    public async Task R9_what_was_kept_behind_a_gap_is_taken_once_the_gap_is_filled()
    {
        await _scene.StandAt(Before, 10);

        await _scene.Offer(Batch(Before, 13, 1));
        await _scene.Answer(new CatchUp(true, Before, 12, Batch(Before, 11, 2), false));

        Assert.Equal(["restarted at 7:10", "took 7:11", "took 7:12", "took 7:13"], _scene.Told);
    }

    private static CommittedBatch Batch(long epoch, long first, int events) =>
        new(epoch, first, [.. Enumerable.Range(0, events).Select(_ => new CommittedEvent([], [], [], null, []))]);

    /// <summary>A feed with a board whose answers the test gives.</summary>
    private sealed class Scene : IFeedListener, IDisposable
    {
        private readonly Turns _turns = new(() => { }, _ => { });
        private readonly Ring _ring = new(1_000, long.MaxValue);
        private readonly GatewayMeters _meters = new();
        private readonly ManualClock _clock = new();
        private readonly ConcurrentQueue<string> _told = [];
        private readonly AskedBoard _board;
        private readonly BoardFeed _feed;

        public Scene()
        {
            var grain = DispatchProxy.Create<IBoardGrain, AskedBoard>();
            _board = (AskedBoard)(object)grain;
            _feed = new BoardFeed(grain, null!, _turns, _ring, this, new RelayServices(null!, _clock, new RelayOptions(), _meters, NullLogger.Instance, "here"));
        }

        /// <summary>What the listener was told, in order.</summary>
        public IEnumerable<string> Told => _told;

        /// <summary>Has the feed ask for the first time, and stand at this version.</summary>
        public async Task StandAt(long epoch, long seq)
        {
            var reached = await _turns.Run(() => _feed.Reach(0, 0));
            await Answer(new CatchUp(true, epoch, seq, null, false));
            await reached.WaitAsync(HubClient.Patience);
        }

        public Task<bool> Offer(CommittedBatch batch) => Turn(() => _feed.Offer(batch));

        /// <summary>Waits until the board is asked, answers, and waits until the answer has been taken.</summary>
        public async Task Answer(CatchUp answer)
        {
            var asked = await _board.Asked.Reader.ReadAsync().AsTask().WaitAsync(HubClient.Patience);
            var before = Volatile.Read(ref _answers);
            asked.SetResult(answer);
            while (Volatile.Read(ref _answers) == before)
            {
                await Turn(() => { });
            }
        }

        public Task<(long Epoch, long Seq)> Version() => _turns.Run(() => (_ring.Epoch, _ring.Head));

        void IFeedListener.Appended(long seq) => _told.Enqueue($"took {_ring.Epoch}:{seq}");

        void IFeedListener.Restarted() => _told.Enqueue($"restarted at {_ring.Epoch}:{_ring.Head}");

        private int _answers;

        /// <summary>The last that an answer comes to, where it brings the ring to the board's version.</summary>
        void IFeedListener.Muted(bool isMuted) => Interlocked.Increment(ref _answers);

        public void Dispose()
        {
            _turns.Dispose();
            _feed.Dispose();
            _meters.Dispose();
        }

        private Task<bool> Turn(Action action) => _turns.Run(() =>
        {
            action();
            return true;
        });
    }

    /// <summary>Made at run time, so that it has to know nothing of a board but how it is asked what was missed.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
    private class AskedBoard : DispatchProxy
    {
        public System.Threading.Channels.Channel<TaskCompletionSource<CatchUp>> Asked { get; } = System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource<CatchUp>>();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name is not (nameof(IBoardGrain.Subscribe) or nameof(IBoardGrain.Pull)))
            {
                throw new InvalidOperationException($"A feed has no use for {targetMethod.Name}.");
            }

            var answer = new TaskCompletionSource<CatchUp>(TaskCreationOptions.RunContinuationsAsynchronously);
            Asked.Writer.TryWrite(answer);
            return answer.Task;
        }
    }
}
