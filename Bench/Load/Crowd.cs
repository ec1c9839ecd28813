using System.Diagnostics;
using CoCreate.Bench.Dialects;

namespace CoCreate.Bench.Load;

/// <summary>Sees everything that a live client receives, besides the marks.</summary>
internal delegate void Watcher(Client client, ReadOnlySpan<byte> data);

/// <summary>
/// Many connections to one server, served by one thread: connects them, sends edits when they are due, and finds marks in what
/// comes back. Everything happens in <see cref="Turn"/>.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private const int ReceiveBytes = 256 * 1024;
    private const long LongestWaitNs = 100_000_000;
    private const long SignOfLifeNs = 10_000_000_000;
    private readonly IDialect _dialect;
    private readonly int _port;
    private readonly Poller _poller = new();
    private readonly Outgoing _outgoing;
    private readonly byte[] _buffer = GC.AllocateArray<byte>(Mark.Length + ReceiveBytes, pinned: true);
    private readonly byte[] _frame = GC.AllocateArray<byte>(1024, pinned: true);
    private long _nextSignOfLife = Now + SignOfLifeNs;

    /// <param name="dialect">How to talk to the server.</param>
    /// <param name="port">Where it listens.</param>
    public Crowd(IDialect dialect, int port)
    {
        _dialect = dialect;
        _port = port;
        _outgoing = new(_poller);
        Alarms = new(dialect.Alarm);
    }

    /// <summary>Time in nanoseconds since some fixed moment.</summary>
    public static long Now => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    /// <summary>Everybody, in the order in which they were added.</summary>
    public List<Client> Clients { get; } = [];

    /// <summary>How many are live.</summary>
    public int Live { get; private set; }

    /// <summary>How many were closed by the server.</summary>
    public int Closed { get; private set; }

    /// <summary>Bytes received since the start.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>Messages that mean trouble.</summary>
    public Alarms Alarms { get; }

    /// <summary>Who else sees what live clients receive; nobody, unless the scenario needs it.</summary>
    public Watcher? Watcher { get; init; }

    /// <summary>The wave that marks are counted for.</summary>
    public WaveRun? Run { get; set; }

    /// <summary>What else is done at each turn; nothing, unless the scenario needs it.</summary>
    public Action? EachTurn { get; set; }

    /// <summary>Starts one connection; <see cref="Turn"/> brings it to life.</summary>
    public Client Open(Seat seat)
    {
        var client = new Client(Clients.Count, seat, Sockets.Connect(_port), _dialect.Handshake(seat));
        Clients.Add(client);
        _poller.Add(client.Socket, client.Number);
        _outgoing.Send(client, client.NextToSend);
        return client;
    }

    /// <summary>Waits until something arrives or <paramref name="until"/>, and deals with all that has arrived.</summary>
    public void Turn(long until)
    {
        EachTurn?.Invoke();
        Run?.SendDue(this);
        var wake = Math.Min(until, Run?.NextDue ?? long.MaxValue);
        var events = _poller.Wait(Math.Min(wake - Now, LongestWaitNs));
        for (var i = 0; i < events; i++)
        {
            var client = Clients[_poller.NumberOf(i)];
            if (_poller.IsWritable(i))
            {
                _outgoing.SendUnsent(client);
            }

            if (_poller.IsReadable(i))
            {
                Receive(client);
                Run?.SendDue(this);
            }
        }

        SendSignsOfLife();
    }

    /// <summary>Turns for a while, so that the server comes to rest.</summary>
    public void Rest(TimeSpan time)
    {
        for (var end = Now + (long)time.TotalNanoseconds; Now < end;)
        {
            Turn(end);
        }
    }

    /// <summary>Sends an edit of <paramref name="client"/>.</summary>
    public void SendEdit(Client client, uint edit)
    {
        var length = _dialect.WriteEdit(_frame, client.Seat, client.EditsSent++, edit);
        _outgoing.Send(client, _frame.AsSpan(0, length));
    }

    /// <summary>Sends anything.</summary>
    public void Send(Client client, ReadOnlySpan<byte> data) => _outgoing.Send(client, data);

    /// <summary>From now on this client takes nothing from its socket.</summary>
    public void Stall(Client client)
    {
        client.IsStalled = true;
        _poller.Remove(client.Socket);
    }

    public void Dispose()
    {
        foreach (var client in Clients)
        {
            _ = Kernel.Close(client.Socket);
        }

        _poller.Dispose();
    }

    private void Receive(Client client)
    {
        client.Carry.AsSpan(0, client.CarryLength).CopyTo(_buffer.AsSpan(Mark.Length - client.CarryLength));
        var received = Sockets.Receive(client.Socket, _buffer.AsSpan(Mark.Length));
        if (received <= 0)
        {
            if (received < 0)
            {
                Close(client);
            }

            return;
        }

        BytesReceived += received;
        var now = Now;
        if (client.Phase == ClientPhase.Opening)
        {
            TakeAnswer(client, _buffer.AsSpan(Mark.Length, received), now);
            return;
        }

        Scan(client, _buffer.AsSpan(Mark.Length - client.CarryLength, client.CarryLength + received), now);
    }

    private void TakeAnswer(Client client, ReadOnlySpan<byte> data, long now)
    {
        if (!client.TakeAnswer(data))
        {
            return;
        }

        if (client.Phase == ClientPhase.Opening)
        {
            _outgoing.Send(client, client.NextToSend);
            return;
        }

        Live++;
        client.LiveAt = now;
        Scan(client, client.LastAnswer, now);
        client.ForgetAnswers();
    }

    private void Scan(Client client, ReadOnlySpan<byte> data, long now)
    {
        Alarms.Take(data[client.CarryLength..]);
        Watcher?.Invoke(client, data[client.CarryLength..]);
        var sink = new WaveSink(Run, client, now);
        client.CarryLength = MarkScanner.Scan(data, ref sink);
        data[^client.CarryLength..].CopyTo(client.Carry);
    }

    private void Close(Client client)
    {
        Live -= client.Phase == ClientPhase.Live ? 1 : 0;
        Closed++;
        client.Phase = ClientPhase.Closed;
        _poller.Remove(client.Socket);
    }

    private void SendSignsOfLife()
    {
        if (Now < _nextSignOfLife)
        {
            return;
        }

        _nextSignOfLife = Now + SignOfLifeNs;
        foreach (var client in Clients.Where(client => client.Phase == ClientPhase.Live))
        {
            _outgoing.Send(client, _dialect.SignOfLife(client.Seat));
        }
    }
}
