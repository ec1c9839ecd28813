namespace CoCreate.Bench.Scenarios;

/// <summary>The middle of several measurements.</summary>
internal static class Median
{
    /// <summary>The median of a figure over <paramref name="results"/>; of an even number of them, the lower one in the middle.</summary>
    public static double Of<T>(IReadOnlyCollection<T> results, Func<T, double> figure) => results.Select(figure).Order().ElementAt((results.Count - 1) / 2);
}
