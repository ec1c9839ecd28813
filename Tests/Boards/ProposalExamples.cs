using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>Proposals of groups by example.</summary>
public sealed class ProposalExamples
{
    private const string NewGroup = "group-new-00001";

    private static readonly TakeCluster _take = new(TheProposal, TheCluster, NewGroup, 0, 0);

    /// <summary>R157</summary>
    [Fact]
    public void R157_a_board_has_one_proposal_and_it_changes_nothing_else()
    {
        var asked = Laid.After(Ada, new ProposeGroups(TheProposal));
        Assert.Equal(ProposalStatus.Computing, asked.Proposal!.Status);
        Assert.Equal(RefusalCode.Exists, Decide(Bo, new ProposeGroups(TheProposal), asked).Refusal);
        Assert.Equal(RefusalCode.TooMany, Decide(Bo, new ProposeGroups("proposal-two-01"), asked).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, _take, asked).Refusal);

        var offered = asked.Offered(new ProposedCluster(TheCluster, "Clips", [AdasIdea, BosIdea], "", false));
        Assert.Equal(ProposalStatus.Offered, offered.Proposal!.Status);
        Assert.Same(Laid.Ideas, offered.Ideas);
        Assert.Same(Laid.Groups, offered.Groups);
        Assert.Equal("proposal-two-01", offered.After(Bo, new ProposeGroups("proposal-two-01")).Proposal!.Id);
        Assert.Null(offered.After(Bo, new DropProposal(TheProposal)).Proposal);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new DropProposal("proposal-two-01"), offered).Refusal);
    }

    /// <summary>R157: at the limit, and one before it.</summary>
    [Fact]
    public void R157_groups_are_proposed_where_there_are_ideas_for_one()
    {
        var board = Laid;
        string[] ideas = [.. board.Ideas.Keys];
        board = board.After(Owner, new GroupIdeas(TheGroup, [.. ideas.Skip(Limits.IdeasToGroup)]));
        Assert.Null(Decide(Ada, new ProposeGroups(TheProposal), board).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new ProposeGroups(TheProposal), board.After(Owner, new GroupIdeas(TheGroup, [ideas[0]]))).Refusal);
    }

    /// <summary>R157: what nobody waits for any more is not shown.</summary>
    [Fact]
    public void R157_what_comes_after_a_proposal_was_put_away_is_nothing()
    {
        var dropped = Laid.After(Ada, new ProposeGroups(TheProposal)).After(Ada, new DropProposal(TheProposal));
        Assert.Equal(0, ProposalDecisions.Offer(dropped, TheProposal, 4, []).Events.Length);
        Assert.Equal(0, ProposalDecisions.Offer(Proposed, TheProposal, 4, []).Events.Length);
    }

    /// <summary>R118: an idea that is hidden while it is proposed, or while the proposal is computed, leaves neither its id nor its words.</summary>
    [Fact]
    public void R118_what_is_hidden_leaves_a_proposal_with_the_title_that_may_be_in_its_words()
    {
        ProposedCluster Three(string title) => new(TheCluster, title, [AdasIdea, BosIdea, LockedByAda], "", false);
        var asked = Laid.After(Ada, new ProposeGroups(TheProposal));
        foreach (var board in new[] { asked.Offered(Three("Clips")).After(Host, new Hide([BosIdea], "Spam")), asked.After(Host, new Hide([BosIdea], "Spam")).Offered(Three("Clips")) })
        {
            var cluster = Assert.Single(board.Proposal!.Clusters);
            Assert.Equal("", cluster.Title);
            Assert.Equal([AdasIdea, LockedByAda], cluster.Ideas);
        }

        Assert.Empty(Proposed.After(Host, new Hide([BosIdea], "Spam")).Proposal!.Clusters);
        Assert.Equal("Clips", Proposed.After(Host, new Hide([LockedByAda], "Spam")).Proposal!.Clusters[0].Title);
    }

    /// <summary>R158</summary>
    [Fact]
    public void R158_a_taken_cluster_is_a_group_with_its_ideas_in_it_that_covers_nothing_else()
    {
        var taken = Proposed.After(Bo, _take);
        var group = taken.Groups[NewGroup].Record;
        Assert.Equal("Clips", group.Title);
        Assert.Equal(Bo, group.Author);
        Assert.Equal(NewGroup, taken.Proposal!.Clusters[0].Taken);
        Assert.Equal([AdasIdea, BosIdea], taken.Groups[NewGroup].Ideas.Order(StringComparer.Ordinal));
        AssertTidy(taken, NewGroup);
    }

    /// <summary>R158</summary>
    [Fact]
    public void R158_what_was_removed_grouped_or_locked_since_is_left_out()
    {
        var board = Proposed.After(Ada, new LockThings([AdasIdea], LockMode.Own));
        Assert.Equal([BosIdea], board.After(Bo, _take).Groups[NewGroup].Ideas);
        board = board.After(Bo, new RemoveThings([BosIdea]));
        Assert.Equal(RefusalCode.Locked, Decide(Bo, _take, board).Refusal);
        Assert.Equal([AdasIdea], board.After(Ada, _take).Groups[NewGroup].Ideas);
        board = board.After(Ada, new GroupIdeas(TheGroup, [AdasIdea]));
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, _take, board).Refusal);
    }

    /// <summary>R158</summary>
    [Fact]
    public void R158_a_cluster_is_taken_once_and_again_when_its_group_is_gone()
    {
        var taken = Proposed.After(Bo, _take);
        Assert.Equal(RefusalCode.Exists, Decide(Ada, _take with { Group = "group-new-00002" }, taken).Refusal);
        Assert.Equal(RefusalCode.Exists, Decide(Ada, new LeaveCluster(TheProposal, TheCluster), taken).Refusal);
        var gone = taken.After(Bo, new RemoveThings([NewGroup]));
        Assert.Equal(RefusalCode.Exists, Decide(Ada, _take, gone).Refusal);
        Assert.NotNull(gone.After(Ada, _take with { Group = "group-new-00002" }).Groups["group-new-00002"]);
    }

    /// <summary>R158</summary>
    [Fact]
    public void R158_a_cluster_that_was_left_can_still_be_taken()
    {
        var left = Proposed.After(Ada, new LeaveCluster(TheProposal, TheCluster));
        Assert.True(left.Proposal!.Clusters[0].Left);
        Assert.Equal(RefusalCode.Exists, Decide(Bo, new LeaveCluster(TheProposal, TheCluster), left).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new LeaveCluster(TheProposal, "cluster-0009"), left).Refusal);
        Assert.False(left.After(Bo, _take).Proposal!.Clusters[0].Left);
    }

    /// <summary>R158: taking back removes the group and moves the ideas to where they were, in one.</summary>
    [Fact]
    public void R158_taking_a_cluster_is_taken_back_as_one()
    {
        var taken = Proposed.After(Bo, _take);
        var was = Proposed.Ideas[AdasIdea].Record;
        var (x, y) = (taken.Ideas[AdasIdea].Record.X, taken.Ideas[AdasIdea].Record.Y);
        var back = taken.After(Bo, new TakeBack([
            new TakeBackPart(new RemoveThings([NewGroup]), [new WriteThing(NewGroup, "Clips")], 2),
            new TakeBackPart(new MoveThings([new Move(AdasIdea, was.X, was.Y)]), [new MoveThings([new Move(AdasIdea, x, y)])], -1),
        ]));
        Assert.Equal(was, back.Ideas[AdasIdea].Record);
        Assert.False(back.Groups.ContainsKey(NewGroup));
    }

    /// <summary>R158: wherever it is wanted, whatever lies there.</summary>
    [Fact]
    public void R158_groups_lie_where_nothing_else_does_on_every_board()
    {
        foreach (var seed in LongRun.Seeds(60))
        {
            var random = new Random(seed);
            var board = Laid;
            for (var at = 0; at < 40; at++)
            {
                board = board.After(Ada, new AddIdea($"idea-{at:d8}", "", "", Colour.Sun, random.Next(-1500, 1500), random.Next(-1500, 1500), ""))
                    .After(Ada, new AddNote($"note-{at:d8}", "", TextSize.Small, random.Next(-1500, 1500), random.Next(-1500, 1500), random.Next(30, 600), random.Next(30, 600)));
            }

            string[] ideas = [.. Enumerable.Range(0, random.Next(1, 20)).Select(at => $"idea-{at:d8}")];
            board = board.After(Ada, new ProposeGroups(TheProposal)).Offered(new ProposedCluster(TheCluster, "", ideas, "", false));
            AssertTidy(board.After(Ada, _take with { X = random.Next(-1500, 1500), Y = random.Next(-1500, 1500) }), NewGroup);
        }
    }

    [Fact]
    public void A_place_outside_of_the_board_is_refused()
    {
        Assert.Equal(RefusalCode.OutOfRange, Decide(Bo, _take with { X = Limits.Coordinate }, Proposed).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Bo, _take with { X = Limits.Coordinate + 1 }, Proposed).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Bo, _take with { Y = double.NaN }, Proposed).Refusal);
    }

    private static void AssertTidy(Board board, string id)
    {
        var group = board.Groups[id].Record;
        var cards = board.Groups[id].Ideas.Select(idea => Things.BoxOf(board.Ideas[idea].Record)).ToList();
        Assert.All(cards, card => Assert.True(card.X >= group.X && card.Y >= group.Y && card.X + card.Width <= group.X + group.Width && card.Y + card.Height <= group.Y + group.Height));
        Assert.All(cards, card => Assert.Single(cards, other => Overlap(card, other)));
        var others = board.Ideas.Values.Where(idea => idea.Record.Group != id).Select(idea => (PlacedRecord)idea.Record)
            .Concat(board.Groups.Values.Select(each => each.Record).Where(each => each.Id != id)).Concat(board.Notes.Values).Concat(board.Frames.Values);
        Assert.All(others, other => Assert.False(Overlap(Things.BoxOf(group), Things.BoxOf(other)), $"{other} is covered by {group}"));
    }

    private static bool Overlap((double X, double Y, double Width, double Height) one, (double X, double Y, double Width, double Height) other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;
}
