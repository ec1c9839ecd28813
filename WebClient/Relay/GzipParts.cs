using System.Buffers.Binary;
using System.IO.Compression;

namespace CoCreate.Web.Relay;

/// <summary>A gzip file (RFC 1952) whose beginning is compressed once and shared, and whose end differs. It is one file with one member:
/// browsers stop reading after the first member, so joining whole files would not do.</summary>
internal sealed class GzipParts
{
    private static readonly uint[] _table = MakeTable();

    private readonly uint _check;
    private readonly uint _length;

    /// <summary>Compresses the shared beginning.</summary>
    public GzipParts(ReadOnlySpan<byte> beginning)
    {
        using var target = new MemoryStream();
        target.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 255]);
        using (var deflate = new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(beginning);

            // A flush ends on a whole byte and keeps the data open, so that further blocks can follow.
            deflate.Flush();
            Beginning = target.ToArray();
        }

        _check = Check(uint.MaxValue, beginning);
        _length = (uint)beginning.Length;
    }

    /// <summary>The compressed beginning.</summary>
    public ReadOnlyMemory<byte> Beginning { get; }

    /// <summary>The compressed rest of a file that ends with these bytes.</summary>
    public ReadOnlyMemory<byte> End(ReadOnlySpan<byte> ending)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(ending);
        }

        if (ending.IsEmpty)
        {
            // Of nothing the compressor makes nothing; this is the empty last block that a file needs all the same.
            target.Write([3, 0]);
        }

        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, ~Check(_check, ending));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length + (uint)ending.Length);
        target.Write(trailer);
        return target.ToArray();
    }

    /// <summary>CRC-32 as RFC 1952 section 8 defines it, before its final complement, so that it can be continued.</summary>
    private static uint Check(uint check, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            check = _table[(byte)(check ^ b)] ^ (check >> 8);
        }

        return check;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
