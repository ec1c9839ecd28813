using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CoCreate.Web.Transport;

/// <summary>The opening handshake of a WebSocket over HTTP/1.1 (RFC 6455, section 4.2) and HTTP/2 (RFC 8441).</summary>
internal static class WebSocketHandshake
{
    private const string Version = "13";

    /// <summary>Text that RFC 6455 joins to the browser's key, to prove that a WebSocket server answers.</summary>
    private const string Proof = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Answers the upgrade and gives the stream of frames, or null when the request is no WebSocket upgrade.</summary>
    public static async Task<Stream?> Accept(HttpContext context)
    {
        if (context.Request.Headers.SecWebSocketVersion != Version)
        {
            context.Response.Headers.SecWebSocketVersion = Version;
            return null;
        }

        if (context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect)
        {
            return connect.Protocol == "websocket" ? await connect.AcceptAsync() : null;
        }

        return await AcceptUpgrade(context);
    }

    private static async Task<Stream?> AcceptUpgrade(HttpContext context)
    {
        var key = context.Request.Headers.SecWebSocketKey.ToString();
        if (context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade
            || !string.Equals(context.Request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase)
            || !IsKey(key))
        {
            return null;
        }

        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.SecWebSocketAccept = Answer(key);
        return await upgrade.UpgradeAsync();
    }

    private static bool IsKey(string key)
    {
        Span<byte> bytes = stackalloc byte[18];
        return key.Length == 24 && Convert.TryFromBase64String(key, bytes, out var length) && length == 16;
    }

    // RFC 6455 names SHA-1 for this proof; nothing secret depends on it.
#pragma warning disable CA5350
    private static string Answer(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Proof)));
#pragma warning restore CA5350
}
