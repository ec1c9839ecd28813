using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoCreate.Boards;
using CoCreate.Tests.Boards;
using CoCreate.Web.Hub;
using CoCreate.Web.People;
using CoCreate.Web.Relay;
using CoCreate.Web.Transport;

namespace CoCreate.Tests.Gateway.Simulation;

/// <summary>A browser reduced to what the relay promises it: it joins, folds what it is sent, and sends one command at a time until it knows its outcome.
/// Every message is checked against the rules of the stream (R8, R9, R25).</summary>
internal sealed class SimulatedViewer(string participant, string client, string board, Relays relays, RelayServices services)
{
    private static readonly Passcodes _passcodes = new(TimeProvider.System);
    private Store _store = new();
    private SimulatedSocket _socket = new();
    private BrowserConnection? _connection;
    private BrowserSession? _session;
    private Task _joining = Task.CompletedTask;
    private int _joins;
    private bool _mustJoin = true;
    private bool _mustSend;
    private DateTimeOffset _notBefore;
    private NumberedCommand? _pending;
    private long _decided;

    public string Participant => participant;

    public string Client => client;

    public long Epoch { get; private set; }

    public long Seq { get; private set; }

    /// <summary>Whether changes flow.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Whether it was told that its person is not on the board.</summary>
    public bool IsOut { get; private set; }

    /// <summary>Whether it knows the outcome of all that it sent.</summary>
    public bool IsSettled => _pending is null;

    /// <summary>Done when the server would read its next message. Sealing a passcode takes time that no simulated clock knows of.</summary>
    public Task Sending { get; private set; } = Task.CompletedTask;

    /// <summary>Calls of <c>Join</c> so far.</summary>
    public int Joins => _joins;

    /// <summary>Snapshots it had to fetch.</summary>
    public int Snapshots { get; private set; }

    /// <summary>Whether its connection takes nothing.</summary>
    public bool IsStalled
    {
        get => _socket.IsStalled;
        set => _socket.IsStalled = value;
    }

    public string Canonical() => _store.Canonical();

    /// <summary>Takes what arrived, and joins or sends again where that is needed.</summary>
    public void Step()
    {
        if (!_joining.IsCompleted)
        {
            return;
        }

        while (_socket.Messages.TryDequeue(out var message))
        {
            Take(message);
        }

        if (_socket.IsClosed && !IsOut)
        {
            Reconnect();
        }

        if (_mustJoin && !IsOut)
        {
            _joining = Join();
        }
        else if (_mustSend && IsLive && services.Clock.GetUtcNow() >= _notBefore && _pending is { } pending)
        {
            _mustSend = false;
            Sending = _session!.Submit([new ReceivedCommand(pending.Number, pending.Command)]);
        }
    }

    /// <summary>Sends a command, unless one is under way.</summary>
    public void Send(ClientCommand command)
    {
        if (IsLive && _pending is null)
        {
            (_pending, _mustSend) = (new NumberedCommand(_decided + 1, command), true);
        }
    }

    /// <summary>Comes back on a new connection with what it has.</summary>
    public void Reconnect()
    {
        if (!_joining.IsCompleted)
        {
            return;
        }

        _session?.Leave();
        _socket.IsStalled = false;
        (_socket, _session, _connection) = (new SimulatedSocket(), null, null);
        (IsLive, _mustJoin, IsOut) = (false, true, false);
    }

