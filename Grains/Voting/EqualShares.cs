namespace CoCreate.Voting;

/// <summary>Which options fit into what people have together, by the method of equal shares (Peters, Pierczyński and Skowron, "Proportional participatory budgeting with additive utilities",
/// NeurIPS 2021): everybody has the same purse, and an option is bought where those who want it can pay for it, each in proportion to the points they gave it, the option
/// that costs its supporters least for a point first. What is left when nothing more can be bought so goes to the options with the most points that still fit into the whole
/// (the "utilitarian completion" of the same paper).</summary>
public static class EqualShares
{
    private const double Slack = 1e-9;

    /// <summary>Tallies whose value is the points that people gave, with <see cref="Tally.Fits"/> for what is bought. The sum of the prices of what is bought is never above
    /// <paramref name="purse"/> × ballots.</summary>
    /// <param name="options">The options in their order, which decides between equals, each with its price of 0 or more.</param>
    /// <param name="ballots">The ballots; marks are points.</param>
    /// <param name="purse">What each person has.</param>
    public static IReadOnlyList<Tally> Count(IReadOnlyList<(string Option, long Price)> options, IReadOnlyList<CastBallot> ballots, long purse)
    {
        var points = Sums.Dots([.. options.Select(each => each.Option)], ballots);
        var bought = Buy(options, ballots, purse);
        var left = (purse * ballots.Count) - options.Where(each => bought.Contains(each.Option)).Sum(each => each.Price);
        foreach (var (option, price) in options.Zip(points).OrderByDescending(each => each.Second.Value).Select(each => each.First))
        {
            if (price <= left && points.First(each => each.Option == option).Value > 0 && bought.Add(option))
            {
                left -= price;
            }
        }

        return [.. points.Select(tally => tally with { Fits = bought.Contains(tally.Option) })];
    }

    /// <summary>What supporters can pay for.</summary>
    private static HashSet<string> Buy(IReadOnlyList<(string Option, long Price)> options, IReadOnlyList<CastBallot> ballots, long purse)
    {
        // In an order of their own, so that sums of fractions do not hang on the order of ballots.
        var marks = ballots.Select(ballot => ballot.Marks)
            .OrderBy(each => string.Join(',', each.OrderBy(mark => mark.Key, StringComparer.Ordinal).Select(mark => $"{mark.Key}:{mark.Value}")), StringComparer.Ordinal)
            .ToList();
        var purses = Enumerable.Repeat((double)purse, marks.Count).ToArray();
        var bought = new HashSet<string>();
        while (Cheapest(options, marks, purses, bought) is { } best)
        {
            bought.Add(best.Option);
            for (var i = 0; i < marks.Count; i++)
            {
                purses[i] = Math.Max(0, purses[i] - Math.Min(purses[i], best.PerPoint * marks[i].GetValueOrDefault(best.Option)));
            }
        }

        return bought;
    }

    private static (string Option, double PerPoint)? Cheapest(
        IReadOnlyList<(string Option, long Price)> options, List<IReadOnlyDictionary<string, int>> marks, double[] purses, HashSet<string> bought)
    {
        (string Option, double PerPoint)? best = null;
        foreach (var (option, price) in options)
        {
            if (!bought.Contains(option) && PerPoint(option, price, marks, purses) is { } cost && (best is null || cost < best.Value.PerPoint - Slack))
            {
                best = (option, cost);
            }
        }

        return best;
    }

    /// <summary>What a point costs when supporters pay the price in proportion to their points and nobody more than they have; null where they cannot.</summary>
    private static double? PerPoint(string option, long price, List<IReadOnlyDictionary<string, int>> marks, double[] purses)
    {
        var supporters = marks.Select((mark, i) => (Points: mark.GetValueOrDefault(option), Purse: purses[i]))
            .Where(each => each.Points > 0)
            .OrderBy(each => each.Purse / each.Points)
            .ToList();
        if (supporters.Count == 0 || supporters.Sum(each => each.Purse) < price - Slack)
        {
            return null;
        }

        // Those who have least for their points pay all they have; the rest share what is left.
        var (rest, points) = ((double)price, supporters.Sum(each => (double)each.Points));
        foreach (var (own, purse) in supporters)
        {
            var each = rest / points;
            if (each * own <= purse + Slack)
            {
                return Math.Max(0, each);
            }

            (rest, points) = (rest - purse, points - own);
        }

        return supporters[^1].Purse / supporters[^1].Points;
    }
}
