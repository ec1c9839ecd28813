using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Boards.Simulation;

/// <summary>Clients, a server that dies and comes back, and a journal that fails, all from one seed.</summary>
/// <remarks>The seed decides what happens to whom; which thread is faster is real, so a seed narrows a failure down and mostly repeats it.</remarks>
internal sealed class SimulatedWorld : IAsyncDisposable
{
    private const int MostUnderWay = 6;
    private readonly int _seed;
    private readonly Random _random;
    private readonly RandomCommands _commands;
    private readonly Func<SimulatedClient, ClientCommand?> _orders;
    private readonly ManualClock _clock = new();
    private readonly MemoryJournal _disk = new();
    private readonly List<SimulatedClient> _clients = [];
    private readonly List<SimulatedServer> _killed = [];
    private SimulatedServer _server;
    private int _lives;

    /// <param name="seed">Decides what happens to whom.</param>
    /// <param name="orders">What a client orders when it is its turn, or null for nothing now; without it anything that a browser may order.</param>
    public SimulatedWorld(int seed, Func<SimulatedClient, ClientCommand?>? orders = null)
    {
        _seed = seed;
        _orders = orders ?? (_ => _commands!.Next(Known));
        _random = new Random(seed);
        _commands = new RandomCommands(_random);
        _server = Start(FaultRates.Quiet);
    }

    /// <summary>The clock of everything in it.</summary>
    public ManualClock Clock => _clock;

    /// <summary>The server of now.</summary>
    public SimulatedServer Server => _server;

    /// <summary>Everybody on the board.</summary>
    public IReadOnlyList<SimulatedClient> Clients => _clients;

    /// <summary>Makes the board and lets people in, each with one or two tabs.</summary>
    public async Task Begin(int people)
    {
        await _server.Board.Order("person-000000", new CreateBoard("Simulated", "", "ABC234", "Owner", Colour.Sun, ""));
        for (var i = 0; i < people; i++)
        {
            var participant = $"person-{i:d6}";
            await _server.Board.Order(participant, new EnterBoard("", $"Person {i}", Colour.Mint, ""));
            for (var tab = 0; tab <= i % 2; tab++)
            {
                _clients.Add(new SimulatedClient(participant, $"client-{i:d4}-{tab}", _random));
            }
        }

        await Restart(FaultRates.Stormy);
    }

    /// <summary>Lets a number of things happen.</summary>
    public async Task Live(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            await Step(_clients[_random.Next(_clients.Count)]);
        }
    }

    /// <summary>Ends all trouble and lets everybody finish: every command settled, every change taken in.</summary>
    public async Task Heal()
    {
        await Restart(FaultRates.Quiet);
        for (var round = 0; !_clients.TrueForAll(c => c.IsSettled); round++)
        {
            Assert.True(round < 1000, $"Seed {_seed}: some commands are never settled.");
            foreach (var client in _clients)
            {
                client.Resend(_server.Board);
                await Quiet(client, 0);
                client.TakeReplies(loseSome: false);
                await client.TakeChanges(_server.Board, disturbed: false);
                if (client.HasGap)
                {
                    await client.CatchUp(_server.Board);
                }

                _clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        foreach (var client in _clients)
        {
            await client.CatchUp(_server.Board);
        }
    }

    /// <summary>Everything that is on the disk, in order.</summary>
    public async Task<List<BoardEntry>> ReadDisk()
    {
        var entries = new List<BoardEntry>();
        await foreach (var batch in _disk.Read($"board/{SimulatedServer.BoardId}", 0, CancellationToken.None))
        {
            entries.AddRange(JsonSerializer.Deserialize(batch.Payload.Span, BoardJson.Stored.BoardEntryArray)!);
        }

        return entries;
    }

    /// <summary>Kills the server and starts another one; everybody reconnects.</summary>
    public async Task Restart(FaultRates rates)
    {
        _server.Kill();
        _killed.Add(_server);
        _server = Start(rates);
        foreach (var client in _clients)
        {
            client.LoseConnection();
            await Try(() => Subscribe(client));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _killed.Append(_server))
        {
            await server.DisposeAsync();
        }

        await _disk.DisposeAsync();
    }

    private async Task Step(SimulatedClient client)
    {
        switch (_random.Next(100))
        {
            case < 55:
                if (_orders(client) is { } command)
                {
                    client.Order(_server.Board, command);
                }

                break;
            case < 65:
                client.Resend(_server.Board);
                break;
            case < 85:
                client.TakeReplies(loseSome: true);
                await Try(() => client.TakeChanges(_server.Board, disturbed: true));
                break;
            case < 92:
                _clock.Advance(TimeSpan.FromMilliseconds(_random.Next(3000)));
                break;
            case < 96:
                await Try(() => Subscribe(client));
                break;
            case < 98:
                await Learn();
                break;
            case 98 when _random.Next(4) == 0:
                await Restart(FaultRates.Stormy);
                break;
            default:
                await Task.Yield();
                break;
        }

        await Quiet(client, MostUnderWay);
    }

    private Board _known = Board.Empty;

    /// <summary>What new commands are about; people are left out, so that they are not all removed.</summary>
    private Board Known => Board.Empty with { Seq = _known.Seq, Ideas = _known.Ideas, Groups = _known.Groups, Comments = _known.Comments, RecentText = _known.RecentText, Bin = _known.Bin };

    /// <summary>What the board looks like by now, so that new commands are about things that are there.</summary>
    private async Task Learn() =>
        _known = (await ReadDisk()).Aggregate(Board.Empty, BoardApplier.Apply);

    private Task<CatchUp> Subscribe(SimulatedClient client) =>
        _server.Board.Subscribe(_server.Grains.CreateObjectReference<IBoardObserver>(client), client.Epoch, client.Seq);

    /// <summary>Moves time until a client waits for few replies only.</summary>
    private async Task Quiet(SimulatedClient client, int most)
    {
        for (var i = 0; client.UnderWay > most; i++)
        {
            Assert.True(i < 1_000_000, $"Seed {_seed}: a call is never answered.");
            if (i % 64 == 63)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(100));
            }

            await Task.Yield();
        }
    }

    private SimulatedServer Start(FaultRates rates) => new(_disk, _clock, unchecked((_seed * 1000) + _lives++), rates);

    /// <summary>Calls fail while the journal does; who calls tries again later.</summary>
    private static async Task Try(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is InvalidOperationException or CoCreate.Journals.JournalException)
        {
            // The next subscription, resend or change repairs it.
        }
    }
}
