using System.Text;
using CoCreate.Bench.Load;

namespace CoCreate.Bench.Dialects;

/// <summary>A bare SignalR hub (<c>Peers/SignalRPeer.cs</c>): <c>Edit(text)</c> is sent to the group of the room.</summary>
internal sealed class SignalRDialect : IDialect
{
    private static readonly byte[] Hello = Frames.Make("{\"protocol\":\"json\",\"version\":1}\u001e"u8, isText: true);
    private static readonly byte[] Ping = Frames.Make("{\"type\":6}\u001e"u8, isText: true);
    private static readonly byte[] Before = Encoding.ASCII.GetBytes("{\"type\":1,\"target\":\"Edit\",\"arguments\":[\"");
    private static readonly byte[] After = Encoding.ASCII.GetBytes("\"]}\u001e");

    public IReadOnlyList<HandshakeStep> Handshake(Seat seat) =>
    [
        HttpUpgrade.At($"/hub?room={seat.Room}"),
        new(Hello, "{}\u001e"u8.ToArray()),
    ];

    public int WriteEdit(Span<byte> frame, Seat seat, long count, uint edit)
    {
        var message = frame.Slice(Frames.HeaderLength, EditText.MessageLength);
        Before.CopyTo(message);
        EditText.Fill(message[Before.Length..^After.Length], edit);
        After.CopyTo(message[^After.Length..]);
        return Frames.Seal(frame, EditText.MessageLength, isText: true);
    }

    public byte[] SignOfLife(Seat seat) => Ping;
}
