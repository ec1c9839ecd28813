using System.Buffers;
using System.IO.Pipelines;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace CoCreate.Web.Transport;

/// <summary>One browser's WebSocket, as SignalR sees it: bytes of messages in and out. The relay writes to the same <see cref="Writer"/>.</summary>
internal sealed class BrowserConnection : ConnectionContext, IDuplexPipe
{
    private const int ReceiveBytes = 4096;

    private static readonly PipeOptions _inputOptions = new(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);

    private readonly Visitor _visitor;
    private readonly Stream _stream;
    private readonly TimeProvider _clock;
    private readonly Action _abort;
    private readonly FrameReader _reader = new(Limits.MessageBytes);
    private readonly Pipe _input = new(_inputOptions);
    private readonly HubPipeWriter _output;
    private readonly CancellationTokenSource _closed = new();
    private DepthGuard _depth = new(Limits.MessageDepth);
    private Allowance _messages = new(Limits.MessagesPerSecond, Limits.MessageBurst);
    private Allowance _bytes = new(Limits.BytesPerSecond, Limits.ByteBurst);
    private TimeSpan _pause;
    private long _messageSince;
    private bool _inMessage;
    private long _lastReceived;
    private long _closingSince;
    private readonly Lock _ending = new();
    private bool _hasEnded;

    /// <summary>Makes the connection; <see cref="Serve"/> runs it.</summary>
    /// <param name="stream">What the browser sends.</param>
    /// <param name="sink">Where frames go.</param>
    /// <param name="visitor">Who is at the browser.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="abort">Ends what is below this connection, at once.</param>
    public BrowserConnection(Stream stream, IFrameSink sink, Visitor visitor, TimeProvider clock, Action abort)
    {
        _stream = stream;
        _clock = clock;
        _abort = abort;
        _lastReceived = clock.GetTimestamp();
        _visitor = visitor;
        Writer = new FrameWriter(sink, clock);
        Writer.OnFailure(Abort);
        _output = new HubPipeWriter(Writer);
    }

    /// <summary>Who is at the browser.</summary>
    public string Participant => _visitor.Participant;

    /// <summary>By what its tabs and joins are counted.</summary>
    public string Counted => _visitor.Counted;

    /// <summary>What it sees a board by, where that is a page in a frame; null for a person.</summary>
    public EmbedPass? Pass => _visitor.Pass;

    /// <summary>The address that it connected from.</summary>
    public string Address { get; init; } = "";

    /// <summary>Which browser it says it is.</summary>
    public string Browser { get; init; } = "";

    /// <summary>Called when the browser is made to wait because it sends too fast.</summary>
    public Action Slowed { get; init; } = static () => { };

    /// <summary>Writes frames to the browser.</summary>
    public FrameWriter Writer { get; }

