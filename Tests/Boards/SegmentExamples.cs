using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>Who is in which segment, and by whose word (R180 to R182).</summary>
public sealed class SegmentExamples
{
    private const string Kim = "person-kim-0001";
    private const string Vote = "vote-one-00001";
    private static readonly string _secret = new('e', 64);

    [Fact]
    public void R180_a_host_puts_people_into_a_segment_and_out_of_it_and_nobody_else_does()
    {
        var board = Laid.After(Host, new AssignSegment([Bo, Observer, "person-nobody-1", Bo], "Colleagues"));
        Assert.Equal(("Colleagues", "Colleagues"), (SegmentOf(board, Bo), SegmentOf(board, Observer)));
        Assert.Equal("", SegmentOf(board.After(Host, new AssignSegment([Bo], "")), Bo));

        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new AssignSegment([Ada], "Colleagues")).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Host, new AssignSegment(["person-nobody-1", null!], "Colleagues")).Refusal);
        Assert.Equal(RefusalCode.Malformed, Decide(Host, new AssignSegment([Bo], " Colleagues")).Refusal);
        Assert.Equal(RefusalCode.Malformed, Decide(Host, new AssignSegment([Bo], null!)).Refusal);

        // Once more is no refusal, and changes nobody.
        var again = board.After(Host, new AssignSegment([Bo], "Colleagues"));
        Assert.Equal((board.Seq + 1, board.Members[Bo].Record), (again.Seq, again.Members[Bo].Record));
    }

    /// <summary>R180, R105: nobody is let look into what a segment hides by being put into it.</summary>
    [Fact]
    public void R180_nobody_is_put_into_a_segment_while_a_step_hides_what_people_add()
    {
        var board = Laid.After(Host, new SetAgenda("", [Step("step-one-000001", Exposure.Segment)])).After(Host, new BeginStep("step-one-000001"));
        Assert.Equal(RefusalCode.NotInPhase, Decide(Host, new AssignSegment([Bo], "Customers"), board).Refusal);
        Assert.Null(Decide(Host, new AssignSegment([Bo], "Customers"), board.After(Host, new Reveal()).After(Host, new EndAgenda())).Refusal);
    }

    [Fact]
    public void R180_an_open_vote_for_a_segment_follows_who_is_in_it()
    {
        var plan = VotePlan.None with { Method = VoteMethod.Dots, Budget = 5, Options = VoteOptions.Ideas, Segments = ["Customers"] };
        var board = Laid.After(Host, new AssignSegment([Bo], "Customers")).After(Host, new OpenVote(Vote, "Which?", plan));
        Assert.Equal(1, board.Votes[Vote].Record.Eligible);
        board = board.After(Host, new AssignSegment([Ada], "Customers"));
        Assert.Equal(2, board.Votes[Vote].Record.Eligible);
        Assert.Equal(1, board.After(Host, new AssignSegment([Bo], "")).Votes[Vote].Record.Eligible);
    }

    [Fact]
    public void R181_who_comes_by_a_link_with_a_segment_is_in_it_whatever_they_name_themselves()
    {
        var board = Laid.After(Owner, new MakeInvite("invite-two-0001", _secret, Role.Commenter, 0, 0, Segment: "Customers"));
        Assert.Equal("Customers", BoardDecider.Look(board, _secret, Now)?.Segment);
        Assert.Equal("", BoardDecider.Look(board, "", Now)?.Segment);
        Assert.Equal("Customers", SegmentOf(board.After(Kim, new EnterBoard(_secret, "Kim", Colour.Sun, "Colleagues")), Kim));
        Assert.Equal("Colleagues", SegmentOf(board.After(Kim, new EnterBoard("", "Kim", Colour.Sun, "Colleagues")), Kim));

        // Who waits at the door comes in as they would have.
        var waiting = board.After(Owner, new SetDoor(null, 0, 0, true)).After(Kim, new EnterBoard(_secret, "Kim", Colour.Sun, ""));
        Assert.Equal("Customers", SegmentOf(waiting.After(Host, new AdmitParticipants([Kim])), Kim));
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new MakeInvite("invite-two-0001", _secret, Role.Observer, 0, 0, Embed: true, Segment: "Customers")).Refusal);
    }

    [Fact]
    public void R182_who_is_in_a_segment_stays_in_it_until_a_host_says_otherwise()
    {
        var board = Laid.After(Owner, new MakeInvite("invite-two-0001", _secret, Role.Commenter, 0, 0, Segment: "Customers"));
        var placed = board.After(Host, new AssignSegment([Bo], "Colleagues"));
        Assert.Equal("Colleagues", SegmentOf(placed.After(Bo, new EnterBoard("", "Bo B.", Colour.Sun, "")), Bo));
        Assert.Equal("Colleagues", SegmentOf(placed.After(Bo, new EnterBoard("", "Bo B.", Colour.Sun, "Customers")), Bo));
        Assert.Equal("Colleagues", SegmentOf(placed.After(Bo, new EnterBoard(_secret, "Bo B.", Colour.Sun, "")), Bo));

        // Who is in none comes into one, but not into one that hides something.
        var without = board.After(Host, new AssignSegment([Bo], ""));
        var hiding = without.After(Host, new SetAgenda("", [Step("step-one-000001", Exposure.Segment)])).After(Host, new BeginStep("step-one-000001"));
        Assert.Equal("Customers", SegmentOf(without.After(Bo, new EnterBoard(_secret, "Bo B.", Colour.Sun, "")), Bo));
        Assert.Equal("", SegmentOf(hiding.After(Bo, new EnterBoard(_secret, "Bo B.", Colour.Sun, "Customers")), Bo));
    }

    private static string SegmentOf(Board board, string person) => board.Members[person].Record.Segment;
}
