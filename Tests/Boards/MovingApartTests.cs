using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>R107: what people put on one spot unseen of one another lies beside one another once it is revealed.</summary>
public sealed class MovingApartTests
{
    private const string Blind = "step-blind-0001";

    [Fact]
    public void R107_ideas_put_on_one_spot_unseen_lie_apart_once_they_are_revealed()
    {
        var board = Begun().After(Ada, Add("idea-new-00001", 4000, 4000)).After(Bo, Add("idea-new-00002", 4010, 3990)).After(Bo, Add("idea-new-00003", 4500, 4000));
        Assert.Equal((4010d, 3990d), Place(board, "idea-new-00002"));

        var revealed = board.After(Owner, new Reveal());
        Assert.Equal((4000d, 4000d), Place(revealed, "idea-new-00001"));
        Assert.Equal((4242d, 3990d), Place(revealed, "idea-new-00002"));
        Assert.Equal((4500d, 4000d), Place(revealed, "idea-new-00003"));
    }

    [Fact]
    public void R107_what_everybody_saw_stays_where_it_is_and_so_does_what_only_touches()
    {
        var (x, y) = Place(Laid, AdasIdea);
        var board = Begun().After(Bo, Add("idea-new-00001", x, y)).After(Bo, Add("idea-new-00002", 4000, 4000)).After(Ada, Add("idea-new-00003", 4000 + (Limits.CardWidth / 2), 4000));
        var revealed = board.After(Owner, new Reveal());
        Assert.Equal((x, y), Place(revealed, AdasIdea));
        Assert.NotEqual((x, y), Place(revealed, "idea-new-00001"));
        Assert.Equal((4000d + (Limits.CardWidth / 2), 4000d), Place(revealed, "idea-new-00003"));
        Assert.Equal(Laid.Ideas.Values.Select(idea => (idea.Record.X, idea.Record.Y)), Laid.Ideas.Keys.Select(id => Place(revealed, id)));
    }

    /// <summary>R107: however many lie on one spot, near the edge of the board too, no card hides another one.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(Limits.Coordinate - 1, Limits.Coordinate - 1)]
    public void R107_a_thousand_on_one_spot_lie_apart_and_on_the_board(double x, double y)
    {
        var board = Enumerable.Range(0, 1_000).Aggregate(Begun(), (next, i) => next.After(i % 2 == 0 ? Ada : Bo, Add($"idea-new-{i:d5}", x - (i % 3), y)));
        var revealed = board.After(Owner, new Reveal());
        var places = revealed.Ideas.Keys.Where(id => id.StartsWith("idea-new", StringComparison.Ordinal)).Select(id => Place(revealed, id)).ToList();
        Assert.Equal(1_000, places.Count);
        Assert.DoesNotContain(places.SelectMany((one, at) => places.Skip(at + 1).Select(other => (one, other))), pair =>
            Math.Abs(pair.one.X - pair.other.X) < Limits.CardWidth / 2 && Math.Abs(pair.one.Y - pair.other.Y) < Limits.CardHeight / 2);
        Assert.All(places, place => Assert.True(Math.Abs(place.X) <= Limits.Coordinate && Math.Abs(place.Y) <= Limits.Coordinate));
    }

    /// <summary>A place that is found has no more digits than one that is ordered, or the board made from a board's file would be another one.</summary>
    [Fact]
    public void R107_a_place_that_is_found_is_one_of_hundredths_of_a_unit()
    {
        var board = Begun().After(Ada, Add("idea-new-00001", -266.45, 4000)).After(Bo, Add("idea-new-00002", -266.45, 4000));
        Assert.Equal((-34.45d, 4000d), Place(board.After(Owner, new Reveal()), "idea-new-00002"));
    }

    private static Board Begun() => Laid.After(Owner, new SetAgenda("", [Step(Blind, Exposure.Own)])).After(Owner, new BeginStep(Blind));

    private static AddIdea Add(string id, double x, double y) => new(id, "Unseen", "", Colour.Sun, x, y, "");

    private static (double X, double Y) Place(Board board, string id) => (board.Ideas[id].Record.X, board.Ideas[id].Record.Y);
}
