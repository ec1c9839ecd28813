namespace CoCreate.Bench.Dialects;

/// <summary>Who a connection is: member <c>Member</c> of room <c>Room</c>; both count from 0.</summary>
internal readonly record struct Seat(int Room, int Member);

/// <summary>One step of becoming live: what to send, and what the answer contains when it went well.</summary>
/// <param name="Send">Bytes to send.</param>
/// <param name="Expect">Bytes that the answer contains.</param>
internal sealed record HandshakeStep(byte[] Send, byte[] Expect);

/// <summary>How to talk to one kind of server: everything that the load generator has to know about a protocol.</summary>
internal interface IDialect
{
    /// <summary>The steps from an open socket to a connection that receives its room's edits.</summary>
    IReadOnlyList<HandshakeStep> Handshake(Seat seat);

    /// <summary>Writes one edit of about <see cref="EditText.MessageLength"/> bytes that contains the mark of <paramref name="edit"/>,
    /// as the bytes that go into the socket, and returns how many there are.</summary>
    /// <param name="frame">Where to write; 512 bytes or more.</param>
    /// <param name="seat">Whose edit it is.</param>
    /// <param name="count">How many edits this connection has sent before.</param>
    /// <param name="edit">The edit's number.</param>
    int WriteEdit(Span<byte> frame, Seat seat, long count, uint edit);

    /// <summary>How messages begin that say that the server could not do what it was asked to; empty where there are none.</summary>
    byte[] Alarm => [];

    /// <summary>What a client sends every few seconds so that the server does not take it for dead.</summary>
    byte[] SignOfLife(Seat seat);
}
