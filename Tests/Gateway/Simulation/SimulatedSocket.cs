using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using CoCreate.Web.Transport;

namespace CoCreate.Tests.Gateway.Simulation;

/// <summary>A browser's end of a connection: takes frames, unless it is stalled, and puts together the messages in them.</summary>
internal sealed class SimulatedSocket : IFrameSink
{
    private readonly Lock _gate = new();
    private readonly List<byte> _text = [];
    private TaskCompletionSource? _stalled;

    /// <summary>Messages that have arrived.</summary>
    public ConcurrentQueue<JsonElement> Messages { get; } = new();

    /// <summary>True once the server said that it closes.</summary>
    public bool IsClosed { get; private set; }

    public long LastProgress => 0;

    /// <summary>While it is stalled it takes one more frame and is not done with it.</summary>
    public bool IsStalled
    {
        get => _stalled is not null;
        set
        {
            TaskCompletionSource? over;
            lock (_gate)
            {
                over = value ? null : _stalled;
                _stalled = value ? _stalled ?? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
            }

            over?.SetResult();
        }
    }

    public ValueTask Send(ReadOnlyMemory<byte> frame)
    {
        lock (_gate)
        {
            for (var rest = frame.Span; !rest.IsEmpty;)
            {
                rest = TakeFrame(rest);
            }

            return _stalled is { } stalled ? new ValueTask(stalled.Task) : ValueTask.CompletedTask;
        }
    }

    private ReadOnlySpan<byte> TakeFrame(ReadOnlySpan<byte> bytes)
    {
        var (start, length) = bytes[1] switch
        {
            126 => (4, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
            127 => (10, (int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..])),
            _ => (2, bytes[1]),
        };
        IsClosed |= (bytes[0] & 0x0F) == (int)Opcode.Close;
        if ((bytes[0] & 0x0F) is (int)Opcode.Text or (int)Opcode.Continuation)
        {
            _text.AddRange(bytes[start..(start + length)]);
            if ((bytes[0] & 0x80) != 0)
            {
                TakeMessage();
            }
        }

        return bytes[(start + length)..];
    }

    private void TakeMessage()
    {
        foreach (var part in Encoding.UTF8.GetString([.. _text]).Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
        {
            Messages.Enqueue(JsonDocument.Parse(part).RootElement);
        }

        _text.Clear();
    }
}
