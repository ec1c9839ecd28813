using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Journals;

/// <summary>The checksum that is stored beside every batch and every snapshot and verified each time one is read.</summary>
/// <remarks>
/// SHA-256, for these reasons: it is in the runtime and in every store's own tools, it costs about a microsecond for a usual batch (processors have instructions
/// for it), no damage of any shape passes it, and two histories with equal checksums are equal, which a restored backup can be compared by. It guards against accidents;
/// whoever can write the store can also write a fitting checksum. Name, version and count are part of it, so that an intact batch in the wrong place is found as well.
/// </remarks>
public static class BatchChecksum
{
    /// <summary>The length of a checksum in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>The checksum of a batch. All of it is stored for ever: the order and width of the fields never change.</summary>
    public static byte[] Of(string stream, long first, int count, ReadOnlySpan<byte> payload) => Hash(stream, first, count, payload);

    /// <summary>The checksum of a snapshot. Its format stands where a batch has its count.</summary>
    public static byte[] Of(string stream, StoredSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Hash(snapshot.Format + "\n" + stream, snapshot.Version, -1, snapshot.Payload.Span);
    }

    /// <summary>The hash of: the name's length in bytes (4), the name in UTF-8, the version (8), the count (4), the payload; numbers are little-endian.</summary>
    private static byte[] Hash(string name, long version, int count, ReadOnlySpan<byte> payload)
    {
        var nameLength = Encoding.UTF8.GetByteCount(name);
        Span<byte> head = stackalloc byte[4 + Encoding.UTF8.GetMaxByteCount(JournalArguments.StreamLength + StoredSnapshot.MaxFormatLength + 1) + 12];
        BinaryPrimitives.WriteInt32LittleEndian(head, nameLength);
        Encoding.UTF8.GetBytes(name, head[4..]);
        BinaryPrimitives.WriteInt64LittleEndian(head[(4 + nameLength)..], version);
        BinaryPrimitives.WriteInt32LittleEndian(head[(12 + nameLength)..], count);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head[..(16 + nameLength)]);
        hash.AppendData(payload);
        return hash.GetHashAndReset();
    }
}
