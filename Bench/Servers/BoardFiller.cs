using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using CoCreate.Bench.Dialects;

namespace CoCreate.Bench.Servers;

/// <summary>Puts ideas on a board of the product, as a browser would that pastes many at once.</summary>
internal static class BoardFiller
{
    private const int IdeasPerMessage = 64;

    // A person may send so many commands at once; who has more to say has to wait.
    private const int IdeasPerPerson = Limits.CommandBurst * 9 / 10;

    /// <summary>Adds ideas and returns when they are durable.</summary>
    /// <param name="port">The server's port.</param>
    /// <param name="board">The board's id.</param>
    /// <param name="cookies">People on it: one for each 900 ideas.</param>
    /// <param name="count">How many.</param>
    public static async Task AddIdeasAsync(int port, string board, IReadOnlyList<string> cookies, int count)
    {
        using var api = new ProductApi(port);
        foreach (var (person, ideas) in Enumerable.Range(0, count).Chunk(IdeasPerPerson).Index())
        {
            var (epoch, seq, _) = await api.FetchSnapshotAsync(board, cookies[person], compressed: false);
            await AddIdeasAsync(port, new(board, cookies[person], epoch, seq), ideas);
        }
    }

    private static async Task AddIdeasAsync(int port, Ticket ticket, int[] ideas)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", ticket.Cookie);
        socket.Options.SetRequestHeader("Origin", $"http://localhost:{port}");
        await socket.ConnectAsync(new($"ws://localhost:{port}/hub"), CancellationToken.None);
        await SendAsync(socket, "{\"protocol\":\"json\",\"version\":1}\u001e");
        await ReceiveUntilAsync(socket, "{}\u001e");
        // The room is nobody's, so that this browser session is none of the crowd's.
        await SendAsync(socket, ProductDialect.JoinMessage(new(-1, ideas[0]), ticket));
        await ReceiveUntilAsync(socket, "\"status\":\"live\"");
        foreach (var numbers in Enumerable.Range(1, ideas.Length).Chunk(IdeasPerMessage))
        {
            var commands = numbers.Select(number => Describe(number, ideas[number - 1]));
            await SendAsync(socket, $"{{\"type\":1,\"target\":\"Submit\",\"arguments\":[[{string.Join(',', commands)}]]}}\u001e");
            await ReceiveUntilAsync(socket, string.Create(CultureInfo.InvariantCulture, $"\"number\":{numbers[^1]},"));
        }
    }

    private static string Describe(int number, int idea) => string.Create(CultureInfo.InvariantCulture,
        $$$"""
        {"number":{{{number}}},"command":{"type":"addIdea","id":"{{{ProductDialect.IdeaOf(idea)}}}","title":"An idea that somebody had, number {{{idea}}}",
        "body":"It says in a few more words what one would do, for whom, and why it is worth a try.","colour":"sun",
        "x":{{{idea % 100 * 240}}},"y":{{{idea / 100 * 160}}},"group":""}}
        """);

    private static Task SendAsync(WebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    // Text that is cut by the end of a piece is found in what was collected.
    private static async Task ReceiveUntilAsync(WebSocket socket, string expected)
    {
        var collected = new StringBuilder();
        var buffer = new byte[65_536];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!collected.ToString().Contains(expected, StringComparison.Ordinal))
        {
            var received = await socket.ReceiveAsync(buffer, limit.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"The server closed the connection: {socket.CloseStatusDescription}. It last said: {collected}");
            }

            collected.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
    }
}
