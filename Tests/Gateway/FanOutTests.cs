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
    public void R11_no_byte_for_hosts_or_for_one_participant_reaches_anybody_else(int seed)
    {
        var random = new Random(seed);
        var ring = new Ring(4_096, long.MaxValue);
        ring.Reset(7, 0);
        var all = new Viewers();
        var clock = new ManualClock();
        using var meters = new GatewayMeters();
        using var turns = new Turns(() => { }, _ => { });
        var services = new RelayServices(null!, clock, new RelayOptions { FrameBytes = 2_000 }, meters, NullLogger.Instance, "here");
        using var fanOut = new FanOut(ring, all, turns, services);
        var viewers = Enumerable.Range(0, 12).Select(i => NewViewer(random, all, clock, i)).ToArray();

        for (var seq = 1; seq <= 400; seq++)
        {
            ring.Append(NewEvent(random, seq), endsCommand: random.Next(4) > 0 || seq == 400);
            fanOut.Note(seq);
            foreach (var (viewer, sink) in viewers)
            {
                sink.IsBusy = random.Next(3) == 0;
                fanOut.Serve(viewer);
            }
        }

        foreach (var (viewer, sink) in viewers)
        {
            sink.IsBusy = false;
            while (viewer.Next <= ring.Head)
            {
                fanOut.Serve(viewer);
            }

            Assert.Equal(ExpectedMarks(ring, viewer), sink.Marks);
        }
    }

    private static (Viewer Viewer, RecordingSink Sink) NewViewer(Random random, Viewers all, TimeProvider clock, int i)
    {
        var sink = new RecordingSink();
        var connection = new BrowserConnection(Stream.Null, sink, _people[i % _people.Length], clock, () => { });
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
