namespace CoCreate.Journals;

/// <summary>The bounds of a <see cref="PostgresJournal"/>. A server uses these values; tests lower some to meet them sooner.</summary>
internal sealed record PostgresJournalSettings
{
    /// <summary>Payload bytes that one transaction takes at most, beyond its first batch. Bounds how long the first in line waits for the last.</summary>
    public int TransactionBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Payload bytes that may wait for a writer; past it writes are refused, so that a database that hangs does not fill the memory.</summary>
    public long WaitingBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How long a new connection may take. A group of writes waits for it once, and is then refused.</summary>
    public TimeSpan ConnectPatience { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a server that starts asks again for a database that does not answer: it may be starting too, or have its hands full.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a commit or a piece of a read may take before its outcome is given up as unknown. Shorter than what the callers of grains wait.</summary>
    public TimeSpan CommandPatience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a snapshot may take, which can be large and which nobody waits for.</summary>
    public TimeSpan SnapshotPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Reads at one moment, each with a connection of its own: enough to load many boards at once after a restart, few enough to leave the
    /// database's other connections to other processes.</summary>
    public int Readers { get; init; } = 8;

    /// <summary>Payload bytes that one piece of a read returns at most, beyond its first batch.</summary>
    public int ChunkBytes { get; init; } = 1024 * 1024;

    /// <summary>Batches that one piece of a read returns at most.</summary>
    public int ChunkBatches { get; init; } = 512;

    /// <summary>Names that one piece of a list of streams returns at most.</summary>
    public int ChunkNames { get; init; } = 1_000;
}
