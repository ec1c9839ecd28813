using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CoCreate.Boards;
using Orleans;

namespace CoCreate.Tests.Gateway;

/// <summary>What happens to batches on their way from a board to a web process.</summary>
internal enum FaultMix
{
    None,
    LoseSome,
    DoubleSome,
    SwapSome,
    LoseAll,
}

/// <summary>Stands between the gateway and the grains, and does to their messages what networks do.</summary>
internal sealed class ObserverFaults
{
    private readonly List<FaultyObserver> _observers = [];

    /// <summary>What happens now.</summary>
    public FaultMix Mix { get; set; }

    /// <summary>Whether submissions fail without having reached the board.</summary>
    public bool FailSubmits { get; set; }

    /// <summary>Submissions that fail do so once this is completed.</summary>
    public Task SubmitsFailAfter { get; set; } = Task.CompletedTask;

    /// <summary>Submissions that failed so far, or are about to.</summary>
    public int FailedSubmits { get; private set; }

    /// <summary>Batches lost so far.</summary>
    public int Lost { get; private set; }

    public IGrainFactory Between(IGrainFactory grains)
    {
        var factory = DispatchProxy.Create<IGrainFactory, Factory>();
        ((Factory)factory).Set(grains, this);
        return factory;
    }

    /// <summary>Made at run time, because Orleans' factory has many more methods than the embedded engine's.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
    private class Factory : DispatchProxy
    {
        private IGrainFactory _inner = null!;
        private ObserverFaults _faults = null!;

        public void Set(IGrainFactory inner, ObserverFaults faults) => (_inner, _faults) = (inner, faults);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IGrainFactory.CreateObjectReference) && args![0] is IBoardObserver observer)
            {
                var faulty = new FaultyObserver(observer, _faults);
                _faults._observers.Add(faulty);
                args = [faulty];
            }

            var answer = targetMethod.Invoke(_inner, args);
            return answer is IBoardGrain board && _faults.FailSubmits ? new DeafBoard(board, _faults) : answer;
        }
    }

    private sealed class FaultyObserver(IBoardObserver inner, ObserverFaults faults) : IBoardObserver
    {
        private readonly Random _random = new(20_260);
        private CommittedBatch? _held;

        public async Task Committed(CommittedBatch batch)
        {
            var chance = _random.Next(2) == 0;
            if (faults.Mix == FaultMix.LoseAll || (faults.Mix == FaultMix.LoseSome && chance))
            {
                faults.Lost++;
                return;
            }

            if (faults.Mix == FaultMix.SwapSome && chance && _held is null)
            {
                _held = batch;
                return;
            }

            await inner.Committed(batch);
            if (faults.Mix == FaultMix.DoubleSome && chance)
            {
                await inner.Committed(batch);
            }

            if (_held is { } held)
            {
                _held = null;
                await inner.Committed(held);
            }
        }

        public Task Moved() => inner.Moved();

        public Task Whispered(string from, byte[] presence) => inner.Whispered(from, presence);
    }

    private sealed class DeafBoard(IBoardGrain inner, ObserverFaults faults) : IBoardGrain
    {
        public async Task<SubmitReply> Submit(Submission submission)
        {
            faults.FailedSubmits++;
            await faults.SubmitsFailAfter;
            throw new TimeoutException("The call was lost.");
        }

        public Task<OrderReply> Order(string actor, BoardCommand command) => inner.Order(actor, command);

        public Task<Membership?> FindMember(string participant) => inner.FindMember(participant);

        public Task<BoardLook?> Look(string secretHash) => inner.Look(secretHash);

        public Task<Onlooking?> FindOnlooking(string secretHash) => inner.FindOnlooking(secretHash);

        public Task<bool> SeesFile(string participant, string file) => inner.SeesFile(participant, file);

        public Task<DoorStanding> AskDoor(string participant) => inner.AskDoor(participant);

        public Task<CatchUp> Subscribe(IBoardObserver observer, long epoch, long seq) => inner.Subscribe(observer, epoch, seq);

        public Task Unsubscribe(IBoardObserver observer) => inner.Unsubscribe(observer);

        public Task<CatchUp> Pull(long epoch, long seq) => inner.Pull(epoch, seq);

        public Task<BoardSnapshot?> Snapshot(string participant) => inner.Snapshot(participant);

        public Task<BoardSnapshot?> PrivateSnapshot(string participant) => inner.PrivateSnapshot(participant);

        public Task<BinPage?> ReadBin(string participant, long before, string words) => inner.ReadBin(participant, before, words);

        public Task<VoteFile> ReadBallots(string participant, string vote) => inner.ReadBallots(participant, vote);

        public Task<VoteFile> ReadVoteReport(string participant, string vote) => inner.ReadVoteReport(participant, vote);

        public Task<OrderReply> BringBack(string actor, string point, long seq) => inner.BringBack(actor, point, seq);

        public Task<Reception> Receive(Newcomer[] newcomers) => inner.Receive(newcomers);

        public Task Whisper(string from, byte[] presence) => inner.Whisper(from, presence);
    }
}
