namespace CoCreate.Journals;

/// <summary>The ranges that <see cref="IJournal"/> states, checked in one place so that every journal refuses the same calls.</summary>
public static class JournalArguments
{
    /// <summary>The longest name of a stream, in UTF-16 code units: the longest kind and the longest id with room to spare, and few enough that every store
    /// can use it as a key even with each character escaped.</summary>
    public const int StreamLength = 200;

    /// <summary>Refuses a name that is empty, too long, not well-formed UTF-16, or holds control characters (some stores cannot keep those).</summary>
    /// <exception cref="ArgumentException">It is out of range.</exception>
    public static void CheckStream(string stream)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stream.Length, StreamLength, nameof(stream));
        for (var index = 0; index < stream.Length; index++)
        {
            if (char.IsSurrogatePair(stream, index))
            {
                index++;
            }
            else if (char.IsSurrogate(stream[index]) || char.IsControl(stream[index]))
            {
                throw new ArgumentException($"The stream's name holds a control character or half a character at {index}.", nameof(stream));
            }
        }
    }

    /// <summary>Refuses an append that is out of range.</summary>
    /// <exception cref="ArgumentException">The name, the expected version, the count or the payload's size is out of range.</exception>
    public static void CheckAppend(string stream, long expected, JournalBatch batch)
    {
        CheckStream(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch.Count, 1, nameof(batch));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expected, long.MaxValue - batch.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch.Payload.Length, JournalBatch.MaxBytes, nameof(batch));
    }

    /// <summary>Refuses a read that is out of range.</summary>
    /// <exception cref="ArgumentException">The name is out of range or the version is negative.</exception>
    public static void CheckRead(string stream, long after)
    {
        CheckStream(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
    }

    /// <summary>Refuses a snapshot that is out of range.</summary>
    /// <exception cref="ArgumentException">The name, the version, the format's length or the payload's size is out of range.</exception>
    public static void CheckSnapshot(string stream, StoredSnapshot snapshot)
    {
        CheckStream(stream);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshot.Version, 1, nameof(snapshot));
        ArgumentException.ThrowIfNullOrEmpty(snapshot.Format, nameof(snapshot));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(snapshot.Format.Length, StoredSnapshot.MaxFormatLength, nameof(snapshot));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(snapshot.Payload.Length, StoredSnapshot.MaxBytes, nameof(snapshot));
    }
}
