using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>Decisions by example: what people would ask about votes, people and removed things.</summary>
public sealed class DecisionExamples
{
    [Fact]
    public void A_vote_within_the_budget_is_cast_and_one_over_it_is_refused()
    {
        var spent = Laid.After(Ada, new CastVote(BosIdea, Board.DefaultVoteBudget - 1));
        Assert.Null(Decide(Ada, new CastVote(AdasIdea, 1), spent).Refusal);
        Assert.Equal(RefusalCode.OverBudget, Decide(Ada, new CastVote(AdasIdea, 2), spent).Refusal);
    }

    [Fact]
    public void Dots_on_a_removed_idea_go_back_to_their_owners()
    {
        var spent = Laid.After(Ada, new CastVote(BosIdea, Board.DefaultVoteBudget));
        var removed = spent.After(Owner, new RemoveThings([BosIdea]));
        Assert.Equal(0, removed.Members[Ada].Dots);
        Assert.Null(Decide(Ada, new CastVote(AdasIdea, Board.DefaultVoteBudget), removed).Refusal);
    }

    [Fact]
    public void A_smaller_budget_takes_no_cast_dot_away_but_lets_nobody_cast_more()
    {
        var smaller = Laid.After(Ada, new CastVote(BosIdea, 4)).After(Owner, new SetVoteBudget(2));
        Assert.Equal(4, smaller.Ideas[BosIdea].Record.Votes);
        Assert.Equal(RefusalCode.OverBudget, Decide(Ada, new CastVote(AdasIdea, 1), smaller).Refusal);
        Assert.Null(Decide(Ada, new WithdrawVote(BosIdea, 3), smaller).Refusal);
    }

