using System.Net.Sockets;

namespace CoCreate.Web.Transport;

/// <summary>Sends frames straight to the socket of a plain TCP connection. The web server's own way (a pipe, a flush, a switch to its sending loop)
/// costs more than the system call itself; here a send that fits the socket's buffer is that call and nothing else.</summary>
/// <remarks>Only used after the upgrade's answer has reached the browser, so that the server's own loop has nothing left to send.</remarks>
internal sealed class SocketSink : IFrameSink
{
    /// <summary>A slow connection is given this many bytes at a time, so that its progress can be seen.</summary>
    private const int SlowPiece = 4096;

    /// <summary>What the system may buffer for one connection, in bytes. More would only hide a reader that has stopped.</summary>
    private const int SystemBuffer = 128 * 1024;

    private readonly Socket _socket;
    private readonly TimeProvider _clock;

    public SocketSink(Socket socket, TimeProvider clock)
    {
        _socket = socket;
        _clock = clock;
        socket.Blocking = false;
        socket.NoDelay = true;
        socket.SendBufferSize = SystemBuffer;
    }

    public long LastProgress { get; private set; }

    public ValueTask Send(ReadOnlyMemory<byte> frame)
    {
        var sent = _socket.Send(frame.Span, SocketFlags.None, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            throw new IOException("The connection is broken.", new SocketException((int)error));
        }

        LastProgress = _clock.GetTimestamp();
        return sent == frame.Length ? ValueTask.CompletedTask : SendRest(frame[Math.Max(sent, 0)..]);
    }

    private async ValueTask SendRest(ReadOnlyMemory<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            var sent = await _socket.SendAsync(rest[..Math.Min(rest.Length, SlowPiece)], SocketFlags.None);
            LastProgress = _clock.GetTimestamp();
            rest = rest[sent..];
        }
    }
}
