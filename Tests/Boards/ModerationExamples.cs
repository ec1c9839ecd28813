using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>What hosts hold back: what waits, what is hidden and why (R145, R146).</summary>
public sealed class ModerationExamples
{
    private const string New = "idea-new-000001";
    private const string Group = "group-new-00001";
    private static readonly AddIdea _add = new(New, "Zips", "", Colour.Sun, 0, 0, "");

    /// <summary>A thing of every kind with words or a picture, and of those that may have none one without.</summary>
    private static readonly string[] _each = [Group, "note-new-000001", "frame-new-00001", "image-new-00001", "line-new-000001"];
    private static readonly string[] _guesses = ["Guess", "", "x"];
    private static readonly string[] _wordless = ["group-new-00002", "line-new-000002", "stamp-new-00001"];


    private static Board Approving => Laid.After(Owner, new SetApproval(true));

    [Fact]
    public void R145_with_approval_on_what_people_add_waits_and_what_hosts_add_does_not()
    {
        var board = Laid.After(Owner, new SetApproval(true)).After(Ada, _add).After(Commenter, new AddComment("talk-new-000001", AdasIdea, "Nice"));
        Assert.Equal(Holding.Waiting, board.Ideas[New].Record.Held);
        Assert.Equal(Holding.Waiting, board.Comments["talk-new-000001"].Held);
        Assert.Equal(Holding.None, board.After(Host, _add with { Id = "idea-of-host-01" }).Ideas["idea-of-host-01"].Record.Held);

        // The author goes on working on it; to others it is not there.
        Assert.Equal("Zips with pulls", board.After(Ada, new RetitleIdea(New, "Zips with pulls")).Ideas[New].Record.Title);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new RetitleIdea(New, "x"), board).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new EditComment("talk-new-000001", "x"), board).Refusal);

        var approved = board.After(Host, new Approve([New, "talk-new-000001", AdasIdea]));
        Assert.Equal((Holding.None, Holding.None), (approved.Ideas[New].Record.Held, approved.Comments["talk-new-000001"].Held));
        Assert.Equal(RefusalCode.NotFound, Decide(Host, new Approve([New]), approved).Refusal);

        // What waits when approval is turned off waits on.
        Assert.Equal(Holding.Waiting, board.After(Owner, new SetApproval(false)).Ideas[New].Record.Held);
    }

    /// <summary>R145: what a host has approved is not changed behind their back.</summary>
    [Fact]
    public void R145_a_comment_that_its_author_edits_waits_again_while_approval_is_on()
    {
        var board = Laid.After(Owner, new SetApproval(true)).After(Ada, new EditComment(AdasComment, "In other words"));
        Assert.Equal(Holding.Waiting, board.Comments[AdasComment].Held);
        Assert.False(Sight.Of(board, board.Comments[AdasComment]).Sees(board, Bo));
        Assert.True(Sight.Of(board, board.Comments[AdasComment]).Sees(board, Ada));
        Assert.Equal(Holding.None, board.After(Host, new Approve([AdasComment])).Comments[AdasComment].Held);
        Assert.Equal(Holding.None, Laid.After(Ada, new EditComment(AdasComment, "In other words")).Comments[AdasComment].Held);

        // The same words again are no edit, and what a host has hidden stays hidden.
        var same = Laid.Comments[AdasComment].Text;
        Assert.Equal(Holding.None, Laid.After(Owner, new SetApproval(true)).After(Ada, new EditComment(AdasComment, same)).Comments[AdasComment].Held);
        Assert.Equal(Holding.Hidden, Laid.After(Host, new Hide([AdasComment], "x")).After(Owner, new SetApproval(true)).After(Ada, new EditComment(AdasComment, "y")).Comments[AdasComment].Held);
    }

    /// <summary>R119: what waited is news to others when they see it, as what its author did; to hosts the approval is news, too.</summary>
    [Fact]
    public void R119_what_was_approved_is_in_everybodys_history_as_added_by_its_author()
    {
        var history = new HistoryLog();
        var board = Laid;
        void Do(string actor, BoardCommand command)
        {
            foreach (var fact in Decide(actor, command, board).Events)
            {
                var entry = new BoardEntry(board.Seq + 1, Now + board.Seq, actor, "", 0, fact);
                var after = BoardApplier.Apply(board, entry);
                history.Add(board, after, entry);
                board = after;
            }
        }

        List<HistoryLine> Read(string person) => [.. history.Read(board.Members[person], new HistoryQuestion(0, "", ""), 50)];
        Do(Owner, new SetApproval(true));
        Do(Ada, new AddIdea("idea-waits-00001", "Later", "", Colour.Sun, 0, 0, ""));
        Do(Ada, new AddComment("talk-waits-00001", BosIdea, "Later"));
        Assert.DoesNotContain(Read(Bo), line => line.Actor == Ada);
        Do(Host, new Approve(["idea-waits-00001", "talk-waits-00001"]));
        var lines = Read(Bo).Where(line => line.Actor == Ada).ToList();
        Assert.Equal([("comment-added", BosIdea), ("idea-added", "idea-waits-00001")], lines.Select(line => (line.Act, Assert.Single(line.About))).Order());
        Assert.DoesNotContain(Read(Bo), line => line.Act == "contributions-approved");
        Assert.Contains(Read(Owner), line => line.Act == "contributions-approved");
    }

    /// <summary>R170: one of each kind, by a person; what hosts add does not wait, nor do signs and what has no words.</summary>
    [Theory]
    [InlineData(Holding.Waiting, Ada)]
    [InlineData(Holding.None, Host)]
    public void R170_notes_pictures_frames_titles_of_groups_and_labels_wait(Holding held, string who)
    {
        var board = Each(Approving, who);
        Assert.All(_each, id => Assert.Equal(held, Things.Find(board, id)!.Held));
        Assert.All(_wordless, id => Assert.Equal(Holding.None, Things.Find(board, id)!.Held));
        Assert.All(_each, id => Assert.Equal(held == Holding.None || id == Group, Sees(board, Bo, id)));
        Assert.All(_each, id => Assert.True(Sees(board, Ada, id) && Sees(board, Host, id)));
        Assert.All(_each, id => Assert.Equal(Holding.None, Things.Find(Each(Laid, who), id)!.Held));

        var approved = held == Holding.None ? board : board.After(Host, new Approve(_each));
        Assert.All(_each, id => Assert.True(Things.Find(approved, id)!.Held == Holding.None && Sees(approved, Bo, id)));
    }

    /// <summary>R170: what was stored before everything was approved means what it meant.</summary>
    [Fact]
    public void R170_where_approval_was_switched_on_before_it_was_for_everything_ideas_and_comments_alone_wait()
    {
        var old = BoardApplier.Apply(Laid, new BoardEntry(Laid.Seq + 1, Now, Owner, "", 0, new ApprovalSet(true)));
        Assert.All(_each, id => Assert.Equal(Holding.None, Things.Find(Each(old, Ada), id)!.Held));
        Assert.Equal(Holding.Waiting, old.After(Ada, _add).Ideas[New].Record.Held);
        Assert.Equal(Holding.None, old.After(Bo, new RetitleIdea(AdasIdea, "x")).Ideas[AdasIdea].Record.Held);
    }

    /// <summary>R171: others see the group, in which their ideas may be, without what it is called.</summary>
    [Fact]
    public void R171_a_group_is_shown_without_its_title_until_that_is_approved()
    {
        var board = Approving.After(Ada, new AddGroup(Group, "A rude word", 0, 0, 100, 100));
        Assert.Equal(("", Holding.None), TitleFor(board, Bo));
        Assert.Equal(("A rude word", Holding.Waiting), TitleFor(board, Ada));
        Assert.Equal(("A rude word", Holding.Waiting), TitleFor(board, Host));
        Assert.Equal(("", Holding.None), TitleFor(board, Nobody));
        Assert.Equal(("A rude word", Holding.None), TitleFor(board.After(Host, new Approve([Group])), Bo));
        Assert.Equal(("", Holding.None), TitleFor(board.After(Host, new Hide([Group], "Rude")), Bo));

        // A title that is taken away again does not wait; one that a host has hidden is no option of a vote.
        Assert.Equal(Holding.None, board.After(Ada, new WriteThing(Group, "")).Groups[Group].Record.Held);
        Assert.DoesNotContain(VoteSubjects.Of(board, VotePlan.None with { Method = VoteMethod.Dots, Options = VoteOptions.Groups }), option => option.Id == Group);
    }

    /// <summary>R171: nor is it told by a bin, by the past, or by a vote on groups.</summary>
    [Fact]
    public void R171_a_title_that_is_held_is_in_no_bin_no_past_and_no_vote_of_others()
    {
        const string Vote = "vote-new-000001";
        var removed = Approving.After(Ada, new AddGroup(Group, "A rude word", 0, 0, 100, 100)).After(Bo, new RemoveThings([Group]));
        Assert.Equal("", Assert.Single(BinReader.Read(removed, removed.Members[Bo], 0, "").Items).Title);
        Assert.Equal("A rude word", Assert.Single(BinReader.Read(removed, removed.Members[Host], 0, "").Items).Title);

        var voting = Laid.After(Host, new OpenVote(Vote, "Which?", VotePlan.None with { Method = VoteMethod.Approval, Options = VoteOptions.Groups }));
        var hidden = voting.After(Host, new Hide([TheGroup], "Rude"));
        static string Option(Board board) => Assert.Single(board.Votes[Vote].Record.Options).Title;
        static string Then(Board now) => PastView.Show(Laid, now, now.Members[Bo]).Select(patch => patch.After).OfType<GroupRecord>().Single().Title;
        Assert.Equal(("Repair", "Repair"), (Option(voting), Then(voting)));
        Assert.Equal(("", ""), (Option(hidden), Then(hidden)));
    }

    /// <summary>R172: what a host has approved is not changed behind their back, in any of its words.</summary>
    [Fact]
    public void R172_what_its_author_writes_anew_waits_again()
    {
        var board = Each(Laid, Ada).After(Owner, new SetApproval(true)).After(Bo, new AddComment("talk-new-000002", AdasIdea, "Nice"));
        ClientCommand[] edits =
        [
            new RetitleIdea(AdasIdea, "x"), new WriteIdeaBody(AdasIdea, "x"), new ChangeIdeaBody(AdasIdea, board.Seq, new CoCreate.Texts.TextChange([0, 1], "x")), new AttachToIdea(AdasIdea, ThePicture, "x"),
            new TagIdeas([AdasIdea], "new tag"), .. _each.Select(id => new WriteThing(id, "x")),
        ];
        foreach (var edit in edits)
        {
            var edited = board.After(Ada, edit);
            var id = edit is WriteThing write ? write.Id : AdasIdea;
            Assert.True(Things.Find(edited, id)!.Held == Holding.Waiting && Sees(edited, Bo, id) == (id == Group) && Sees(edited, Ada, id), $"{edit}");
            Assert.True(Things.Find(board.After(Host, edit), id)!.Held == Holding.None, $"{edit} by a host");
            Assert.True(Things.Find(Each(Laid, Ada).After(Ada, edit is ChangeIdeaBody change ? change with { Base = 0 } : edit), id)!.Held == Holding.None, $"{edit} while nothing is approved");
            Assert.True(edited.After(Host, new Approve([id])) is var approved && Things.Find(approved, id)!.Held == Holding.None, $"{edit}, approved");
            Assert.True(Things.Find(board.After(Host, new Hide([id], "x")).After(Ada, edit), id)!.Held == Holding.Hidden, $"{edit}, hidden");
        }

        // The same words, other places, colours, signs and tags that everybody knows are no other words.
        ClientCommand[] harmless = [new RetitleIdea(AdasIdea, board.Ideas[AdasIdea].Record.Title), new RecolourIdea(AdasIdea, Colour.Lime), new MoveThings([new Move(AdasIdea, 9, 9)]), new TagIdeas([AdasIdea], TheTag), new AddReaction(AdasIdea, Reaction.Heart)];
        Assert.All(harmless, command => Assert.Equal(Holding.None, board.After(Ada, command).Ideas[AdasIdea].Record.Held));
    }

    /// <summary>R173: others cannot write into what is shown, and are told who can.</summary>
    [Fact]
    public void R173_what_others_wrote_is_changed_by_hosts_alone_while_they_approve()
    {
        var board = Each(Laid, Ada).After(Owner, new SetApproval(true));
        ClientCommand[] edits =
        [
            new RetitleIdea(AdasIdea, "x"), new WriteIdeaBody(AdasIdea, "x"), new ChangeIdeaBody(AdasIdea, board.Seq, new CoCreate.Texts.TextChange([0, 1], "x")), new AttachToIdea(AdasIdea, ThePicture, "x"),
            new TagIdeas([AdasIdea], "new tag"), .. _each.Concat(_wordless[..2]).Select(id => new WriteThing(id, "x")),
        ];
        foreach (var edit in edits)
        {
            Assert.True(Decide(Bo, edit, board).Refusal == RefusalCode.NeedsHost, $"{edit}");
            Assert.True(Decide(Host, edit, board).Refusal is null, $"{edit} by a host");
            Assert.True(Decide(Bo, edit, Each(Laid, Ada)).Refusal is null || edit is ChangeIdeaBody, $"{edit} while nothing is approved");
        }

        // A tag that everybody sees is no new word; of many ideas, one's own get the new tag.
        Assert.Contains(TheTag, board.After(Bo, new TagIdeas([BosIdea, LockedByHost], TheTag)).Ideas[BosIdea].Record.Tags);
        var tagged = board.After(Bo, new TagIdeas([AdasIdea, BosIdea], "new tag"));
        Assert.Equal([TheTag], tagged.Ideas[AdasIdea].Record.Tags);
        Assert.Equal(["new tag"], tagged.Ideas[BosIdea].Record.Tags);
        Assert.Equal(Holding.Waiting, tagged.Ideas[BosIdea].Record.Held);

        // A title that waits cannot be guessed by writing it.
        var guessed = Approving.After(Ada, new AddGroup(Group, "Guess", 0, 0, 100, 100));
        Assert.All(_guesses, words => Assert.Equal(RefusalCode.NeedsHost, Decide(Bo, new WriteThing(Group, words), guessed).Refusal));
    }

    /// <summary>R172: who types is given the text as it was and then what was typed, so that what they typed since stands where they typed it.</summary>
    [Fact]
    public void R172_typing_in_ones_own_idea_comes_back_as_typing()
    {
        var before = Laid.After(Ada, new WriteIdeaBody(AdasIdea, "Old")).After(Owner, new SetApproval(true));
        var entry = new BoardEntry(before.Seq + 1, Now, Ada, "", 0, Assert.Single(Decide(Ada, new ChangeIdeaBody(AdasIdea, before.Seq, new CoCreate.Texts.TextChange([3, -1, 0, 2], "er")), before).Events.ToArray()));
        var after = BoardApplier.Apply(before, entry);
        var patches = BoardView.Patches(before, after, entry).Where(patch => patch.Kind == RecordKind.Idea).ToList();
        foreach (var own in new[] { Audience.Only(Ada), Audience.Hosts })
        {
            var told = patches.Where(patch => patch.Audience == own).ToList();
            Assert.Equal(["Old", "Older"], told.Select(patch => ((IdeaRecord)patch.After!).Body));
            Assert.True(told is [{ Before: null, Text: null }, { Text: not null }]);
        }

        Assert.Null(Assert.Single(patches, patch => patch.Audience.Kind == AudienceKind.Everyone).After);
    }

    /// <summary>R172, R119: an edit that waited is news as an edit.</summary>
    [Fact]
    public void R119_what_was_written_anew_and_approved_is_in_everybodys_history_as_written()
    {
        var history = new HistoryLog();
        var board = Laid;
        foreach (var (actor, command) in new (string, BoardCommand)[]
        {
            (Owner, new SetApproval(true)), (Ada, new RetitleIdea(AdasIdea, "Anew")), (Ada, new WriteThing(AdasNote, "Anew")), (Ada, new AddNote("note-new-000001", "New", TextSize.Medium, 0, 0, 100, 100)),
            (Host, new Approve([AdasIdea, AdasNote, "note-new-000001"])),
        })
        {
            foreach (var fact in Decide(actor, command, board).Events)
            {
                var entry = new BoardEntry(board.Seq + 1, Now + board.Seq, actor, "", 0, fact);
                var after = BoardApplier.Apply(board, entry);
                history.Add(board, after, entry);
                board = after;
                if (command is not Approve)
                {
                    Assert.DoesNotContain(history.Read(board.Members[Bo], new HistoryQuestion(0, "", ""), 50), line => line.Actor == Ada);
                }
            }
        }

        var lines = history.Read(board.Members[Bo], new HistoryQuestion(0, "", ""), 50).Where(line => line.Actor == Ada).Select(line => (line.Act, Assert.Single(line.About))).Order();
        Assert.Equal([("idea-retitled", AdasIdea), ("note-added", "note-new-000001"), ("thing-written", AdasNote)], lines);
    }

    [Fact]
    public void R146_what_is_hidden_has_a_reason_that_its_author_reads_and_is_shown_again()
    {
        var board = Laid.After(Host, new Hide([AdasIdea, AdasComment], "Off topic"));
        Assert.Equal((Holding.Hidden, "Off topic"), (board.Ideas[AdasIdea].Record.Held, board.Ideas[AdasIdea].Record.HeldReason));
        Assert.Equal((Holding.Hidden, "Off topic"), (board.Comments[AdasComment].Held, board.Comments[AdasComment].HeldReason));
        var own = BoardView.PrivateSnapshot(board, Ada).Select(patch => patch.After).OfType<IdeaRecord>().Single();
        Assert.Equal("Off topic", own.HeldReason);
        Assert.DoesNotContain(BoardView.PrivateSnapshot(board, Bo), patch => patch.Kind == RecordKind.Idea);
        Assert.DoesNotContain(BoardView.Snapshot(board, ""), patch => patch.Audience.Kind == AudienceKind.Everyone && patch.After!.Id == TheConnector);

        var shown = board.After(Host, new Show([AdasIdea, AdasComment]));
        Assert.Equal((Holding.None, ""), (shown.Ideas[AdasIdea].Record.Held, shown.Ideas[AdasIdea].Record.HeldReason));
        Assert.Equal(RefusalCode.NotFound, Decide(Host, new Show([AdasIdea]), shown).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Host, new Hide([AdasIdea], " ")).Refusal);
        Assert.Equal(RefusalCode.NotFound, Decide(Host, new Hide([AdasIdea], "Again"), board).Refusal);
    }

    [Fact]
    public void R145_a_file_is_held_with_what_alone_shows_it()
    {
        static bool Sees(Board board, string who) => Sight.OfFile(board, who, ThePicture) is not null;
        var board = Laid.After(Ada, new AttachToIdea(AdasIdea, ThePicture, "")).After(Host, new Hide([AdasIdea], "x"));
        Assert.True(Sees(board, Ada) && Sees(board, Host));
        Assert.False(Sees(board, Bo));

        // Shown elsewhere too, it is no secret; and what is not seen cannot be shown.
        Assert.True(Sees(board.After(Ada, new AddImage(TheImage, ThePicture, "", 0, 0, 100, 100)), Bo));
        Assert.Equal(RefusalCode.NotFound, Decide(Bo, new AddImage(TheImage, ThePicture, "", 0, 0, 100, 100), board).Refusal);
        Assert.True(Sees(board.After(Host, new Show([AdasIdea])), Bo));

        // While contributions wait, what nothing shows yet is not for others either.
        var fresh = new string('9', 64);
        var waiting = Laid.After(Owner, new SetApproval(true)).After(Ada, new AttachFile(fresh, FileType.Png, "x.png", 10, 1, 1));
        Assert.Null(Sight.OfFile(waiting, Bo, fresh));
        Assert.NotNull(Sight.OfFile(waiting, Ada, fresh));

        // A picture that waits keeps its file back with it, also when approval is switched off meanwhile.
        var shown = waiting.After(Ada, new AddImage("image-new-00001", fresh, "", 0, 0, 100, 100)).After(Owner, new SetApproval(false));
        Assert.Null(Sight.OfFile(shown, Bo, fresh));
        Assert.NotNull(Sight.OfFile(shown.After(Host, new Approve(["image-new-00001"])), Bo, fresh));
    }

    [Fact]
    public void One_command_moderates_many_and_not_too_many()
    {
        var board = Laid;
        var ids = Enumerable.Range(0, Limits.ThingsPerCommand + 1).Select(i => $"idea-many-{i:d6}").ToArray();
        board = ids.Aggregate(board, (next, id) => next.After(Ada, _add with { Id = id }));
        Assert.Equal(Limits.ThingsPerCommand, board.After(Host, new Hide(ids[1..], "x")).Ideas.Values.Count(idea => idea.Record.Held == Holding.Hidden));
        Assert.Equal(RefusalCode.TooMany, Decide(Host, new Hide(ids, "x"), board).Refusal);
        Assert.Equal(RefusalCode.Empty, Decide(Host, new Approve([]), board).Refusal);
        Assert.Equal(RefusalCode.Malformed, Decide(Host, new Show(null!), board).Refusal);
    }

    private static Board Each(Board board, string who) => new ClientCommand[]
    {
        new AddGroup(Group, "Words", 0, 0, 100, 100), new AddNote("note-new-000001", "Words", TextSize.Medium, 0, 0, 100, 100), new AddFrame("frame-new-00001", "Words", 900, 900, 100, 100),
        new AddImage("image-new-00001", ThePicture, "Words", 0, 0, 100, 100), new AddConnector("line-new-000001", AdasIdea, BosIdea, "Words"),
        new AddGroup("group-new-00002", "", 0, 0, 100, 100), new AddConnector("line-new-000002", AdasIdea, BosIdea, ""), new AddStamp("stamp-new-00001", Sign.Star, 0, 0, AdasIdea),
    }.Aggregate(board, (next, command) => next.After(who, command));

    /// <summary>Whether somebody holds the thing in what they were sent.</summary>
    private static bool Sees(Board board, string person, string id) => SentTo(board, person).Any(patch => patch.After!.Id == id);

    private static (string Title, Holding Held) TitleFor(Board board, string person) => SentTo(board, person).Select(patch => patch.After).OfType<GroupRecord>().Where(group => group.Id == Group).Select(group => (group.Title, group.Held)).Last();

    private static IEnumerable<Patch> SentTo(Board board, string person) => BoardView.Snapshot(board, person).Where(patch => patch.Audience.Kind switch
    {
        AudienceKind.Everyone => true,
        AudienceKind.Hosts => board.Members.GetValueOrDefault(person) is { IsHost: true },
        _ => patch.Audience.Participant == person,
    });
}
