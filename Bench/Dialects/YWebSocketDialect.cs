using CoCreate.Bench.Load;

namespace CoCreate.Bench.Dialects;

/// <summary>y-websocket: a room is a path; messages are y-protocols' sync messages in binary frames.</summary>
internal sealed class YWebSocketDialect : IDialect
{
    // Sync message, update, and the update's length in two bytes.
    private const int HeadLength = 4;
    private const int UpdateLength = EditText.MessageLength - HeadLength;

    public IReadOnlyList<HandshakeStep> Handshake(Seat seat) =>
    [
        HttpUpgrade.At($"/room-{seat.Room}"),
        // Both sides say what they have (message 0, step 0); when the server does, the connection is in the room.
        new(Frames.Make([0, 0, 1, 0], isText: false), [0, 0]),
    ];

    public int WriteEdit(Span<byte> frame, Seat seat, long count, uint edit)
    {
        var message = frame.Slice(Frames.HeaderLength, EditText.MessageLength);
        message[0] = 0;
        message[1] = 2;
        YjsEdit.WriteNumber(message[2..], UpdateLength);
        YjsEdit.Write(message[HeadLength..], UpdateLength, (uint)seat.Member + 1, (uint)count, edit);
        return Frames.Seal(frame, EditText.MessageLength, isText: false);
    }

    public byte[] SignOfLife(Seat seat) => Frames.SignOfLife;
}
