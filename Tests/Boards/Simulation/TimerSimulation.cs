using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Boards.Simulation;

/// <summary>Steps with timers that run, stop and are made longer, for all and for one, on a server that is killed at any moment (R100, R102, R114). What is said of times is held against a second reckoning, by the orders alone.</summary>
public sealed class TimerSimulation
{
    private const int Worlds = 6;
    private const int Orders = 150;

    [Fact]
    public async Task R102_what_was_said_of_the_end_holds_after_every_restart_and_nobodys_time_shrinks()
    {
        var (kills, late, inTime) = (0, 0, 0);
        foreach (var seed in LongRun.Seeds(Worlds))
        {
            await using var world = new World(seed);
            await world.Begin();
            for (var order = 0; order < Orders; order++)
            {
                await world.Live();
            }

            await world.Check();
            (kills, late, inTime) = (kills + world.Kills, late + world.Late, inTime + world.InTime);
        }

        Assert.True(kills > 50 && late > 10 && inTime > 50, $"That proves little: {kills} kills, {late} orders too late, {inTime} in time.");
    }

    private sealed class World(int seed) : IAsyncDisposable
    {
        private const string Host = "person-host-0001";
        private const string Client = "client-of-host-1";
        private const long GraceMs = 15_000;
        private static readonly string[] _people = ["person-one-0001", "person-two-0001", "person-three-01"];

        private readonly Random _random = new(seed);
        private readonly ManualClock _clock = new();
        private readonly MemoryJournal _disk = new();
        private readonly List<SimulatedServer> _servers = [];
        private readonly Dictionary<string, long> _numbers = [];
        private readonly Dictionary<string, long> _extra = [];
        private readonly HashSet<string> _asks = [];
        private readonly HashSet<string> _declined = [];
        private string _step = "";
        private bool _isStrict;
        private long? _end;
        private long? _left;
        private int _begun;
        private int _ideas;

        public int Kills { get; private set; }

        public int Late { get; private set; }

        public int InTime { get; private set; }

        private SimulatedServer Server => _servers[^1];

        private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

        public async Task Begin()
        {
            _servers.Add(new SimulatedServer(_disk, _clock, seed, FaultRates.Quiet));
            await Server.Board.Order(Host, new CreateBoard("Timed", "", "ABC234", "Hal", Colour.Sun, ""));
            foreach (var person in _people)
            {
                await Server.Board.Order(person, new EnterBoard("", person, Colour.Mint, ""));
            }

            var steps = Enumerable.Range(0, 5).Select(i => Table.Step($"step-{i:d8}", i == 3 ? Exposure.Own : Exposure.All) with { Seconds = i == 4 ? 0 : 20 * (i + 1), Strict = i % 2 == 0 }).ToArray();
            Assert.Null(await Order(Host, new SetAgenda("", steps)));
            await Start(steps[0].Id, 20, true);
        }

        /// <summary>One thing happens; now and then the server is killed before it is known whether it happened.</summary>
        public async Task Live()
        {
            var before = _people.ToDictionary(person => person, EndOf);
            var (wasStep, mayShrink) = (_step, false);
            switch (_random.Next(20))
            {
                case 0:
                    var at = _random.Next(5);
                    await Start($"step-{at:d8}", at == 4 ? 0 : 20 * (at + 1), at % 2 == 0);
                    mayShrink = true;
                    break;
                case 1 or 2:
                    await Extend(_random.Next(1, 30), "");
                    break;
                case 3 or 4:
                    await Extend(_random.Next(1, 60), Somebody());
                    break;
                case 5:
                    await Pause();
                    break;
                case 7 or 8:
                    await Resume();
                    break;
                case 9:
                    await SetTimer(_random.Next(60));
                    mayShrink = true;
                    break;
                case 10:
                    await Ask(Somebody());
                    break;
                case 11:
                    await Decline(Somebody());
                    break;
                case 6 or (> 11 and < 15):
                    await Write(Somebody());
                    break;
                case 15:
                    await Kill();
                    break;
                default:
                    _clock.Advance(TimeSpan.FromMilliseconds(_random.Next(1, 150_000)));
                    break;
            }

            Assert.True(mayShrink || _people.All(person => EndOf(person) >= before[person]), $"Seed {seed}: somebody's time shrank.");
            Assert.True(mayShrink || _step == wasStep, $"Seed {seed}: the step ended by itself.");
            await Check();
        }

        /// <summary>Asks the server what runs and until when, and holds it against what was ordered.</summary>
        public async Task Check()
        {
            foreach (var person in _people.Append(Host))
            {
                var snapshot = await Server.Board.Snapshot(person);
                var store = new Store();
                store.Fold(snapshot!.Everyone);
                store.Fold(person == Host ? snapshot.Hosts : []);
                store.Fold(snapshot.Private);
                var phase = store.Find(RecordKind.Phase, "phase")!;
                Assert.True((string?)phase["step"] == _step, $"Seed {seed}: {phase["step"]} runs, not {_step}.");
                Assert.True((long)phase["endsAt"]! == (_end ?? 0) && (long)phase["pausedLeft"]! == (_left ?? 0), $"Seed {seed}: the server says {phase["endsAt"]} and {phase["pausedLeft"]}, ordered was {_end} and {_left}.");
                var seat = store.Find(RecordKind.Seat, "seat");
                Assert.True(((long?)seat?["extraSeconds"] ?? 0) * 1000 == _extra.GetValueOrDefault(person), $"Seed {seed}: {person} has {seat?["extraSeconds"]} s more.");
                Assert.Equal(_asks.Contains(person) ? "open" : _declined.Contains(person) ? "declined" : "none", (string?)seat?["asked"] ?? "none");
                Assert.Equal(person == Host ? _asks.Order() : [], store.All("timeRequest").Select(request => (string)request["id"]!).Order());
            }

            var entries = new List<BoardEntry>();
            await foreach (var batch in _disk.Read($"board/{SimulatedServer.BoardId}", 0, CancellationToken.None))
            {
                entries.AddRange(System.Text.Json.JsonSerializer.Deserialize(batch.Payload.Span, BoardJson.Stored.BoardEntryArray)!);
            }

            Assert.True(entries.Count(entry => entry.Event is StepBegun) == _begun, $"Seed {seed}: a step began twice.");
            Assert.DoesNotContain(entries, entry => entry.Event is AgendaEnded or HiddenRevealed);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var server in _servers)
            {
                await server.DisposeAsync();
            }

