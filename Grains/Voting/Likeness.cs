using System.Globalization;
using System.Text;

namespace CoCreate.Voting;

/// <summary>How alike two titles are, in any language: Dice's coefficient ("Measures of the amount of ecologic association between species", <i>Ecology</i> 26, 1945) of the pairs of neighbouring
/// letters in them, each pair as often as it stands there (as Adamson and Boreham use it for titles, <i>Information Storage and Retrieval</i> 10, 1974).</summary>
public static class Likeness
{
    /// <summary>From here on two titles are taken to say the same: "Buckles I can swap" and "Buckles that I can swap" are 0.82 alike, "Repair café" and "Repair kit" 0.63.</summary>
    public const double Alike = 0.75;

    /// <summary>The pairs of titles that are alike, the most alike first; at most <paramref name="most"/>.</summary>
    /// <returns>Places in the list, the smaller one first.</returns>
    public static IReadOnlyList<(int First, int Second)> Pairs(IReadOnlyList<string> titles, int most)
    {
        var letters = titles.Select(PairsOfLetters).ToList();
        return [.. Alikes(letters).OrderByDescending(each => each.Likeness).ThenBy(each => each.First).ThenBy(each => each.Second).Take(most).Select(each => (each.First, each.Second))];
    }

    /// <summary>0 for nothing in common to 1 for the same letters in the same pairs. Capitals, signs and spaces do not count.</summary>
    public static double Of(string one, string other) => Of(PairsOfLetters(one), PairsOfLetters(other));

    private static IEnumerable<(double Likeness, int First, int Second)> Alikes(List<int[]> letters)
    {
        for (var i = 0; i < letters.Count; i++)
        {
            for (var j = i + 1; j < letters.Count; j++)
            {
                var likeness = Of(letters[i], letters[j]);
                if (likeness >= Alike)
                {
                    yield return (likeness, i, j);
                }
            }
        }
    }

    private static double Of(int[] one, int[] other)
    {
        if (one.Length + other.Length == 0)
        {
            return 0;
        }

        var common = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            common += one[i] == other[j] ? 1 : 0;
            var step = one[i].CompareTo(other[j]);
            (i, j) = (step <= 0 ? i + 1 : i, step >= 0 ? j + 1 : j);
        }

        return 2.0 * common / (one.Length + other.Length);
    }

    /// <summary>Pairs of neighbouring letters within words, sorted; a word of one letter is a pair with itself, so that scripts that write a word as one sign have something to compare.</summary>
    private static int[] PairsOfLetters(string title)
    {
        var pairs = new List<int>();
        foreach (var word in Words(title))
        {
            for (var i = 0; i + 1 < word.Length; i++)
            {
                pairs.Add((word[i] << 16) | word[i + 1]);
            }

            if (word.Length == 1)
            {
                pairs.Add((word[0] << 16) | word[0]);
            }
        }

        pairs.Sort();
        return [.. pairs];
    }

    private static string[] Words(string title)
    {
        var text = new StringBuilder(title.Length);
        foreach (var letter in title.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture))
        {
            text.Append(char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) ? letter : ' ');
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
