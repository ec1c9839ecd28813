using System.Buffers.Binary;

namespace CoCreate.Web.Transport;

/// <summary>Kinds of WebSocket frames (RFC 6455, section 5.2).</summary>
internal enum Opcode : byte
{
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
}

/// <summary>Why a connection is closed, as RFC 6455 section 7.4.1 numbers it.</summary>
internal enum CloseCode : ushort
{
    Normal = 1000,
    GoingAway = 1001,
    Protocol = 1002,
    Unsupported = 1003,
    Policy = 1008,
    TooBig = 1009,

    /// <summary>Registered with IANA after the RFC: too much is going on.</summary>
    TryLater = 1013,
}

/// <summary>Writes the frames of a server: whole, unfragmented and unmasked, so the same bytes serve every connection.</summary>
internal static class Frames
{
    /// <summary>Bytes of the longest header.</summary>
    public const int MaxHeader = 10;

    private const byte Final = 0x80;
    private const int OneByteLength = 125;
    private const byte TwoByteMark = 126;
    private const byte EightByteMark = 127;

    /// <summary>Puts a header right before a payload that starts at <see cref="MaxHeader"/> in <paramref name="buffer"/>.</summary>
    /// <returns>Where the frame starts.</returns>
    public static int PutHeader(Span<byte> buffer, Opcode opcode, int payload)
    {
        var start = MaxHeader - HeaderLength(payload);
        var header = buffer[start..MaxHeader];
        header[0] = (byte)(Final | (byte)opcode);
        if (payload <= OneByteLength)
        {
            header[1] = (byte)payload;
        }
        else if (payload <= ushort.MaxValue)
        {
            header[1] = TwoByteMark;
            BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)payload);
        }
        else
        {
            header[1] = EightByteMark;
            BinaryPrimitives.WriteUInt64BigEndian(header[2..], (ulong)payload);
        }

        return start;
    }

    /// <summary>A frame around a copy of a payload.</summary>
    public static ReadOnlyMemory<byte> Make(Opcode opcode, ReadOnlySpan<byte> payload)
    {
        var buffer = new byte[MaxHeader + payload.Length];
        payload.CopyTo(buffer.AsSpan(MaxHeader));
        return buffer.AsMemory(PutHeader(buffer, opcode, payload.Length));
    }

    /// <summary>Turns a whole frame into the first of a message's fragments.</summary>
    public static void MakeFirstFragment(Span<byte> frame) => frame[0] &= unchecked((byte)~Final);

    /// <summary>Turns a whole frame into the last of a message's fragments.</summary>
    public static void MakeLastFragment(Span<byte> frame) => frame[0] = Final | (byte)Opcode.Continuation;

    /// <summary>A close frame without further words.</summary>
    public static ReadOnlyMemory<byte> Close(CloseCode code)
    {
        Span<byte> payload = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        return Make(Opcode.Close, payload);
    }

    private static int HeaderLength(int payload) => payload switch
    {
        <= OneByteLength => 2,
        <= ushort.MaxValue => 4,
        _ => MaxHeader,
    };
}
