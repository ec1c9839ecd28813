using System.Text;

namespace CoCreate.Bench.Dialects;

/// <summary>The request that turns an HTTP connection into a WebSocket.</summary>
internal static class HttpUpgrade
{
    /// <summary>Asks for a WebSocket at <paramref name="path"/>.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="headers">Further header lines, each ended by CR LF.</param>
    public static HandshakeStep At(string path, string headers = "") => new(
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{headers}\r\n"),
        // The answer to that key (RFC 6455, section 1.3); a refusal does not contain it.
        "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="u8.ToArray());
}
