using CoCreate.Boards;
using CoCreate.Voting;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>How a result is divided by segment, and what it must not give away.</summary>
public sealed class SegmentResultsTests
{
    private const string Id = "vote-one-00001";

    /// <summary>R139: at the limit and one below it. What is too small stands with the others, and no part is too small itself.</summary>
    [Theory]
    [InlineData(5, 5, 0, "customer 5, employee 5")]
    [InlineData(6, 5, 5, "customer 6, employee 5,  5")]
    [InlineData(9, 4, 1, "customer 9,  5")]
    [InlineData(9, 4, 0, "")]
    [InlineData(9, 5, 4, "customer 9,  9")]
    [InlineData(9, 0, 0, "")]
    [InlineData(0, 0, 12, "")]
    [InlineData(4, 4, 4, "")]
    public void R139_parts_of_fewer_than_five_people_stand_with_the_others(int customers, int employees, int others, string expected)
    {
        var parts = SegmentCount.Of(Record(VoteMethod.Approval), Approving(("customer", customers), ("employee", employees), ("", others)));
        Assert.Equal(expected, string.Join(", ", parts.Select(part => $"{part.Segment} {part.Voters}")));
    }

    /// <summary>R139: each method's parts are its own count of the ballots of that part.</summary>
    [Theory]
    [InlineData(VoteMethod.Dots)]
    [InlineData(VoteMethod.Approval)]
    [InlineData(VoteMethod.Score)]
    [InlineData(VoteMethod.Ranking)]
    [InlineData(VoteMethod.Pairwise)]
    [InlineData(VoteMethod.Quadratic)]
    [InlineData(VoteMethod.Budget)]
    public void R139_each_part_is_a_count_of_its_own_ballots_by_the_same_method(VoteMethod method)
    {
        var record = Record(method);
        var ballots = Enumerable.Range(0, 14).Select(i => (Segment: i % 2 == 0 ? "customer" : "employee", Ballot: Some(i))).ToList();
        var parts = SegmentCount.Of(record, ballots);
        Assert.Equal(["customer", "employee"], parts.Select(part => part.Segment));
        foreach (var part in parts)
        {
            var alone = VoteCount.Of(record, [.. ballots.Where(each => each.Segment == part.Segment).Select(each => each.Ballot)]);
            Assert.Equal(
                alone.Rows.Select(row => (row.Option, row.Value, row.Low, row.High)).Order(),
                part.Cells.Select(cell => (cell.Option, cell.Value, cell.Low, cell.High)).Order());
            Assert.All(part.Cells, cell => Assert.Equal(7, cell.People));
        }
    }

    /// <summary>R139: a score that four of a segment gave is left out; so is the smallest other one, as the whole less the others would give it away.</summary>
    [Fact]
    public void R139_what_few_of_a_segment_scored_is_left_out_and_cannot_be_worked_out_from_the_rest()
    {
        var record = Record(VoteMethod.Score);
        var ballots = Enumerable.Range(0, 21).Select(i => (
            Segment: i < 6 ? "customer" : i < 13 ? "employee" : "expert",
            CastBallot.Marking(i is 4 or 5 ? new Dictionary<string, int> { [BosIdea] = 3 } : new Dictionary<string, int> { [AdasIdea] = i % 6, [BosIdea] = 3 })));
        var parts = SegmentCount.Of(record, ballots).ToDictionary(part => part.Segment, part => part.Cells.Select(cell => (cell.Option, cell.People)).ToList());
        Assert.Equal([(AdasIdea, 8)], parts["expert"].Where(cell => cell.Option == AdasIdea));
        Assert.DoesNotContain(parts["customer"].Concat(parts["employee"]), cell => cell.Option == AdasIdea);
        Assert.Equal([6, 7, 8], parts.OrderBy(part => part.Value.Count).SelectMany(part => part.Value).Where(cell => cell.Option == BosIdea).Select(cell => cell.People).Order());
    }

    /// <summary>R139: over all sizes of three parts: what is shown is of nobody or of five or more, what is not shown is of nobody or of five or more together, unless all there are is fewer.</summary>
    [Fact]
    public void R139_whatever_the_sizes_nothing_is_told_of_fewer_than_five()
    {
        for (var sizes = 0; sizes < 12 * 12 * 12; sizes++)
        {
            int[] people = [sizes % 12, sizes / 12 % 12, sizes / 144];
            var kept = SegmentCount.Kept(people);
            var hidden = people.Where((_, at) => !kept[at]).Sum();
            Assert.All(people.Where((_, at) => kept[at]), n => Assert.True(n is 0 or >= 5, string.Join(' ', people)));
            Assert.True(hidden is 0 or >= 5 || hidden == people.Sum(), string.Join(' ', people));
            Assert.True(hidden > 0 || people.All(n => n is 0 or >= 5));
        }
    }

