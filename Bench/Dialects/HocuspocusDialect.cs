using System.Text;
using CoCreate.Bench.Load;

namespace CoCreate.Bench.Dialects;

/// <summary>Hocuspocus 4: every message begins with the document's name; a token is sent before the first sync.</summary>
internal sealed class HocuspocusDialect : IDialect
{
    private const byte Sync = 0;
    private const byte Authentication = 2;
    private const byte QueryAwareness = 3;
    private static readonly byte[] Token = [Authentication, 0, 5, .. "bench"u8];
    private static readonly byte[] NothingYet = [Sync, 0, 1, 0];

    public IReadOnlyList<HandshakeStep> Handshake(Seat seat) =>
    [
        HttpUpgrade.At("/"),
        new(Message(seat, Token), "read-write"u8.ToArray()),
        // Answered with sync step 2 for this document.
        new(Message(seat, NothingYet), [.. Name(seat), Sync, 1]),
    ];

    public int WriteEdit(Span<byte> frame, Seat seat, long count, uint edit)
    {
        var message = frame.Slice(Frames.HeaderLength, EditText.MessageLength);
        var name = Name(seat);
        name.CopyTo(message);
        message[name.Length] = Sync;
        message[name.Length + 1] = 2;
        var updateLength = EditText.MessageLength - name.Length - 4;
        YjsEdit.WriteNumber(message[(name.Length + 2)..], (uint)updateLength);
        YjsEdit.Write(message[(name.Length + 4)..], updateLength, (uint)seat.Member + 1, (uint)count, edit);
        return Frames.Seal(frame, EditText.MessageLength, isText: false);
    }

    public byte[] SignOfLife(Seat seat) => Message(seat, [QueryAwareness]);

    private static byte[] Message(Seat seat, byte[] body) => Frames.Make([.. Name(seat), .. body], isText: false);

    private static byte[] Name(Seat seat)
    {
        var name = $"room-{seat.Room}";
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name)];
    }
}
