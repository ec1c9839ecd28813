using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Voting;

/// <summary>In which order each person sees the options, and which pairs: so that what is seen first is seen first equally often by people together.</summary>
public static class Dealing
{
    /// <summary>How much more often one option may have been shown than another one.</summary>
    public const int MostSpread = 2;

    /// <summary>Deals a ballot's first places from a shuffled deck of all options. Every option is dealt once before any is dealt again; then the deck is shuffled anew. So after any
    /// number of ballots the options have stood in first places equally often, or some of them once more.</summary>
    /// <param name="deck">What is left of the deck.</param>
    /// <param name="options">All options.</param>
    /// <param name="places">How many are dealt, at most as many as there are options.</param>
    /// <param name="seed">What shuffles, the same for all of a vote.</param>
    public static (ImmutableList<string> Dealt, Deck Deck) Deal(Deck deck, IReadOnlyList<string> options, int places, string seed)
    {
        var dealt = ImmutableList<string>.Empty;
        while (dealt.Count < places)
        {
            if (deck.Left.IsEmpty)
            {
                deck = new Deck([.. Shuffled(options, $"{seed}:{deck.Lap + 1}")], deck.Lap + 1);
            }

            // Where a ballot ends one lap and begins the next, it is not dealt the same option twice: that one waits for the next ballot.
            var next = deck.Left.First(option => !dealt.Contains(option));
            (dealt, deck) = (dealt.Add(next), deck with { Left = deck.Left.Remove(next) });
        }

        return (dealt, deck);
    }

    /// <summary>The options in an order that only the seed knows: by SHA-256 of the seed and the option.</summary>
    public static IEnumerable<string> Shuffled(IEnumerable<string> options, string seed) =>
        options.OrderBy(option => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{option}"))), StringComparer.Ordinal);

    /// <summary>The pair that somebody is to compare next: of those that they have not seen, one of options that were shown least. Null when there is none that keeps the times that
    /// options were shown within <see cref="MostSpread"/> of one another: then others are to compare first.</summary>
    /// <param name="options">The options that can be shown.</param>
    /// <param name="shown">How often each was shown to anybody.</param>
    /// <param name="hasSeen">Whether this person has seen a pair, whichever way round.</param>
    /// <param name="seed">What decides between options that were shown equally often, and which of the two stands first.</param>
    public static (string First, string Second)? NextPair(IEnumerable<string> options, IReadOnlyDictionary<string, int> shown, Func<string, string, bool> hasSeen, string seed)
    {
        var least = Shuffled(options, seed).Select(option => (Option: option, Shown: shown.GetValueOrDefault(option))).OrderBy(each => each.Shown).ToList();
        (int I, int J)? best = null;
        var bestSum = int.MaxValue;
        for (var i = 0; i < least.Count && 2 * least[i].Shown < bestSum; i++)
        {
            for (var j = i + 1; j < least.Count && least[i].Shown + least[j].Shown < bestSum; j++)
            {
                if (!hasSeen(least[i].Option, least[j].Option) && KeepsEven(least, i, j))
                {
                    (best, bestSum) = ((i, j), least[i].Shown + least[j].Shown);
                }
            }
        }

        if (best is not { } pair)
        {
            return null;
        }

        var (one, other) = (least[pair.I].Option, least[pair.J].Option);
        return Shuffled([one, other], $"{seed}:side").First() == one ? (one, other) : (other, one);
    }

    /// <summary>Whether all are still within the spread when these two are shown once more. Where they are further apart already (an option came back) it is enough that it grows no wider.</summary>
    private static bool KeepsEven(List<(string Option, int Shown)> sorted, int i, int j)
    {
        var least = sorted.Where((_, at) => at != i && at != j).Select(each => each.Shown).Append(sorted[i].Shown + 1).Append(sorted[j].Shown + 1).Min();
        var most = Math.Max(sorted[^1].Shown, sorted[j].Shown + 1);
        return most - least <= Math.Max(MostSpread, sorted[^1].Shown - sorted[0].Shown);
    }
}

/// <summary>What is left to deal before the options are shuffled anew.</summary>
/// <param name="Left">The options that are left, the next one first.</param>
/// <param name="Lap">How often they were shuffled.</param>
public sealed record Deck(ImmutableList<string> Left, int Lap)
{
    /// <summary>Nothing was dealt yet.</summary>
    public static Deck New { get; } = new([], 0);
}
