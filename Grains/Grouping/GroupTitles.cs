namespace CoCreate.Grouping;

/// <summary>Proposes titles for groups of texts: the one to three words that most of the group's texts have and few others do, as they are mostly written there.</summary>
/// <remarks>Labels by what tells a cluster from the others: C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval, 2008, section 17.7. Every word of a title is in
/// at least two of the texts, so that none shows what one person alone wrote.</remarks>
internal sealed class GroupTitles
{
    private const int MostWords = 3;

    /// <summary>The part of a group's texts that has to have a word of its title.</summary>
    private const double LeastShare = 0.25;

    /// <summary>The part of a group's texts that has to have each further word.</summary>
    private const double LeastShareOfMore = 0.4;

    /// <summary>How much less than the first word the next ones may tell.</summary>
    private const double LeastOfBest = 0.5;

    private readonly List<IReadOnlyList<TextTerm>> _terms;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>Learns how common each word is in all texts.</summary>
    public GroupTitles(IEnumerable<string> texts)
    {
        _terms = [.. texts.Select(TextTerm.In)];
        foreach (var key in _terms.SelectMany(terms => terms.Select(term => term.Key).Distinct()))
        {
            _texts[key] = _texts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>A title for the texts at these places; empty where they have no telling word in common.</summary>
    public string TitleOf(IReadOnlyCollection<int> group)
    {
        var candidates = group
            .SelectMany(text => _terms[text].DistinctBy(term => term.Key))
            .GroupBy(term => term.Key, StringComparer.Ordinal)
            .Select(terms => (Key: terms.Key, Texts: terms.Count(), Score: Score(terms.First(), terms.Count(), group.Count)))
            .Where(each => each.Texts >= 2 && each.Texts >= LeastShare * group.Count)
            .OrderByDescending(each => each.Score)
            .ThenBy(each => each.Key, StringComparer.Ordinal)
            .ToList();
        var chosen = new List<string>();
        foreach (var (key, texts, _) in candidates.TakeWhile(each => chosen.Count < MostWords && each.Score >= LeastOfBest * candidates[0].Score))
        {
            if (chosen.Count == 0 || (texts >= LeastShareOfMore * group.Count && !chosen.Exists(other => SaysTheSame(key, other)) && !IsUnspaced(key)))
            {
                chosen.Add(key);
            }
        }

        return Written(chosen, group);
    }

    private double Score(TextTerm term, int texts, int group) => (double)texts / group * Math.Log(1 + ((double)_terms.Count / _texts[term.Key])) * term.Weight;

    /// <summary>One is in the other, or both begin alike: "meeting" and "meetings".</summary>
    private static bool SaysTheSame(string one, string other)
    {
        var begin = one.AsSpan().CommonPrefixLength(other);
        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) || begin >= Math.Max(4, 0.6 * Math.Min(one.Length, other.Length));
    }

    /// <summary>Where words have no spaces, a second run of characters is rarely a word.</summary>
    private static bool IsUnspaced(string key) => WritingSystems.Of(key[0]) == WritingSystem.Unspaced;

    /// <summary>In the order in which they stand in the texts; together where they mostly stand together.</summary>
    private string Written(List<string> keys, IReadOnlyCollection<int> group)
    {
        var places = keys.ToDictionary(key => key, key => group.SelectMany(text => _terms[text].Where(term => term.Key == key).Take(1)).Average(term => term.Place), StringComparer.Ordinal);
        var title = "";
        var before = "";
        foreach (var key in keys.OrderBy(key => places[key]).ThenBy(key => key, StringComparer.Ordinal))
        {
            title += before.Length == 0 ? "" : StandTogether(before, key, group) ? " " : " · ";
            title += Spelling(key, group);
            before = key;
        }

        return title.Length == 0 ? "" : char.ToUpperInvariant(title[0]) + title[1..];
    }

    private bool StandTogether(string first, string second, IReadOnlyCollection<int> group)
    {
        var (both, together) = (0, 0);
        foreach (var terms in group.Select(text => _terms[text]))
        {
            var ends = terms.Where(term => term.Key == first).Select(term => term.End).ToHashSet();
            var starts = terms.Where(term => term.Key == second).Select(term => term.Place).ToList();
            both += ends.Count > 0 && starts.Count > 0 ? 1 : 0;
            together += starts.Exists(start => ends.Contains(start - 1)) ? 1 : 0;
        }

        return together * 2 > both;
    }

    private string Spelling(string key, IReadOnlyCollection<int> group) => group
        .SelectMany(text => _terms[text].Where(term => term.Key == key))
        .GroupBy(term => term.Spelling, StringComparer.Ordinal)
        .OrderByDescending(spellings => spellings.Count())
        .ThenBy(spellings => spellings.Key, StringComparer.Ordinal)
        .First().Key;
}
