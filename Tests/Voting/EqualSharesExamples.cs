using CoCreate.Voting;
using static CoCreate.Tests.Voting.SumExamples;

namespace CoCreate.Tests.Voting;

/// <summary>The method of equal shares, step by step as its paper defines it.</summary>
public sealed class EqualSharesExamples
{
    /// <summary>The reason for the method in its paper: with 51 people for ten red options and 49 for ten blue ones, and money for ten, points alone would buy ten red ones.
    /// Shares buy five red and four blue, and what is left over a sixth red one.</summary>
    [Fact]
    public void Half_of_the_people_decide_on_about_half_of_the_purse()
    {
        var options = Enumerable.Range(0, 10).SelectMany(i => new[] { ($"red-{i}", 100L), ($"blue-{i}", 100L) }).ToList();
        CastBallot For(string colour) => Marks([.. Enumerable.Range(0, 10).Select(i => ($"{colour}-{i}", 1))]);
        List<CastBallot> ballots = [.. Enumerable.Repeat(For("red"), 51), .. Enumerable.Repeat(For("blue"), 49)];
        var bought = EqualShares.Count(options, ballots, 10).Where(each => each.Fits).Select(each => each.Option).ToList();
        Assert.Equal((6, 4), (bought.Count(each => each.StartsWith("red", StringComparison.Ordinal)), bought.Count(each => each.StartsWith("blue", StringComparison.Ordinal))));
    }

    /// <summary>Three people with 10 each. A (price 12) has 6 + 6 points from the first two: 1 for a point, 6 from each. B (price 9) has 4 + 4 + 1: the first two pay their last 4 each and the third 1, again 1 for a
    /// point. C (price 9) has 9 from the third: 1 for a point, exactly what is left. All are bought, and nobody has anything left.</summary>
    [Fact]
    public void Supporters_pay_in_proportion_to_their_points_and_never_more_than_they_have()
    {
        List<(string, long)> options = [("a", 12), ("b", 9), ("c", 9), ("d", 1)];
        List<CastBallot> ballots = [Marks(("a", 6), ("b", 4)), Marks(("a", 6), ("b", 4)), Marks(("b", 1), ("c", 9))];
        Assert.Equal([("a", 12.0, true), ("b", 9.0, true), ("c", 9.0, true), ("d", 0.0, false)], EqualShares.Count(options, ballots, 10).Select(each => (each.Option, each.Value, each.Fits)));
    }

    [Fact]
    public void What_its_supporters_cannot_pay_for_is_bought_only_from_what_is_left()
    {
        List<CastBallot> ballots = [Marks(("a", 10)), Marks(("b", 10))];
        Assert.Equal([true, false], EqualShares.Count([("a", 15), ("b", 15)], ballots, 10).Select(each => each.Fits));
        Assert.Equal([true, true], EqualShares.Count([("a", 15), ("b", 5)], ballots, 10).Select(each => each.Fits));
        Assert.Equal([false, true], EqualShares.Count([("a", 16), ("b", 5)], ballots, 10).Select(each => each.Fits));
    }

    [Fact]
    public void Without_prices_everything_fits_that_anybody_wants() =>
        Assert.Equal([true, false], EqualShares.Count([("a", 0), ("b", 0)], [Marks(("a", 1))], 10).Select(each => each.Fits));
}
