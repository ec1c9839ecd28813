using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Tests.Boards;
using CoCreate.Tests.Boards.Simulation;
using CoCreate.Tests.Journals;
using CoCreate.Web;
using CoCreate.Web.Relay;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoCreate.Tests.Gateway.Simulation;

/// <summary>Silos that die and come back, a web process with its relays, browsers, and a bad way between the two, all from one seed.</summary>
/// <remarks>The seed decides what happens to whom; which thread is faster is real, so a seed narrows a failure down and mostly repeats it.</remarks>
internal sealed class RelayWorld : IAsyncDisposable
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(100);

    private readonly int _seed;
    private readonly Random _random;
    private readonly RandomCommands _commands;
    private readonly ManualClock _clock = new();
    private readonly MemoryJournal _disk = new();
    private readonly GatewayMeters _meters = new();
    private readonly List<SimulatedServer> _servers = [];
    private readonly List<SimulatedViewer> _viewers = [];
    private readonly RelayOptions _options;
    private readonly RelayServices _services;
    private Board _known = Board.Empty;

    public RelayWorld(int seed, RelayOptions options)
    {
        (_seed, _random, _options) = (seed, new Random(seed), options);
        _commands = new RandomCommands(_random);
        Link = new FaultyLink(seed, _clock) { Server = NewServer(FaultRates.Quiet) };
        _services = new RelayServices(Link.Factory, _clock, options, _meters, NullLogger.Instance, "here");
        Relays = new Relays(_services);
    }

    public FaultyLink Link { get; }

    public Relays Relays { get; }

    public IReadOnlyList<SimulatedViewer> Viewers => _viewers;

    /// <summary>Activations so far.</summary>
    public int Lives => _servers.Count;

    /// <summary>How much time has passed.</summary>
    public TimeSpan Age { get; private set; }

    /// <summary>Makes the board, lets people in, and gives each so many tabs, which have not joined yet.</summary>
    public async Task Begin(int people, int tabs)
    {
        await Link.Server.Board.Order("person-000000", new CreateBoard("Relayed", "", "ABC234", "Owner", Colour.Sun, ""));
        for (var i = 0; i < people; i++)
        {
            var participant = $"person-{i:d6}";
            await Enter(participant);
            for (var tab = 0; tab < tabs; tab++)
            {
                _viewers.Add(new SimulatedViewer(participant, $"client-{i:d4}-{tab}", SimulatedServer.BoardId, Relays, _services));
            }
        }
    }

    /// <summary>Lets a number of things happen.</summary>
    public async Task Live(int steps)
    {
        Link.IsFaulty = true;
        for (var i = 0; i < steps; i++)
        {
            await Step(_viewers[_random.Next(_viewers.Count)]);
            _viewers.ForEach(viewer => viewer.Step());
            await Task.Yield();
        }
    }

    /// <summary>Ends all trouble, and gives everybody the time of one renewal and of one lost call to become live at the newest version. Says how it went.</summary>
    public async Task<string?> Heal()
    {
        Link.IsFaulty = false;
        Move(FaultRates.Quiet);
        _viewers.ForEach(viewer => viewer.IsStalled = false);
        for (var end = Age + _options.RenewEvery + FaultyLink.LongestWait; Age < end;)
        {
            await Pass(_step);
            _viewers.ForEach(viewer => viewer.Step());
            if (await FindStraggler() is null)
            {
                return null;
            }

            // Simulated time is not to outrun the threads of a busy machine.
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        return await FindStraggler();
    }

    /// <summary>What the journal says that somebody may see, at its newest version.</summary>
    public async Task<(long Seq, string? Board)> Truth(string participant)
    {
        var board = await ReadDisk();
        if (!board.Members.TryGetValue(participant, out var member))
        {
            return (board.Seq, null);
        }

        var snapshot = BoardPublisher.Snapshot(board, participant, privateOnly: false);
        var store = new Store();
        store.Fold(snapshot.Everyone);
        store.Fold(member.ToMembership().IsHost ? snapshot.Hosts : []);
        store.Fold(snapshot.Private);
        return (board.Seq, store.Canonical());
    }

    /// <summary>Lets time pass, and whatever is under way go on.</summary>
    public async Task Pass(TimeSpan time)
    {
        await Task.WhenAll(_viewers.Select(viewer => viewer.Sending));
        _clock.Advance(time);
        Age += time;
        for (var i = 0; i < 12; i++)
        {
            await Try(() => Link.Server.Board.Pull(0, 0));
            await Try(() => Relays.Get(SimulatedServer.BoardId).Distance(0, 0));
        }
    }

    /// <summary>The board is held by another activation from now on; the old one can write nothing more and tells nobody.</summary>
    public void Move(FaultRates rates)
    {
        Link.Server.Kill();
        Link.Server = NewServer(rates);
    }

    public async ValueTask DisposeAsync()
    {
        Relays.Dispose();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        _meters.Dispose();
        await _disk.DisposeAsync();
    }

    private async Task Step(SimulatedViewer viewer)
    {
        switch (_random.Next(100))
        {
            case < 50:
                viewer.Send(_commands.Next(_known));
                break;
            case < 57:
                viewer.Reconnect();
                break;
            case < 75:
                await Pass(TimeSpan.FromMilliseconds(_random.Next(1_500)));
                break;
            case < 85:
                viewer.IsStalled = !viewer.IsStalled;
                break;
            case < 87:
                Move(_random.Next(2) == 0 ? FaultRates.Stormy : FaultRates.Quiet);
                break;
            case 87:
                await MoveInOrder();
                break;
            case < 92:
                _known = await ReadDisk();
                break;
            case < 95:
                _ = Try(() => Enter(viewer.Participant));
                break;
            default:
                await Task.Yield();
                break;
        }
    }

    /// <summary>As when a silo is drained: the old activation says that it goes, and observers hear of it if they are lucky.</summary>
    private async Task MoveInOrder()
    {
        var old = Link.Server;
        Link.Server = NewServer(FaultRates.Quiet);
        var stopping = old.Stop();
        while (!stopping.IsCompleted)
        {
            await Pass(_step);
        }

        await stopping;
    }

    private Task<OrderReply> Enter(string participant) =>
        Link.Server.Board.Order(participant, new EnterBoard("", "Somebody", Colour.Mint, ""));

    /// <summary>Who is not where they have to be; null when all are.</summary>
    private async Task<string?> FindStraggler()
    {
        var board = await ReadDisk();
        foreach (var viewer in _viewers)
        {
            var isMember = board.Members.ContainsKey(viewer.Participant);
            if (isMember ? !viewer.IsLive || viewer.Seq != board.Seq || !viewer.IsSettled : !viewer.IsOut)
            {
                return $"Seed {_seed}: {viewer.Client} (live: {viewer.IsLive}, out: {viewer.IsOut}, settled: {viewer.IsSettled}) is at {viewer.Seq}, the board at {board.Seq}.";
            }
        }

        return null;
    }

    private async Task<Board> ReadDisk()
    {
        var board = Board.Empty;
        await foreach (var batch in _disk.Read($"board/{SimulatedServer.BoardId}", 0, CancellationToken.None))
        {
            board = JsonSerializer.Deserialize(batch.Payload.Span, BoardJson.Stored.BoardEntryArray)!.Aggregate(board, BoardApplier.Apply);
        }

        return board;
    }

    private SimulatedServer NewServer(FaultRates rates)
    {
        var server = new SimulatedServer(_disk, _clock, unchecked((_seed * 1000) + _servers.Count), rates);
        _servers.Add(server);
        return server;
    }

    private static async Task Try(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is InvalidOperationException or CoCreate.Journals.JournalException or OperationCanceledException or ObjectDisposedException)
        {
            // The journal or the relay is just failing; what matters is seen by the viewers.
        }
    }
}
