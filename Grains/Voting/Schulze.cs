namespace CoCreate.Voting;

/// <summary>Ranking by Schulze's method: A is better than B where the strongest path of majorities from A to B is stronger than the one back (Schulze, "A new monotonic, clone-independent,
/// reversal symmetric, and Condorcet-consistent single-winner election method", <i>Social Choice and Welfare</i> 36, 2011). A majority is as strong as the people who are for it
/// ("winning votes"). Options that a ballot does not name stand below all that it names, and beside each other.</summary>
public sealed class Schulze
{
    private readonly Dictionary<string, int> _index;
    private readonly int[,] _preferred;
    private readonly int[,] _paths;

    private Schulze(IReadOnlyList<string> options, int[,] preferred)
    {
        Options = options;
        _index = options.Select((option, at) => (option, at)).ToDictionary(each => each.option, each => each.at);
        _preferred = preferred;
        _paths = StrongestPaths(preferred);
    }

    /// <summary>The options in their order.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>Compares each option with each, in time that grows with ballots × options² + options³.</summary>
    public static Schulze Of(IReadOnlyList<string> options, IReadOnlyList<CastBallot> ballots)
    {
        var index = options.Select((option, at) => (option, at)).ToDictionary(each => each.option, each => each.at);
        var preferred = new int[options.Count, options.Count];
        foreach (var ballot in ballots)
        {
            Add(preferred, [.. ballot.Ranking.Where(index.ContainsKey).Distinct().Select(option => index[option])]);
        }

        return new Schulze(options, preferred);
    }

    /// <summary>How many people put the one option above the other.</summary>
    public int Preferred(string one, string other) => _preferred[_index[one], _index[other]];

    /// <summary>Strength of the strongest path of majorities from the one option to the other; 0 for none. A path is as strong as its weakest majority.</summary>
    public int Path(string one, string other) => _paths[_index[one], _index[other]];

    /// <summary>Whether the one option is better than the other. If A beats B and B beats C, then A beats C.</summary>
    public bool Beats(string one, string other) => Path(one, other) > Path(other, one);

    /// <summary>How many options each one beats: whatever beats another stands above it. Options that beat as many share the place.</summary>
    public IReadOnlyList<Tally> Count(IReadOnlyList<CastBallot> ballots) =>
        [.. Options.Select(option => Tally.Exact(option, Options.Count(other => Beats(option, other)), ballots.Count(ballot => ballot.Ranking.Contains(option))))];

    /// <summary>Everything that a ballot names is above what it names later, and above all that it does not name.</summary>
    private static void Add(int[,] preferred, int[] ranking)
    {
        var above = new bool[preferred.GetLength(0)];
        foreach (var option in ranking)
        {
            above[option] = true;
            for (var other = 0; other < above.Length; other++)
            {
                preferred[option, other] += above[other] ? 0 : 1;
            }
        }
    }

    /// <summary>Floyd and Warshall's algorithm with the weakest link in the place of the sum, as Schulze's paper gives it (2.3).</summary>
    private static int[,] StrongestPaths(int[,] preferred)
    {
        var count = preferred.GetLength(0);
        var paths = new int[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                paths[i, j] = preferred[i, j] > preferred[j, i] ? preferred[i, j] : 0;
            }
        }

        for (var via = 0; via < count; via++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; i != via && j < count; j++)
                {
                    paths[i, j] = i == j || j == via ? paths[i, j] : Math.Max(paths[i, j], Math.Min(paths[i, via], paths[via, j]));
                }
            }
        }

        return paths;
    }
}
