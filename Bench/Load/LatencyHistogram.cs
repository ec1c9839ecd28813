using System.Numerics;

namespace CoCreate.Bench.Load;

/// <summary>
/// Counts durations in buckets whose width grows with the value: 128 linear steps per power of two, so that every quantile is
/// within 0.8 % of the true value (the method of HdrHistogram, Gil Tene). Recording is a few instructions and never allocates.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int StepBits = 7;
    private const int Steps = 1 << StepBits;
    private readonly long[] _counts = new long[(64 - StepBits) * Steps];

    /// <summary>How many durations were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The longest duration recorded, in nanoseconds; 0 when there is none.</summary>
    public long Max { get; private set; }

    /// <summary>Records a duration in nanoseconds; a negative one counts as 0.</summary>
    public void Record(long nanoseconds)
    {
        var value = Math.Max(nanoseconds, 0);
        _counts[IndexOf(value)]++;
        Count++;
        Max = Math.Max(Max, value);
    }

    /// <summary>Adds everything that <paramref name="other"/> recorded.</summary>
    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
        Max = Math.Max(Max, other.Max);
    }

    /// <summary>The smallest duration, in nanoseconds, that at least the share <paramref name="quantile"/> (0 to 1) of all is not longer than; 0 when there is none.</summary>
    public long At(double quantile)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(quantile * Count));
        long seen = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= wanted)
            {
                return Math.Min(HighestOf(i), Max);
            }
        }

        return Max;
    }

    // Values below 128 have a bucket each. Above, the position of the highest bit names the power of two and the seven bits after it the step.
    private static int IndexOf(long value)
    {
        var power = BitOperations.Log2((ulong)value | 1);
        return power < StepBits
            ? (int)value
            : (power - StepBits + 1) * Steps + (int)(value >> (power - StepBits)) - Steps;
    }

    private static long HighestOf(int index)
    {
        var group = index / Steps;
        return group == 0 ? index : ((long)(index % Steps + Steps + 1) << (group - 1)) - 1;
    }
}
