namespace CoCreate.Voting;

/// <summary>Counts several options as one. Of what one person gave to several of them the most counts, never the sum: having written the same idea twice makes nobody's vote heavier.</summary>
public static class Merging
{
    /// <summary>The ballot with what was given to options that are counted as another one given to that one.</summary>
    /// <param name="ballot">A person's ballot.</param>
    /// <param name="into">What each merged option counts as; options that count for themselves are not in it.</param>
    public static CastBallot Merge(CastBallot ballot, IReadOnlyDictionary<string, string> into) => into.Count == 0
        ? ballot
        : new CastBallot(Marks(ballot.Marks, into), [.. ballot.Ranking.Select(option => Of(option, into)).Distinct()], [.. Pairs(ballot.Pairs, into)]);

    private static string Of(string option, IReadOnlyDictionary<string, string> into) => into.GetValueOrDefault(option, option);

    private static Dictionary<string, int> Marks(IReadOnlyDictionary<string, int> marks, IReadOnlyDictionary<string, string> into) =>
        marks.GroupBy(mark => Of(mark.Key, into)).ToDictionary(same => same.Key, same => same.Max(mark => mark.Value));

    /// <summary>Comparisons among merged options say nothing any more. Of several with the same other option, one is left: the answer that most of them gave, or none.</summary>
    private static IEnumerable<Comparison> Pairs(IEnumerable<Comparison> pairs, IReadOnlyDictionary<string, string> into) => pairs
        .Select(pair => new Comparison(Of(pair.First, into), Of(pair.Second, into), pair.Better.Length == 0 ? "" : Of(pair.Better, into)))
        .Where(pair => pair.First != pair.Second)
        .GroupBy(pair => string.CompareOrdinal(pair.First, pair.Second) < 0 ? (One: pair.First, Other: pair.Second) : (One: pair.Second, Other: pair.First))
        .Select(same => new Comparison(same.Key.One, same.Key.Other, Better(same.Key.One, same.Key.Other, same)));

    private static string Better(string one, string other, IEnumerable<Comparison> answers) =>
        answers.Sum(answer => answer.Better.Length == 0 ? 0 : answer.Better == one ? 1 : -1) switch
        {
            > 0 => one,
            < 0 => other,
            _ => "",
        };
}
