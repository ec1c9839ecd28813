namespace CoCreate.Voting;

/// <summary>The methods that add up what people gave: dots, yes, scores, votes that cost their square. Whole numbers are added, so the order of ballots cannot matter.</summary>
public static class Sums
{
    /// <summary>Dots, also called cumulative voting: the option with the most dots is best (Cole and Taebel, "Cumulative voting in local elections", <i>National Civic Review</i> 72, 1983;
    /// for meetings Gray, Brown and Macanufo, <i>Gamestorming</i>, 2010, "Dot voting").</summary>
    /// <param name="options">The options in their order.</param>
    /// <param name="ballots">The ballots.</param>
    /// <returns>A tally of dots for each option; its interval is of as many people's dots, by the mean per person.</returns>
    public static IReadOnlyList<Tally> Dots(IReadOnlyList<string> options, IReadOnlyList<CastBallot> ballots) => [.. options.Select(option =>
    {
        var (sum, squares, voters) = Add(option, ballots);
        var range = Interval.OfMean(sum, squares, ballots.Count, 0, double.MaxValue);
        return new Tally(option, sum, ballots.Count < 2 ? new Interval(sum, sum) : range.Times(ballots.Count), voters);
    })];

    /// <summary>Approval: the option that most people said yes to is best (Brams and Fishburn, "Approval voting", <i>American Political Science Review</i> 72, 1978).</summary>
    /// <returns>How many said yes to each option; its interval is Wilson's, of as many people.</returns>
    public static IReadOnlyList<Tally> Approval(IReadOnlyList<string> options, IReadOnlyList<CastBallot> ballots) => [.. options.Select(option =>
    {
        var yes = ballots.Count(ballot => ballot.Marks.GetValueOrDefault(option) > 0);
        return new Tally(option, yes, Interval.OfShare(yes, ballots.Count).Times(ballots.Count), yes);
    })];

    /// <summary>Scores: the option with the highest mean is best, and the number of people who scored it stands beside it (Smith, "Range voting", 2000; "score voting" with the mean of
    /// those who have an opinion). An option that nobody scored comes last.</summary>
    /// <param name="options">The options in their order.</param>
    /// <param name="ballots">The ballots; 0 is a score, an option that is not marked has none.</param>
    /// <param name="highest">The highest score.</param>
    /// <returns>The mean of each option's scores, 0 to <paramref name="highest"/>; its interval is Student's.</returns>
    public static IReadOnlyList<Tally> Score(IReadOnlyList<string> options, IReadOnlyList<CastBallot> ballots, int highest) => [.. options.Select(option =>
    {
        var (sum, squares, voters) = Add(option, ballots);
        return new Tally(option, voters == 0 ? 0 : (double)sum / voters, Interval.OfMean(sum, squares, voters, 0, highest), voters);
    })];

    /// <summary>Votes that cost their square: what somebody cares about more gets more votes, at a growing price (Lalley and Weyl, "Quadratic voting: how mechanism design can radicalize
    /// democracy", <i>AEA Papers and Proceedings</i> 108, 2018). Only votes for options, none against.</summary>
    /// <returns>A tally of votes for each option; its interval is as for <see cref="Dots"/>.</returns>
    public static IReadOnlyList<Tally> Quadratic(IReadOnlyList<string> options, IReadOnlyList<CastBallot> ballots) => Dots(options, ballots);

    /// <summary>What a ballot's votes cost: the sum of their squares.</summary>
    public static long QuadraticCost(IEnumerable<int> votes) => votes.Sum(each => (long)each * each);

    private static (long Sum, long Squares, int Voters) Add(string option, IReadOnlyList<CastBallot> ballots)
    {
        var (sum, squares, voters) = (0L, 0L, 0);
        foreach (var ballot in ballots)
        {
            if (ballot.Marks.TryGetValue(option, out var mark))
            {
                (sum, squares, voters) = (sum + mark, squares + ((long)mark * mark), voters + 1);
            }
        }

        return (sum, squares, voters);
    }
}
