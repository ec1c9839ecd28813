namespace CoCreate.Journals;

/// <summary>Where streams of batches are kept. One stream belongs to one grain; its name is "board/{id}", "participant/{id}" or "code/{code}".</summary>
/// <remarks>
/// A stream that was never appended to is empty and at version 0; it needs no making. Names are 1 to <see cref="JournalArguments.StreamLength"/>
/// UTF-16 code units of well-formed text without control characters, and differ when any code unit differs.
/// All members may be called at the same time, for the same and for different streams. Breaking a stated range is the caller's bug and throws
/// <see cref="ArgumentException"/>. Every other failure is a <see cref="JournalException"/>: implementations translate their driver's errors at one seam,
/// and after disposal everything fails as <see cref="JournalFailure.Unavailable"/>. Every implementation passes the same contract suite.
/// </remarks>
public interface IJournal
{
    /// <summary>Appends a batch after version <paramref name="expected"/> (0 or more); it holds versions <c>expected + 1 … expected + count</c>.
    /// Completes when the batch is durable: it survives the death of the process and, as far as the store can promise it, of the machine.</summary>
    /// <remarks>Appends to one stream are taken in the order of the calls, so a second one may be sent before the first completes; it then fails with
    /// <see cref="JournalFailure.Conflict"/> when the first one fails. The payload must stay unchanged until completion and is not kept beyond it.
    /// Cancelling works until the batch is taken for writing, and then <see cref="OperationCanceledException"/> means that nothing was or will be written;
    /// later it does nothing, and the outcome is told as usual.</remarks>
    /// <exception cref="JournalException"><see cref="JournalFailure.Conflict"/>: the stream is at another version; nothing was written.
    /// <see cref="JournalFailure.Full"/>: no room; nothing was written. <see cref="JournalFailure.Unavailable"/>: the store cannot be reached or written; nothing was
    /// written. <see cref="JournalFailure.Damaged"/>: the stored stream cannot be appended to; nothing was written.
    /// <see cref="JournalFailure.Unknown"/>: it may or may not have been written; reading the stream tells.</exception>
    ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation);

    /// <summary>The batches after version <paramref name="after"/>, in order, without a gap: at least all that were durable when the read began, and perhaps
    /// some that came meanwhile. <paramref name="after"/> is 0 or the last version of a batch.</summary>
    /// <remarks>Payloads are the caller's to keep. A reader that pauses holds up nobody.</remarks>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: a batch does not match its checksum, one is missing or there twice, or the stream ends
    /// before <paramref name="after"/>; the message names stream and version, and all batches before it were returned.
    /// <see cref="JournalFailure.Unavailable"/>: the store cannot be read at the moment.</exception>
    IAsyncEnumerable<StoredBatch> Read(string stream, long after, CancellationToken cancellation);

    /// <summary>The names of all streams that were ever appended to, each once, in no promised order. Streams born while it lists may be missing.</summary>
    /// <remarks>A reader that pauses holds up nobody.</remarks>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: the list of streams cannot be read whole.
    /// <see cref="JournalFailure.Unavailable"/>: the store cannot be read at the moment.</exception>
    IAsyncEnumerable<string> Streams(CancellationToken cancellation);

    /// <summary>The latest readable snapshot, or null. A damaged one counts as none: snapshots are a cache.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Unavailable"/>: the store cannot be read at the moment.</exception>
    ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation);

    /// <summary>Keeps a snapshot in place of an earlier one, whatever their versions. A failure is harmless to the stream: the earlier snapshot stays, or none.</summary>
    /// <exception cref="JournalException">It was not kept, or (<see cref="JournalFailure.Unknown"/>) perhaps not.</exception>
    ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation);

    /// <summary>Deletes every snapshot of every stream. Changes nothing but the time that loading takes.</summary>
    /// <exception cref="JournalException">They may still be there.</exception>
    ValueTask DeleteSnapshots(CancellationToken cancellation);
}

/// <summary>A batch to append: the encoded events of one commit.</summary>
/// <param name="Count">How many versions it takes, 1 or more.</param>
/// <param name="Payload">The events; opaque to the journal, 0 to <see cref="MaxBytes"/> bytes.</param>
public readonly record struct JournalBatch(int Count, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The largest payload in bytes. Chosen so that one batch fits one transaction of every store: Azure Tables takes 4 MiB with all that
    /// is around it, and bytes travel there in base 64, four for three.</summary>
    public const int MaxBytes = 44 * 64 * 1024;
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
/// <param name="Version">The version it is of, 1 or more; the stream has reached it.</param>
/// <param name="Format">Which code can read it, 1 to <see cref="MaxFormatLength"/> characters; a reader that meets another format ignores the snapshot.</param>
/// <param name="Payload">The encoded state, 0 to <see cref="MaxBytes"/> bytes.</param>
public sealed record StoredSnapshot(long Version, string Format, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The largest payload in bytes: the fullest board that <see cref="Limits"/> allows, compressed, with room to spare. A store that cannot
    /// keep one in one piece cuts it up.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The longest format name, in UTF-16 code units.</summary>
    public const int MaxFormatLength = 100;
}

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

/// <summary>A journal's failure, with a message for the person who runs the server: what is wrong with what, and what to do. A grain that cannot go on throws it
/// to its callers, who may be in another process.</summary>
[GenerateSerializer, Alias("JournalException")]
public sealed class JournalException : Exception
{
    /// <summary>Makes a failure.</summary>
    public JournalException(JournalFailure failure, string message, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    /// <summary>What went wrong.</summary>
    [Id(0)]
    public JournalFailure Failure { get; }
}
