using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Boards.Simulation;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Boards;

/// <summary>What a board does about each failure of its journal, without a restart of the server (R23, R26, R29).</summary>
public sealed class GrainFaults
{
    private const string Client = "client-00000001";

    /// <summary>R29: whatever the answer was, sending again with the same number is safe, and the command is decided once.</summary>
    [Theory]
    [InlineData(JournalFault.Unavailable, SubmitStatus.Unknown)]
    [InlineData(JournalFault.UnknownWritten, SubmitStatus.Unknown)]
    [InlineData(JournalFault.UnknownLost, SubmitStatus.Unknown)]
    [InlineData(JournalFault.LostRace, SubmitStatus.Unknown)]
    [InlineData(JournalFault.Full, SubmitStatus.StorageFull)]
    public async Task R29_after_a_failed_append_the_same_command_sent_again_is_decided_once(JournalFault fault, SubmitStatus told)
    {
        await using var disk = new MemoryJournal();
        await using var server = await Begin(disk);
        server.Journal.Next(fault);
        Assert.Equal(told, (await server.Board.Submit(Add(1))).Status);
        Assert.Equal(SubmitStatus.Done, (await SubmitUntilTaken(server, Add(1))).Status);
        Assert.Equal(SubmitStatus.Done, (await SubmitUntilTaken(server, Add(2))).Status);
        Assert.Equal(2, await Count(disk));
    }

    /// <summary>R12: what could still be lost is shown to nobody.</summary>
    [Theory]
    [InlineData(JournalFault.UnknownLost)]
    [InlineData(JournalFault.Full)]
    [InlineData(JournalFault.Unavailable)]
    public async Task R12_an_edit_that_was_not_made_durable_is_never_shown(JournalFault fault)
    {
        await using var server = await Begin();
        var watcher = new SimulatedClient(Table.Ada, "client-watching", new Random(1));
        await watcher.CatchUp(server.Board);
        await server.Board.Subscribe(server.Grains.CreateObjectReference<IBoardObserver>(watcher), watcher.Epoch, watcher.Seq);
        var before = watcher.Canonical();
        server.Journal.Next(fault);
        await server.Board.Submit(Add(1));
        await watcher.TakeChanges(server.Board, disturbed: false);
        Assert.Equal(before, watcher.Canonical());
    }

    [Fact]
    public async Task A_damaged_stream_is_refused_with_words_that_name_it_and_nothing_is_overwritten()
    {
        await using var disk = new MemoryJournal();
        await using var server = await Begin(disk);
        await server.Board.Submit(Add(1));
        await disk.Append($"board/{SimulatedServer.BoardId}", await Version(disk), new JournalBatch(1, "[{\"event\":{\"type\":\"from-the-future/9\"}}]"u8.ToArray()), CancellationToken.None);

        await using var restarted = new SimulatedServer(disk, new ManualClock(), 2, FaultRates.Quiet);
        var failure = await Assert.ThrowsAsync<JournalException>(() => restarted.Board.Submit(Add(2)));
        Assert.Equal(JournalFailure.Damaged, failure.Failure);
        Assert.Contains(SimulatedServer.BoardId, failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Count(disk, readable: 4));
    }

    /// <summary>R24</summary>
    [Fact]
    public async Task R24_a_number_that_skips_one_is_not_taken_and_the_last_decided_one_is_named()
    {
        await using var server = await Begin();
        Assert.Equal(SubmitStatus.Done, (await server.Board.Submit(Add(1))).Status);
        var skipped = await server.Board.Submit(Add(3));
        Assert.Equal((SubmitStatus.Gap, 1L), (skipped.Status, skipped.Last));
        Assert.Equal(SubmitStatus.Done, (await server.Board.Submit(Add(2))).Status);
    }

    /// <summary>R22</summary>
    [Fact]
    public async Task R22_a_browser_session_belongs_to_whom_used_it_first()
    {
        await using var server = await Begin();
        await server.Board.Submit(Add(1));
        Assert.Equal(SubmitStatus.ClientTaken, (await server.Board.Submit(Add(2) with { Actor = Table.Owner })).Status);
        Assert.True((await server.Board.Receive([new Newcomer(Table.Owner, Client)])).Standings[0].Progress.Taken);
        Assert.Equal(1, (await server.Board.Receive([new Newcomer(Table.Ada, Client)])).Standings[0].Progress.Last);
    }