    /// <summary>Joins with what it has, as a browser does: with a snapshot where it is told to fetch one.</summary>
    public async Task Join()
    {
        (_mustJoin, IsLive) = (false, false);
        _connection ??= new BrowserConnection(Stream.Null, _socket, new CoCreate.Web.People.Visitor(participant, null), services.Clock, () => { });
        _session ??= new BrowserSession(_connection, relays, new Comings(services.Clock), services, _passcodes);
        while (true)
        {
            var answer = await _session.Join(new JoinRequest(board, client, Epoch, Seq));
            await Answer(_connection, ++_joins, answer);
            switch (answer.Status)
            {
                case JoinStatus.Snapshot when await Fetch():
                    break;
                case JoinStatus.Live:
                    return;
                case JoinStatus.NotMember:
                    IsOut = true;
                    return;
                case JoinStatus.Snapshot or JoinStatus.Unavailable:
                    _mustJoin = true;
                    return;
                default:
                    throw new InvalidOperationException($"{client} was answered {answer.Status}.");
            }
        }
    }

    /// <summary>The answer leaves by the same way as everything else, as SignalR sends it.</summary>
    private static async Task Answer(BrowserConnection connection, int id, JoinAnswer answer)
    {
        var text = JsonSerializer.Serialize(new { type = 3, id, result = answer }, WireJson.Options) + "\u001e";
        connection.Output.Write(Encoding.UTF8.GetBytes(text));
        await connection.Output.FlushAsync();
    }

    private async Task<bool> Fetch()
    {
        try
        {
            if (await relays.Get(board).Snapshots.Read(participant) is not { } snapshot)
            {
                return false;
            }

            Snapshots++;
            _store = new Store();
            var patches = JsonNode.Parse([.. snapshot.Shared.Text, .. snapshot.Ending])!["patches"]!.AsArray();
            foreach (var patch in patches)
            {
                _store.Fold(patch!.AsObject());
            }

            (Epoch, Seq) = (snapshot.Shared.Epoch, snapshot.Shared.Seq);
            return true;
        }
        catch (Exception lost) when (lost is TimeoutException or InvalidOperationException or OperationCanceledException or CoCreate.Journals.JournalException)
        {
            return false;
        }
    }

    private void Take(JsonElement message)
    {
        if (message.GetProperty("type").GetInt32() == 3)
        {
            TakeAnswer(message);
            return;
        }

        var argument = message.GetProperty("arguments")[0];
        switch (message.GetProperty("target").GetString())
        {
            case "changes" when IsLive:
                TakeChanges(argument);
                break;
            case "outcomes" when IsLive:
                TakeOutcomes(argument);
                break;
            case "resync":
                (Epoch, Seq, IsLive, _mustJoin) = (0, 0, false, true);
                break;
            case "retry":
                Settle(argument.GetProperty("last").GetInt64());
                (_mustSend, _notBefore) = (true, services.Clock.GetUtcNow().AddMilliseconds(argument.GetProperty("afterMs").GetInt32()));
                break;
            case "bye":
                (IsOut, IsLive) = (true, false);
                break;
            default:
                break;
        }
    }

    private void TakeAnswer(JsonElement message)
    {
        var answer = message.GetProperty("result");
        if (message.GetProperty("id").GetInt32() == _joins && answer.GetProperty("status").GetString() == "live")
        {
            (IsLive, _mustSend, _notBefore) = (true, true, default);
            Settle(answer.GetProperty("last").GetInt64());
        }
    }

    private void TakeChanges(JsonElement changes)
    {
        Assert.Equal((Epoch, Seq + 1), (changes.GetProperty("epoch").GetInt64(), changes.GetProperty("first").GetInt64()));
        foreach (var patch in changes.GetProperty("patches").EnumerateArray())
        {
            _store.Fold(JsonObject.Create(patch)!);
        }

        Seq += changes.GetProperty("count").GetInt32();
    }

    private void TakeOutcomes(JsonElement outcomes)
    {
        foreach (var outcome in outcomes.EnumerateArray())
        {
            Assert.True(outcome.GetProperty("seq").GetInt64() <= Seq, $"R25: {client} was told an outcome before its changes.");
            Settle(outcome.GetProperty("number").GetInt64());
        }
    }

    private void Settle(long last)
    {
        _decided = Math.Max(_decided, last);
        _pending = _pending is { } pending && pending.Number > _decided ? pending : null;
    }
}
