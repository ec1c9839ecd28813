namespace CoCreate.Journals;

/// <summary>The bounds of a <see cref="SqliteJournal"/>. A server uses these values; tests lower some to meet them sooner.</summary>
internal sealed record SqliteJournalSettings
{
    /// <summary>Payload bytes that one transaction takes at most, beyond its first batch. Bounds how long the first in line waits for the last.</summary>
    public int TransactionBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Payload bytes that may wait for the writer; past it appends are refused, so that a disk that hangs does not fill the memory.</summary>
    public long WaitingBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Pages (of 4 KiB) in the write-ahead log from which on a quiet moment is used to move them into the file. A page that was written many times is
    /// moved once, so a longer log means less work in all.</summary>
    public int CheckpointPages { get; init; } = 4_000;

    /// <summary>Pages in the write-ahead log from which on they are moved even when appends wait. Bounds the log's size, and what is read at a start after a crash.</summary>
    public int UrgentCheckpointPages { get; init; } = 16_000;

    /// <summary>Bytes that the log's file may keep after its pages were moved; SQLite cuts it to this when it starts over.</summary>
    public int LogBytesKept { get; init; } = 64 * 1024 * 1024;

    /// <summary>Connections for reading, and so reads at one moment: at most half of the processors, so that many boards being loaded after a restart leave the other
    /// half to the people who are at work.</summary>
    public int Readers { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 8);

    /// <summary>Payload bytes that one piece of a read returns at most, beyond its first batch.</summary>
    public int ChunkBytes { get; init; } = 1024 * 1024;

    /// <summary>Batches that one piece of a read returns at most.</summary>
    public int ChunkBatches { get; init; } = 512;

    /// <summary>The largest file in pages; null leaves it to the disk.</summary>
    public int? LargestFilePages { get; init; }
}
