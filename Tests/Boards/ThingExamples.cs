using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>Things of every kind by example: what carries what, what goes with what, what a lock holds.</summary>
public sealed class ThingExamples
{
    private const string Line = "line-two-000001";

    [Fact]
    public void R60_one_id_names_one_thing_whatever_its_kind()
    {
        BoardCommand[] taken =
        [
            new AddFrame(AdasIdea, "", 0, 0, 100, 100), new AddNote(TheGroup, "", TextSize.Small, 0, 0, 100, 100), new AddStamp(TheConnector, Sign.Star, 0, 0, ""),
            new AddImage(AdasNote, ThePicture, "", 0, 0, 100, 100), new AddIdea(AdasNote, "", "", Colour.Sun, 0, 0, ""), new AddGroup(AdasIdea, "", 0, 0, 100, 100),
            new AddConnector(AdasNote, AdasIdea, BosIdea, ""),
        ];
        Assert.All(taken, command => Assert.Equal(RefusalCode.Exists, Decide(Owner, command).Refusal));
    }

    [Fact]
    public void R61_an_order_about_many_goes_on_without_what_is_gone_locked_or_anothers()
    {
        var moved = Laid.After(Bo, new MoveThings([new Move(AdasIdea, 7, 7), new Move(LockedByHost, 8, 8), new Move("idea-gone-00001", 9, 9), new Move(TheConnector, 1, 1)]));
        Assert.Equal((7.0, 2300.0), (moved.Ideas[AdasIdea].Record.X, moved.Ideas[LockedByHost].Record.X));

        var removed = Laid.After(Bo, new RemoveThings([AdasIdea, BosIdea, LockedByAda, TheGroup]));
        Assert.Equal(Laid.Ideas.Keys.Order().Except([BosIdea]), removed.Ideas.Keys.Order());
        Assert.Empty(removed.Groups);
    }

