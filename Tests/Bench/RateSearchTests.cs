using CoCreate.Bench.Scenarios;

namespace CoCreate.Tests.Bench;

public sealed class RateSearchTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(1_000)]
    [InlineData(7_777)]
    public void The_highest_rate_that_holds_is_found_within_the_precision(double capacity)
    {
        var search = new RateSearch(1_000, 1.1, 40);
        while (!search.IsDone)
        {
            search.Take(search.Rate <= capacity);
        }

        Assert.InRange(search.Best, capacity / 1.1, capacity);
    }

    [Fact]
    public void A_rate_that_fails_once_is_tried_again()
    {
        var search = new RateSearch(1_000, 1.1, 40);
        search.Take(holds: false);
        Assert.Equal(1_000, search.Rate);

        search.Take(holds: true);
        Assert.Equal(1_000, search.Best);
        Assert.Equal(double.PositiveInfinity, search.Failed);
    }

    [Fact]
    public void A_server_that_holds_nothing_ends_the_search()
    {
        var search = new RateSearch(1_000, 1.1, 6);
        for (var i = 0; i < 6; i++)
        {
            Assert.False(search.IsDone);
            search.Take(holds: false);
        }

        Assert.True(search.IsDone);
        Assert.Equal(0, search.Best);
    }
}
