namespace CoCreate.Journals;

/// <summary>Follows a stream while it is read and stops at the first batch that is damaged, missing, doubled or out of place. Every journal reads through one.</summary>
/// <param name="stream">The stream's name.</param>
/// <param name="after">The version that the read starts after.</param>
/// <param name="store">Where the stream is kept, for the message: a file or a database.</param>
public sealed class StreamCheck(string stream, long after, string store)
{
    /// <summary>The last version that was accepted.</summary>
    public long Version { get; private set; } = after;

    /// <summary>Accepts the next batch.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: it does not follow, or does not match its checksum.</exception>
    public void Accept(StoredBatch batch, ReadOnlySpan<byte> checksum)
    {
        var next = Version + 1;
        if (batch.First > next)
        {
            throw Damage(next, $"a batch is missing: versions {next} to {batch.First - 1}");
        }

        if (batch.First < next)
        {
            throw Damage(batch.First, "a batch is there twice or overlaps the one before it");
        }

        if (batch.Count < 1 || !checksum.SequenceEqual(BatchChecksum.Of(stream, batch.First, batch.Count, batch.Payload.Span)))
        {
            throw Damage(batch.First, "the batch does not match its checksum");
        }

        Version = batch.Last;
    }

    /// <summary>Ends the read at the version that the store says the stream is at.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: the last batches are missing, or there are more than there should be.</exception>
    public void End(long head)
    {
        if (Version < head)
        {
            throw Damage(Version + 1, $"a batch is missing: versions {Version + 1} to {head}");
        }

        if (Version > head)
        {
            throw Damage(head + 1, $"the stream should end at version {head}, but version {Version} is known to have been written");
        }
    }

    /// <summary>The failure to throw when the store itself reports damage while it is read.</summary>
    public JournalException Damage(long version, string what, Exception? inner = null) =>
        new(JournalFailure.Damaged, $"The stream \"{stream}\" in {store} is damaged at version {version}: {what}. Nothing was skipped or repaired. "
            + "Stop the server and restore it from a backup; keep what is damaged for examination.", inner);
}
