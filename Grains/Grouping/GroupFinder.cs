namespace CoCreate.Grouping;

/// <summary>A text that may be put with others like it.</summary>
/// <param name="Id">Its id, unique among those that are compared.</param>
/// <param name="Text">What it says; its beginning is looked at.</param>
public readonly record struct GroupingText(string Id, string Text);

/// <summary>Texts that are about the same.</summary>
/// <param name="Title">A few words that tell them from the others; empty where they have none in common.</param>
/// <param name="Ids">The ids, the most typical first.</param>
public sealed record FoundGroup(string Title, string[] Ids);

/// <summary>Finds groups of texts that are about the same, in any language, by classical text similarity: nothing is asked of anybody outside, nothing is learnt from elsewhere. Pure: the same texts
/// give the same groups, in whatever order they come.</summary>
public static class GroupFinder
{
    /// <summary>Texts that are compared each with each other. Of more, so many are chosen by a hash of their ids, and the others join the group that they are most similar to:
    /// "Buckshot" (D. R. Cutting, D. R. Karger, J. O. Pedersen and J. W. Tukey, Scatter/Gather, SIGIR 1992). Time and memory are bounded by it.</summary>
    public const int Compared = 2_000;

    /// <summary>Fewer are no theme; they stay as they are.</summary>
    public const int SmallestGroup = 3;

    /// <summary>Groups that are found at most, the largest: more than a person looks through.</summary>
    public const int MostGroups = 60;

    /// <summary>Texts in one group at most, the most typical: more is a category, and no theme.</summary>
    public const int LargestGroup = 200;

    /// <summary>How similar the members of a group are on average at least. Chosen on eight labelled sets, and checked on others (Tests/Grouping; decision 0030 says how far those were independent).</summary>
    private const double LeastSimilarity = 0.13;

    /// <summary>The groups, the largest first. Texts without words, and those that are like few others, are in none.</summary>
    public static IReadOnlyList<FoundGroup> Find(IEnumerable<GroupingText> texts)
    {
        List<GroupingText> all = [.. texts.Where(text => !string.IsNullOrWhiteSpace(text.Text)).OrderBy(text => text.Id, StringComparer.Ordinal)];
        var (compared, rest) = Divide(all);
        var matrix = SimilarityMatrix.Of([.. compared.Select(text => text.Text)], out var space);
        var themes = AverageLinkage.Cluster(matrix, LeastSimilarity)
            .Where(members => members.Count >= SmallestGroup)
            .OrderByDescending(members => members.Count)
            .Take(MostGroups)
            .Select(members => new Theme(members, [.. members.Select(at => space.VectorOf(TextFeatures.Of(compared[at].Text)))], space.Size))
            .ToList();
        var taken = Join(themes, space, rest);
        var titles = new GroupTitles(compared.Select(text => text.Text));
        return
        [
            .. themes
                .Select((theme, at) => new FoundGroup(
                    titles.TitleOf(theme.Members),
                    [.. theme.Typical(compared).Concat(taken[at]).OrderByDescending(each => each.Similarity).ThenBy(each => each.Id, StringComparer.Ordinal).Take(LargestGroup).Select(each => each.Id)]))
                .OrderByDescending(group => group.Ids.Length)
                .ThenBy(group => group.Ids[0], StringComparer.Ordinal),
        ];
    }

    private static (List<GroupingText> Compared, List<GroupingText> Others) Divide(List<GroupingText> all)
    {
        if (all.Count <= Compared)
        {
            return (all, []);
        }

        var shuffled = all.OrderBy(text => Hash(text.Id)).ThenBy(text => text.Id, StringComparer.Ordinal).ToList();
        return ([.. shuffled.Take(Compared).OrderBy(text => text.Id, StringComparer.Ordinal)], shuffled[Compared..]);
    }

    /// <summary>For each theme, which of the rest belong to it: those that are similar enough to its members on average, and to no other theme's more.</summary>
    private static List<(string Id, double Similarity)>[] Join(List<Theme> themes, TextSpace space, List<GroupingText> rest)
    {
        List<(string, double)>[] taken = [.. themes.Select(_ => new List<(string, double)>())];
        foreach (var text in rest)
        {
            var vector = space.VectorOf(TextFeatures.Of(text.Text));
            var (best, most) = (-1, LeastSimilarity);
            for (var at = 0; at < themes.Count; at++)
            {
                if (themes[at].SimilarityTo(vector) is var similarity && similarity > most)
                {
                    (best, most) = (at, similarity);
                }
            }

            if (best >= 0)
            {
                taken[best].Add((text.Id, most));
            }
        }

        return taken;
    }

    /// <summary>FNV-1a: the same everywhere, which <c>string.GetHashCode</c> is not.</summary>
    private static uint Hash(string id) => id.Aggregate(2_166_136_261u, (hash, c) => unchecked((hash ^ c) * 16_777_619u));

    /// <summary>Texts that were put together, with the mean of their vectors: its product with another vector is that one's average similarity to them.</summary>
    private sealed class Theme
    {
        private readonly IReadOnlyList<TextVector> _vectors;
        private readonly float[] _mean;

        public Theme(List<int> members, IReadOnlyList<TextVector> vectors, int features)
        {
            Members = members;
            _vectors = vectors;
            _mean = new float[features];
            foreach (var (numbers, weights) in vectors)
            {
                for (var at = 0; at < numbers.Length; at++)
                {
                    _mean[numbers[at]] += weights[at] / members.Count;
                }
            }
        }

        public List<int> Members { get; }

        public double SimilarityTo(TextVector vector)
        {
            var sum = 0.0;
            for (var at = 0; at < vector.Features.Length; at++)
            {
                sum += (double)vector.Weights[at] * _mean[vector.Features[at]];
            }

            return sum;
        }

        public IEnumerable<(string Id, double Similarity)> Typical(List<GroupingText> texts) => Members.Select((text, at) => (texts[text].Id, SimilarityTo(_vectors[at])));
    }
}