            await _disk.DisposeAsync();
        }

        private string Somebody() => _people[_random.Next(_people.Length)];

        /// <summary>When somebody's time is over, with what they have alone; never, where no timer runs. A stopped timer ends no earlier than if it ran on now.</summary>
        private long EndOf(string person) => _end is { } end ? end + _extra.GetValueOrDefault(person) : _left is { } left ? Now + left + _extra.GetValueOrDefault(person) : long.MaxValue;

        private async Task Start(string step, int seconds, bool strict)
        {
            var refusal = await Order(Host, new BeginStep(step));
            Assert.Equal(step == _step ? RefusalCode.Exists : null, refusal);
            if (refusal is null)
            {
                (_step, _isStrict, _left, _begun) = (step, strict, null, _begun + 1);
                _end = seconds == 0 ? null : Now + (seconds * 1000L);
                _extra.Clear();
                _asks.Clear();
                _declined.Clear();
            }
        }

        private async Task Extend(int seconds, string person)
        {
            var refusal = await Order(Host, new ExtendTimer(seconds, person));
            Assert.Equal(_end is null && _left is null ? RefusalCode.NotInPhase : null, refusal);
            if (refusal is not null)
            {
                return;
            }

            if (person.Length > 0)
            {
                _extra[person] = _extra.GetValueOrDefault(person) + (seconds * 1000L);
                _asks.Remove(person);
                _declined.Remove(person);
                return;
            }

            _left += seconds * 1000L;
            _end = _end is { } end ? Math.Max(end, Now) + (seconds * 1000L) : null;
            _asks.Clear();
        }

        private async Task Pause()
        {
            var refusal = await Order(Host, new PauseTimer());
            Assert.Equal(_end > Now ? null : RefusalCode.NotInPhase, refusal);
            (_left, _end) = refusal is null ? (_end - Now, null) : (_left, _end);
        }

        private async Task Resume()
        {
            var refusal = await Order(Host, new ResumeTimer());
            Assert.Equal(_left is null ? RefusalCode.NotInPhase : null, refusal);
            (_end, _left) = refusal is null ? (Now + _left, null) : (_end, _left);
        }

        private async Task SetTimer(int seconds)
        {
            var before = _left ?? (_end - Now) ?? long.MaxValue;
            Assert.Null(await Order(Host, new SetTimer(seconds)));
            (_end, _left) = (seconds == 0 ? null : Now + (seconds * 1000L), null);
            if ((seconds == 0 ? long.MaxValue : seconds * 1000L) > before)
            {
                _asks.Clear();
            }
        }

        private async Task Ask(string person)
        {
            var refusal = await Order(person, new AskForTime(true));
            Assert.Equal(_end is null && _left is null ? RefusalCode.NotInPhase : _asks.Contains(person) ? RefusalCode.Exists : _declined.Contains(person) ? RefusalCode.Declined : null, refusal);
            _ = refusal is null && _asks.Add(person);
        }

        private async Task Decline(string person)
        {
            var refusal = await Order(Host, new DeclineTime(person));
            Assert.Equal(_asks.Contains(person) ? null : RefusalCode.NotFound, refusal);
            _ = refusal is null && _asks.Remove(person) && _declined.Add(person);
        }

        /// <summary>Taken to the end of the person's own time and the grace, where the step is strict.</summary>
        private async Task Write(string person)
        {
            var isLate = _isStrict && _end is { } end && Now > end + GraceMs + _extra.GetValueOrDefault(person);
            Assert.Equal(isLate ? RefusalCode.TimeUp : null, await Order(person, new AddIdea($"idea-{_ideas++:d8}", "", "", Colour.Sun, 0, 0, "")));
            (Late, InTime) = (Late + (isLate ? 1 : 0), InTime + (isLate ? 0 : 1));
        }

        private Task Kill()
        {
            Kills++;
            Server.Kill();
            _servers.Add(new SimulatedServer(_disk, _clock, (seed * 1000) + _servers.Count, FaultRates.Quiet));
            return Task.CompletedTask;
        }

        /// <summary>Sends an order until it is decided, and says what it came to. Sometimes the server dies while it is under way, and the same order is sent to the next one.</summary>
        private async Task<RefusalCode?> Order(string person, ClientCommand command)
        {
            var number = _numbers[person] = _numbers.GetValueOrDefault(person) + 1;
            var submission = new Submission(person, person == Host ? Client : $"client-of-{person}", [new NumberedCommand(number, command)]);
            if (_random.Next(8) == 0)
            {
                _ = Server.Board.Submit(submission);
                await Kill();
            }

            for (var tries = 0; tries < 10_000; tries++)
            {
                var reply = await Server.Board.Submit(submission);
                if (reply.Resent.FirstOrDefault(outcome => outcome.Number == number) is { Number: > 0 } outcome)
                {
                    return outcome.Refusal;
                }

                await Task.Yield();
            }

            throw new InvalidOperationException($"Seed {seed}: {command} is never decided.");
        }
    }
}