    [Fact]
    public void R61_and_is_refused_when_nothing_is_left()
    {
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new LockThings(["idea-gone-00001"], LockMode.Own)).Refusal);
        Assert.Equal(RefusalCode.Locked, Decide(Bo, new MoveThings([new Move(LockedByAda, 0, 0), new Move("idea-gone-00001", 0, 0)])).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Bo, new RemoveThings([AdasIdea, AdasNote])).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new MoveThings([new Move(TheConnector, 0, 0)])).Refusal);
    }

    [Fact]
    public void R62_a_frame_carries_what_lies_in_it_by_its_middle_and_a_thing_its_stamps()
    {
        var stamped = Framed.After(Bo, new AddStamp(TheStamp, Sign.Star, 200, 10, AdasIdea))
            .After(Ada, new AddNote("note-outside-001", "", TextSize.Small, 230, 0, 100, 100))
            .After(Ada, new AddNote("note-at-the-edge", "", TextSize.Small, 190, 0, 100, 100));
        var moved = stamped.After(Bo, new MoveThings([new Move(TheFrame, 80, -10)]));
        Assert.Equal((100.0, 10.0), (moved.Ideas[AdasIdea].Record.X, moved.Ideas[AdasIdea].Record.Y));
        Assert.Equal((300.0, 20.0), (moved.Stamps[TheStamp].X, moved.Stamps[TheStamp].Y));
        Assert.Equal((230.0, 290.0), (moved.Notes["note-outside-001"].X, moved.Notes["note-at-the-edge"].X));
        Assert.Equal(300, moved.Ideas[BosIdea].Record.X);
    }

    [Fact]
    public void R62_what_is_named_goes_where_it_is_told_and_not_along_as_well()
    {
        var moved = Framed.After(Bo, new MoveThings([new Move(TheFrame, 80, -20), new Move(AdasIdea, 1, 1)]));
        Assert.Equal((1.0, 1.0), (moved.Ideas[AdasIdea].Record.X, moved.Ideas[AdasIdea].Record.Y));
    }

    [Fact]
    public void R62_a_large_frame_carries_a_smaller_one_with_what_only_that_one_holds()
    {
        var nested = Framed.After(Ada, new AddFrame("frame-large-001", "", -100, -100, 400, 400))
            .After(Ada, new AddNote("note-inside-0001", "", TextSize.Small, 100, 100, 24, 24));
        var moved = nested.After(Bo, new MoveThings([new Move("frame-large-001", 0, 0)]));
        Assert.Equal((80.0, 100.0, 200.0), (moved.Frames[TheFrame].X, moved.Ideas[AdasIdea].Record.X, moved.Notes["note-inside-0001"].X));
        var inner = nested.After(Bo, new MoveThings([new Move(TheFrame, 80, -20)]));
        Assert.Equal(-100, inner.Frames["frame-large-001"].X);
    }

    [Fact]
    public void R62_what_is_locked_stays_where_the_frame_was()
    {
        var moved = Framed.After(Ada, new LockThings([AdasIdea], LockMode.Own)).After(Bo, new MoveThings([new Move(TheFrame, 80, -20)]));
        Assert.Equal((80.0, 0.0), (moved.Frames[TheFrame].X, moved.Ideas[AdasIdea].Record.X));
    }

    [Fact]
    public void R62_nothing_is_carried_off_the_board()
    {
        var far = Framed.After(Owner, new AddFrame("frame-far-00001", "", Limits.Coordinate - 500, 0, 1000, 1000))
            .After(Owner, new AddNote("note-far-000001", "", TextSize.Small, Limits.Coordinate - 10, 10, 100, 100));
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new MoveThings([new Move("frame-far-00001", Limits.Coordinate - 489, 0)]), far).Refusal);
        Assert.Null(Decide(Owner, new MoveThings([new Move("frame-far-00001", Limits.Coordinate - 490, 0)]), far).Refusal);
    }

    [Fact]
    public void R63_a_lock_holds_edits_and_not_the_talk_about_the_thing()
    {
        BoardCommand[] held =
        [
            new RetitleIdea(LockedByAda, "x"), new WriteIdeaBody(LockedByAda, "x"), new RecolourIdea(LockedByAda, Colour.Lime), new AttachToIdea(LockedByAda, ThePicture, ""),
            new TagIdeas([LockedByAda], "x"), new UntagIdeas([LockedByAda], "x"), new GroupIdeas(TheGroup, [LockedByAda]), new UngroupIdeas([LockedByAda]),
            new ReorderThings([new Rank(LockedByAda, 1)]), new RemoveThings([LockedByAda]), new LockThings([LockedByAda], LockMode.None),
        ];
        Assert.All(held, command => Assert.Equal(RefusalCode.Locked, Decide(Bo, command).Refusal));

        BoardCommand[] free =
        [
            new AddComment("talk-new-000001", LockedByAda, "x"), new AddReaction(LockedByAda, Reaction.Bulb), new CastVote(LockedByAda, 1),
            new AddConnector(Line, LockedByAda, BosIdea, ""), new AddStamp(TheStamp, Sign.Eye, 0, 0, LockedByAda),
        ];
        Assert.All(free, command => Assert.Null(Decide(Bo, command).Refusal));
    }

    [Fact]
    public void R63_ones_own_lock_is_opened_by_oneself_and_hosts_and_the_hosts_lock_by_hosts()
    {
        Assert.Null(Decide(Ada, new LockThings([LockedByAda], LockMode.None)).Refusal);
        Assert.Null(Decide(Host, new LockThings([LockedByAda], LockMode.None)).Refusal);
        Assert.Equal(RefusalCode.Locked, Decide(Ada, new LockThings([LockedByHost], LockMode.None)).Refusal);
        Assert.Equal("", Laid.After(Host, new LockThings([LockedByHost], LockMode.None)).Ideas[LockedByHost].Record.LockedBy);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Bo, new LockThings([AdasIdea], LockMode.Own)).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, Decide(Ada, new LockThings([AdasIdea], LockMode.Host)).Refusal);
    }

    [Fact]
    public void R64_connectors_and_stamps_go_with_the_thing_they_are_at()
    {
        var tied = Stamped.After(Bo, new AddConnector(Line, AdasNote, AdasIdea, "")).After(Bo, new AddStamp("stamp-free-0001", Sign.Flag, 0, 0, ""));
        var removed = tied.After(Ada, new RemoveThings([AdasIdea]));
        Assert.Empty(removed.Connectors);
        Assert.Equal(["stamp-free-0001"], removed.Stamps.Keys);
        Assert.Empty(removed.Hanging);
    }

    [Fact]
    public void R64_a_connector_follows_to_the_things_its_ends_are_moved_to()
    {
        var moved = Laid.After(Bo, new AttachConnector(TheConnector, AdasNote, TheGroup)).After(Bo, new RemoveThings([BosIdea]));
        Assert.Equal((AdasNote, TheGroup), (moved.Connectors[TheConnector].From, moved.Connectors[TheConnector].To));
        Assert.Empty(moved.After(Bo, new RemoveThings([TheGroup])).Connectors);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new AttachConnector(TheConnector, TheStamp, AdasIdea), Stamped).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Bo, new AttachConnector(TheConnector, AdasIdea, AdasIdea)).Refusal);
    }

    [Fact]
    public void A_tag_is_given_once_and_stays_in_its_place()
    {
        var tagged = Laid.After(Bo, new TagIdeas([AdasIdea, BosIdea], "repair"));
        Assert.Equal(["sewing", "repair"], tagged.Ideas[AdasIdea].Record.Tags);
        Assert.Empty(Assert.IsType<IdeasTagged>(Decide(Bo, new TagIdeas([AdasIdea], "repair"), tagged).Events[0]).Ideas);
        Assert.Equal(["repair"], tagged.After(Bo, new UntagIdeas([AdasIdea, BosIdea], "sewing")).Ideas[AdasIdea].Record.Tags);
        Assert.Equal(RefusalCode.Malformed, Decide(Bo, new TagIdeas([AdasIdea], " repair")).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new UntagIdeas([BosIdea], "sewing")).Refusal);
    }

    /// <summary>A file's name is the SHA-256 of what is in it, in small hexadecimal digits: nothing else can name a place to look at.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void R65_a_file_is_named_by_a_whole_hash_and_nothing_else(string? hash) =>
        Assert.Equal(RefusalCode.Malformed, Decide(Ada, new AttachFile(hash!, FileType.Pdf, "x.pdf", 10, 0, 0)).Refusal);

    [Fact]
    public void A_picture_shows_only_what_was_uploaded_to_this_board()
    {
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new AddImage("image-new-00001", new string('9', 64), "", 0, 0, 100, 100)).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new AttachToIdea(AdasIdea, new string('9', 64), "")).Refusal);
        var model = Laid.After(Bo, new AttachFile(new string('9', 64), FileType.Stl, "clip.stl", 10, 0, 0));
        Assert.Equal(RefusalCode.OutOfRange, Decide(Bo, new AddImage("image-new-00001", new string('9', 64), "", 0, 0, 100, 100), model).Refusal);
        Assert.Null(Decide(Bo, new AttachToIdea(AdasIdea, new string('9', 64), ""), model).Refusal);
        Assert.Equal(0, Decide(Ada, new AttachFile(new string('9', 64), FileType.Stl, "other.stl", 10, 0, 0), model).Events.Length);
    }
}
