using CoCreate.Voting;

namespace CoCreate.Tests.Voting;

/// <summary>The model of Bradley and Terry against published fits.</summary>
public sealed class BradleyTerryExamples
{
    /// <summary>So little that the fit is the likeliest one, as the published ones are.</summary>
    private const double NoPrior = 1e-7;

    /// <summary>The American League of 1987: Agresti, <i>Categorical Data Analysis</i> (2nd edition, 2002), table 10.10, rows win. The fit is that of the R package BradleyTerry2 (Turner and Firth,
    /// <i>Journal of Statistical Software</i> 48, 2012): log strengths above Baltimore's, with standard errors.</summary>
    [Fact]
    public void The_baseball_season_of_1987_is_fitted_as_published()
    {
        double[,] wins =
        {
            { 0, 7, 9, 7, 7, 9, 11 },
            { 6, 0, 7, 5, 11, 9, 9 },
            { 4, 6, 0, 7, 7, 8, 12 },
            { 6, 8, 6, 0, 6, 7, 10 },
            { 6, 2, 6, 7, 0, 7, 12 },
            { 4, 4, 5, 6, 6, 0, 6 },
            { 2, 4, 1, 3, 1, 7, 0 },
        };
        var fit = BradleyTerry.Fit(wins, NoPrior);
        Assert.Equal([1.5814, 1.4364, 1.2945, 1.2476, 1.1077, 0.6839], fit.Logs.Take(6).Select(log => Math.Round(log - fit.Logs[6], 4)));
        Assert.Equal([0.3433, 0.3396, 0.3367, 0.3359, 0.3339, 0.3319], Enumerable.Range(0, 6).Select(i => Math.Round(fit.ErrorBetween(i, 6), 4)));
    }

    /// <summary>The encyclopedia's example of four teams, fitted there to strengths of 0.640, 1.043, 0.660 and 2.270, whose product is 1.</summary>
    [Fact]
    public void Four_teams_are_fitted_as_published()
    {
        double[,] wins = { { 0, 2, 0, 1 }, { 3, 0, 5, 0 }, { 0, 3, 0, 1 }, { 4, 0, 3, 0 } };
        Assert.Equal([0.640, 1.043, 0.660, 2.270], BradleyTerry.Fit(wins, NoPrior).Logs.Select(log => Math.Round(Math.Exp(log), 3)));
    }

    /// <summary>Without the prior there would be no strength for what won every time.</summary>
    [Fact]
    public void What_won_every_time_is_best_and_not_certain()
    {
        string[] options = ["a", "b", "c"];
        CastBallot[] ballots = [CastBallot.Comparing(new("a", "b", "a"), new("a", "c", "a"), new("b", "c", "b"))];
        var tallies = BradleyTerry.Count(options, ballots);
        Assert.Equal(["a", "b", "c"], tallies.OrderByDescending(each => each.Value).Select(each => each.Option));
        Assert.All(tallies, each => Assert.True(each.Range.Low > 0 && each.Range.Low < each.Value && each.Value < each.Range.High && each.Range.High < 1, $"{each}"));
    }

    [Fact]
    public void Who_cannot_decide_is_left_out_of_the_count()
    {
        string[] options = ["a", "b"];
        CastBallot[] decided = [CastBallot.Comparing(new Comparison("a", "b", "a"))];
        CastBallot[] some = [.. decided, CastBallot.Comparing(new Comparison("b", "a", ""))];
        Assert.Equal(BradleyTerry.Count(options, decided).Select(each => each.Value), BradleyTerry.Count(options, some).Select(each => each.Value));
        Assert.Equal(2, BradleyTerry.Count(options, some)[0].Voters);
    }

    [Fact]
    public void More_comparisons_make_narrower_intervals()
    {
        static double Width(int times) => BradleyTerry.Count(["a", "b"], [.. Enumerable.Range(0, times).Select(i => CastBallot.Comparing(new Comparison("a", "b", i % 3 == 0 ? "b" : "a")))])[0].Range is var range ? range.High - range.Low : 0;
        Assert.True(Width(9) > Width(90));
        Assert.True(Width(90) > Width(900));
    }
}
