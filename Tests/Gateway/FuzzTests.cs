using System.Net.Sockets;
using System.Text;

namespace CoCreate.Tests.Gateway;

/// <summary>R3 over raw sockets: whatever a connection sends, the server lives, and another connection goes on working.</summary>
public sealed class FuzzTests
{
    private static readonly string[] _seeds =
    [
        "{\"protocol\":\"json\",\"version\":1}\u001e",
        "{\"protocol\":\"messagepack\",\"version\":99}\u001e",
        "{\"type\":6}\u001e",
        "{\"type\":7}\u001e",
        "{\"type\":1,\"target\":\"Submit\",\"arguments\":[[{\"number\":1,\"command\":{\"type\":\"addIdea\"}}]]}\u001e",
        "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Join\",\"arguments\":[{\"board\":\"b\",\"client\":\"c\",\"epoch\":0,\"seq\":-1}]}\u001e",
        "{\"type\":1,\"target\":\"Present\",\"arguments\":[{\"cursor\":[1e308,-1e308],\"selection\":[],\"typing\":\"\",\"drag\":null}]}\u001e",
        "{\"arguments\":[[]],\"target\":\"Submit\",\"type\":1}\u001e",
        "[[[[[[[[[[[[[[[[[[[[[[",
        "\u001e\u001e\u001e",
    ];

    [Fact]
    public async Task R3_no_sequence_of_frames_ends_the_server_or_disturbs_another_connection()
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 0);
        var witness = room.Tabs[0];
        foreach (var seed in LongRun.Seeds(150, first: 0))
        {
            await Attack(host.Address, room.People[0].Cookie!, new Random(seed));
            if (seed % 10 == 0)
            {
                await witness.Hub.Submit((witness.Last + 1, Room.Idea($"idea-witness-{seed}")));
                var expected = witness.Last + 1;
                await witness.FollowUntil(() => witness.Last == expected);
            }
        }

        Assert.Equal(await room.Truth(witness), witness.Canonical());
    }

    private static async Task Attack(Uri server, string cookie, Random random)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port);
        var stream = socket.GetStream();
        var upgrade = $"GET /hub HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: {cookie}\r\n\r\n";
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(upgrade));
            if (random.Next(3) > 0)
            {
                await stream.WriteAsync(Frame(random, Encoding.UTF8.GetBytes(_seeds[0]), 0x81));
            }

            for (var i = random.Next(1, 6); i > 0; i--)
            {
                await stream.WriteAsync(NextFrame(random));
            }

            // Waits for an answer of any kind as often as it just leaves.
            if (random.Next(2) == 0)
            {
                _ = await stream.ReadAsync(new byte[256].AsMemory()).AsTask().WaitAsync(HubClient.Patience);
            }
        }
        catch (IOException)
        {
            // The server has had enough of this connection, as it may.
        }
    }

    private static byte[] NextFrame(Random random)
    {
        var text = Encoding.UTF8.GetBytes(_seeds[random.Next(_seeds.Length)]);
        for (var i = random.Next(4); i > 0; i--)
        {
            text[random.Next(text.Length)] = (byte)random.Next(256);
        }

        return random.Next(5) switch
        {
            0 => Frame(random, text, (byte)random.Next(256)),
            1 => Frame(random, new byte[random.Next(70_000)], 0x81),
            2 => [.. text, .. Frame(random, text, 0x81)],
            3 => Frame(random, text[..random.Next(text.Length)], 0x01),
            _ => Frame(random, text, 0x81),
        };
    }

    private static byte[] Frame(Random random, byte[] payload, byte first)
    {
        var isMasked = random.Next(8) > 0;
        var flag = isMasked ? 0x80 : 0;
        byte[] length = payload.Length switch
        {
            < 126 => [(byte)(flag | payload.Length)],
            < 65_536 => [(byte)(flag | 126), (byte)(payload.Length >> 8), (byte)payload.Length],
            _ => [(byte)(flag | 127), 0, 0, 0, 0, 0, (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length],
        };
        var mask = new byte[4];
        random.NextBytes(mask);
        return isMasked ? [first, .. length, .. mask, .. payload.Select((b, i) => (byte)(b ^ mask[i % 4]))] : [first, .. length, .. payload];
    }
}
