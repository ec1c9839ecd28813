using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>Who comes in, who waits, and who does not come in again (R140 to R144).</summary>
public sealed class DoorExamples
{
    private const string Kim = "person-kim-0001";
    private const string Lou = "person-lou-0001";
    private static readonly string _passcode = $"{SealedPasscode.Version}.{new string('s', SealedPasscode.SaltLength)}.{new string('h', SealedPasscode.HashLength)}";
    private static readonly EnterBoard _enter = new("", "Kim", Colour.Sun, "customer");

    [Fact]
    public void R140_newcomers_must_know_the_passcode_and_members_and_hosts_links_need_none()
    {
        var board = Laid.After(Owner, new SetDoor(_passcode, 0, 0, false)).After(Owner, new MakeInvite("invite-host-001", new string('e', 64), Role.Host, 0, 0));
        Assert.Equal(RefusalCode.WrongPasscode, Decide(Kim, _enter, board).Refusal);
        Assert.Equal(RefusalCode.WrongPasscode, Decide(Kim, _enter with { Passcode = _passcode[..^1] + "x" }, board).Refusal);
        Assert.Equal(RefusalCode.WrongPasscode, Decide(Kim, _enter with { SecretHash = SecretHash }, board).Refusal);
        Assert.True(board.After(Kim, _enter with { Passcode = _passcode }).Members.ContainsKey(Kim));
        Assert.Equal(Role.Host, board.After(Kim, _enter with { SecretHash = new string('e', 64) }).Members[Kim].Record.Role);
        Assert.Null(Decide(Ada, _enter, board).Refusal);

        // It stays when something else about the door is set, and goes when it is said so.
        Assert.Equal(_passcode, board.After(Owner, new SetDoor(null, 0, 5, false)).Door.Passcode);
        Assert.Equal("", board.After(Owner, new SetDoor("", 0, 0, false)).Door.Passcode);
    }

