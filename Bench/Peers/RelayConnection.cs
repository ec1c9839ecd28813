using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace CoCreate.Bench.Peers;

/// <summary>One connection of the bare relay: what is queued goes out in one write, up to 64 KiB at a time.</summary>
internal sealed class RelayConnection(WebSocket socket)
{
    private const int WriteBytes = 65_536;
    private readonly Channel<byte[]> _queue = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });

    public void Enqueue(byte[] message) => _queue.Writer.TryWrite(message);

    public void Complete() => _queue.Writer.TryComplete();

    /// <summary>Writes until <see cref="Complete"/> or until the socket fails.</summary>
    public async Task WriteAsync()
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync())
            {
                await WriteWaitingAsync();
            }
        }
        catch (WebSocketException)
        {
            // The reader notices the end of the connection too and takes it out of the room.
        }
    }

    private async Task WriteWaitingAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(WriteBytes);
        var length = 0;
        while (length < WriteBytes / 2 && _queue.Reader.TryRead(out var message))
        {
            message.CopyTo(buffer, length);
            length += message.Length;
        }

        await socket.SendAsync(buffer.AsMemory(0, length), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
