namespace CoCreate.Voting;

/// <summary>Comparisons of pairs by the model of Bradley and Terry ("Rank analysis of incomplete block designs: I. The method of paired comparisons", <i>Biometrika</i> 39, 1952): an option of
/// strength a is found better than one of strength b in a share a / (a + b) of comparisons. Strengths are found by Hunter's MM algorithm ("MM algorithms for generalized
/// Bradley–Terry models", <i>Annals of Statistics</i> 32, 2004).</summary>
/// <remarks>Who cannot decide says nothing about which is better; such answers are left out of the count, as Salganik and Levy do ("Wiki surveys: open and quantifiable social data collection",
/// <i>PLoS ONE</i> 10, 2015). So that an option that won or lost every time has a strength too, each is thought to have won and lost half a comparison with an option of strength 1: the
/// same as a prior on strengths (Caron and Doucet, "Efficient Bayesian inference for generalized Bradley–Terry models", <i>J. Comput. Graph. Stat.</i> 21, 2012).</remarks>
public static class BradleyTerry
{
    /// <summary>Comparisons with the option of strength 1 that each option is thought to have drawn.</summary>
    public const double Prior = 1;

    private const int MostSteps = 10_000;
    private const double Precise = 1e-10;

    /// <summary>Tallies whose value is the share of comparisons with an average option (of the mean log strength) that each would win, 0 to 1, with the interval that follows from the
    /// curvature of the likelihood.</summary>
    public static IReadOnlyList<Tally> Count(IReadOnlyList<string> options, IReadOnlyList<CastBallot> ballots)
    {
        var fitted = Fit(Wins(options, ballots), Prior);
        return [.. options.Select((option, at) => new Tally(
            option,
            Share(fitted.Logs[at]),
            new Interval(Share(fitted.Logs[at] - (Interval.Z * fitted.Errors[at])), Share(fitted.Logs[at] + (Interval.Z * fitted.Errors[at]))),
            ballots.Count(ballot => ballot.Pairs.Any(pair => pair.First == option || pair.Second == option))))];
    }

    /// <summary>How many times each option was found better than each other one.</summary>
    public static double[,] Wins(IReadOnlyList<string> options, IReadOnlyList<CastBallot> ballots)
    {
        var index = options.Select((option, at) => (option, at)).ToDictionary(each => each.option, each => each.at);
        var wins = new double[options.Count, options.Count];
        foreach (var (first, second, better) in ballots.SelectMany(ballot => ballot.Pairs))
        {
            if (better.Length > 0 && index.TryGetValue(first, out var one) && index.TryGetValue(second, out var other) && one != other)
            {
                wins[better == first ? one : other, better == first ? other : one]++;
            }
        }

        return wins;
    }

    /// <summary>The strengths that make these comparisons likeliest.</summary>
    /// <param name="wins">How often the row's option was better than the column's.</param>
    /// <param name="prior">Drawn comparisons of each option with one of strength 1; more than 0.</param>
    public static BradleyTerryFit Fit(double[,] wins, double prior)
    {
        var count = wins.GetLength(0);
        var won = Enumerable.Range(0, count).Select(i => (prior / 2) + Enumerable.Range(0, count).Sum(j => wins[i, j])).ToArray();
        var strengths = Enumerable.Repeat(1.0, count).ToArray();
        for (var step = 0; step < MostSteps; step++)
        {
            var largest = 0.0;
            for (var i = 0; i < count; i++)
            {
                var next = won[i] / Weight(wins, strengths, i, prior);
                largest = Math.Max(largest, Math.Abs(Math.Log(next / strengths[i])));
                strengths[i] = next;
            }

            if (largest < Precise)
            {
                break;
            }
        }

        return Centred(wins, strengths, prior);
    }

    /// <summary>Hunter's equation (3): an option's comparisons, each over the sum of both strengths.</summary>
    private static double Weight(double[,] wins, double[] strengths, int i, double prior)
    {
        var weight = prior / (strengths[i] + 1);
        for (var j = 0; j < strengths.Length; j++)
        {
            weight += j == i ? 0 : (wins[i, j] + wins[j, i]) / (strengths[i] + strengths[j]);
        }

        return weight;
    }

    /// <summary>Log strengths with the mean 0, and their covariance: the inverse of the likelihood's curvature, seen from the mean.</summary>
    private static BradleyTerryFit Centred(double[,] wins, double[] strengths, double prior)
    {
        var count = strengths.Length;
        var covariance = Matrices.Inverse(Curvature(wins, strengths, prior));
        var means = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Sum(j => covariance[i, j]) / count).ToArray();
        var mean = means.Length == 0 ? 0 : means.Average();
        var centred = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                centred[i, j] = covariance[i, j] - means[i] - means[j] + mean;
            }
        }

        var middle = count == 0 ? 0 : strengths.Average(Math.Log);
        return new BradleyTerryFit([.. strengths.Select(each => Math.Log(each) - middle)], centred);
    }

    private static double[,] Curvature(double[,] wins, double[] strengths, double prior)
    {
        var count = strengths.Length;
        var curvature = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            curvature[i, i] = prior * strengths[i] / ((strengths[i] + 1) * (strengths[i] + 1));
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                var sum = strengths[i] + strengths[j];
                var each = i == j ? 0 : (wins[i, j] + wins[j, i]) * strengths[i] * strengths[j] / (sum * sum);
                curvature[i, i] += each;
                curvature[i, j] -= each;
            }
        }

        return curvature;
    }

    private static double Share(double log) => 1 / (1 + Math.Exp(-log));
}

/// <summary>Strengths that were found.</summary>
/// <param name="Logs">Their natural logarithms, with the mean 0.</param>
/// <param name="Covariance">How uncertain those are, and how they hang together.</param>
public sealed record BradleyTerryFit(double[] Logs, double[,] Covariance)
{
    /// <summary>Standard errors of the log strengths.</summary>
    public double[] Errors { get; } = [.. Enumerable.Range(0, Logs.Length).Select(i => Math.Sqrt(Math.Max(0, Covariance[i, i])))];

    /// <summary>Standard error of the difference between two log strengths.</summary>
    public double ErrorBetween(int one, int other) => Math.Sqrt(Math.Max(0, Covariance[one, one] + Covariance[other, other] - (2 * Covariance[one, other])));
}
