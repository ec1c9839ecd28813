using System.IO.Pipelines;
using CoCreate.Web;
using CoCreate.Web.Transport;
using Microsoft.AspNetCore.Connections;

namespace CoCreate.Tests.Gateway;

/// <summary>How fast a connection is read (R90, R91), with a clock that the test moves.</summary>
public sealed class ReceivingTests : IDisposable
{
    private const int ReadAtOnce = 4096;
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(10);

    private readonly ManualClock _clock = new();
    private readonly Pipe _wire = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly CountingHub _hub = new();
    private readonly SemaphoreSlim _slowed = new(0);
    private readonly GatewayMeters _meters = new();
    private readonly Connections _connections;
    private readonly BrowserConnection _connection;
    private int _bytes;

    public ReceivingTests()
    {
        _connections = new Connections(_clock, _meters, new GatewayOptions { DataFolder = "" });
        _connection = new BrowserConnection(_wire.Reader.AsStream(), new NoSink(), new CoCreate.Web.People.Visitor("person-00001", null), _clock, () => { }) { Slowed = () => _slowed.Release() };
        _connections.Add(_connection);
    }

    [Fact]
    public async Task R90_after_a_burst_messages_are_read_at_a_steady_pace_and_none_is_lost()
    {
        const int Sent = 3 * Limits.MessageBurst;
        var frame = Frame("{}\u001e");
        var serving = _connection.Serve(_hub);
        await Write([.. Enumerable.Repeat(frame, Sent).SelectMany(bytes => bytes)]);

        // What is read in one go is taken whole, and paid for by the pause that follows.
        var slack = (ReadAtOnce / frame.Length) + 1;
        var passed = TimeSpan.Zero;
        while (_hub.Messages < Sent)
        {
            await _slowed.WaitAsync(HubClient.Patience);
            while (_slowed.CurrentCount == 0 && _hub.Messages < Sent)
            {
                _clock.Advance(_step);
                passed += _step;
                Assert.True(_hub.Messages <= Limits.MessageBurst + (Limits.MessagesPerSecond * passed.TotalSeconds) + slack, $"{_hub.Messages} messages after {passed}.");
                await Task.Yield();
            }
        }

        Assert.True(passed.TotalSeconds >= (double)(Sent - Limits.MessageBurst - slack) / Limits.MessagesPerSecond);
        await End(serving);
    }

    [Fact]
    public async Task R91_a_message_that_drips_for_longer_than_thirty_seconds_closes_its_connection()
    {
        var serving = _connection.Serve(_hub);
        await Write([0x01, 0x81, 0, 0, 0, 0, (byte)'{']);
        for (var second = 0; second < Limits.MessageSeconds; second++)
        {
            await Taken();
            Assert.Equal(TimeSpan.Zero, _connection.Closing);
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Write([0x00, 0x81, 0, 0, 0, 0, (byte)' ']);
        }

        await Taken();
        _clock.Advance(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(_connection.Closing > TimeSpan.Zero);
        await End(serving);
    }

    public void Dispose()
    {
        _connections.Dispose();
        _meters.Dispose();
        _slowed.Dispose();
    }

    private async Task Taken()
    {
        _bytes++;
        while (_hub.Bytes < _bytes)
        {
            await Task.Yield();
        }
    }

    private async Task Write(byte[] bytes) => await _wire.Writer.WriteAsync(bytes);

    private async Task End(Task serving)
    {
        await _wire.Writer.CompleteAsync();
        _connection.Abort();
        await serving.WaitAsync(HubClient.Patience);
    }

    /// <summary>A text frame of a browser; its mask is zero, so the text stands in it as it is.</summary>
    private static byte[] Frame(string text) => [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. text.Select(c => (byte)c)];

    private sealed class NoSink : IFrameSink
    {
        public long LastProgress => 0;

        public ValueTask Send(ReadOnlyMemory<byte> frame) => ValueTask.CompletedTask;
    }

    private sealed class CountingHub : ConnectionHandler
    {
        private int _messages;
        private int _bytes;

        public int Messages => Volatile.Read(ref _messages);

        public int Bytes => Volatile.Read(ref _bytes);

        public override async Task OnConnectedAsync(ConnectionContext connection)
        {
            while (await connection.Transport.Input.ReadAsync() is { IsCompleted: false } read)
            {
                foreach (var piece in read.Buffer)
                {
                    Interlocked.Add(ref _messages, piece.Span.Count((byte)0x1E));
                    Interlocked.Add(ref _bytes, piece.Length);
                }

                connection.Transport.Input.AdvanceTo(read.Buffer.End);
            }
        }
    }
}
