namespace CoCreate.Boards;

/// <summary>The latest committed events, so that relays and browsers can go on after a short break without a snapshot.</summary>
internal sealed class RecentEvents
{
    private const long MostBytes = 16 * 1024 * 1024;
    private readonly Queue<CommittedEvent> _events = new();
    private long _bytes;

    /// <summary>Version of the latest event, or of the board when nothing was added yet.</summary>
    public long Last { get; private set; }

    /// <summary>Starts after <paramref name="seq"/> with nothing.</summary>
    public void Reset(long seq)
    {
        _events.Clear();
        _bytes = 0;
        Last = seq;
    }

    /// <summary>Adds the event after <see cref="Last"/>, and forgets the oldest where there are too many.</summary>
    public void Add(CommittedEvent committed)
    {
        _events.Enqueue(committed);
        _bytes += Size(committed);
        Last++;
        while (_events.Count > Limits.RecentEvents || (_bytes > MostBytes && _events.Count > 1))
        {
            _bytes -= Size(_events.Dequeue());
        }
    }

    /// <summary>The events after <paramref name="seq"/>, or null when that is too long ago or was never reached.</summary>
    public CommittedEvent[]? After(long seq)
    {
        var missed = Last - seq;
        return missed < 0 || missed > _events.Count ? null : [.. _events.Skip(_events.Count - (int)missed)];
    }

    private static long Size(CommittedEvent committed) =>
        committed.Everyone.Length + committed.Hosts.Length + committed.Private.Sum(p => p.Patches.Length);
}
