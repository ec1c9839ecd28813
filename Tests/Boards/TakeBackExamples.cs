using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>R42: taking back by example.</summary>
public sealed class TakeBackExamples
{
    [Fact]
    public void R42_a_title_goes_back_while_it_is_as_one_left_it()
    {
        var renamed = Laid.After(Ada, new RetitleIdea(AdasIdea, "Mine"));
        Assert.Equal("Buckles I can swap", renamed.After(Ada, Back("Mine")).Ideas[AdasIdea].Record.Title);
        var by = renamed.After(Bo, new RetitleIdea(AdasIdea, "Bo's"));
        Assert.Equal(RefusalCode.Changed, Decide(Ada, Back("Mine"), by).Refusal);
    }

    [Fact]
    public void Parts_that_others_changed_are_left_out_and_the_rest_is_done()
    {
        var moved = Laid.After(Ada, new MoveThings([new Move(AdasIdea, 5, 5), new Move(BosIdea, 6, 6)])).After(Bo, new MoveThings([new Move(BosIdea, 7, 7)]));
        var back = moved.After(Ada, new TakeBack([MoveBack(AdasIdea, 0, 0, 5), MoveBack(BosIdea, 300, 0, 6)]));
        Assert.Equal((0.0, 7.0), (back.Ideas[AdasIdea].Record.X, back.Ideas[BosIdea].Record.X));
    }

    [Fact]
    public void Adding_is_not_taken_back_once_others_have_commented_voted_or_connected()
    {
        const string Mine = "idea-new-000001";
        var undo = new TakeBack([new TakeBackPart(new RemoveThings([Mine]), [new RetitleIdea(Mine, "x")], 0)]);
        var added = Laid.After(Ada, new AddIdea(Mine, "x", "", Colour.Sun, 0, 0, ""));
        Assert.Null(Decide(Ada, undo, added).Refusal);
        foreach (var theirs in new ClientCommand[]
        {
            new AddComment("talk-new-000001", Mine, "Yes"), new CastVote(Mine, 1), new AddReaction(Mine, Reaction.Heart),
            new AddConnector("line-new-000001", Mine, BosIdea, ""), new RetitleIdea(Mine, "y"),
        })
        {
            Assert.Equal(RefusalCode.Changed, Decide(Ada, undo, added.After(Bo, theirs)).Refusal);
        }
    }

    [Fact]
    public void Own_dots_on_an_idea_do_not_hold_up_its_being_taken_back()
    {
        const string Mine = "idea-new-000001";
        var voted = Laid.After(Ada, new AddIdea(Mine, "x", "", Colour.Sun, 0, 0, "")).After(Ada, new CastVote(Mine, 2));
        Assert.Null(Decide(Ada, new TakeBack([new TakeBackPart(new RemoveThings([Mine]), [], 0)]), voted).Refusal);
    }

    /// <summary>A comment that waits for a host is seen by its author and hosts: nobody else learns of it by what can be taken back.</summary>
    [Fact]
    public void What_one_does_not_see_does_not_hold_up_taking_back()
    {
        const string Mine = "idea-new-000001";
        var undo = new TakeBack([new TakeBackPart(new RemoveThings([Mine]), [], 0)]);
        var added = Laid.After(Ada, new AddIdea(Mine, "x", "", Colour.Sun, 0, 0, "")).After(Owner, new SetApproval(true));
        var waits = added.After(Bo, new AddComment("talk-new-000001", Mine, "Yes"));
        Assert.Null(Decide(Ada, undo, waits).Refusal);
        Assert.Equal(RefusalCode.Changed, Decide(Ada, undo, waits.After(Owner, new Approve(["talk-new-000001"]))).Refusal);
    }

    [Fact]
    public void Each_part_is_decided_on_what_those_before_it_made()
    {
        const string Again = "idea-new-000001";
        TakeBackPart[] parts = [new TakeBackPart(new AddIdea(Again, "x", "", Colour.Sun, 0, 0, ""), [], -1), new TakeBackPart(new RetitleIdea(Again, "y"), [], -1)];
        Assert.Equal("y", Laid.After(Ada, new TakeBack(parts)).Ideas[Again].Record.Title);
    }

