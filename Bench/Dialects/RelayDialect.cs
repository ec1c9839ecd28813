using CoCreate.Bench.Load;

namespace CoCreate.Bench.Dialects;

/// <summary>The bare relay (<c>Peers/RelayPeer.cs</c>): a text message goes to everybody in the room as it is.</summary>
internal sealed class RelayDialect : IDialect
{
    public IReadOnlyList<HandshakeStep> Handshake(Seat seat) => [HttpUpgrade.At($"/relay/{seat.Room}")];

    public int WriteEdit(Span<byte> frame, Seat seat, long count, uint edit)
    {
        EditText.Fill(frame.Slice(Frames.HeaderLength, EditText.MessageLength), edit);
        return Frames.Seal(frame, EditText.MessageLength, isText: true);
    }

    public byte[] SignOfLife(Seat seat) => Frames.SignOfLife;
}
