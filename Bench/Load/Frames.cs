using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CoCreate.Bench.Load;

/// <summary>WebSocket frames as a client sends them (RFC 6455, section 5).</summary>
internal static class Frames
{
    /// <summary>Bytes before the payload of a frame that <see cref="Seal"/> makes.</summary>
    public const int HeaderLength = 8;

    private const byte Text = 0x81;
    private const byte Binary = 0x82;
    private const byte Pong = 0x8A;

    // Any mask is as good as another between programs that trust each other; what matters is that the server has to take it off.
    private static readonly byte[] Mask = [0x37, 0xFA, 0x21, 0x3D];

    /// <summary>An unasked-for pong: servers that look for dead connections take it as a sign of life.</summary>
    public static readonly byte[] SignOfLife = [Pong, 0x80, .. Mask];

    /// <summary>Turns <c>frame[HeaderLength..][..payloadLength]</c> (126 to 65,535 bytes) into a frame in place and returns the frame's length.</summary>
    public static int Seal(Span<byte> frame, int payloadLength, bool isText)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(payloadLength, 126);
        frame[0] = isText ? Text : Binary;
        frame[1] = 0x80 | 126;
        BinaryPrimitives.WriteUInt16BigEndian(frame[2..], checked((ushort)payloadLength));
        Mask.CopyTo(frame[4..]);
        Apply(frame.Slice(HeaderLength, payloadLength));
        return HeaderLength + payloadLength;
    }

    /// <summary>A frame with a short payload of at most 125 bytes, or a longer one.</summary>
    public static byte[] Make(ReadOnlySpan<byte> payload, bool isText)
    {
        if (payload.Length >= 126)
        {
            var frame = new byte[HeaderLength + payload.Length];
            payload.CopyTo(frame.AsSpan(HeaderLength));
            Seal(frame, payload.Length, isText);
            return frame;
        }

        byte[] small = [isText ? Text : Binary, (byte)(0x80 | payload.Length), .. Mask, .. payload];
        Apply(small.AsSpan(6));
        return small;
    }

    private static void Apply(Span<byte> payload)
    {
        var mask = MemoryMarshal.Read<uint>(Mask);
        var words = MemoryMarshal.Cast<byte, uint>(payload);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] ^= mask;
        }

        for (var i = words.Length * 4; i < payload.Length; i++)
        {
            payload[i] ^= Mask[i % 4];
        }
    }
}
