using System.Collections.Immutable;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Web.Http;
using CoCreate.Web.Hub;

namespace CoCreate.Tests.Boards;

/// <summary>A board written to a file and read again is an equal board; what a file says is checked as what a browser says is.</summary>
public sealed class TakeOverTests
{
    private const string Owner = "person-reader-0";

    /// <summary>Law: for any board, the board made from its file shows everybody the same, but for who and when the reader is, dots, reactions and uploads.</summary>
    [Fact]
    public void A_board_from_a_file_is_equal_to_the_board_that_was_written()
    {
        for (var seed = 1; seed <= LongRun.Times(40); seed++)
        {
            var history = new History(seed);
            history.Live(200);
            var file = FileOf(history.Board);

            var board = WithFilesOf(history.Board, NewBoard());
            foreach (var order in BoardFileReader.Orders(file, Owner))
            {
                board = board.After(Owner, order);
            }

            var (written, read) = (Canonical(history.Board), Canonical(board));
            var differences = written.Zip(read).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First}\n{pair.Second}");
            Assert.Equal(history.Board.Settings.VoteBudget, board.Settings.VoteBudget);
            Assert.True(written.SequenceEqual(read), $"Seed {seed}, {written.Length} things and {read.Length}: {differences.FirstOrDefault()}");
            Assert.Null(StateLaws.Problem(board));
        }
    }

    [Fact]
    public void A_file_read_as_JSON_is_the_file_that_was_written()
    {
        var history = new History(7);
        history.Live(200);
        var text = JsonSerializer.Serialize(FileOf(history.Board), WireJson.Options);

        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<BoardFile>(text, WireJson.Options), WireJson.Options));
    }

    [Fact]
    public void Nobody_named_in_a_file_becomes_a_member_who_could_come_back()
    {
        var history = new History(3);
        history.Live(100);

        var named = BoardFileReader.Orders(FileOf(history.Board), Owner).SelectMany(order => order.Deeds).Select(deed => deed.Actor).ToHashSet();

        Assert.Empty(named.Intersect(history.People));
    }

    [Fact]
    public void What_somebody_made_who_had_left_is_theirs_and_nobody_else_s()
    {
        var written = NewBoard()
            .After("person-gone-000", new EnterBoard("", "Gone", Colour.Mint, "")).After("person-gone-000", Idea("idea-0000001"))
            .After(Owner, Idea("idea-0000002")).After(Owner, new RemoveParticipant("person-gone-000"));

        var board = BoardFileReader.Orders(FileOf(written), Owner).Aggregate(NewBoard(), (next, order) => next.After(Owner, order));

        var author = board.Ideas["idea-0000001"].Record.Author;
        Assert.Equal(Owner, board.Ideas["idea-0000002"].Record.Author);
        Assert.DoesNotContain(author, new[] { "", Owner, "person-gone-000" });
        Assert.DoesNotContain(author, board.Members.Keys);
        Assert.Equal([Owner], board.Members.Keys);
    }

    [Fact]
    public void Only_the_owner_takes_over_and_only_before_a_browser_has_changed_the_board()
    {
        var deeds = new TakeOver([new Deed(Owner, 0, Idea("idea-0000001"))]);
        var board = NewBoard();
        var host = board.After("person-host-000", new EnterBoard("", "Host", Colour.Mint, "")).After(Owner, new AssignRole("person-host-000", Role.Host));
        var used = BoardApplier.Apply(board, new BoardEntry(board.Seq + 1, 1, Owner, "client-0000001", 1, new BoardRenamed("Other")));

        Assert.Null(BoardDecider.Decide(board, Owner, deeds, 1).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, BoardDecider.Decide(host, "person-host-000", deeds, 1).Refusal);
        Assert.Equal(RefusalCode.NotAllowed, BoardDecider.Decide(used, Owner, deeds, 1).Refusal);
    }

    [Fact]
    public void One_bad_deed_refuses_all()
    {
        var board = NewBoard();
        Deed[] good = [new("person-ada-0000", 0, new BeKnown("Ada", Colour.Sky, Role.Contributor, "")), new("person-ada-0000", 5, Idea("idea-0000001"))];
        (Deed Bad, RefusalCode Code)[] bad =
        [
            (new Deed("person-ada-0000", 11, Idea("idea-0000002")), RefusalCode.OutOfRange),
            (new Deed("person-ada-0000", -1, Idea("idea-0000002")), RefusalCode.OutOfRange),
            (new Deed("person-ada-0000", 0, Idea("idea-0000001")), RefusalCode.Exists),
            (new Deed("person-ada-0000", 0, new AddComment("talk-0000001", "idea-gone-00000", "Hm")), RefusalCode.NotFound),
            (new Deed("person-ada-0000", 0, new CastVote("idea-0000001", 1)), RefusalCode.NotAllowed),
            (new Deed("person-ada-0000", 0, new AddReaction("idea-0000001", Reaction.Heart)), RefusalCode.NotAllowed),
            (new Deed("person-ada-0000", 0, new MakeInvite("invite-0000001", new string('a', 64), Role.Host, 0, 0)), RefusalCode.NotAllowed),
            (new Deed("person-ada-0000", 0, new BeKnown("Ada", Colour.Sky, Role.Contributor, "")), RefusalCode.Exists),
            (new Deed("person-bo-00000", 0, new BeKnown("Bo", Colour.Sky, Role.Owner, "")), RefusalCode.OutOfRange),
            (new Deed("person-bo-00000", 0, new BeKnown("", Colour.Sky, Role.Host, "")), RefusalCode.Empty),
            (new Deed("no id !", 0, new BeKnown("Bo", Colour.Sky, Role.Host, "")), RefusalCode.Malformed),
            (new Deed("no id !", 0, Idea("idea-0000002")), RefusalCode.Malformed),
            (new Deed("person-bo-00000", 0, new LockThings(["idea-0000001"], LockMode.Host)), RefusalCode.NotAllowed),
        ];

        Assert.Null(BoardDecider.Decide(board, Owner, new TakeOver(good), 10).Refusal);
        foreach (var (deed, code) in bad)
        {
            Assert.Equal(code, BoardDecider.Decide(board, Owner, new TakeOver([.. good, deed]), 10).Refusal);
        }
    }

    [Fact]
    public void As_many_deeds_as_one_order_takes_and_one_more()
    {
        Deed[] Deeds(int count) => [.. Enumerable.Range(0, count).Select(i => new Deed(Owner, 0, Idea($"idea-{i:d7}")))];

        Assert.Null(BoardDecider.Decide(NewBoard(), Owner, new TakeOver(Deeds(Limits.ThingsPerCommand)), 10).Refusal);
        Assert.Equal(RefusalCode.TooMany, BoardDecider.Decide(NewBoard(), Owner, new TakeOver(Deeds(Limits.ThingsPerCommand + 1)), 10).Refusal);
        Assert.Equal(RefusalCode.Empty, BoardDecider.Decide(NewBoard(), Owner, new TakeOver([]), 10).Refusal);
    }

    private static AddIdea Idea(string id) => new(id, "T", "", Colour.Sun, 0, 0, "");

    private static Board NewBoard() =>
        Board.Empty.After(Owner, new CreateBoard("A board", "", "XYZ789", "Reader", Colour.Rose, ""));

    private static BoardFile FileOf(Board board)
    {
        T[] All<T>()
            where T : BoardRecord => [.. BoardView.Snapshot(board, "").Where(patch => patch.Audience == Audience.Everyone).Select(patch => patch.After).OfType<T>()];
        return new BoardFile(
            BoardFile.FormatName, BoardFile.FormatVersion, All<PersonRecord>(), All<IdeaRecord>(), All<GroupRecord>(), All<ConnectorRecord>(), All<FrameRecord>(), All<NoteRecord>(), All<ImageRecord>(), All<StampRecord>(), All<CommentRecord>(), board.Settings.VoteBudget);
    }

    private static Board WithFilesOf(Board written, Board board) =>
        written.Files.Values.Aggregate(board, (next, f) => next.After(Owner, new AttachFile(f.Id, f.Format, f.Name, f.Bytes, f.Width, f.Height)));

    /// <summary>What everybody sees (a file holds nothing else), with people by their names, and without what a file does not carry. What somebody made who is not on the board any more is
    /// somebody's; a lock that who locked it could not set now is the reader's, and so is what has no author.</summary>
    private static string[] Canonical(Board board)
    {
        var names = board.Members.Values.ToImmutableDictionary(m => m.Record.Id, m => m.Record.Name);
        string Name(string id) => id.Length == 0 ? "Reader" : names.GetValueOrDefault(id, "Somebody");
        var things = board.Frames.Values.Cast<BoardRecord>()
            .Concat(board.Groups.Values.Select(g => Wording.Covered(g.Record)))
            .Concat(board.Ideas.Values.Select(i => i.Record with { Votes = 0, Reactions = ImmutableDictionary<Reaction, int>.Empty }))
            .Concat(board.Notes.Values)
            .Concat(board.Images.Values)
            .Concat(board.Connectors.Values)
            .Concat(board.Stamps.Values)
            .Concat(board.Comments.Values)
            .Where(each => (each is CommentRecord comment ? Sight.Of(board, comment) : Sight.Of(board, (ThingRecord)each)).IsEveryone);
        return [.. things.OrderBy(t => t.GetType().Name, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal).Select(thing =>
        {
            var json = JsonSerializer.SerializeToNode(thing, thing.GetType(), WireJson.Options)!.AsObject();
            json["author"] = Name((string)json["author"]!);
            json.Remove("lockedBy");

            // Rounds of an agenda stay with the board that they were held on.
            json.Remove("sheet");

            return json.ToJsonString();
        })];
    }
}
