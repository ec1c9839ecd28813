using CoCreate.Boards;

namespace CoCreate.Web.Relay;

/// <summary>The recent committed events of one board, in order and without a gap. Used on the relay's own turns alone.</summary>
/// <param name="maxEvents">Events kept at most.</param>
/// <param name="maxBytes">Bytes of patches kept at most; the newest event stays whatever its size.</param>
internal sealed class Ring(int maxEvents, long maxBytes)
{
    /// <summary>A power of two, as every later capacity is.</summary>
    private const int SmallestCapacity = 64;

    /// <summary>What an event costs beside its patches, in bytes; an event without patches is not free.</summary>
    private const int EventOverhead = 160;

    private Slot[] _slots = new Slot[SmallestCapacity];
    private long _bytes;
    private long _withheldAt;

    /// <summary>The epoch of the events; 0 before anything is known.</summary>
    public long Epoch { get; private set; }

    /// <summary>Seq of the oldest event held; <c>Head + 1</c> when none is.</summary>
    public long First { get; private set; } = 1;

    /// <summary>Seq of the newest event.</summary>
    public long Head { get; private set; }

    /// <summary>The event with this seq, which is held.</summary>
    public CommittedEvent this[long seq] => _slots[Place(seq)].Event;

    /// <summary>Whether a viewer at this version can go on from here. Not so where everybody has had, since then, what was kept from them afterwards: the events in between would tell it to who comes only now.</summary>
    public bool Covers(long epoch, long seq) => epoch == Epoch && seq >= First - 1 && seq <= Head && seq >= _withheldAt;

    /// <summary>Forgets everything and stands at this version.</summary>
    public void Reset(long epoch, long seq)
    {
        Array.Clear(_slots);
        (_bytes, _withheldAt, Epoch, First, Head) = (0, 0, epoch, seq + 1, seq);
    }

    /// <summary>Adds the event after <see cref="Head"/>.</summary>
    /// <param name="committed">The event.</param>
    /// <param name="endsCommand">Whether a frame may end after it (R30).</param>
    public void Append(CommittedEvent committed, bool endsCommand)
    {
        Grow();
        Head++;
        Put(Head, committed, endsCommand);
        while (Head - First + 1 > maxEvents || (_bytes > maxBytes && First < Head))
        {
            ref var oldest = ref _slots[Place(First)];
            _bytes -= oldest.Bytes;
            oldest = default;
            First++;
        }
    }

    /// <summary>Puts older events before <see cref="First"/> as far as there is room. The batch ends right before it or reaches into what is held.</summary>
    public void Prepend(CommittedBatch older)
    {
        for (var seq = First - 1; seq >= older.First && Head - First + 1 < maxEvents && _bytes < maxBytes; seq--)
        {
            Grow();
            var index = (int)(seq - older.First);
            First = seq;
            Put(seq, older.Events[index], EndsCommand(older, index));
        }
    }

    /// <summary>Whether a command's events end with this one: it tells the outcome, or the commit ends with it.</summary>
    public static bool EndsCommand(CommittedBatch batch, int index) => index == batch.Events.Length - 1 || batch.Events[index].Outcome is not null;

    /// <summary>The last seq of a frame that starts with <paramref name="from"/>: as much as fits, at least one whole command.</summary>
    public long EndOfFrame(long from, int frameBytes)
    {
        var (end, bytes) = (from - 1, 0L);
        for (var seq = from; seq <= Head; seq++)
        {
            var slot = _slots[Place(seq)];
            bytes += slot.Bytes;
            if (bytes > frameBytes && end >= from)
            {
                return end;
            }

            end = slot.EndsCommand ? seq : end;
        }

        return end;
    }

    private void Put(long seq, CommittedEvent committed, bool endsCommand)
    {
        var bytes = EventOverhead + committed.Everyone.Length + committed.Hosts.Length;
        foreach (var own in committed.Private)
        {
            bytes += own.Patches.Length;
        }

        _slots[Place(seq)] = new Slot(committed, endsCommand, bytes);
        _withheldAt = committed.Withholds ? Math.Max(_withheldAt, seq) : _withheldAt;
        _bytes += bytes;
    }

    private long Place(long seq) => seq & (_slots.Length - 1);

    private void Grow()
    {
        if (Head - First + 1 < _slots.Length)
        {
            return;
        }

        var larger = new Slot[2 * _slots.Length];
        for (var seq = First; seq <= Head; seq++)
        {
            larger[seq & (larger.Length - 1)] = _slots[Place(seq)];
        }

        _slots = larger;
    }

    private readonly record struct Slot(CommittedEvent Event, bool EndsCommand, int Bytes);
}
