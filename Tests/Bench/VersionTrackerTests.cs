using System.Text;
using CoCreate.Bench.Load;

namespace CoCreate.Tests.Bench;

public sealed class VersionTrackerTests
{
    private const string Stream = "{\"epoch\":1,\"first\":11,\"count\":2,\"patches\":[]}\u001e{\"epoch\":1,\"first\":13,\"count\":30,\"patches\":[]}";

    [Fact]
    public void Versions_that_follow_one_another_leave_no_gap_wherever_the_stream_is_cut()
    {
        var bytes = Encoding.ASCII.GetBytes(Stream);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var tracker = new VersionTracker(10);
            tracker.Take(bytes.AsSpan(0, cut));
            tracker.Take(bytes.AsSpan(cut));

            Assert.Equal(42, tracker.Last);
            Assert.Equal(0, tracker.Gaps);
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public void A_missing_or_doubled_version_is_a_gap(long last)
    {
        var tracker = new VersionTracker(last);
        tracker.Take(Encoding.ASCII.GetBytes(Stream));

        Assert.Equal(1, tracker.Gaps);
    }
}
