namespace CoCreate.Web.Transport;

/// <summary>Sends frames through the web server's stream: for TLS, HTTP/2 and whatever else stands between this process and the socket.</summary>
internal sealed class StreamSink(Stream stream, TimeProvider clock) : IFrameSink
{
    private const int Piece = 16 * 1024;

    public long LastProgress { get; private set; }

    public async ValueTask Send(ReadOnlyMemory<byte> frame)
    {
        LastProgress = clock.GetTimestamp();
        while (!frame.IsEmpty)
        {
            var piece = frame[..Math.Min(frame.Length, Piece)];
            await stream.WriteAsync(piece);
            LastProgress = clock.GetTimestamp();
            frame = frame[piece.Length..];
        }
    }
}
