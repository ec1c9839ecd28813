using CoCreate.Boards;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>What hosts hold back: what waits, what is hidden and why (R145, R146).</summary>
public sealed class ModerationExamples
{
    private const string New = "idea-new-000001";
    private static readonly AddIdea _add = new(New, "Zips", "", Colour.Sun, 0, 0, "");

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
}
