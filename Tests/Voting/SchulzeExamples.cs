using CoCreate.Voting;

namespace CoCreate.Tests.Voting;

/// <summary>Schulze's method against his paper's examples.</summary>
public sealed class SchulzeExamples
{
    /// <summary>45 voters, five options (Schulze's paper and the encyclopedia's article on the method): E beats A beats C beats B beats D.</summary>
    [Fact]
    public void Forty_five_voters_rank_E_A_C_B_D()
    {
        var (schulze, ballots) = Of(5, "ACBED", 5, "ADECB", 8, "BEDAC", 3, "CABED", 7, "CAEBD", 2, "CBADE", 7, "DCEBA", 8, "EBADC");
        Assert.Equal("EACBD", Order(schulze, ballots));
        Assert.Equal([20, 26, 30, 22], "BCDE".Select(other => schulze.Preferred("A", $"{other}")));
        Assert.Equal([28, 28, 30, 24], "BCDE".Select(other => schulze.Path("A", $"{other}")));
        Assert.Equal([25, 28, 28, 31], "ABCD".Select(other => schulze.Path("E", $"{other}")));
        Assert.Equal([25, 28, 33, 24], "ACDE".Select(other => schulze.Path("B", $"{other}")));
    }

    /// <summary>The paper's example 1 (section 3.1): 21 voters, four options; D beats A, C, B in that order.</summary>
    [Fact]
    public void Twenty_one_voters_rank_D_first()
    {
        var (schulze, ballots) = Of(8, "ACDB", 2, "BADC", 4, "CDBA", 4, "DBAC", 3, "DCBA");
        Assert.Equal("DACB", Order(schulze, ballots));
    }

    /// <summary>The paper's example 2 (section 3.2): 30 voters, four options; D is the winner, though each option loses to another.</summary>
    [Fact]
    public void Thirty_voters_have_no_option_that_beats_all_others_and_still_a_winner()
    {
        var (schulze, ballots) = Of(5, "ACBD", 2, "ACDB", 3, "ADCB", 4, "BACD", 3, "CBDA", 3, "CDBA", 1, "DACB", 5, "DBAC", 4, "DCBA");
        Assert.All("ABCD", one => Assert.Contains("ABCD", other => schulze.Preferred($"{other}", $"{one}") > schulze.Preferred($"{one}", $"{other}")));
        Assert.Equal("DACB", Order(schulze, ballots));
    }

    /// <summary>Section 3.3 of the paper's later version (arXiv 1804.02973): two options tie when their paths are equally strong.</summary>
    [Fact]
    public void A_circle_of_equal_majorities_is_a_tie()
    {
        var (schulze, ballots) = Of(1, "ABC", 1, "BCA", 1, "CAB");
        Assert.Equal([0.0, 0, 0], schulze.Count(ballots).Select(each => each.Value));
        Assert.Equal([1, 1, 1], Places.Of(schulze.Count(ballots), null).Select(each => each.Place));
    }

    [Fact]
    public void What_a_ballot_does_not_name_stands_below_all_that_it_names()
    {
        var (schulze, ballots) = Of(2, "A", 1, "B");
        schulze = Schulze.Of(["A", "B", "C"], ballots);
        Assert.Equal(2, schulze.Preferred("A", "C"));
        Assert.Equal(0, schulze.Preferred("C", "B"));
        Assert.Equal("ABC", Order(schulze, ballots));
    }

    internal static (Schulze Schulze, List<CastBallot> Ballots) Of(params object[] groups)
    {
        var ballots = groups.Chunk(2).SelectMany(group => Enumerable.Repeat(CastBallot.Ranked([.. ((string)group[1]).Select(each => $"{each}")]), (int)group[0])).ToList();
        return (Schulze.Of([.. ballots.SelectMany(ballot => ballot.Ranking).Distinct().Order(StringComparer.Ordinal)], ballots), ballots);
    }

    private static string Order(Schulze schulze, List<CastBallot> ballots) => string.Concat(Places.Of(schulze.Count(ballots), null).Select(each => each.Tally.Option));
}