    /// <summary>R42: an idea and a stamp on it that were moved by one command, in either order, are both where they were; a stamp that came since goes along with the idea.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void R42_things_that_carry_one_another_go_back_each_to_its_place(bool isStampFirst)
    {
        var board = Laid.After(Ada, new AddStamp("stamp-taken-0001", Sign.Star, 10, 20, AdasIdea));
        var (idea, stamp) = (board.Ideas[AdasIdea].Record, board.Stamps["stamp-taken-0001"]);
        Move[] there = [new(AdasIdea, idea.X + 300, idea.Y + 100), new(stamp.Id, 1000, 1000)];
        Move[] back = [new(AdasIdea, idea.X, idea.Y), new(stamp.Id, stamp.X, stamp.Y)];
        var moved = board.After(Ada, new MoveThings(there)).After(Bo, new AddStamp("stamp-later-0001", Sign.Star, idea.X + 310, idea.Y + 120, AdasIdea));
        var parts = there.Zip(back).Select(pair => new TakeBackPart(new MoveThings([pair.Second]), [new MoveThings([pair.First])], -1));
        var after = moved.After(Ada, new TakeBack([.. isStampFirst ? parts.Reverse() : parts]));
        Assert.Equal((idea.X, idea.Y), (after.Ideas[AdasIdea].Record.X, after.Ideas[AdasIdea].Record.Y));
        Assert.Equal((10, 20), (after.Stamps[stamp.Id].X, after.Stamps[stamp.Id].Y));
        Assert.Equal((idea.X + 10, idea.Y + 20), (after.Stamps["stamp-later-0001"].X, after.Stamps["stamp-later-0001"].Y));

        // Once somebody else moved the stamp, it goes with the idea and nowhere else.
        var held = moved.After(Bo, new MoveThings([new Move(stamp.Id, 2000, 2000)])).After(Ada, new TakeBack([.. parts]));
        Assert.Equal((2000 - 300, 2000 - 100), (held.Stamps[stamp.Id].X, held.Stamps[stamp.Id].Y));
    }

    [Fact]
    public void Moves_that_cannot_be_read_are_refused_and_move_nothing()
    {
        var part = new TakeBackPart(new MoveThings(null!), [], -1);
        Assert.Equal(RefusalCode.Malformed, Decide(Ada, new TakeBack([part, part])).Refusal);
        var empty = new TakeBackPart(new MoveThings([new Move(null!, 0, 0)]), [], -1);
        Assert.NotNull(Decide(Ada, new TakeBack([part, empty, empty])).Refusal);
    }

    [Fact]
    public void Nobody_gains_a_right_by_taking_back()
    {
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new TakeBack([new TakeBackPart(new RemoveThings([BosIdea]), [], -1)])).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new TakeBack([new TakeBackPart(new RenameBoard("Mine"), [], -1)])).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Observer, Back("x")).Refusal);
        Assert.Equal(RefusalCode.TooLong, Decide(Ada, new TakeBack([new TakeBackPart(new RetitleIdea(AdasIdea, new string('x', Limits.TitleLength + 1)), [], -1)])).Refusal);
    }

    [Fact]
    public void Dots_taken_back_and_cast_again_stay_within_the_budget()
    {
        var spent = Laid.After(Ada, new CastVote(AdasIdea, Board.DefaultVoteBudget));
        Assert.Equal(RefusalCode.OverBudget, Decide(Ada, new TakeBack([new TakeBackPart(new CastVote(BosIdea, 1), [], -1)]), spent).Refusal);
    }

    [Fact]
    public void What_cannot_be_read_is_malformed_and_taking_back_holds_no_other_taking_back()
    {
        Assert.Equal(RefusalCode.Malformed, Decide(Ada, new TakeBack(null!)).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Ada, new TakeBack([])).Refusal);
        Assert.Equal(RefusalCode.Malformed, Decide(Ada, new TakeBack([new TakeBackPart(Back("x"), [], -1)])).Refusal);
        Assert.Equal(RefusalCode.Malformed, Decide(Ada, new TakeBack([new TakeBackPart(new RetitleIdea(AdasIdea, "x"), [Back("x")], -1)])).Refusal);
    }

    [Fact]
    public void It_takes_as_many_parts_and_conditions_as_it_says()
    {
        TakeBack Parts(int count) => new([.. Enumerable.Range(0, count).Select(i => new TakeBackPart(new RetitleIdea(AdasIdea, $"{i}"), [], -1))]);
        TakeBack Left(int count) => new([new TakeBackPart(new RetitleIdea(AdasIdea, "x"), [.. Enumerable.Repeat(new RecolourIdea(AdasIdea, Colour.Sun), count)], -1)]);
        Assert.Null(Decide(Ada, Parts(Limits.PartsPerTakeBack)).Refusal);
        Assert.Equal(RefusalCode.TooMany, Decide(Ada, Parts(Limits.PartsPerTakeBack + 1)).Refusal);
        Assert.Null(Decide(Ada, Left(Limits.LeftPerPart)).Refusal);
        Assert.Equal(RefusalCode.TooMany, Decide(Ada, Left(Limits.LeftPerPart + 1)).Refusal);
    }

    private static TakeBack Back(string left) =>
        new([new TakeBackPart(new RetitleIdea(AdasIdea, "Buckles I can swap"), [new RetitleIdea(AdasIdea, left)], -1)]);

    private static TakeBackPart MoveBack(string id, double x, double y, double left) =>
        new(new MoveThings([new Move(id, x, y)]), [new MoveThings([new Move(id, left, left)])], -1);
}
