using System.Collections.Immutable;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Boards.Simulation;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Boards;

/// <summary>R44: the history and the board as it was, read beside the board.</summary>
public sealed class HistoryTests
{
    private const string Client = "client-00000001";

    [Fact]
    public async Task What_one_person_does_to_many_things_is_one_line_and_a_pause_or_somebody_else_begins_another()
    {
        await using var board = await Begin();
        await board.Order(Table.Ada, new AddIdea("idea-one-00001", "One", "", Colour.Sun, 0, 0, ""));
        await board.Order(Table.Ada, new RetitleIdea("idea-one-00001", "One more"));
        await board.Order(Table.Ada, new AddIdea("idea-two-00001", "Two", "", Colour.Sun, 0, 0, ""));
        await board.Order(Table.Bo, new MoveThings([new Move("idea-one-00001", 1, 1), new Move("idea-two-00001", 2, 2)]));
        board.Clock.Advance(TimeSpan.FromMinutes(3));
        await board.Order(Table.Bo, new MoveThings([new Move("idea-two-00001", 3, 3)]));

        var lines = (await board.Lines(Table.Ada)).Lines;
        Assert.Equal(
            [("things-moved", Table.Bo, 1), ("things-moved", Table.Bo, 2), ("idea-added", Table.Ada, 2)],
            lines.Take(3).Select(line => (line.Act, line.Actor, line.Count)));
    }