    /// <summary>R28, R27: a command that cannot be read is refused and stays refused; its neighbours are decided.</summary>
    [Fact]
    public async Task R27_R28_an_unreadable_command_is_refused_beside_good_ones_and_again_when_resent()
    {
        await using var server = await Begin();
        var mixed = new Submission(Table.Ada, Client, [Add(1).Commands[0], new NumberedCommand(2, null), Add(3).Commands[0]]);
        Assert.Equal((SubmitStatus.Done, 3L), (await server.Board.Submit(mixed)) is var reply ? (reply.Status, reply.Last) : default);
        var again = await server.Board.Submit(mixed);
        Assert.Equal([null, RefusalCode.Malformed, null], again.Resent.Select(o => o.Refusal));
    }

    /// <summary>The pace of one participant counts over all tabs, at the limit and one past it.</summary>
    [Fact]
    public async Task R29_a_participant_may_send_a_burst_and_one_command_more_is_too_fast_until_time_passes()
    {
        var clock = new ManualClock();
        await using var server = await Begin(clock: clock);
        for (var number = 1L; number <= Limits.CommandBurst; number += 50)
        {
            var message = new Submission(Table.Ada, Client, [.. Enumerable.Range((int)number, 50).Select(n => Add(n).Commands[0])]);
            Assert.Equal(SubmitStatus.Done, (await server.Board.Submit(message)).Status);
        }

        var otherTab = new Submission(Table.Ada, "client-00000002", [new NumberedCommand(1, new ChangeProfile("Ada", Colour.Sun))]);
        Assert.Equal(SubmitStatus.TooFast, (await server.Board.Submit(otherTab)).Status);
        clock.Advance(TimeSpan.FromSeconds(1.0 / Limits.CommandsPerSecond) + TimeSpan.FromMilliseconds(1));
        Assert.Equal(SubmitStatus.Done, (await server.Board.Submit(otherTab)).Status);
    }

    private static async Task<SimulatedServer> Begin(MemoryJournal? disk = null, ManualClock? clock = null)
    {
        var server = new SimulatedServer(disk ?? new MemoryJournal(), clock ?? new ManualClock(), 1, FaultRates.Quiet);
        await server.Board.Order(Table.Owner, new CreateBoard("Board", "", "ABC234", "Oda", Colour.Sun, ""));
        await server.Board.Order(Table.Ada, new EnterBoard("", "Ada", Colour.Mint, ""));
        return server;
    }

    private static Submission Add(long number) =>
        new(Table.Ada, Client, [new NumberedCommand(number, new AddIdea($"idea-{number:d8}", "", "", Colour.Sun, 0, 0, ""))]);

    /// <summary>An activation that gave up may answer once or twice more before the fresh one does.</summary>
    private static async Task<SubmitReply> SubmitUntilTaken(SimulatedServer server, Submission submission)
    {
        var reply = await server.Board.Submit(submission);
        for (var i = 0; reply.Status != SubmitStatus.Done && i < 1000; i++)
        {
            await Task.Yield();
            reply = await server.Board.Submit(submission);
        }

        return reply;
    }

    private static async Task<int> Count(MemoryJournal disk, int readable = int.MaxValue)
    {
        var ideas = 0;
        await foreach (var batch in disk.Read($"board/{SimulatedServer.BoardId}", 0, CancellationToken.None))
        {
            ideas += batch.Last < readable && System.Text.Encoding.UTF8.GetString(batch.Payload.Span).Contains("idea-added/1", StringComparison.Ordinal) ? 1 : 0;
        }

        return ideas;
    }

    private static async Task<long> Version(MemoryJournal disk)
    {
        var last = 0L;
        await foreach (var batch in disk.Read($"board/{SimulatedServer.BoardId}", 0, CancellationToken.None))
        {
            last = batch.Last;
        }

        return last;
    }
}