    /// <summary>A random name, unique among the connections of all web processes; presence shows it.</summary>
    public override string ConnectionId { get; set; } = Ids.New()[..Limits.IdMinLength];

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get => field ??= new Dictionary<object, object?>(); set; }

    public override IDuplexPipe Transport { get => this; set => throw new NotSupportedException(); }

    public override CancellationToken ConnectionClosed { get => _closed.Token; set => throw new NotSupportedException(); }

    public PipeReader Input => _input.Reader;

    public PipeWriter Output => _output;

    /// <summary>True once SignalR's handshake was answered; before that nothing else may be sent.</summary>
    public bool IsGreeted => _output.HasWritten;

    /// <summary>How long nothing has arrived.</summary>
    public TimeSpan Silence => _clock.GetElapsedTime(Volatile.Read(ref _lastReceived));

    /// <summary>How long a message has been on its way in; zero between messages.</summary>
    public TimeSpan MessageAge => Volatile.Read(ref _messageSince) is var since and not 0 ? _clock.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>How long nothing has been sent.</summary>
    public TimeSpan Quiet => _clock.GetElapsedTime(Writer.LastWrite);

    /// <summary>How long the closing handshake has lasted; zero while the connection is open.</summary>
    public TimeSpan Closing => Volatile.Read(ref _closingSince) is var since and not 0 ? _clock.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Calls <paramref name="action"/> once the answer to the call that is being served now has been handed to the connection.</summary>
    public void AfterAnswer(Action action) => _output.AfterNext(action);

    /// <summary>Serves the connection until it has ended.</summary>
    public async Task Serve(ConnectionHandler hub)
    {
        var serving = hub.OnConnectedAsync(this);
        var receiving = Receive();
        try
        {
            await serving;
        }
        finally
        {
            Close(CloseCode.Normal);
            await receiving;
            await _closed.CancelAsync();
            lock (_ending)
            {
                _hasEnded = true;
            }
        }
    }

    /// <summary>Begins the closing handshake. What was written before still leaves.</summary>
    public void Close(CloseCode code)
    {
        if (Interlocked.CompareExchange(ref _closingSince, _clock.GetTimestamp() | 1, 0) == 0)
        {
            _ = Writer.Write(Frames.Close(code), isLast: true);
        }
    }

    /// <summary>Ends the connection at once.</summary>
    public override void Abort()
    {
        // What is below may serve another request by the time this one has ended.
        lock (_ending)
        {
            if (!_hasEnded)
            {
                _abort();
            }
        }

        _closed.Cancel();
    }

    public override void Abort(ConnectionAbortedException abortReason) => Abort();

    private async Task Receive()
    {
        try
        {
            var open = true;
            while (open)
            {
                // Waiting takes no buffer, so an idle connection holds none.
                _ = await _stream.ReadAsync(Memory<byte>.Empty, _closed.Token);
                open = await ReceiveSome();
                await Pause();
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The browser is gone, or this side gave the connection up; either way there is nobody to tell.
        }
        finally
        {
            await _input.Writer.CompleteAsync();
        }
    }

    private async ValueTask<bool> ReceiveSome()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReceiveBytes);
        bool open;
        try
        {
            var count = await _stream.ReadAsync(buffer, _closed.Token);
            Volatile.Write(ref _lastReceived, _clock.GetTimestamp());
            _pause = _bytes.Take(count, _clock);
            open = count > 0 && Take(buffer.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (_input.Writer.UnflushedBytes > 0)
        {
            await _input.Writer.FlushAsync(_closed.Token);
        }

        return open;
    }

    /// <summary>Who sends faster than the limits is read no faster than they say: nothing is lost, and the network holds the sender back.</summary>
    private ValueTask Pause()
    {
        if (_pause <= TimeSpan.Zero)
        {
            return ValueTask.CompletedTask;
        }

        Slowed();
        return new ValueTask(Task.Delay(_pause, _clock, _closed.Token));
    }

    /// <summary>Takes what arrived; false when nothing further is to be read.</summary>
    private bool Take(Span<byte> received)
    {
        while (true)
        {
            switch (_reader.Next(ref received, out var payload))
            {
                case FramePart.Nothing:
                    return true;
                case FramePart.Text:
                    TakeText(payload, isEnd: false);
                    break;
                case FramePart.TextEnd:
                    TakeText(payload, isEnd: true);
                    break;
                case FramePart.Ping:
                    // While something else waits to be taken the pong is left out: a browser that pings and does not read costs nothing.
                    Writer.TryWrite(Frames.Make(Opcode.Pong, payload), whenFree: null);
                    break;
                case FramePart.Pong:
                    break;
                case FramePart.Close:
                    Close(CloseCode.Normal);
                    return false;
                default:
                    Close(_reader.Broken);
                    return false;
            }
        }
    }

    private void TakeText(ReadOnlySpan<byte> payload, bool isEnd)
    {
        var isWhole = isEnd && !_inMessage;
        _inMessage = !isEnd;
        Volatile.Write(ref _messageSince, isEnd ? 0 : _messageSince == 0 ? _clock.GetTimestamp() | 1 : _messageSince);
        if (isEnd && _messages.Take(1, _clock) is var wait && wait > _pause)
        {
            _pause = wait;
        }

        if (!_depth.Pass(payload))
        {
            Close(CloseCode.Policy);
        }

        // SignalR's ping is a sign of life; it has been seen by now, and need not travel further.
        if (Closing == TimeSpan.Zero && !(isWhole && payload.SequenceEqual(HubText.Ping)))
        {
            _input.Writer.Write(payload);
        }
    }
}