    [Fact]
    public async Task Lines_are_paged_and_chosen_by_person_and_by_what_they_are_about()
    {
        await using var board = await Begin();
        for (var i = 0; i < Limits.HistoryPage + 5; i++)
        {
            await board.Order(Table.Ada, new AddIdea($"idea-{i:d8}", "", "", Colour.Sun, 0, 0, ""));
            board.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        var first = await board.Lines(Table.Bo);
        Assert.Equal(Limits.HistoryPage, first.Lines.Length);
        var second = await board.Lines(Table.Bo, first.Next);
        Assert.Equal(0, second.Next);
        Assert.Equal(first.Lines.Concat(second.Lines).Select(line => line.Number), first.Lines.Concat(second.Lines).Select(line => line.Number).Distinct().OrderDescending());
        Assert.All((await board.Lines(Table.Bo, person: Table.Owner)).Lines, line => Assert.Equal(Table.Owner, line.Actor));
        Assert.Equal("idea-added", Assert.Single((await board.Lines(Table.Bo, about: "idea-00000003")).Lines).Act);
    }

    /// <summary>R44: ballots are in nobody's history but their owner's, invites in hosts' alone, and no line holds a word.</summary>
    [Fact]
    public async Task R44_nobody_reads_what_others_gave_and_only_hosts_read_of_invites()
    {
        await using var board = await Begin();
        await board.Order(Table.Ada, new AddIdea("idea-one-00001", "A secret title", "", Colour.Sun, 0, 0, ""));
        await board.Order(Table.Ada, new CastVote("idea-one-00001", 1));
        await board.Order(Table.Ada, new AddReaction("idea-one-00001", Reaction.Heart));
        await board.Order(Table.Owner, new MakeInvite("invite-new-0001", new string('d', 64), Role.Host, 0, 0));

        string[] Acts(HistoryPage page) => [.. page.Lines.Select(line => line.Act)];
        Assert.Contains("vote-cast", Acts(await board.Lines(Table.Ada)));
        foreach (var other in new[] { Table.Bo, Table.Owner })
        {
            Assert.DoesNotContain("vote-cast", Acts(await board.Lines(other)));
            Assert.DoesNotContain("reaction-added", Acts(await board.Lines(other)));
        }

        Assert.Contains("invite-made", Acts(await board.Lines(Table.Owner)));
        Assert.DoesNotContain("invite-made", Acts(await board.Lines(Table.Bo)));
        Assert.DoesNotContain("secret", string.Join(' ', (await board.Lines(Table.Owner)).Lines.Select(line => $"{line.Act} {string.Join(' ', line.About)}")), StringComparison.Ordinal);
        Assert.Null(await board.History.ReadLines(Table.Nobody, new HistoryQuestion(0, "", "")));
    }

    /// <summary>R44: as everyone saw it then, without what is gone today.</summary>
    [Fact]
    public async Task R44_the_board_as_it_was_shows_nothing_that_its_viewer_may_not_see_today()
    {
        await using var board = await Begin();
        await board.Order(Table.Ada, new AddIdea("idea-one-00001", "Seen by all", "", Colour.Sun, 0, 0, ""));
        await board.Order(Table.Ada, new AddIdea("idea-two-00001", "Taken away by a host", "", Colour.Sun, 0, 0, ""));
        await board.Order(Table.Bo, new AddComment("talk-one-00001", "idea-two-00001", "Well"));
        var then = await board.Seq();
        await board.Order(Table.Owner, new RemoveThings(["idea-two-00001"]));
        await board.Order("person-late-001", new EnterBoard("", "Late", Colour.Mint, ""));

        Assert.Equal(3, Ideas(await board.History.ReadBoard(Table.Owner, then)) + Comments(await board.History.ReadBoard(Table.Owner, then)));
        var shown = await board.History.ReadBoard(Table.Ada, then);
        Assert.Equal((1, 0), (Ideas(shown), Comments(shown)));
        Assert.Equal(RefusalCode.NotAllowed, (await board.History.ReadBoard("person-late-001", then)).Refusal);
        Assert.Equal(RefusalCode.NotMember, (await board.History.ReadBoard(Table.Nobody, then)).Refusal);
        Assert.Equal(RefusalCode.NotFound, (await board.History.ReadBoard(Table.Owner, then + 1000)).Refusal);
        Assert.Equal(RefusalCode.NotFound, (await board.History.ReadBoard(Table.Owner, 0)).Refusal);
    }

    [Fact]
    public async Task Any_version_of_a_long_history_is_the_board_as_the_journal_has_it_at_that_version()
    {
        await using var board = await Begin();
        var random = new Random(5);
        var commands = new RandomCommands(random);
        var known = Board.Empty;
        for (var i = 1; i <= 2600; i++)
        {
            known = i % 200 == 0 ? await board.Board() : known;
            board.Clock.Advance(TimeSpan.FromSeconds(1));
            var reply = await board.Server.Board.Submit(new Submission(Table.Owner, Client, [new NumberedCommand(i, commands.Next(known))]));
            Assert.Equal(SubmitStatus.Done, reply.Status);
            board.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var entries = await board.Entries();
        Assert.True(entries.Count > 2 * Limits.EventsPerSnapshot, "The history is too short to need marks.");
        foreach (var seq in new long[] { 1, 2, 999, 1000, 1001, 1999, 2000, 2001, entries.Count })
        {
            var expected = new Store();
            expected.Fold(BoardPublisher.Snapshot(entries.Take((int)seq).Aggregate(CoCreate.Boards.Board.Empty, BoardApplier.Apply), "", privateOnly: false).Everyone);
            var past = await board.History.ReadBoard(Table.Owner, seq);
            var shown = new Store();
            shown.Fold(past.Board!.Everyone);
            Assert.True(expected.Canonical() == shown.Canonical(), $"Version {seq} differs.");
            Assert.Equal(entries[(int)seq - 1].At, past.At);
        }
    }

    /// <summary>The journal is held up in the middle of the history's reading: edits go on.</summary>
    [Fact]
    public async Task Edits_go_on_while_a_long_history_is_read_and_while_the_board_is_brought_back()
    {
        await using var disk = new MemoryJournal();
        var journal = new HeldJournal(disk);
        await using var board = await Begin(journal, disk);
        await board.Order(Table.Ada, new AddIdea("idea-one-00001", "One", "", Colour.Sun, 0, 0, ""));
        journal.Hold();
        var history = board.History.ReadLines(Table.Owner, new HistoryQuestion(0, "", ""));
        var back = board.Server.Board.BringBack(Table.Owner, "point-new-00001", 3);
        await journal.Held;
        await board.Order(Table.Ada, new RetitleIdea("idea-one-00001", "Two"));
        Assert.Equal("Two", (await board.Board()).Ideas["idea-one-00001"].Record.Title);
        Assert.False(history.IsCompleted || back.IsCompleted);
        journal.Release();
        Assert.NotNull(await history);
        Assert.Null((await back).Refusal);
        Assert.Empty((await board.Board()).Ideas);
    }

    [Fact]
    public async Task A_board_is_brought_back_for_everybody_and_that_is_taken_back_by_the_point_made_before()
    {
        await using var board = await Begin();
        await board.Order(Table.Ada, new AddIdea("idea-one-00001", "One", "", Colour.Sun, 0, 0, ""));
        await board.Order(Table.Owner, new MarkPoint("point-one-00001", "Start"));
        var start = (await board.Lines(Table.Bo)).Points.Single();
        await board.Order(Table.Ada, new RetitleIdea("idea-one-00001", "Two"));
        await board.Order(Table.Ada, new AddIdea("idea-two-00001", "Later", "", Colour.Sun, 0, 0, ""));

        Assert.Equal(RefusalCode.NotAllowed, (await board.Server.Board.BringBack(Table.Ada, "point-two-00001", start.Seq)).Refusal);
        Assert.Null((await board.Server.Board.BringBack(Table.Owner, "point-two-00001", start.Seq)).Refusal);
        var back = await board.Board();
        Assert.Equal(("One", 1), (back.Ideas["idea-one-00001"].Record.Title, back.Ideas.Count));
        Assert.Contains("board-brought-back", (await board.Lines(Table.Bo)).Lines.Select(line => line.Act));

        var before = back.Points["point-two-00001"];
        Assert.Null((await board.Server.Board.BringBack(Table.Owner, "point-tri-00001", before.Seq)).Refusal);
        var again = await board.Board();
        Assert.Equal(("Two", 2), (again.Ideas["idea-one-00001"].Record.Title, again.Ideas.Count));
    }

    [Fact]
    public void There_are_as_many_restore_points_as_the_limit_says_and_those_without_a_name_make_room()
    {
        Board With(int count, string name) => Table.Laid with
        {
            Points = Enumerable.Range(0, count).Select(i => new RestorePoint($"point-{i:d8}", name, i, 0, Table.Owner)).ToImmutableDictionary(point => point.Id),
        };
        var mark = new MarkPoint("point-new-00001", "New");
        Assert.Null(Table.Decide(Table.Owner, mark, With(Limits.RestorePoints - 1, "x")).Refusal);
        Assert.Equal(RefusalCode.TooMany, Table.Decide(Table.Owner, mark, With(Limits.RestorePoints, "x")).Refusal);
        Assert.Equal(RefusalCode.TooMany, Table.Decide(Table.Owner, new BringBack("point-new-00001", 1), With(Limits.RestorePoints, "x")).Refusal);
        var after = With(Limits.RestorePoints, "").After(Table.Owner, new BringBack("point-new-00001", 1));
        Assert.Equal((Limits.RestorePoints, false), (after.Points.Count, after.Points.ContainsKey("point-00000000")));
        Assert.Equal(RefusalCode.TooLong, Table.Decide(Table.Owner, new MarkPoint("point-new-00001", new string('x', Limits.LabelLength + 1))).Refusal);
        Assert.Null(Table.Decide(Table.Owner, new MarkPoint("point-new-00001", new string('x', Limits.LabelLength))).Refusal);
        Assert.Equal(RefusalCode.NotFound, Table.Decide(Table.Owner, new BringBack("point-new-00001", Table.Laid.Seq + 1)).Refusal);
    }

    private static int Ideas(PastReply reply) => Count(reply, "idea");

    private static int Comments(PastReply reply) => Count(reply, "comment");

    private static int Count(PastReply reply, string kind)
    {
        var store = new Store();
        store.Fold(reply.Board!.Everyone);
        return store.All(kind).Count();
    }

    private static async Task<RunningBoard> Begin(IJournal? journal = null, IJournal? disk = null)
    {
        var memory = disk ?? new MemoryJournal();
        var board = new RunningBoard(journal ?? memory, memory);
        await board.Order(Table.Owner, new CreateBoard("A board", "", "ABC234", "Oda", Colour.Sun, ""));
        await board.Order(Table.Ada, new EnterBoard("", "Ada", Colour.Mint, ""));
        await board.Order(Table.Bo, new EnterBoard("", "Bo", Colour.Rose, ""));
        return board;
    }

    /// <summary>A server with a board whose people order things one after the other.</summary>
    private sealed class RunningBoard(IJournal journal, IJournal disk) : IAsyncDisposable
    {
        private readonly Dictionary<string, long> _numbers = [];

        public ManualClock Clock { get; } = new();

        public SimulatedServer Server => field ??= new SimulatedServer(journal, Clock, 1, FaultRates.Quiet);

        public IBoardHistoryGrain History => Server.Grains.GetGrain<IBoardHistoryGrain>(SimulatedServer.BoardId);

        public async Task Order(string actor, BoardCommand command)
        {
            if (command is not ClientCommand byBrowser)
            {
                Assert.Null((await Server.Board.Order(actor, command)).Refusal);
                return;
            }

            var number = _numbers[actor] = _numbers.GetValueOrDefault(actor) + 1;
            var reply = await Server.Board.Submit(new Submission(actor, $"client-of-{actor}", [new NumberedCommand(number, byBrowser)]));
            Assert.Equal(SubmitStatus.Done, reply.Status);
            Assert.IsNotType<CommandRefused>((await Entries())[^1].Event);
        }

        public async Task<HistoryPage> Lines(string participant, long before = 0, string person = "", string about = "") =>
            (await History.ReadLines(participant, new HistoryQuestion(before, person, about)))!;

        public async Task<List<BoardEntry>> Entries()
        {
            var entries = new List<BoardEntry>();
            await foreach (var batch in disk.Read($"board/{SimulatedServer.BoardId}", 0, CancellationToken.None))
            {
                entries.AddRange(System.Text.Json.JsonSerializer.Deserialize(batch.Payload.Span, BoardJson.Stored.BoardEntryArray)!);
            }

            return entries;
        }

        public async Task<Board> Board() => (await Entries()).Aggregate(CoCreate.Boards.Board.Empty, BoardApplier.Apply);

        public async Task<long> Seq() => (await Entries()).Count;

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }

    /// <summary>A journal whose reading can be held up after the first batch; appending never is.</summary>
    private sealed class HeldJournal(IJournal inner) : IJournal
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource _open = Opened();

        public Task Held => _held.Task;

        public void Hold() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _open.TrySetResult();

        public async IAsyncEnumerable<StoredBatch> Read(string stream, long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var batch in inner.Read(stream, after, cancellation))
            {
                yield return batch;
                if (!_open.Task.IsCompleted)
                {
                    _held.TrySetResult();
                    await _open.Task;
                }
            }
        }

        public ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation) => inner.Append(stream, expected, batch, cancellation);

        public ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation) => inner.ReadSnapshot(stream, cancellation);

        public ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation) => inner.WriteSnapshot(stream, snapshot, cancellation);

        public ValueTask DeleteSnapshots(CancellationToken cancellation) => inner.DeleteSnapshots(cancellation);

        public IAsyncEnumerable<string> Streams(CancellationToken cancellation) => inner.Streams(cancellation);

        private static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }
}
