using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoCreate.Bench.Peers;

/// <summary>The least that ASP.NET Core can do: WebSockets without a hub, every message to everybody in the room. What waits for a
/// connection goes out as one message.</summary>
internal static class RelayPeer
{
    private static readonly ConcurrentDictionary<string, ConcurrentDictionary<RelayConnection, byte>> Rooms = new();

    /// <summary>Serves until the process is ended.</summary>
    public static Task RunAsync(int port)
    {
        var app = PeerHost.CreateBuilder(port).Build();
        app.UseWebSockets();
        app.Map("/relay/{room}", ServeAsync);
        return app.RunAsync();
    }

    private static async Task ServeAsync(HttpContext context, string room)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var members = Rooms.GetOrAdd(room, _ => new());
        var connection = new RelayConnection(socket);
        members[connection] = 0;
        var writing = connection.WriteAsync();
        try
        {
            await ReadAsync(socket, members);
        }
        catch (WebSocketException)
        {
            // The peer vanished; there is nobody to tell.
        }

        members.TryRemove(connection, out _);
        connection.Complete();
        await writing;
    }

    private static async Task ReadAsync(WebSocket socket, ConcurrentDictionary<RelayConnection, byte> members)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            var message = buffer[..received.Count];
            foreach (var (member, _) in members)
            {
                member.Enqueue(message);
            }
        }
    }
}
