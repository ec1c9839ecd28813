using CoCreate.Boards;
using CoCreate.Web.Relay;

namespace CoCreate.Tests.Gateway;

/// <summary>The ring of recent events.</summary>
public sealed class RingTests
{
    [Fact]
    public void It_keeps_the_newest_events_up_to_its_count()
    {
        var ring = Filled(maxEvents: 100, events: 1_000);

        Assert.Equal((901, 1_000), (ring.First, ring.Head));
        Assert.True(ring.Covers(7, 900));
        Assert.False(ring.Covers(7, 899));
        Assert.False(ring.Covers(7, 1_001));
        Assert.False(ring.Covers(8, 1_000));
        Assert.All(Enumerable.Range(901, 100), seq => Assert.Equal(seq, ring[seq].Everyone.Length));
    }

    [Fact]
    public void It_keeps_no_more_bytes_than_it_may_except_for_the_newest_event()
    {
        var ring = new Ring(100, maxBytes: 5_000);
        ring.Reset(7, 0);
        for (var i = 0; i < 10; i++)
        {
            ring.Append(Event(2_000), true);
        }

        Assert.Equal((9, 10), (ring.First, ring.Head));
        ring.Append(Event(100_000), true);
        Assert.Equal((11, 11), (ring.First, ring.Head));
    }

    [Fact]
    public void Older_events_can_be_put_before_the_newer_ones()
    {
        var ring = Filled(maxEvents: 100, events: 10, from: 500);
        var older = new CommittedBatch(7, 450, [.. Enumerable.Range(450, 52).Select(seq => Event(seq))]);

        ring.Prepend(older);

        Assert.Equal((450, 510), (ring.First, ring.Head));
        Assert.All(Enumerable.Range(450, 50), seq => Assert.Equal(seq, ring[seq].Everyone.Length));
        Assert.True(ring.Covers(7, 449));
    }

    /// <summary>R15: the events before would tell what was kept from everybody since; whichever way they came into the ring.</summary>
    [Fact]
    public void R15_nobody_goes_on_from_before_something_that_was_kept_from_everybody_since()
    {
        var ring = Filled(maxEvents: 100, events: 10, from: 500);
        ring.Append(Event(9) with { Withholds = true }, true);
        ring.Append(Event(9), true);
        Assert.False(ring.Covers(7, 510));
        Assert.True(ring.Covers(7, 511));

        var begun = Filled(maxEvents: 100, events: 10, from: 500);
        begun.Prepend(new CommittedBatch(7, 450, [.. Enumerable.Range(450, 51).Select(seq => Event(seq) with { Withholds = seq == 470 })]));
        Assert.False(begun.Covers(7, 469));
        Assert.True(begun.Covers(7, 470));
        begun.Reset(8, 100);
        Assert.True(begun.Covers(8, 100));
    }

    [Fact]
    public void R30_a_frame_ends_where_a_command_ends()
    {
        var ring = new Ring(100, long.MaxValue);
        ring.Reset(7, 0);
        foreach (var ends in new[] { true, false, false, true, true, false, true })
        {
            ring.Append(Event(100), ends);
        }

        Assert.Equal(1, ring.EndOfFrame(1, frameBytes: 300));
        Assert.Equal(4, ring.EndOfFrame(2, frameBytes: 300));
        Assert.Equal(5, ring.EndOfFrame(2, frameBytes: 1_300));
        Assert.Equal(7, ring.EndOfFrame(1, frameBytes: int.MaxValue));
    }

    private static Ring Filled(int maxEvents, int events, int from = 0)
    {
        var ring = new Ring(maxEvents, long.MaxValue);
        ring.Reset(7, from);
        for (var i = 1; i <= events; i++)
        {
            ring.Append(Event(from + i), true);
        }

        return ring;
    }

    private static CommittedEvent Event(int bytes) => new(new byte[bytes], [], [], null, []);
}
