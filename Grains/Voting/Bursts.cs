namespace CoCreate.Voting;

/// <summary>Finds minutes in which unusually many people voted for the first time.</summary>
public static class Bursts
{
    /// <summary>Fewer first ballots in a minute are never called a burst.</summary>
    public const int Least = 5;

    private const long MinuteMs = 60_000;

    /// <summary>How many first ballots each minute had, from the vote's opening to the last of them.</summary>
    /// <param name="times">When each person voted first, in Unix milliseconds.</param>
    /// <param name="openedAt">When the vote was opened, in Unix milliseconds.</param>
    public static IReadOnlyList<int> Minutes(IReadOnlyCollection<long> times, long openedAt)
    {
        if (times.Count == 0)
        {
            return [];
        }

        var minutes = new int[((Math.Max(times.Max(), openedAt) - openedAt) / MinuteMs) + 1];
        foreach (var time in times)
        {
            minutes[Math.Max(0, time - openedAt) / MinuteMs]++;
        }

        return minutes;
    }

    /// <summary>The minutes that are "far out" by Tukey's rule: more than three times the distance between the quartiles above the upper one (<i>Exploratory Data Analysis</i>, 1977, 2D), and
    /// <see cref="Least"/> or more. Quartiles are the medians of both halves (his hinges).</summary>
    /// <returns>Places in the list.</returns>
    public static IReadOnlyList<int> FarOut(IReadOnlyList<int> minutes)
    {
        if (minutes.Count == 0)
        {
            return [];
        }

        List<int> sorted = [.. minutes.Order()];
        var half = (sorted.Count + 1) / 2;
        var (lower, upper) = (Median(sorted[..half]), Median(sorted[^half..]));
        var fence = upper + (3 * (upper - lower));
        return [.. Enumerable.Range(0, minutes.Count).Where(at => minutes[at] >= Least && minutes[at] > fence)];
    }

    private static double Median(List<int> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
}
