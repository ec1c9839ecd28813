using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CoCreate.Boards;
using CoCreate.Tests.Boards.Simulation;
using Orleans;

namespace CoCreate.Tests.Gateway.Simulation;

/// <summary>The way between a web process and the silos: calls, answers and what boards tell are lost, doubled, late and out of order, by a seed.</summary>
internal sealed class FaultyLink(int seed, ManualClock clock)
{
    /// <summary>A lost call is given up after so long; late ones are faster.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private int _questions;
    private int _receptions;
    private int _troubles;

    /// <summary>The silo that holds the board now.</summary>
    public required SimulatedServer Server { get; set; }

    /// <summary>Whether anything goes wrong.</summary>
    public bool IsFaulty { get; set; }

    /// <summary>While this is not completed, questions about newcomers are not answered.</summary>
    public Task Opened { get; set; } = Task.CompletedTask;

    /// <summary>How often the relay asked what it missed.</summary>
    public int Questions => Volatile.Read(ref _questions);

    /// <summary>How often the relay asked about newcomers.</summary>
    public int Receptions => Volatile.Read(ref _receptions);

    /// <summary>Messages that did not arrive once and in order, and calls that failed, on whichever side.</summary>
    public int Troubles => Volatile.Read(ref _troubles);

    /// <summary>Where the web process gets its grains from.</summary>
    public IGrainFactory Factory
    {
        get
        {
            var factory = DispatchProxy.Create<IGrainFactory, Grains>();
            ((Grains)factory).Link = this;
            return factory;
        }
    }

    private async Task<T> Call<T>(string board, Func<IBoardGrain, Task<T>> call)
    {
        var (luck, wait) = Draw();
        try
        {
            if (luck == Luck.RequestLost)
            {
                throw new TimeoutException("The call was lost.");
            }

            await Wait(luck == Luck.Late ? wait : TimeSpan.Zero);
            var answer = await call(Server.Grains.GetGrain<IBoardGrain>(board));
            return luck == Luck.AnswerLost ? throw new TimeoutException("The answer was lost.") : answer;
        }
        catch (Exception)
        {
            Interlocked.Increment(ref _troubles);
            await Wait(luck is Luck.RequestLost or Luck.AnswerLost ? wait : TimeSpan.Zero);
            throw;
        }
    }

    private async Task Deliver(Func<Task> message)
    {
        var (luck, wait) = Draw();
        if (luck != Luck.None)
        {
            Interlocked.Increment(ref _troubles);
        }

        if (luck is Luck.RequestLost)
        {
            return;
        }

        await Wait(luck == Luck.Late ? wait : TimeSpan.Zero);
        await message();
        if (luck == Luck.AnswerLost)
        {
            // What for a call is a lost answer is for a message without one a second arrival.
            await Wait(wait / 8);
            await message();
        }
    }

    private Task Wait(TimeSpan time) => time == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(time, clock);

    private (Luck Luck, TimeSpan Wait) Draw()
    {
        lock (_gate)
        {
            var luck = IsFaulty && _random.Next(100) < 35 ? (Luck)_random.Next(1, 4) : Luck.None;
            return (luck, LongestWait * _random.NextDouble());
        }
    }

    /// <summary>Made at run time: interfaces of the engine are the engine's to implement.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
    private class Grains : DispatchProxy
    {
        public FaultyLink Link { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IGrainFactory.GetGrain) => new FaultyBoard(Link, (string)args![0]!),
            nameof(IGrainFactory.CreateObjectReference) => new FaultyObserver(Link, (IBoardObserver)args![0]!),
            _ => ((FaultyObserver)args![0]!).IsDeleted = true,
        };
    }

    private enum Luck
    {
        None,
        RequestLost,
        AnswerLost,
        Late,
    }

    private sealed class FaultyObserver(FaultyLink link, IBoardObserver inner) : IBoardObserver
    {
        private SimulatedServer? _server;
        private IBoardObserver? _reference;

        public bool IsDeleted { get; set; }

        /// <summary>The reference that a silo knows this observer by; the same at each renewal.</summary>
        public IBoardObserver At(SimulatedServer server)
        {
            if (_server != server)
            {
                (_server, _reference) = (server, server.Grains.CreateObjectReference<IBoardObserver>(this));
            }

            return _reference!;
        }

        public Task Committed(CommittedBatch batch) => Pass(() => inner.Committed(batch));

        public Task Moved() => Pass(inner.Moved);

        public Task Whispered(string from, byte[] presence) => Pass(() => inner.Whispered(from, presence));

        /// <summary>Without waiting for it, so that a late message is overtaken by the next.</summary>
        private Task Pass(Func<Task> message)
        {
            _ = IsDeleted ? Task.CompletedTask : link.Deliver(message);
            return Task.CompletedTask;
        }
    }

    private sealed class FaultyBoard(FaultyLink link, string board) : IBoardGrain
    {
        public Task<SubmitReply> Submit(Submission submission) => link.Call(board, grain => grain.Submit(submission));

        public Task<OrderReply> Order(string actor, BoardCommand command) => link.Call(board, grain => grain.Order(actor, command));

        public Task<Membership?> FindMember(string participant) => link.Call(board, grain => grain.FindMember(participant));

        public Task<BoardLook?> Look(string secretHash) => link.Call(board, grain => grain.Look(secretHash));

        public Task<Onlooking?> FindOnlooking(string secretHash) => link.Call(board, grain => grain.FindOnlooking(secretHash));

        public Task<bool> SeesFile(string participant, string file) => link.Call(board, grain => grain.SeesFile(participant, file));

        public Task<DoorStanding> AskDoor(string participant) => link.Call(board, grain => grain.AskDoor(participant));

        public Task<CatchUp> Subscribe(IBoardObserver observer, long epoch, long seq)
        {
            Interlocked.Increment(ref link._questions);
            return link.Call(board, grain => grain.Subscribe(((FaultyObserver)observer).At(link.Server), epoch, seq));
        }

        public Task Unsubscribe(IBoardObserver observer) => link.Call(board, async grain =>
        {
            await grain.Unsubscribe(((FaultyObserver)observer).At(link.Server));
            return true;
        });

        public Task<CatchUp> Pull(long epoch, long seq)
        {
            Interlocked.Increment(ref link._questions);
            return link.Call(board, grain => grain.Pull(epoch, seq));
        }

        public Task<BoardSnapshot?> Snapshot(string participant) => link.Call(board, grain => grain.Snapshot(participant));

        public Task<BoardSnapshot?> PrivateSnapshot(string participant) => link.Call(board, grain => grain.PrivateSnapshot(participant));

        public Task<Reception> Receive(Newcomer[] newcomers)
        {
            Interlocked.Increment(ref link._receptions);
            return link.Call(board, async grain =>
            {
                await link.Opened;
                return await grain.Receive(newcomers);
            });
        }

        public Task<BinPage?> ReadBin(string participant, long before, string words) => link.Call(board, grain => grain.ReadBin(participant, before, words));

        public Task<VoteFile> ReadBallots(string participant, string vote) => link.Call(board, grain => grain.ReadBallots(participant, vote));

        public Task<VoteFile> ReadVoteReport(string participant, string vote) => link.Call(board, grain => grain.ReadVoteReport(participant, vote));

        public Task<OrderReply> BringBack(string actor, string point, long seq) => link.Call(board, grain => grain.BringBack(actor, point, seq));

        public Task Whisper(string from, byte[] presence) => Task.CompletedTask;
    }
}
