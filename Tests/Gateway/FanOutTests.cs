using System.Text;
using System.Text.RegularExpressions;
using CoCreate.Boards;
using CoCreate.Web;
using CoCreate.Web.Relay;
using CoCreate.Web.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoCreate.Tests.Gateway;

/// <summary>R11: who gets which bytes, with marks that tell for whom they were.</summary>
public sealed partial class FanOutTests
{
    private static readonly string[] _people = ["ann", "bob", "eve", "joe"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task R11_no_byte_for_hosts_or_for_one_participant_reaches_anybody_else(int seed)
    {
        using var turns = new Turns(() => { }, _ => { });
        using var scene = new Scene(seed, turns);

        // The fan-out runs on turns, and puts some of its own work there; so does the test.
        for (var seq = 1; seq <= Scene.Events; seq++)
        {
            await turns.Run(() => scene.Step(seq));
        }

        while (await turns.Run(scene.IsBehind))
        {
            // What viewers have not been sent comes in further turns.
        }

        scene.AssertEverybodyGotWhatIsTheirs();
    }

    private sealed class Scene : IDisposable
    {
        public const int Events = 400;

        private readonly Random _random;
        private readonly Ring _ring = new(4_096, long.MaxValue);
        private readonly GatewayMeters _meters = new();
        private readonly FanOut _fanOut;
        private readonly (Viewer Viewer, RecordingSink Sink)[] _viewers;

        public Scene(int seed, Turns turns)
        {
            var (clock, all) = (new ManualClock(), new Viewers());
            _random = new Random(seed);
            _ring.Reset(7, 0);
            _fanOut = new FanOut(_ring, all, turns, new RelayServices(null!, clock, new RelayOptions { FrameBytes = 2_000 }, _meters, NullLogger.Instance, "here"));
            _viewers = [.. Enumerable.Range(0, 12).Select(i => NewViewer(_random, all, clock, i))];
        }

        public bool Step(int seq)
        {
            _ring.Append(NewEvent(_random, seq), endsCommand: _random.Next(4) > 0 || seq == Events);
            _fanOut.Note(seq);
            foreach (var (viewer, sink) in _viewers)
            {
                sink.IsBusy = _random.Next(3) == 0;
                _fanOut.Serve(viewer);
            }

            return true;
        }

        public bool IsBehind()
        {
            foreach (var (viewer, sink) in _viewers)
            {
                sink.IsBusy = false;
                _fanOut.Serve(viewer);
            }

            return _viewers.Any(pair => pair.Viewer.Next <= _ring.Head);
        }

        public void AssertEverybodyGotWhatIsTheirs()
        {
            foreach (var (viewer, sink) in _viewers)
            {
                Assert.Equal(ExpectedMarks(_ring, viewer), sink.Marks);
            }
        }

        public void Dispose()
        {
            _fanOut.Dispose();
            _meters.Dispose();
        }
    }

    private static (Viewer Viewer, RecordingSink Sink) NewViewer(Random random, Viewers all, TimeProvider clock, int i)
    {
        var sink = new RecordingSink();
        var connection = new BrowserConnection(Stream.Null, sink, new CoCreate.Web.People.Visitor(_people[i % _people.Length], null), clock, () => { });
        var viewer = new Viewer(connection, $"client-{i}", _ => { }) { State = ViewerState.Live, IsAnswered = true, IsHost = random.Next(3) == 0, Next = 1 };
        all.Add(viewer);
        return (viewer, sink);
    }

    private static CommittedEvent NewEvent(Random random, int seq) => new(
        random.Next(5) == 0 ? [] : Mark("everyone", seq),
        random.Next(4) == 0 ? Mark("hosts", seq) : [],
        random.Next(3) == 0 ? [.. _people.Where(_ => random.Next(2) == 0).Select(person => new PrivatePatches(person, Mark(person, seq)))] : [],
        null,
        []);

    private static byte[] Mark(string audience, int seq) => Encoding.ASCII.GetBytes($"\"<{audience}:{seq}>\"");

    private static List<string> ExpectedMarks(Ring ring, Viewer viewer)
    {
        var marks = new List<string>();
        for (var seq = 1L; seq <= ring.Head; seq++)
        {
            byte[][] parts = [ring[seq].Everyone, viewer.IsHost ? ring[seq].Hosts : [], FrameEncoder.OwnPatches(ring[seq], viewer.Participant)];
            marks.AddRange(parts.Where(part => part.Length > 0).Select(part => Encoding.ASCII.GetString(part).Trim('"')));
        }

        return marks;
    }

    [GeneratedRegex("<[a-z]+:[0-9]+>")]
    private static partial Regex AnyMark();

    /// <summary>Takes frames, unless it is busy; then it takes one and is done with it when it is free again.</summary>
    private sealed class RecordingSink : IFrameSink
    {
        private TaskCompletionSource? _held;

        public List<string> Marks { get; } = [];

        public long LastProgress => 0;

        public bool IsBusy
        {
            get => _held is not null;
            set
            {
                var held = _held;
                _held = value ? held ?? new TaskCompletionSource() : null;
                if (!value)
                {
                    held?.SetResult();
                }
            }
        }

        public ValueTask Send(ReadOnlyMemory<byte> frame)
        {
            Marks.AddRange(AnyMark().Matches(Encoding.UTF8.GetString(frame.Span)).Select(match => match.Value));
            return _held is null ? ValueTask.CompletedTask : new ValueTask(_held.Task);
        }
    }
}
