
using CoCreate.Web.Hub;
using CoCreate.Web.Relay;

namespace CoCreate.Web.Transport;

/// <summary>The open connections of this process. One timer looks after all of them, so that none needs its own.</summary>
internal sealed class Connections : IDisposable
{
    private static readonly TimeSpan _sweepEvery = TimeSpan.FromSeconds(1);

    /// <summary>After this long without sending, a ping says that the server is there.</summary>
    private static readonly TimeSpan _pingAfter = TimeSpan.FromSeconds(4);

    /// <summary>A browser pings every 4 s. With the sweep's own second, who vanished is gone within the 12 s of R33.</summary>
    private static readonly TimeSpan _silenceLimit = TimeSpan.FromSeconds(10.5);

    /// <summary>How long a connection may take nothing while something waits (R20).</summary>
    private static readonly TimeSpan _stallLimit = TimeSpan.FromSeconds(10);

    /// <summary>How long one message may take to arrive.</summary>
    private static readonly TimeSpan _messageLimit = TimeSpan.FromSeconds(Limits.MessageSeconds);

    /// <summary>How long a browser may take to answer a close.</summary>
    private static readonly TimeSpan _closeLimit = TimeSpan.FromSeconds(3);

    /// <summary>For a page in a frame whose pass is over: it comes back at once with its next one, and goes on from where it is.</summary>
    private static readonly ReadOnlyMemory<byte> _passOver = FrameEncoder.Message("bye", new ByeMessage(ByeReason.Restart, 0));

    private readonly Lock _gate = new();
    private readonly HashSet<BrowserConnection> _open = [];
    private readonly Dictionary<string, int> _perParticipant = [];
    private readonly Dictionary<string, int> _perAddress = [];
    private readonly TimeProvider _clock;
    private readonly GatewayOptions _options;
    private readonly ITimer _sweeper;
    private readonly GatewayMeters _meters;
    private TaskCompletionSource? _empty;

    public Connections(TimeProvider clock, GatewayMeters meters, GatewayOptions options)
    {
        (_clock, _meters, _options) = (clock, meters, options);
        _sweeper = clock.CreateTimer(_ => Sweep(), null, _sweepEvery, _sweepEvery);
    }

    /// <summary>True once <see cref="StopServing"/> or <see cref="Drain"/> was called: no new connection is served.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>No new connection is served from now on; those that are open go on.</summary>
    public void StopServing() => IsDraining = true;

    /// <summary>How many are open.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Those that are open now.</summary>
    public IReadOnlyList<BrowserConnection> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _open];
            }
        }
    }

    /// <summary>Adds a connection. Answers why it is one too many, and is to be turned away; null when it is not.</summary>
    public ByeReason? Add(BrowserConnection connection)
    {
        ByeReason? tooMany;
        lock (_gate)
        {
            _open.Add(connection);
            var (own, near) = (Change(_perParticipant, connection.Counted, 1), Change(_perAddress, connection.Address, 1));
            tooMany = own > Limits.ConnectionsPerParticipant ? ByeReason.TooManyTabs
                : _open.Count > _options.Connections || near > _options.ConnectionsPerAddress ? ByeReason.Full
                : null;
        }

        _meters.Connected(1);
        return tooMany;
    }

    public void Remove(BrowserConnection connection)
    {
        lock (_gate)
        {
            _open.Remove(connection);
            Change(_perParticipant, connection.Counted, -1);
            Change(_perAddress, connection.Address, -1);
            if (_open.Count == 0)
            {
                _empty?.TrySetResult();
            }
        }

        _meters.Connected(-1);
    }

    /// <summary>Says goodbye to all (R41) and waits until they are gone, or until it is cancelled; then ends the rest.</summary>
    public async Task Drain(ReadOnlyMemory<byte> farewell, CancellationToken cancellation)
    {
        IsDraining = true;
        foreach (var connection in All)
        {
            Dismiss(connection, farewell);
        }

        await WhenEmpty().WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var connection in All)
        {
            connection.Abort();
        }
    }

    public void Dispose() => _sweeper.Dispose();

    private static int Change(Dictionary<string, int> counts, string key, int by)
    {
        var count = counts.GetValueOrDefault(key) + by;
        if (count == 0)
        {
            counts.Remove(key);
        }
        else
        {
            counts[key] = count;
        }

        return count;
    }

    private static void Dismiss(BrowserConnection connection, ReadOnlyMemory<byte> farewell)
    {
        if (connection.IsGreeted)
        {
            _ = connection.Writer.Write(farewell);
        }

        connection.Close(CloseCode.GoingAway);
    }

    private Task WhenEmpty()
    {
        lock (_gate)
        {
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_open.Count == 0)
            {
                _empty.TrySetResult();
            }

            return _empty.Task;
        }
    }

    private void Sweep()
    {
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var connection in All)
        {
            if (connection.Silence > _silenceLimit || connection.Closing > _closeLimit)
            {
                connection.Abort();
            }
            else if (connection.MessageAge > _messageLimit)
            {
                connection.Close(CloseCode.Policy);
            }
            else if (connection.Pass is { } pass && pass.Until <= now && connection.Closing == TimeSpan.Zero)
            {
                Dismiss(connection, _passOver);
            }
            else if (connection.Writer.IsStalled(_stallLimit))
            {
                _meters.Stalled();
                connection.Abort();
            }
            else if (connection.IsGreeted && connection.Quiet > _pingAfter)
            {
                connection.Writer.TryWrite(HubText.PingFrame, whenFree: null);
            }
        }
    }
}
