using CoCreate.Voting;

namespace CoCreate.Tests.Voting;

/// <summary>Dots, yes, scores and votes that cost their square, and their intervals, against published figures.</summary>
public sealed class SumExamples
{
    private static readonly string[] _options = ["a", "b", "c"];

    [Fact]
    public void Dots_are_added_up()
    {
        var tallies = Sums.Dots(_options, [Marks(("a", 3), ("b", 1)), Marks(("a", 1)), Marks(("b", 2), ("c", 1))]);
        Assert.Equal([("a", 4.0, 2), ("b", 3.0, 2), ("c", 1.0, 1)], tallies.Select(each => (each.Option, each.Value, each.Voters)));
    }

    [Fact]
    public void A_score_is_the_mean_of_those_who_gave_one_and_zero_is_a_score()
    {
        var tallies = Sums.Score(_options, [Marks(("a", 5), ("b", 0)), Marks(("a", 4), ("b", 5)), Marks(("b", 4))], 5);
        Assert.Equal([("a", 4.5, 2), ("b", 3.0, 3), ("c", 0.0, 0)], tallies.Select(each => (each.Option, each.Value, each.Voters)));
        Assert.Equal(new Interval(0, 5), tallies[2].Range);
    }

    /// <summary>Lalley and Weyl: n votes cost n².</summary>
    [Fact]
    public void Votes_cost_their_square()
    {
        Assert.Equal(1 + 4 + 9 + 16, Sums.QuadraticCost([1, 2, 3, 4]));
        Assert.Equal([4.0, 3.0, 0.0], Sums.Quadratic(_options, [Marks(("a", 3)), Marks(("a", 1), ("b", 3))]).Select(each => each.Value));
    }

    /// <summary>Newcombe, "Two-sided confidence intervals for the single proportion" (<i>Statistics in Medicine</i> 17, 1998), table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_is_as_Newcombe_prints_it(int yes, int people, double low, double high)
    {
        var range = Interval.OfShare(yes, people);
        Assert.Equal(low, range.Low, 0.00006);
        Assert.Equal(high, range.High, 0.00006);
    }

    /// <summary>Student's own example: the hours of sleep that ten patients gained (column II), <i>Biometrika</i> 6 (1908): the interval is R's, 0.8976775 to 3.7623225 hours.</summary>
    [Fact]
    public void Students_interval_is_as_it_is_for_his_own_example()
    {
        int[] tenths = [19, 8, 11, 1, -1, 44, 55, 16, 46, 34];
        var range = Interval.OfMean(tenths.Sum(), tenths.Sum(each => each * each), tenths.Length, double.MinValue, double.MaxValue);
        Assert.Equal(8.976775, range.Low, 0.000001);
        Assert.Equal(37.623225, range.High, 0.000001);
    }

    /// <summary>As in any table of Student's t.</summary>
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(9, 2.262)]
    [InlineData(30, 2.042)]
    [InlineData(31, 2.040)]
    [InlineData(40, 2.021)]
    [InlineData(60, 2.000)]
    [InlineData(120, 1.980)]
    public void Students_t_is_as_tables_have_it(int degrees, double t) => Assert.Equal(t, Interval.StudentT(degrees), 0.0006);

    [Fact]
    public void An_interval_of_one_person_says_that_one_person_says_little()
    {
        Assert.Equal(new Interval(0, 10), Sums.Score(_options, [Marks(("a", 7))], 10)[0].Range);
        Assert.Equal(new Interval(0, 1), Interval.OfShare(0, 0));
    }

    internal static CastBallot Marks(params (string Option, int Mark)[] marks) => CastBallot.Marking(marks.ToDictionary(each => each.Option, each => each.Mark));
}
