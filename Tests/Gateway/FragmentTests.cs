using System.Net.WebSockets;
using System.Text;
using CoCreate.Web.Relay;
using CoCreate.Web.Transport;

namespace CoCreate.Tests.Gateway;

/// <summary>R25: changes and the outcomes that they bring are one WebSocket message.</summary>
public sealed class FragmentTests
{
    [Theory]
    [InlineData(5, 7)]
    [InlineData(126, 3)]
    [InlineData(70_000, 200)]
    public async Task R25_joined_frames_arrive_as_one_message_with_both_texts_in_order(int first, int second)
    {
        var (changes, outcomes) = (new string('c', first), new string('o', second));
        var joined = FrameEncoder.Join(Frames.Make(Opcode.Text, Encoding.UTF8.GetBytes(changes)), Frames.Make(Opcode.Text, Encoding.UTF8.GetBytes(outcomes)));
        using var browser = WebSocket.CreateFromStream(new MemoryStream(joined.ToArray()), new WebSocketCreationOptions { IsServer = false });
        Assert.Equal(changes + outcomes, await ReadMessage(browser));
    }

    private static async Task<string> ReadMessage(WebSocket browser)
    {
        var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var piece = await browser.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            Assert.Equal(WebSocketMessageType.Text, piece.MessageType);
            text.Write(buffer, 0, piece.Count);
            if (piece.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }
}
