using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Voting;

/// <summary>Puts tallies in places, and says where options are equal and what decides between them.</summary>
public static class Places
{
    /// <summary>Values that differ by less are equal: results are shown and compared with so many digits.</summary>
    public const int Digits = 6;

    /// <summary>The tallies with their places, the best first.</summary>
    /// <param name="tallies">Tallies in the order of the options.</param>
    /// <param name="decide">What decides between equals: a smaller number goes first, equal ones share the place. Null for nothing.</param>
    public static IReadOnlyList<(Tally Tally, int Place)> Of(IReadOnlyList<Tally> tallies, Func<Tally, IComparable>? decide)
    {
        var ordered = tallies.OrderByDescending(tally => tally.Fits).ThenByDescending(ValueOf);
        List<Tally> sorted = [.. decide is null ? ordered : ordered.ThenBy(decide)];
        var placed = new List<(Tally, int)>(sorted.Count);
        for (var i = 0; i < sorted.Count; i++)
        {
            var shares = i > 0 && AreEqual(sorted[i], sorted[i - 1]) && (decide is null || decide(sorted[i]).CompareTo(decide(sorted[i - 1])) == 0);
            placed.Add((sorted[i], shares ? placed[i - 1].Item2 : i + 1));
        }

        return placed;
    }

    /// <summary>The runs of options with equal results, of two or more each, in their places.</summary>
    public static IEnumerable<IReadOnlyList<(Tally Tally, int Place)>> Ties(IReadOnlyList<(Tally Tally, int Place)> placed)
    {
        for (int from = 0, to; from < placed.Count; from = to)
        {
            to = from + 1;
            while (to < placed.Count && AreEqual(placed[to].Tally, placed[from].Tally))
            {
                to++;
            }

            if (to - from > 1)
            {
                yield return [.. placed.Skip(from).Take(to - from)];
            }
        }
    }

    /// <summary>A draw that everybody can repeat: SHA-256 of the vote's id, a colon and the option's id, in lower-case hex; the smaller one goes first.</summary>
    public static string Lot(string vote, string option) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{vote}:{option}")));

    private static bool AreEqual(Tally one, Tally other) => one.Fits == other.Fits && ValueOf(one) == ValueOf(other);

    private static double ValueOf(Tally tally) => Math.Round(tally.Value, Digits);
}