    [Theory]
    [InlineData("too short", 5, RefusalCode.OutOfRange)]
    [InlineData("not sealed", 6, RefusalCode.Malformed)]
    [InlineData("not sealed", 100, RefusalCode.Malformed)]
    [InlineData("too long", 101, RefusalCode.TooLong)]
    public void A_board_takes_no_passcode_that_is_not_sealed(string why, int length, RefusalCode refusal)
    {
        Assert.True(Decide(Owner, new SetDoor(new string('p', length), 0, 0, false)).Refusal == refusal, why);
        Assert.Null(Decide(Owner, new SetDoor(_passcode, Limits.LatestTime, 0, false)).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new SetDoor(null, Limits.LatestTime + 1, 0, false)).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new SetDoor(null, -1, 0, false)).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new SetDoor(null, 0, -1, false)).Refusal);
    }

    [Fact]
    public void R141_a_closed_door_and_a_full_board_let_nobody_new_in()
    {
        var closed = Laid.After(Owner, new SetDoor(null, Now, 0, false));
        Assert.Equal(RefusalCode.DoorClosed, Decide(Kim, _enter, closed).Refusal);
        Assert.True(Laid.After(Owner, new SetDoor(null, Now + 1, 0, false)).After(Kim, _enter).Members.ContainsKey(Kim));

        var people = Laid.Members.Count;
        Assert.Equal(RefusalCode.BoardFull, Decide(Kim, _enter, Laid.After(Owner, new SetDoor(null, 0, people, false))).Refusal);
        var last = Laid.After(Owner, new SetDoor(null, 0, people + 1, false)).After(Kim, _enter);
        Assert.Equal(RefusalCode.BoardFull, Decide(Lou, _enter, last).Refusal);
        Assert.Null(Decide(Kim, _enter, last).Refusal);
    }

    [Fact]
    public void R142_who_knocks_waits_until_a_host_lets_them_in()
    {
        var board = Laid.After(Owner, new SetDoor(null, 0, 0, true)).After(Kim, _enter);
        Assert.False(board.Members.ContainsKey(Kim));
        Assert.Equal(RefusalCode.NotMember, Decide(Kim, new AddIdea("idea-new-000001", "", "", Colour.Sun, 0, 0, ""), board).Refusal);
        Assert.Equal(RefusalCode.Waiting, Decide(Kim, _enter, board).Refusal);
        Assert.Equal(DoorPlace.Waiting, DoorDecisions.StandingOf(board, Kim).Place);

        var admitted = board.After(Host, new AdmitParticipants([Kim, "person-nobody-2", Kim]));
        Assert.Equal(("Kim", "customer", Role.Contributor), (admitted.Members[Kim].Record.Name, admitted.Members[Kim].Record.Segment, admitted.Members[Kim].Record.Role));
        Assert.Empty(admitted.Door.Knocks);
        Assert.Equal(RefusalCode.NotFound, Decide(Host, new AdmitParticipants([Kim]), admitted).Refusal);

        var turned = board.After(Host, new TurnAway(Kim, "Another day"));
        Assert.Equal(new DoorStanding(DoorPlace.TurnedAway, "Another day"), DoorDecisions.StandingOf(turned, Kim));
        Assert.Equal(DoorPlace.Waiting, DoorDecisions.StandingOf(turned.After(Kim, _enter), Kim).Place);
    }

    [Fact]
    public void R142_who_waits_comes_in_when_nobody_has_to_wait_any_more_as_far_as_there_is_room()
    {
        var board = Laid.After(Owner, new SetDoor(null, 0, 0, true)).After(Kim, _enter).After(Lou, _enter);
        Assert.True(board.After(Owner, new SetDoor(null, 0, 0, false)).Members.ContainsKey(Lou));
        var tight = board.After(Owner, new SetDoor(null, 0, Laid.Members.Count + 1, false));
        Assert.True(tight.Members.ContainsKey(Kim) != tight.Members.ContainsKey(Lou));
        Assert.Equal(RefusalCode.BoardFull, Decide(Owner, new AdmitParticipants([Kim, Lou]), tight).Refusal);
    }

    [Fact]
    public void Who_waits_by_an_invite_counts_among_its_uses_when_let_in_and_goes_with_it()
    {
        var byInvite = _enter with { SecretHash = SecretHash };
        var board = Laid.After(Owner, new SetDoor(null, 0, 0, true)).After(Kim, byInvite).After(Lou, byInvite).After("person-mo-00001", byInvite);
        Assert.Equal(0, board.Invites[TheInvite].Record.Uses);
        var admitted = board.After(Host, new AdmitParticipants([Kim, Lou, "person-mo-00001"]));
        Assert.Equal(2, admitted.Invites[TheInvite].Record.Uses);
        Assert.Equal(Role.Observer, admitted.Members[Kim].Record.Role);
        Assert.Equal(RefusalCode.InviteInvalid, Decide(Host, new AdmitParticipants(["person-mo-00001"]), admitted).Refusal);
        Assert.Empty(board.After(Owner, new RevokeInvite(TheInvite)).Door.Knocks);
    }

    [Fact]
    public void R143_a_banned_person_comes_in_by_nothing_until_the_ban_is_taken_back()
    {
        var board = Laid.After(Host, new Ban(Bo, "Insults")).After(Owner, new MakeInvite("invite-host-001", new string('e', 64), Role.Host, 0, 0));
        Assert.False(board.Members.ContainsKey(Bo));
        Assert.Equal(RefusalCode.Banned, Decide(Bo, _enter, board).Refusal);
        Assert.Equal(RefusalCode.Banned, Decide(Bo, _enter with { SecretHash = new string('e', 64) }, board).Refusal);
        Assert.Equal(new DoorStanding(DoorPlace.Banned, "Insults"), DoorDecisions.StandingOf(board, Bo));
        Assert.Equal("Bo", board.Door.Banned[Bo].Name);

        var again = board.After(Host, new Unban(Bo));
        Assert.False(again.Members.ContainsKey(Bo));
        Assert.True(again.After(Bo, _enter).Members.ContainsKey(Bo));
    }

    [Fact]
    public void Nobody_bans_the_owner_or_themselves_and_who_waits_can_be_banned()
    {
        Assert.Equal(RefusalCode.NotAllowed, Decide(Host, new Ban(Owner, "x")).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Host, new Ban(Host, "x")).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Host, new Ban(Bo, " ")).Refusal);
        Assert.Equal(RefusalCode.Exists, Decide(Host, new Ban(Bo, "x"), Laid.After(Owner, new Ban(Bo, "x"))).Refusal);
        var board = Laid.After(Owner, new SetDoor(null, 0, 0, true)).After(Kim, _enter).After(Host, new Ban(Kim, "Again and again"));
        Assert.Empty(board.Door.Knocks);
        Assert.Equal("Kim", board.Door.Banned[Kim].Name);
    }

    [Fact]
    public void So_many_wait_and_no_more_and_those_turned_away_longest_ago_are_forgotten()
    {
        var board = Laid.After(Owner, new SetDoor(null, 0, 0, true));
        for (var i = 0; i < Limits.KnocksPerBoard; i++)
        {
            board = board.After($"person-{i:d8}", _enter);
        }

        Assert.Equal(RefusalCode.BoardFull, Decide(Kim, _enter, board).Refusal);
        for (var i = 0; i < Limits.TurnedAwayPerBoard; i++)
        {
            board = board.After(Host, new TurnAway($"person-{i:d8}", "x"));
        }

        board = board.After(Kim, _enter).After(Host, new TurnAway(Kim, "x"));
        Assert.Equal(Limits.TurnedAwayPerBoard, board.Door.TurnedAway.Count);
        Assert.Equal(DoorPlace.Outside, DoorDecisions.StandingOf(board, "person-00000000").Place);
        Assert.Equal(DoorPlace.TurnedAway, DoorDecisions.StandingOf(board, Kim).Place);
    }

    [Fact]
    public void Roles_are_ranked_by_what_they_may_do_and_the_better_of_two_stays()
    {
        Assert.Equal([Role.Owner, Role.Host, Role.Contributor, Role.Commenter, Role.Voter, Role.Observer], Enum.GetValues<Role>().OrderBy(role => role.Rank()));
        var board = Laid.After(Owner, new MakeInvite("invite-com-0001", new string('e', 64), Role.Commenter, 0, 0));
        Assert.Equal(Role.Contributor, board.After(Ada, _enter with { SecretHash = new string('e', 64) }).Members[Ada].Record.Role);
        Assert.Equal(Role.Commenter, board.After(Observer, _enter with { SecretHash = new string('e', 64) }).Members[Observer].Record.Role);
        Assert.Equal(Role.Contributor, board.After(Voter, _enter).Members[Voter].Record.Role);
    }
}