    [Fact]
    public void More_dots_than_were_cast_cannot_be_taken_back()
    {
        var cast = Laid.After(Ada, new CastVote(BosIdea, 2));
        Assert.Null(Decide(Ada, new WithdrawVote(BosIdea, 2), cast).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new WithdrawVote(BosIdea, 3), cast).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new WithdrawVote(BosIdea, 1), cast).Refusal);
    }

    [Fact]
    public void Moving_a_group_moves_the_ideas_in_it_by_the_same_distance()
    {
        var grouped = Laid.After(Bo, new GroupIdeas(TheGroup, [AdasIdea, BosIdea])).After(Bo, new MoveThings([new Move(TheGroup, -40, -30)]));
        Assert.Equal((10.0, 20.0), (grouped.Ideas[AdasIdea].Record.X, grouped.Ideas[AdasIdea].Record.Y));
        Assert.Equal((310.0, 20.0), (grouped.Ideas[BosIdea].Record.X, grouped.Ideas[BosIdea].Record.Y));
    }

    [Fact]
    public void Removing_an_idea_removes_its_comments_and_connectors_and_leaves_the_rest()
    {
        var removed = Laid.After(Bo, new RemoveThings([BosIdea]));
        Assert.Empty(removed.Comments);
        Assert.Empty(removed.Connectors);
        Assert.Equal(Laid.Ideas.Keys.Order().Except([BosIdea]), removed.Ideas.Keys.Order());
    }

    [Fact]
    public void A_move_of_many_goes_on_without_those_that_were_removed_meanwhile()
    {
        var decision = Decide(Bo, new MoveThings([new Move(AdasIdea, 1, 2), new Move("idea-gone-00001", 3, 4)]));
        var moved = Assert.IsType<ThingsMoved>(Assert.Single(decision.Events.ToArray()));
        Assert.Equal([new Move(AdasIdea, 1, 2)], moved.Moves);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new MoveThings([new Move("idea-gone-00001", 3, 4)])).Refusal);
    }

    [Fact]
    public void An_idea_added_to_a_group_that_is_gone_is_kept_outside_of_it() =>
        Assert.Equal("", Assert.IsType<IdeaAdded>(Decide(Ada, new AddIdea("idea-new-000001", "", "", Colour.Sun, 0, 0, "group-gone-0001")).Events[0]).Group);

    [Fact]
    public void Who_was_removed_cannot_come_back_by_the_code_but_by_a_new_invite()
    {
        var removed = Laid.After(Host, new RemoveParticipant(Ada));
        Assert.Equal(RefusalCode.NotMember, Decide(Ada, new ChangeProfile("Ada", Colour.Sun), removed).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new EnterBoard("", "Ada", Colour.Sun, ""), removed).Refusal);
        var back = removed.After(Ada, new EnterBoard(SecretHash, "Ada", Colour.Sun, ""));
        Assert.Equal((Role.Observer, 3, 1), (back.Members[Ada].Record.Role, back.Members[Ada].Ideas, back.Members[Ada].Comments));
    }

    /// <summary>R37: an invite is limited in uses, may expire, can be revoked.</summary>
    [Fact]
    public void R37_an_invite_lets_in_as_many_as_it_says_until_it_expires_or_is_revoked()
    {
        var used = Laid.After("person-new-0001", new EnterBoard(SecretHash, "N", Colour.Sun, "")).After("person-new-0002", new EnterBoard(SecretHash, "N", Colour.Sun, ""));
        Assert.Equal(RefusalCode.InviteInvalid, Decide("person-new-0003", new EnterBoard(SecretHash, "N", Colour.Sun, ""), used).Refusal);
        Assert.Null(Decide("person-new-0002", new EnterBoard(SecretHash, "Again", Colour.Sun, ""), used).Refusal);

        var expiring = Laid.After(Host, new MakeInvite("invite-two-0001", new string('c', 64), Role.Host, Now + 1, 0));
        Assert.Null(BoardDecider.Decide(expiring, "person-new-0004", new EnterBoard(new string('c', 64), "N", Colour.Sun, ""), Now).Refusal);
        Assert.Equal(RefusalCode.InviteInvalid, BoardDecider.Decide(expiring, "person-new-0004", new EnterBoard(new string('c', 64), "N", Colour.Sun, ""), Now + 1).Refusal);

        var revoked = used.After(Owner, new RevokeInvite(TheInvite));
        Assert.False(revoked.Members.ContainsKey("person-new-0001"));
        Assert.Equal(RefusalCode.InviteInvalid, Decide("person-new-0003", new EnterBoard(SecretHash, "N", Colour.Sun, ""), revoked).Refusal);
    }

    [Fact]
    public void R166_only_an_observers_invite_without_a_number_lets_other_pages_show_the_board_until_it_ends()
    {
        var hash = new string('c', 64);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new MakeInvite("invite-two-0001", hash, Role.Contributor, 0, 0, Embed: true)).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Host, new MakeInvite("invite-two-0001", hash, Role.Observer, 0, 1, Embed: true)).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new MakeInvite("invite-two-0001", hash, Role.Observer, 0, 0, Embed: true)).Refusal);

        var shown = Laid.After(Host, new MakeInvite("invite-two-0001", hash, Role.Observer, Now + 1, 0, Embed: true));
        var name = Onlookers.NameOf("invite-two-0001");
        Assert.Equal((new Onlooking("invite-two-0001", Now + 1), Role.Observer), (Embedding.Find(shown, hash, Now), Embedding.FindOnlooker(shown, name, Now)?.Role));
        Assert.Null(Embedding.Find(shown, hash, Now + 1));
        Assert.Null(Embedding.FindOnlooker(shown, name, Now + 1));
        Assert.Null(Embedding.Find(Laid, SecretHash, Now));
        Assert.Null(Embedding.FindOnlooker(shown, Onlookers.NameOf(TheInvite), Now));
        Assert.False(Ids.IsValid(name));
    }

    [Fact]
    public void Whom_a_host_gave_a_role_stays_when_the_invite_is_revoked()
    {
        var promoted = Laid.After("person-new-0001", new EnterBoard(SecretHash, "N", Colour.Sun, "")).After(Owner, new AssignRole("person-new-0001", Role.Host));
        Assert.True(promoted.After(Owner, new RevokeInvite(TheInvite)).Members.ContainsKey("person-new-0001"));
    }

    [Fact]
    public void Entering_again_keeps_the_better_role()
    {
        Assert.Equal(Role.Host, Laid.After(Host, new EnterBoard("", "Hal", Colour.Sun, "")).Members[Host].Record.Role);
        var invited = Laid.After(Owner, new MakeInvite("invite-two-0001", new string('c', 64), Role.Host, 0, 0)).After(Ada, new EnterBoard(new string('c', 64), "Ada", Colour.Sun, ""));
        Assert.Equal(Role.Host, invited.Members[Ada].Record.Role);
    }

    [Fact]
    public void An_owner_can_neither_be_removed_nor_demoted_and_nobody_is_made_one()
    {
        Assert.Equal(RefusalCode.NotAllowed, Decide(Host, new RemoveParticipant(Owner)).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Host, new AssignRole(Owner, Role.Host)).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Owner, new AssignRole(Ada, Role.Owner)).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Owner, new MakeInvite("invite-two-0001", new string('c', 64), Role.Owner, 0, 0)).Refusal);
    }

    [Fact]
    public void Making_a_board_twice_with_the_same_order_is_once_and_with_another_is_refused()
    {
        var same = Decide(Owner, new CreateBoard("Trail bag", "", "ABC234", "Oda", Colour.Sun, ""));
        Assert.Null(same.Refusal);
        Assert.Equal(0, same.Events.Length);
        Assert.Equal(RefusalCode.Exists, Decide(Ada, new CreateBoard("Trail bag", "", "ABC234", "Ada", Colour.Sun, "")).Refusal);
    }

    [Fact]
    public void Reacting_twice_counts_once()
    {
        var twice = Laid.After(Ada, new AddReaction(BosIdea, Reaction.Bulb)).After(Ada, new AddReaction(BosIdea, Reaction.Bulb));
        Assert.Equal(1, twice.Ideas[BosIdea].Record.Reactions[Reaction.Bulb]);
        Assert.Empty(twice.After(Ada, new WithdrawReaction(BosIdea, Reaction.Bulb)).Ideas[BosIdea].Record.Reactions);
    }

    [Fact]
    public void Nothing_can_be_ordered_of_a_board_that_was_not_made() =>
        Assert.Equal(RefusalCode.NotFound, Decide(Ada, new EnterBoard("", "Ada", Colour.Sun, ""), Board.Empty).Refusal);
}
