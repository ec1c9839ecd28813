using System.Buffers;
using System.IO.Pipelines;

namespace CoCreate.Web.Transport;

/// <summary>What SignalR writes to: each flush is one message and leaves as one text frame, in order with the frames of the relay.</summary>
/// <remarks>A flush completes when its frame was handed to the connection, so a browser that calls and does not read is not answered further.</remarks>
internal sealed class HubPipeWriter(FrameWriter frames) : PipeWriter
{
    private const int SmallestBuffer = 512;

    private byte[] _buffer = [];
    private int _end = Frames.MaxHeader;
    private Action? _afterNext;

    /// <summary>True once a message was handed over.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Sets what is called once after the next message has been handed over: an answer that is being made now.</summary>
    public void AfterNext(Action action) => _afterNext = action;

    public override void Advance(int bytes) => _end += bytes;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsMemory(_end);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsSpan(_end);
    }

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var (buffer, end, then) = (_buffer, _end, _afterNext);
        if (end == Frames.MaxHeader)
        {
            return new FlushResult(isCanceled: false, isCompleted: frames.IsBroken);
        }

        (_buffer, _end, _afterNext) = ([], Frames.MaxHeader, null);
        var start = Frames.PutHeader(buffer, Opcode.Text, end - Frames.MaxHeader);
        await frames.Write(buffer.AsMemory(start, end - start));
        ArrayPool<byte>.Shared.Return(buffer);
        HasWritten = true;
        then?.Invoke();
        return new FlushResult(isCanceled: false, isCompleted: frames.IsBroken);
    }

    public override void CancelPendingFlush()
    {
        // A flush waits for the connection alone, and ends when that does.
    }

    public override void Complete(Exception? exception = null)
    {
        // The connection is closed by its owner, after what is written here has left.
    }

    private void Ensure(int sizeHint)
    {
        var needed = _end + Math.Max(sizeHint, SmallestBuffer);
        if (needed <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _buffer.Length));
        _buffer.AsSpan(0, Math.Min(_end, _buffer.Length)).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
