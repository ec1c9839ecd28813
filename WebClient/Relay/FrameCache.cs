namespace CoCreate.Web.Relay;

/// <summary>Whom a frame that several viewers get is for.</summary>
internal enum FrameAudience
{
    /// <summary>Everyone on the board.</summary>
    Everyone,
    /// <summary>All hosts.</summary>
    Hosts,
    /// <summary>All pages of other sites that show the board.</summary>
    Onlookers,
}

/// <summary>Frames that several viewers get, each made once. Most of a room stands at the same place, so a few entries are enough.</summary>
internal sealed class FrameCache(Ring ring, int frameBytes)
{
    private const int MaxEntries = 32;

    private readonly List<Entry> _entries = [];
    private readonly List<(long From, long To)> _ends = [];

    /// <summary>Forgets what was made: there are newer events.</summary>
    public void Clear()
    {
        _entries.Clear();
        _ends.Clear();
    }

    /// <summary>The last seq of the frame that starts here.</summary>
    public long EndFrom(long from)
    {
        foreach (var known in _ends)
        {
            if (known.From == from)
            {
                return known.To;
            }
        }

        var to = ring.EndOfFrame(from, frameBytes);
        MakeRoom(_ends);
        _ends.Add((from, to));
        return to;
    }

    /// <summary>The frame with these events.</summary>
    public ReadOnlyMemory<byte> Find(long from, long to, FrameAudience audience)
    {
        foreach (var entry in _entries)
        {
            if (entry.From == from && entry.To == to && entry.Audience == audience)
            {
                return entry.Frame;
            }
        }

        var frame = audience == FrameAudience.Onlookers
            ? FrameEncoder.OnlookersChanges(ring, from, to)
            : FrameEncoder.Changes(ring, from, to, audience == FrameAudience.Hosts, participant: null);
        MakeRoom(_entries);
        _entries.Add(new Entry(from, to, audience, frame));
        return frame;
    }

    private static void MakeRoom<T>(List<T> list)
    {
        if (list.Count == MaxEntries)
        {
            list.RemoveAt(0);
        }
    }

    private readonly record struct Entry(long From, long To, FrameAudience Audience, ReadOnlyMemory<byte> Frame);
}
