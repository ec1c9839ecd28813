using System.Collections.Concurrent;
using CoCreate.Boards;
using CoCreate.Invites;
using CoCreate.Journals;
using CoCreate.Participants;
using CoCreate.Tests.Boards;
using CoCreate.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CoCreate.Tests.Engine;

/// <summary>The product's grains behind the engine that is built: whatever carries the calls, commands, replies and events arrive as they were sent.</summary>
public sealed class GrainsOnEngineTests : IAsyncLifetime
{
    private const string Owner = "person-owner-00";
    private const string Client = "client-of-owner";

    private readonly MemoryStore _disk = new();
    private IEngineFixture _engine = null!;

    private IBoardGrain Board => _engine.Grains.GetGrain<IBoardGrain>("board-on-engine");

    public async Task InitializeAsync() => _engine = await Start();

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task Every_kind_of_command_is_decided_as_its_rules_say_and_told_to_an_observer()
    {
        var commands = Commands(seed: 7, count: 600, out var expected);
        var observer = new BoardListener();
        var reference = _engine.Grains.CreateObjectReference<IBoardObserver>(observer);
        await Create();
        var start = await Board.Subscribe(reference, 0, 0);

        foreach (var part in commands.Chunk(Limits.CommandsPerMessage))
        {
            Assert.Equal(SubmitStatus.Done, (await Board.Submit(new Submission(Owner, Client, part))).Status);
        }

        var end = await Board.Pull(start.Epoch, start.Seq);
        await observer.HeardUpTo(end.Seq);
        Assert.Equal(expected, Outcomes(end.Missed!));
        Assert.Equal(expected, Outcomes(observer.All()));
        GC.KeepAlive(observer);
    }

    [Fact]
    public async Task A_board_is_the_same_after_its_engine_was_stopped_and_started()
    {
        await Create();
        await Board.Submit(new Submission(Owner, Client, [new NumberedCommand(1, new AddIdea("idea-000001", "Title", "Body", Colour.Mint, 1.5, -2, ""))]));
        var before = await Board.Snapshot(Owner);

        await _engine.DisposeAsync();
        _engine = await Start();
        var after = await Board.Snapshot(Owner);

        Assert.Equal(before!.Seq, after!.Seq);
        Assert.Equal(before.Epoch, after.Epoch);
        Assert.Equal(before.Everyone, after.Everyone);
        Assert.Equal(before.Private, after.Private);
    }

    [Fact]
    public async Task A_person_and_a_join_code_remember_what_they_were_told()
    {
        var person = _engine.Grains.GetGrain<IParticipantGrain>(Owner);
        var code = _engine.Grains.GetGrain<IJoinCodeGrain>("ABC234");

        Assert.Null(await person.ChangeProfile(new Profile("Åse", Colour.Rose, "nb-NO", "")));
        await person.JoinedBoard("board-on-engine", "A board", Role.Owner);
        Assert.True(await code.Claim("board-on-engine"));

        var seen = await person.Read();
        Assert.Equal(new Profile("Åse", Colour.Rose, "nb-NO", ""), seen.Profile);
        Assert.Equal("A board", Assert.Single(seen.Boards).Title);
        Assert.Equal("board-on-engine", await code.Find());
        Assert.False(await code.Claim("another-board"));
    }

    private Task<IEngineFixture> Start() => EngineUnderTest.Start(new EngineSetup
    {
        Services = services => services.AddSingleton<IJournal>(new MemoryJournal(_disk)).AddSingleton(new Probe()),
    });

    private async Task Create()
    {
        var made = await Board.Order(Owner, Making);
        Assert.Null(made.Refusal);
        Assert.Equal(Role.Owner, made.Member!.Role);
    }

    private static CreateBoard Making => new("A board", "", "ABC234", "Owner", Colour.Sun, "");

    private static List<(long Number, RefusalCode? Refusal)> Outcomes(CommittedBatch batch) =>
        [.. batch.Events.Where(committed => committed.Outcome is not null).Select(committed => (committed.Outcome!.Value.Number, committed.Outcome.Value.Refusal))];

    /// <summary>Commands of every kind with the outcomes that the rules, asked directly, give.</summary>
    private static List<NumberedCommand> Commands(int seed, int count, out List<(long, RefusalCode?)> outcomes)
    {
        var random = new RandomCommands(new Random(seed));
        var board = Apply(CoCreate.Boards.Board.Empty, "", 0, BoardDecider.Decide(CoCreate.Boards.Board.Empty, Owner, Making, 1).Events);
        var commands = new List<NumberedCommand>();
        outcomes = [];
        for (var number = 1; number <= count; number++)
        {
            // What is decided with a ballot hangs on its receipt, which the grain makes: VoteTests are about those.
            var command = random.Next(board);
            while (command is IBallotCommand)
            {
                command = random.Next(board);
            }

            var decision = BoardDecider.Decide(board, Owner, command, number);
            commands.Add(new NumberedCommand(number, command));
            outcomes.Add((number, decision.Refusal));
            board = Apply(board, Client, number, decision.Refusal is { } code ? new BoardEvent[] { new CommandRefused(code) } : decision.Events);
        }

        return commands;
    }

    private static Board Apply(Board board, string client, long number, ReadOnlySpan<BoardEvent> facts)
    {
        foreach (var fact in facts)
        {
            board = BoardApplier.Apply(board, new BoardEntry(board.Seq + 1, number, Owner, client, number, fact));
        }

        return board;
    }

    /// <summary>Keeps the batches it hears, whatever order they come in.</summary>
    private sealed class BoardListener : IBoardObserver
    {
        private readonly ConcurrentDictionary<long, CommittedBatch> _batches = new();
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _wanted = long.MaxValue;

        public Task Committed(CommittedBatch batch)
        {
            _batches[batch.First] = batch;
            Check();
            return Task.CompletedTask;
        }

        public Task Whispered(string from, byte[] presence) => Task.CompletedTask;

        public Task Moved() => Task.CompletedTask;

        public Task HeardUpTo(long seq)
        {
            Interlocked.Exchange(ref _wanted, seq);
            Check();
            return _complete.Task;
        }

        public CommittedBatch All()
        {
            var batches = _batches.OrderBy(batch => batch.Key).Select(batch => batch.Value).ToList();
            return new CommittedBatch(batches[0].Epoch, batches[0].First, [.. batches.SelectMany(batch => batch.Events)]);
        }

        private void Check()
        {
            var wanted = Interlocked.Read(ref _wanted);
            if (!_batches.IsEmpty && _batches.Values.Sum(batch => batch.Events.Length) == wanted - _batches.Keys.Min() + 1)
            {
                _complete.TrySetResult();
            }
        }
    }
}
