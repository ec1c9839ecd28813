using System.Collections.Immutable;
using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>R43: the bin by example.</summary>
public sealed class BinExamples
{
    [Fact]
    public void R43_a_removed_idea_comes_back_with_its_comments_connectors_group_and_place()
    {
        var grouped = Laid.After(Bo, new GroupIdeas(TheGroup, [BosIdea])).After(Bo, new AddReaction(BosIdea, Reaction.Bulb));
        var back = grouped.After(Bo, new RemoveThings([BosIdea])).After(Bo, new Restore(RecordKind.Idea, BosIdea));
        Assert.Equal(Everyone(grouped), Everyone(back));
        Assert.Equal(grouped.Members[Bo] with { ActiveAt = 0 }, back.Members[Bo] with { ActiveAt = 0 });
        Assert.Empty(back.Bin.Items);
    }

    [Fact]
    public void Dots_come_back_as_far_as_their_owners_budgets_allow()
    {
        var spent = Laid.After(Ada, new CastVote(BosIdea, 4)).After(Host, new CastVote(BosIdea, 2));
        var removed = spent.After(Bo, new RemoveThings([BosIdea])).After(Ada, new CastVote(AdasIdea, 3));
        var back = removed.After(Bo, new Restore(RecordKind.Idea, BosIdea));
        Assert.Equal((4, Board.DefaultVoteBudget, 2), (back.Ideas[BosIdea].Record.Votes, back.Members[Ada].Dots, back.Members[Host].Dots));
    }

    [Fact]
    public void Dots_of_somebody_who_left_the_board_come_back_within_the_budget_too()
    {
        var removed = Laid.After(Ada, new CastVote(BosIdea, 4)).After(Bo, new RemoveThings([BosIdea])).After(Ada, new CastVote(AdasIdea, 3));
        var back = removed.After(Host, new RemoveParticipant(Ada)).After(Bo, new Restore(RecordKind.Idea, BosIdea));
        Assert.Equal(2, back.Ideas[BosIdea].Record.Votes);
    }

    [Fact]
    public void A_connector_between_two_removed_ideas_comes_back_with_the_second_one()
    {
        var both = Laid.After(Owner, new RemoveThings([AdasIdea])).After(Owner, new RemoveThings([BosIdea]));
        var one = both.After(Owner, new Restore(RecordKind.Idea, AdasIdea));
        Assert.Empty(one.Connectors);
        Assert.Equal(Everyone(Laid), Everyone(one.After(Owner, new Restore(RecordKind.Idea, BosIdea))));
    }

