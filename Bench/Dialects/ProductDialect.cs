using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CoCreate.Bench.Load;

namespace CoCreate.Bench.Dialects;

/// <summary>Where somebody may enter: a board, who they are, and what they have of the board already.</summary>
/// <param name="Board">The board's id.</param>
/// <param name="Cookie">The value of their Cookie header.</param>
/// <param name="Epoch">The epoch of what they have.</param>
/// <param name="Seq">The version of what they have.</param>
internal sealed record Ticket(string Board, string Cookie, long Epoch, long Seq);

/// <summary>The product (docs/PROTOCOL.md): SignalR's JSON protocol, a join from a known version, and edits that retitle one's own idea.</summary>
internal sealed class ProductDialect : IDialect
{
    private static readonly byte[] Hello = Frames.Make("{\"protocol\":\"json\",\"version\":1}\u001e"u8, isText: true);
    private static readonly byte[] Ping = Frames.Make("{\"type\":6}\u001e"u8, isText: true);
    private static readonly byte[] BeforeNumber = Encoding.ASCII.GetBytes("{\"type\":1,\"target\":\"Submit\",\"arguments\":[[{\"number\":");
    private static readonly byte[] BeforeIdea = Encoding.ASCII.GetBytes(",\"command\":{\"type\":\"retitleIdea\",\"id\":\"");
    private static readonly byte[] BeforeTitle = Encoding.ASCII.GetBytes("\",\"title\":\"");
    private static readonly byte[] AfterTitle = Encoding.ASCII.GetBytes("\"}}]]}\u001e");
    private readonly ConcurrentDictionary<Seat, Ticket> _tickets = new();

    /// <summary>The id of the idea that a member edits.</summary>
    public static string IdeaOf(int member) => string.Create(CultureInfo.InvariantCulture, $"bench-idea-{member:000000}");

    /// <summary>The id of a member's browser session.</summary>
    public static string ClientOf(Seat seat) => string.Create(CultureInfo.InvariantCulture, $"bench-client-{seat.Room}-{seat.Member}");

    /// <summary>Lets somebody in, or changes what they have.</summary>
    public void Admit(Seat seat, Ticket ticket) => _tickets[seat] = ticket;

    /// <summary>What somebody was admitted with.</summary>
    public Ticket TicketOf(Seat seat) => _tickets[seat];

    public IReadOnlyList<HandshakeStep> Handshake(Seat seat) => Handshake(seat, _tickets[seat]);

    /// <summary>The steps by which somebody enters with a ticket.</summary>
    public static IReadOnlyList<HandshakeStep> Handshake(Seat seat, Ticket ticket)
    {
        var join = Encoding.UTF8.GetBytes(JoinMessage(seat, ticket));
        return
        [
            HttpUpgrade.At("/hub", $"Origin: http://localhost\r\nCookie: {ticket.Cookie}\r\n"),
            new(Hello, "{}\u001e"u8.ToArray()),
            new(Frames.Make(join, isText: true), "\"status\":\"live\""u8.ToArray()),
        ];
    }

    /// <summary>The call that shows a board to a connection.</summary>
    public static string JoinMessage(Seat seat, Ticket ticket) => string.Create(CultureInfo.InvariantCulture,
        $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Join\",\"arguments\":[{{\"board\":\"{ticket.Board}\",\"client\":\"{ClientOf(seat)}\",\"epoch\":{ticket.Epoch},\"seq\":{ticket.Seq}}}]}}\u001e");

    public int WriteEdit(Span<byte> frame, Seat seat, long count, uint edit)
    {
        var message = frame.Slice(Frames.HeaderLength, EditText.MessageLength);
        var at = Put(message, 0, BeforeNumber);
        (count + 1).TryFormat(message[at..], out var digits, provider: CultureInfo.InvariantCulture);
        at = Put(message, at + digits, BeforeIdea);
        at += Encoding.ASCII.GetBytes(IdeaOf(seat.Member), message[at..]);
        at = Put(message, at, BeforeTitle);
        EditText.Fill(message[at..^AfterTitle.Length], edit);
        AfterTitle.CopyTo(message[^AfterTitle.Length..]);
        return Frames.Seal(frame, EditText.MessageLength, isText: true);
    }

    // "retry" and "resync".
    public byte[] Alarm { get; } = Encoding.ASCII.GetBytes("\"target\":\"re");

    public byte[] SignOfLife(Seat seat) => Ping;

    private static int Put(Span<byte> message, int at, byte[] text)
    {
        text.CopyTo(message[at..]);
        return at + text.Length;
    }
}
