using System.Buffers.Binary;

namespace CoCreate.Bench.Load;

/// <summary>
/// Ten characters inside every edit that say which edit it is: "~", eight letters of "@A…O" (four bits each, highest first) and "!".
/// They pass JSON and Yjs strings unescaped, so receivers find them in the bytes of any protocol without reading the protocol.
/// </summary>
internal static class Mark
{
    /// <summary>Bytes of a mark.</summary>
    public const int Length = 10;

    /// <summary>The first byte of a mark. It is rare in what servers send, so looking for it is one vectorised search.</summary>
    public const byte First = (byte)'~';

    private const byte Last = (byte)'!';
    private const ulong Letters = 0x4040404040404040;
    private const ulong HighHalves = 0xF0F0F0F0F0F0F0F0;

    /// <summary>Writes the mark of an edit at the start of <paramref name="place"/>.</summary>
    public static void Write(Span<byte> place, uint edit)
    {
        place[0] = First;
        for (var i = 0; i < 8; i++)
        {
            place[1 + i] = (byte)(0x40 | (edit >> (28 - 4 * i)) & 0xF);
        }

        place[9] = Last;
    }

    /// <summary>Reads the mark at the start of <paramref name="place"/>, which has at least <see cref="Length"/> bytes; false when there is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> place, out uint edit)
    {
        var halves = BinaryPrimitives.ReadUInt64BigEndian(place[1..]) ^ Letters;
        edit = 0;
        if (place[0] != First || place[9] != Last || (halves & HighHalves) != 0)
        {
            return false;
        }

        halves = (halves | halves >> 4) & 0x00FF00FF00FF00FF;
        halves = (halves | halves >> 8) & 0x0000FFFF0000FFFF;
        edit = (uint)(halves | halves >> 16);
        return true;
    }
}
