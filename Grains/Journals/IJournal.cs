namespace CoCreate.Journals;

/// <summary>Where streams of batches are kept. One stream belongs to one grain; its name is "board/{id}", "participant/{id}" or "code/{code}".</summary>
/// <remarks>Implementations translate their driver's errors to <see cref="JournalException"/> at one seam. Every implementation passes the same contract suite.</remarks>
public interface IJournal
{
    /// <summary>Appends a batch after version <paramref name="expected"/>; it holds versions <c>expected + 1 … expected + count</c>.
    /// Completes when the batch is durable: it survives the death of the process and, as far as the store can promise it, of the machine.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Conflict"/>: the stream is at another version; nothing was written.
    /// <see cref="JournalFailure.Full"/>: no room; nothing was written. <see cref="JournalFailure.Unknown"/>: it may or may not have been written.</exception>
    ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation);

    /// <summary>The batches after version <paramref name="after"/>, in order, without a gap. <paramref name="after"/> is 0 or the last version of a batch.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: a batch does not match its checksum, or one is missing; the message names stream and version.</exception>
    IAsyncEnumerable<StoredBatch> Read(string stream, long after, CancellationToken cancellation);

    /// <summary>The latest readable snapshot, or null. A damaged one counts as none: snapshots are a cache.</summary>
    ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation);

    /// <summary>Keeps a snapshot in place of an earlier one. A failure is harmless to the stream.</summary>
    ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation);

    /// <summary>Deletes every snapshot of every stream. Changes nothing but the time that loading takes.</summary>
    ValueTask DeleteSnapshots(CancellationToken cancellation);
}

/// <summary>A batch to append: the encoded events of one commit.</summary>
/// <param name="Count">How many versions it takes, 1 or more.</param>
/// <param name="Payload">The events; opaque to the journal, at most <see cref="MaxBytes"/> bytes.</param>
public readonly record struct JournalBatch(int Count, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The largest payload in bytes. Chosen so that one batch fits one transaction of every store (Azure Tables: 4 MiB with its overhead).</summary>
    public const int MaxBytes = 3 * 1024 * 1024;
}

/// <summary>A batch as it was read.</summary>
/// <param name="First">Its first version.</param>
/// <param name="Count">How many versions it holds.</param>
/// <param name="Payload">The encoded events.</param>
public readonly record struct StoredBatch(long First, int Count, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Its last version.</summary>
    public long Last => First + Count - 1;
}

/// <summary>A snapshot of a stream's state.</summary>
/// <param name="Version">The version it is of.</param>
/// <param name="Format">Which code can read it; a reader that meets another format ignores the snapshot.</param>
/// <param name="Payload">The encoded state.</param>
public sealed record StoredSnapshot(long Version, string Format, ReadOnlyMemory<byte> Payload);

/// <summary>What went wrong in a journal, as far as the caller's next step depends on it.</summary>
public enum JournalFailure
{
    /// <summary>The stream is at another version: another activation was faster. Nothing was written. Reload.</summary>
    Conflict,
    /// <summary>There is no room. Nothing was written. Refuse, and try again when there is room.</summary>
    Full,
    /// <summary>What is stored is damaged, truncated or of an unknown format. Do not go on.</summary>
    Damaged,
    /// <summary>The store cannot be reached or cannot be written; nothing was written.</summary>
    Unavailable,
    /// <summary>It is not known whether the batch was written. Reload.</summary>
    Unknown,
}

/// <summary>A journal's failure, with a message for the person who runs the server: what is wrong with what, and what to do.</summary>
public sealed class JournalException : Exception
{
    /// <summary>Makes a failure.</summary>
    public JournalException(JournalFailure failure, string message, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    /// <summary>What went wrong.</summary>
    public JournalFailure Failure { get; }
}
