using System.Buffers.Binary;

namespace CoCreate.Journals;

/// <summary>Looks through <c>journal.db-wal</c> after an unclean end, before SQLite does.</summary>
/// <remarks>
/// SQLite takes the log's frames up to the first one that does not match its checksum and silently drops the rest: right for a transaction that was cut off by
/// a power failure, wrong for damage in the middle, which would lose commits that were acknowledged. The two can be told apart: a transaction is only begun after the
/// one before it was synced, so behind the frame that ends a cut-off transaction there is nothing of the same log. Frames of one log share two random numbers (salts).
/// Format: https://sqlite.org/fileformat2.html#walformat
/// </remarks>
internal static class SqliteJournalLog
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;

    /// <summary>Refuses a log with damage before its last transaction.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>.</exception>
    public static void Check(string journalPath, int pageSize)
    {
        var path = journalPath + "-wal";
        if (!File.Exists(path))
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1024 * 1024);
        var header = new byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return;
        }

        var frame = new byte[FrameHeaderLength + pageSize];
        if (!IsSound(header, pageSize))
        {
            // No header, no salts to compare: a log that was being begun has nothing behind its header that was ever acknowledged, and so no whole frame.
            if (file.Length >= HeaderLength + frame.Length)
            {
                throw SqliteJournalFailures.Damaged(path, "its first bytes were overwritten");
            }

            return;
        }

        CheckFrames(file, header, frame, path);
    }

    private static void CheckFrames(FileStream file, byte[] header, byte[] frame, string path)
    {
        var checksum = ReadSums(header.AsSpan(24));
        var number = 0;
        var broken = 0;
        var endAfterBroken = 0;
        while (file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            number++;
            var isOfThisLog = frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8));
            if (broken == 0)
            {
                checksum = FrameChecksum(header, frame, checksum);
                broken = isOfThisLog && checksum == ReadSums(frame.AsSpan(16)) ? 0 : number;
            }

            if (broken != 0 && isOfThisLog && endAfterBroken != 0)
            {
                throw SqliteJournalFailures.Damaged(path, $"page {broken} of its log does not match its checksum, and commits follow it");
            }

            if (broken != 0 && isOfThisLog && BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(4)) != 0)
            {
                endAfterBroken = number;
            }
        }
    }
    private static bool IsSound(byte[] header, int pageSize) =>
        (BinaryPrimitives.ReadUInt32BigEndian(header) | 1) == 0x377F0683
        && BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(8)) == pageSize
        && Checksum(header, header.AsSpan(0, 24), (0, 0)) == ReadSums(header.AsSpan(24));

    private static (uint, uint) ReadSums(ReadOnlySpan<byte> bytes) =>
        (BinaryPrimitives.ReadUInt32BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]));

    /// <summary>A frame's checksum goes on from that of the frame before it, over the first 8 bytes of its header and its page.</summary>
    private static (uint, uint) FrameChecksum(byte[] header, byte[] frame, (uint, uint) before) =>
        Checksum(header, frame.AsSpan(FrameHeaderLength), Checksum(header, frame.AsSpan(0, 8), before));

    /// <summary>Two running sums over pairs of 32-bit words; the header's first number says in which byte order they are.</summary>
    private static (uint, uint) Checksum(byte[] header, ReadOnlySpan<byte> bytes, (uint First, uint Second) sums)
    {
        var isBigEndian = (header[3] & 1) == 1;
        var (first, second) = sums;
        for (var index = 0; index + 8 <= bytes.Length; index += 8)
        {
            first += Word(bytes[index..], isBigEndian) + second;
            second += Word(bytes[(index + 4)..], isBigEndian) + first;
        }

        return (first, second);
    }

    private static uint Word(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
