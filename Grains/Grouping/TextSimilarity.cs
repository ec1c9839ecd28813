namespace CoCreate.Grouping;

/// <summary>How alike short texts are, in any language: the cosine of what they are made of (<see cref="TextFeatures"/>), each feature weighed by how much it tells in this set
/// (<see cref="TextSpace"/>). Pure, and the same on every machine.</summary>
public static class TextSimilarity
{
    /// <summary>Texts that most people would call the same thing said twice are at least this similar.</summary>
    public const double SameThing = 0.5;

    /// <summary>Pairs of texts that are at least so similar, the most similar first, ties in the order of the texts.</summary>
    /// <param name="texts">The texts; their beginnings are looked at. Time and memory grow with the square of their number: at most a few thousand.</param>
    /// <param name="least">From above 0 to 1; <see cref="SameThing"/> finds what splits votes.</param>
    /// <returns>The places of both texts, the first one smaller, and their similarity, from 0 to 1.</returns>
    public static IReadOnlyList<(int First, int Second, double Similarity)> Alike(IReadOnlyList<string> texts, double least)
    {
        var matrix = SimilarityMatrix.Of(texts, out _);
        var pairs = new List<(int, int, double)>();
        for (var first = 0; first < texts.Count; first++)
        {
            for (var second = first + 1; second < texts.Count; second++)
            {
                if (matrix[first, second] >= least)
                {
                    pairs.Add((first, second, Math.Min(1, matrix[first, second])));
                }
            }
        }

        return [.. pairs.OrderByDescending(pair => pair.Item3)];
    }
}
