using System.Collections.Immutable;
using CoCreate.Boards;
using CoCreate.Texts;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>Every limit of a board, at it and one past it.</summary>
public sealed class LimitExamples
{
    public static TheoryData<string, Func<int, BoardCommand>, int, RefusalCode> Lengths => new()
    {
        { "idea title", n => new RetitleIdea(AdasIdea, Text(n)), Limits.TitleLength, RefusalCode.TooLong },
        { "new idea's title", n => new AddIdea("idea-new-000001", Text(n), "", Colour.Sun, 0, 0, ""), Limits.TitleLength, RefusalCode.TooLong },
        { "idea body", n => new WriteIdeaBody(AdasIdea, Text(n)), Limits.BodyLength, RefusalCode.TooLong },
        { "changed body", n => new ChangeIdeaBody(AdasIdea, Laid.Seq, new TextChange([0, n], Text(n))), Limits.BodyLength, RefusalCode.TooLong },
        { "pieces of a change", n => new ChangeIdeaBody(AdasIdea, Laid.Seq, new TextChange([.. Enumerable.Range(0, n * 2).Select(i => i % 2)], Text(n))), Limits.PiecesPerChange, RefusalCode.TooMany },
        { "new idea's body", n => new AddIdea("idea-new-000001", "", Text(n), Colour.Sun, 0, 0, ""), Limits.BodyLength, RefusalCode.TooLong },
        { "board title", n => new RenameBoard(Text(n)), Limits.TitleLength, RefusalCode.TooLong },
        { "policy", n => new WritePolicy(Text(n)), Limits.PolicyLength, RefusalCode.TooLong },
        { "most people", n => new SetDoor(null, 0, n, false), Limits.ParticipantsPerBoard, RefusalCode.OutOfRange },
        { "reason of hiding", n => new Hide([AdasIdea], Text(n)), Limits.ReasonLength, RefusalCode.TooLong },
        { "reason of a ban", n => new Ban(Bo, Text(n)), Limits.ReasonLength, RefusalCode.TooLong },
        { "brief", n => new WriteBrief(Text(n)), Limits.BriefLength, RefusalCode.TooLong },
        { "group title", n => new WriteThing(TheGroup, Text(n)), Limits.TitleLength, RefusalCode.TooLong },
        { "connector label", n => new WriteThing(TheConnector, Text(n)), Limits.LabelLength, RefusalCode.TooLong },
        { "comment", n => new AddComment("talk-new-000001", AdasIdea, Text(n)), Limits.CommentLength, RefusalCode.TooLong },
        { "name", n => new ChangeProfile(Text(n), Colour.Sun), Limits.NameLength, RefusalCode.TooLong },
        { "segment", n => new EnterBoard("", "Owner", Colour.Sun, Text(n)), Limits.SegmentLength, RefusalCode.TooLong },
        { "segment of a link", n => new MakeInvite("invite-new-0001", new string('d', 64), Role.Host, 0, 0, Segment: Text(n)), Limits.SegmentLength, RefusalCode.TooLong },
        { "segment that a host gives", n => new AssignSegment([Bo], Text(n)), Limits.SegmentLength, RefusalCode.TooLong },
        { "people in one segment order", n => new AssignSegment([.. Enumerable.Repeat(Bo, n)], "x"), Limits.ThingsPerCommand, RefusalCode.TooMany },
        { "id", n => new AddIdea(Text(n), "", "", Colour.Sun, 0, 0, ""), Limits.IdMaxLength, RefusalCode.Malformed },
        { "vote budget", n => new SetVoteBudget(n), Limits.VoteBudget, RefusalCode.OutOfRange },
        { "uses of an invite", n => new MakeInvite("invite-new-0001", new string('d', 64), Role.Host, 0, n), Limits.ParticipantsPerBoard, RefusalCode.OutOfRange },
        { "things in one move", n => new MoveThings([.. Enumerable.Repeat(new Move(AdasIdea, 0, 0), n)]), Limits.ThingsPerCommand, RefusalCode.TooMany },
        { "ideas in one grouping", n => new GroupIdeas(TheGroup, [.. Enumerable.Repeat(AdasIdea, n)]), Limits.ThingsPerCommand, RefusalCode.TooMany },
        { "x", n => new MoveThings([new Move(AdasIdea, n, 0)]), (int)Limits.Coordinate, RefusalCode.OutOfRange },
        { "−y", n => new MoveThings([new Move(AdasIdea, 0, -n)]), (int)Limits.Coordinate, RefusalCode.OutOfRange },
        { "width", n => new ResizeThing(TheGroup, 0, 0, n, 100), (int)Limits.MaxSide, RefusalCode.OutOfRange },
        { "height of a new note", n => new AddNote("note-new-000001", "", TextSize.Small, 0, 0, 100, n), (int)Limits.MaxSide, RefusalCode.OutOfRange },
        { "things in one order", n => new ReorderThings([.. Enumerable.Repeat(new Rank(AdasIdea, 0), n)]), Limits.ThingsPerCommand, RefusalCode.TooMany },
        { "things in one lock", n => new LockThings([.. Enumerable.Repeat(AdasIdea, n)], LockMode.Own), Limits.ThingsPerCommand, RefusalCode.TooMany },
        { "things in one removal", n => new RemoveThings([.. Enumerable.Repeat(AdasIdea, n)]), Limits.ThingsPerCommand, RefusalCode.TooMany },
        { "ideas in one tagging", n => new TagIdeas([.. Enumerable.Repeat(AdasIdea, n)], "x"), Limits.ThingsPerCommand, RefusalCode.TooMany },
        { "ideas in one untagging", n => new UntagIdeas([.. Enumerable.Repeat(AdasIdea, n)], TheTag), Limits.ThingsPerCommand, RefusalCode.TooMany },
        { "tag", n => new TagIdeas([AdasIdea], Text(n)), Limits.TagLength, RefusalCode.TooLong },
        { "note", n => new WriteThing(AdasNote, Text(n)), Limits.NoteLength, RefusalCode.TooLong },
        { "new note", n => new AddNote("note-new-000001", Text(n), TextSize.Small, 0, 0, 100, 100), Limits.NoteLength, RefusalCode.TooLong },
        { "frame title", n => new AddFrame("frame-new-00001", Text(n), 0, 0, 100, 100), Limits.TitleLength, RefusalCode.TooLong },
        { "description of an image", n => new AddImage("image-new-00001", ThePicture, Text(n), 0, 0, 100, 100), Limits.AltLength, RefusalCode.TooLong },
        { "description of an idea's picture", n => new AttachToIdea(AdasIdea, ThePicture, Text(n)), Limits.AltLength, RefusalCode.TooLong },
        { "file", n => new AttachFile(new string('e', 64), FileType.Stl, "", n, 0, 0), Limits.FileBytes, RefusalCode.TooLong },
        { "file name", n => new AttachFile(new string('e', 64), FileType.Stl, Text(n), 1, 0, 0), Limits.FileNameLength, RefusalCode.TooLong },
        { "pixels of a picture", n => new AttachFile(new string('e', 64), FileType.Png, "", 1, 1, n), Limits.PicturePixels, RefusalCode.OutOfRange },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void What_is_at_the_limit_is_accepted_and_one_past_it_refused(string what, Func<int, BoardCommand> command, int limit, RefusalCode refusal)
    {
        Assert.True(Decide(Owner, command(limit)).Refusal is null, what);
        Assert.True(Decide(Owner, command(limit + 1)).Refusal == refusal, what);
    }

    [Fact]
    public void What_must_say_something_is_refused_when_it_is_empty()
    {
        Assert.Equal(RefusalCode.Empty, Decide(Owner, new RenameBoard(" ")).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Owner, new AddComment("talk-new-000001", AdasIdea, "\n")).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Owner, new ChangeProfile("", Colour.Sun)).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Owner, new MoveThings([])).Refusal);
        Assert.Null(Decide(Owner, new RetitleIdea(AdasIdea, "")).Refusal);
    }

    [Fact]
    public void What_is_below_the_least_is_refused()
    {
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new ResizeThing(TheGroup, 0, 0, Limits.MinSide - 1, 100)).Refusal);
        Assert.Null(Decide(Owner, new ResizeThing(TheGroup, 0, 0, Limits.MinSide, 100)).Refusal);
        Assert.Equal(RefusalCode.TooLong, Decide(Owner, new AttachFile(new string('e', 64), FileType.Stl, "", 0, 0, 0)).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new CastVote(AdasIdea, 0)).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Owner, new SetVoteBudget(-1)).Refusal);
        Assert.Equal(RefusalCode.Malformed, Decide(Owner, new AddIdea(Text(Limits.IdMinLength - 1), "", "", Colour.Sun, 0, 0, "")).Refusal);
        Assert.Null(Decide(Owner, new AddIdea(Text(Limits.IdMinLength), "", "", Colour.Sun, 0, 0, "")).Refusal);
    }

    [Fact]
    public void A_full_board_takes_no_further_idea_and_one_below_takes_one()
    {
        var idea = Laid.Ideas[AdasIdea];
        Board With(int count) => Laid with { Ideas = Enumerable.Range(0, count).ToImmutableDictionary(i => $"idea-{i:d10}", _ => idea) };
        var add = new AddIdea("idea-new-000001", "", "", Colour.Sun, 0, 0, "");
        Assert.Null(Decide(Owner, add, With(Limits.IdeasPerBoard - 1)).Refusal);
        Assert.Equal(RefusalCode.TooMany, Decide(Owner, add, With(Limits.IdeasPerBoard)).Refusal);
    }

    [Fact]
    public void A_board_takes_as_many_groups_connectors_comments_invites_and_people_as_it_says()
    {
        var group = Laid.Groups[TheGroup];
        AtLimit(Limits.GroupsPerBoard, new AddGroup("group-new-00001", "", 0, 0, 100, 100), n => Laid with { Groups = Many(n, group) });
        AtLimit(Limits.ConnectorsPerBoard, new AddConnector("line-new-000001", AdasIdea, BosIdea, ""), n => Laid with { Connectors = Many(n, Laid.Connectors[TheConnector]) });
        AtLimit(Limits.CommentsPerBoard, new AddComment("talk-new-000001", AdasIdea, "x"), n => Laid with { Comments = Many(n, Laid.Comments[AdasComment]) });
        AtLimit(Limits.CommentsPerIdea, new AddComment("talk-new-000001", AdasIdea, "x"), n => Laid with
        {
            Ideas = Laid.Ideas.SetItem(AdasIdea, Laid.Ideas[AdasIdea] with { Comments = [.. Enumerable.Range(0, n).Select(i => $"talk-{i}")] }),
        });
        AtLimit(Limits.EachPerBoard, new AddFrame("frame-new-00001", "", 0, 0, 100, 100), n => Laid with { Frames = Many(n, Framed.Frames[TheFrame]) });
        AtLimit(Limits.EachPerBoard, new AddNote("note-new-000001", "", TextSize.Small, 0, 0, 100, 100), n => Laid with { Notes = Many(n, Laid.Notes[AdasNote]) });
        AtLimit(Limits.EachPerBoard, new AddImage("image-new-00001", ThePicture, "", 0, 0, 100, 100), n => Laid with { Images = Many(n, Pictured.Images[TheImage]) });
        AtLimit(Limits.EachPerBoard, new AddStamp("stamp-new-00001", Sign.Eye, 0, 0, ""), n => Laid with { Stamps = Many(n, Stamped.Stamps[TheStamp]) });
        AtLimit(Limits.TagsPerIdea, new TagIdeas([AdasIdea], "new"), n => WithTags(AdasIdea, n));
        AtLimit(Limits.TagsPerBoard, new TagIdeas([AdasIdea], "new"), n => WithTags(BosIdea, n - 1));
        AtLimit(Limits.FilesPerBoard, AnotherFile(1), n => Laid with { Files = Many(n, Laid.Files[ThePicture] with { Bytes = 1 }) });
        AtLimit(Limits.InvitesPerBoard, new MakeInvite("invite-new-0001", new string('d', 64), Role.Host, 0, 0), n => Laid with { Invites = Many(n, Laid.Invites[TheInvite]) });
        AtLimit(Limits.ParticipantsPerBoard, new EnterBoard("", "New", Colour.Sun, ""), n => Laid with { Members = Many(n, Laid.Members[Bo]) }, "person-new-0009");
    }

    [Fact]
    public void A_board_takes_as_many_bytes_of_files_as_it_says_from_one_person_and_from_all()
    {
        Board With(string author, long bytes) => Laid with { Files = Many(1, Laid.Files[ThePicture] with { Author = author, Bytes = bytes }) };
        Assert.Null(Decide(Owner, AnotherFile(10), With(Owner, Limits.FileBytesPerPerson - 10)).Refusal);
        Assert.Equal(RefusalCode.TooMany, Decide(Owner, AnotherFile(11), With(Owner, Limits.FileBytesPerPerson - 10)).Refusal);
        Assert.Null(Decide(Owner, AnotherFile(10), With(Ada, Limits.FileBytesPerBoard - 10)).Refusal);
        Assert.Equal(RefusalCode.TooMany, Decide(Owner, AnotherFile(11), With(Ada, Limits.FileBytesPerBoard - 10)).Refusal);
    }

    private static AttachFile AnotherFile(long bytes) => new(new string('e', 64), FileType.Stl, "clip.stl", bytes, 0, 0);

    private static Board WithTags(string idea, int count)
    {
        var tagged = Laid.Ideas[idea] with { Record = Laid.Ideas[idea].Record with { Tags = [.. Enumerable.Range(0, count).Select(i => $"tag {i}")] } };
        return Laid with { Ideas = Laid.Ideas.SetItem(idea, tagged) };
    }

    private static void AtLimit(int limit, BoardCommand command, Func<int, Board> board, string actor = Owner)
    {
        // The people of the board stay, so that the actor may order it; where they are what is counted, the actor is somebody new.
        Board Filled(int n) => actor == Owner ? board(n) with { Members = Laid.Members } : board(n);
        Assert.Null(Decide(actor, command, Filled(limit - 1)).Refusal);
        Assert.Equal(RefusalCode.TooMany, Decide(actor, command, Filled(limit)).Refusal);
    }

    private static ImmutableDictionary<string, T> Many<T>(int count, T value) =>
        Enumerable.Range(0, count).ToImmutableDictionary(i => $"item-{i:d10}", _ => value);

    private static string Text(int length) => new('x', length);
}