    [Fact]
    public void A_group_comes_back_with_its_ideas_except_those_that_were_put_elsewhere()
    {
        const string Other = "group-two-00001";
        var grouped = Laid.After(Bo, new AddGroup(Other, "Other", 0, 0, 100, 100)).After(Bo, new GroupIdeas(TheGroup, [AdasIdea, BosIdea]));
        var back = grouped.After(Bo, new RemoveThings([TheGroup])).After(Ada, new GroupIdeas(Other, [AdasIdea])).After(Bo, new Restore(RecordKind.Group, TheGroup));
        Assert.Equal((Other, TheGroup), (back.Ideas[AdasIdea].Record.Group, back.Ideas[BosIdea].Record.Group));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_removed_idea_of_a_removed_group_finds_back_into_it_in_either_order(bool ideaFirst)
    {
        var grouped = Laid.After(Owner, new GroupIdeas(TheGroup, [AdasIdea]));
        foreach (var removed in new[]
        {
            grouped.After(Owner, new RemoveThings([TheGroup])).After(Owner, new RemoveThings([AdasIdea])),
            grouped.After(Owner, new RemoveThings([AdasIdea])).After(Owner, new RemoveThings([TheGroup])),
        })
        {
            var (idea, group) = (new Restore(RecordKind.Idea, AdasIdea), new Restore(RecordKind.Group, TheGroup));
            var back = ideaFirst ? removed.After(Owner, idea).After(Owner, group) : removed.After(Owner, group).After(Owner, idea);
            Assert.Equal(Everyone(grouped), Everyone(back));
        }
    }

    [Fact]
    public void A_note_comes_back_with_its_stamp_and_a_frame_with_its_title()
    {
        const string Note = "note-one-000001";
        const string Frame = "frame-one-00001";
        var laid = Laid.After(Ada, new AddNote(Note, "Words", TextSize.Large, 0, 0, 200, 100))
            .After(Bo, new AddStamp("stamp-one-00001", Sign.Star, 5, 5, Note))
            .After(Bo, new AddFrame(Frame, "Round one", 0, 0, 500, 400));
        var removed = laid.After(Ada, new RemoveThings([Note, Frame]));
        Assert.Empty(removed.Stamps);
        var back = removed.After(Ada, new Restore(RecordKind.Note, Note)).After(Ada, new Restore(RecordKind.Frame, Frame));
        Assert.Equal(Everyone(laid), Everyone(back));
        Assert.Contains("stamp-one-00001", back.Hanging[Note]);
    }

    [Fact]
    public void Contributors_restore_what_they_removed_and_hosts_everything()
    {
        var byHost = Laid.After(Host, new RemoveThings([AdasIdea]));
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new Restore(RecordKind.Idea, AdasIdea), byHost).Refusal);
        Assert.Null(Decide(Owner, new Restore(RecordKind.Idea, AdasIdea), byHost).Refusal);
        Assert.Null(Decide(Ada, new Restore(RecordKind.Idea, AdasIdea), Laid.After(Ada, new RemoveThings([AdasIdea]))).Refusal);
    }

    [Fact]
    public void A_comment_or_connector_comes_back_only_to_what_is_there()
    {
        var removed = Laid.After(Ada, new RemoveComment(AdasComment)).After(Ada, new RemoveThings([TheConnector])).After(Bo, new RemoveThings([BosIdea]));
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new Restore(RecordKind.Comment, AdasComment), removed).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new Restore(RecordKind.Connector, TheConnector), removed).Refusal);
        var back = removed.After(Bo, new Restore(RecordKind.Idea, BosIdea)).After(Ada, new Restore(RecordKind.Comment, AdasComment)).After(Ada, new Restore(RecordKind.Connector, TheConnector));
        Assert.Equal(Everyone(Laid), Everyone(back));
    }

    [Fact]
    public void What_is_in_the_bin_keeps_its_id_until_the_bin_is_emptied()
    {
        var removed = Laid.After(Ada, new RemoveThings([AdasIdea]));
        var again = new AddIdea(AdasIdea, "", "", Colour.Sun, 0, 0, "");
        Assert.Equal(RefusalCode.Exists, Decide(Bo, again, removed).Refusal);
        var emptied = removed.After(Host, new EmptyBin(removed.Bin.Next - 1));
        Assert.Null(Decide(Bo, again, emptied).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new Restore(RecordKind.Idea, AdasIdea), emptied).Refusal);
    }

    [Fact]
    public void Emptying_leaves_what_was_removed_since_the_host_looked()
    {
        var looked = Laid.After(Ada, new RemoveThings([AdasIdea]));
        var emptied = looked.After(Bo, new RemoveThings([BosIdea])).After(Host, new EmptyBin(looked.Bin.Next - 1));
        Assert.Equal(BosIdea, Assert.Single(emptied.Bin.Items.Values).What.Id);
        Assert.Equal(RefusalCode.NotFound, Decide(Host, new EmptyBin(looked.Bin.Next - 1), emptied).Refusal);
    }

    [Fact]
    public void At_the_limit_the_oldest_goes_and_the_latest_always_stays()
    {
        var full = Enumerable.Range(1, Limits.BinItems).Aggregate(Bin.Empty, (bin, i) => bin.With(i, Ada, Comment($"talk-{i:d8}")));
        Assert.Equal(Limits.BinItems, full.Items.Count);
        Assert.NotNull(full.Find(RecordKind.Comment, "talk-00000001"));
        var more = full.With(0, Ada, Comment("talk-one-more"));
        Assert.Equal(Limits.BinItems, more.Items.Count);
        Assert.Null(more.Find(RecordKind.Comment, "talk-00000001"));
        Assert.NotNull(more.Find(RecordKind.Comment, "talk-one-more"));
    }

    [Fact]
    public void An_idea_counts_with_its_comments_towards_the_limit_of_records()
    {
        Binned Large(string id, int comments) => Binned.Of(Laid, AdasIdea) with
        {
            Thing = Laid.Ideas[AdasIdea].Record with { Id = id },
            Hanging = [],
            Comments = [.. Enumerable.Repeat(Laid.Comments[AdasComment], comments)],
        };
        var full = Bin.Empty.With(0, Ada, Large("idea-one", Limits.BinRecords / 2 - 1)).With(0, Ada, Large("idea-two", Limits.BinRecords / 2 - 1));
        Assert.Equal(2, full.Items.Count);
        Assert.Equal("idea-two", full.With(0, Ada, Comment("talk-one-more")).Items.First().Value.What.Id);
        Assert.Single(Bin.Empty.With(0, Ada, Large("idea-one", Limits.BinRecords)).Items);
    }

    [Fact]
    public void A_full_board_takes_nothing_back()
    {
        var removed = Laid.After(Ada, new RemoveThings([AdasIdea]));
        Board With(int count) => removed with { Ideas = Enumerable.Range(0, count).ToImmutableDictionary(i => $"idea-{i:d10}", _ => Laid.Ideas[BosIdea]) };
        Assert.Null(Decide(Ada, new Restore(RecordKind.Idea, AdasIdea), With(Limits.IdeasPerBoard - 1)).Refusal);
        Assert.Equal(RefusalCode.TooMany, Decide(Ada, new Restore(RecordKind.Idea, AdasIdea), With(Limits.IdeasPerBoard)).Refusal);
    }

    private static Binned Comment(string id) => Binned.Of(Laid.Comments[AdasComment] with { Id = id });

    private static string Everyone(Board board)
    {
        var store = new Store();
        store.Fold(BoardPublisher.Snapshot(board, "", privateOnly: false).Everyone);
        return store.Canonical();
    }
}