    /// <summary>R139: the largest eight segments stand for themselves, the ninth with the others.</summary>
    [Fact]
    public void R139_eight_segments_are_told_apart_and_the_others_stand_together()
    {
        (string, int)[] Sizes(int segments) => [.. Enumerable.Range(0, segments).Select(i => ($"segment {i}", 20 - i))];
        Assert.Equal(Limits.SegmentsInResults, SegmentCount.Of(Record(VoteMethod.Approval), Approving(Sizes(Limits.SegmentsInResults))).Count);
        var one = SegmentCount.Of(Record(VoteMethod.Approval), Approving(Sizes(Limits.SegmentsInResults + 1)));
        Assert.Equal(("", 12), (one[^1].Segment, one[^1].Voters));
        Assert.Equal(Limits.SegmentsInResults + 1, one.Count);
    }

    /// <summary>R139: the parts come with the close, by the segments of then, and follow when options are counted as one.</summary>
    [Fact]
    public void R139_parts_come_with_the_close_by_the_segments_of_then_and_follow_a_merge()
    {
        var board = Laid.After(Host, new OpenVote(Id, "Which?", VotePlan.None with { Method = VoteMethod.Dots, Budget = 3, Live = true }));
        for (var i = 0; i < 10; i++)
        {
            var person = $"person-many-{i:d3}";
            board = board.After(person, new EnterBoard("", $"P{i}", Colour.Mint, i < 5 ? "customer" : "employee"))
                .After(person, new DealBallot(Id, $"receipt-{i:d8}", ""))
                .After(person, new MarkOption(Id, i < 5 ? AdasIdea : BosIdea, 2));
        }

        Assert.Empty(board.Votes[Id].Record.Segments);
        var closed = board.After(Host, new CloseVote(Id));
        Assert.Equal(10d, Cell(closed, "customer", AdasIdea));
        Assert.Equal(0d, Cell(closed, "employee", AdasIdea));

        var later = closed.After("person-many-000", new EnterBoard("", "P0", Colour.Mint, "employee")).After(Host, new MergeOptions(Id, AdasIdea, [BosIdea]));
        Assert.Equal(10d, Cell(later, "customer", AdasIdea));
        Assert.Equal(10d, Cell(later, "employee", AdasIdea));
        Assert.Equal([5, 5], later.Votes[Id].Record.Segments.Select(part => part.Voters));
    }

    /// <summary>R103: the result of a step's vote keeps the rules before and after each change, when, by whom and why.</summary>
    [Fact]
    public void R103_a_vote_keeps_the_changes_of_its_steps_rules_while_it_was_open()
    {
        var step = Step("step-one-00001", Exposure.All) with { Vote = VotePlan.None with { Method = VoteMethod.Approval } };
        var next = Step("step-two-00001", Exposure.All);
        var board = Laid.After(Owner, new SetAgenda("", [step, next])).After(Owner, new BeginStep(step.Id));
        var longer = step with { Seconds = 90 };
        board = board.After(Owner, new ChangeRules(longer, "We need more time")).After(Owner, new BeginStep(next.Id)).After(Owner, new ChangeRules(next with { Seconds = 60 }, "Later"));
        var change = Assert.Single(board.Votes.Values.Single().Record.Changes);
        Assert.Equal(("We need more time", Owner, Now, 0, 90), (change.Reason, change.By, change.At, change.Was.Seconds, change.Now.Seconds));
    }

    private static double Cell(Board board, string segment, string option) =>
        board.Votes[Id].Record.Segments.Single(part => part.Segment == segment).Cells.Single(cell => cell.Option == option).Value;

    private static VoteRecord Record(VoteMethod method) =>
        Laid.After(Host, new OpenVote(Id, "Which?", VotePlan.None with { Method = method, Budget = method == VoteMethod.Score ? 5 : 9 })).Votes[Id].Record;

    private static IEnumerable<(string, CastBallot)> Approving(params (string Segment, int People)[] parts) =>
        parts.SelectMany(part => Enumerable.Range(0, part.People).Select(i => (part.Segment, CastBallot.Marking(new Dictionary<string, int> { [i % 2 == 0 ? AdasIdea : BosIdea] = 1 }))));

    /// <summary>A ballot that says something by every method, about all options.</summary>
    private static CastBallot Some(int seed)
    {
        var options = Laid.Ideas.Keys.Order(StringComparer.Ordinal).ToList();
        return new CastBallot(
            options.Select((option, at) => (option, Mark: 1 + ((seed + at) % 2))).ToDictionary(each => each.option, each => each.Mark),
            [.. options.Skip(seed % 3), .. options.Take(seed % 3)],
            [.. options.Zip(options.Skip(1).Append(options[0])).Select((pair, at) => new Comparison(pair.First, pair.Second, (seed + at) % 3 == 0 ? pair.First : pair.Second))]);
    }
}
