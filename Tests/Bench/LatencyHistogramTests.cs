using CoCreate.Bench.Load;

namespace CoCreate.Tests.Bench;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void An_empty_histogram_has_no_durations()
    {
        var histogram = new LatencyHistogram();

        Assert.Equal(0, histogram.Count);
        Assert.Equal(0, histogram.At(0.99));
    }

    [Fact]
    public void Small_durations_are_exact()
    {
        var histogram = new LatencyHistogram();
        for (var i = 1; i <= 100; i++)
        {
            histogram.Record(i);
        }

        Assert.Equal(50, histogram.At(0.5));
        Assert.Equal(99, histogram.At(0.99));
        Assert.Equal(100, histogram.At(1));
    }

    [Fact]
    public void Every_quantile_is_at_most_one_percent_above_the_true_value()
    {
        var random = new Random(7);
        var durations = Enumerable.Range(0, 10_000).Select(_ => (long)Math.Exp(random.NextDouble() * 25)).Order().ToArray();
        var histogram = new LatencyHistogram();
        foreach (var duration in durations)
        {
            histogram.Record(duration);
        }

        foreach (var quantile in (double[])[0.01, 0.25, 0.5, 0.9, 0.99, 0.999])
        {
            var exact = durations[(int)Math.Ceiling(quantile * durations.Length) - 1];
            Assert.InRange(histogram.At(quantile), exact, exact * 1.01);
        }
    }

    [Fact]
    public void The_longest_duration_is_exact()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(123_456_789_012);

        Assert.Equal(123_456_789_012, histogram.Max);
        Assert.Equal(123_456_789_012, histogram.At(1));
    }

    [Fact]
    public void A_duration_below_zero_counts_as_zero()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(-5);

        Assert.Equal(1, histogram.Count);
        Assert.Equal(0, histogram.At(1));
    }

    [Fact]
    public void Histograms_add_up()
    {
        var first = new LatencyHistogram();
        var second = new LatencyHistogram();
        first.Record(10);
        second.Record(20);
        first.Add(second);

        Assert.Equal(2, first.Count);
        Assert.Equal(10, first.At(0.5));
        Assert.Equal(20, first.At(1));
    }
}
