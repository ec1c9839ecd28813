using System.Globalization;
using System.Text;
using CoCreate.Bench.Dialects;

namespace CoCreate.Bench.Load;

/// <summary>People who take what they can get: each sends without pause as much as its connection takes, in one of five ways.</summary>
internal sealed class Flood : IDisposable
{
    private const long TurnEveryNs = 2_000_000;
    private const long DripEveryNs = 100_000_000;
    private const long ReopenEveryNs = 50_000_000;
    private const int MessagesAtOnce = 50;
    private static readonly byte[] Presence = Many("{\"type\":1,\"target\":\"Present\",\"arguments\":[{\"cursor\":[1,2],\"selection\":[],\"typing\":\"bench-idea-000000\",\"drag\":null}]}\u001e");

    // The head of a frame of 70,000 bytes, which is more than the server takes.
    private static readonly byte[] Oversized = [0x81, 0x80 | 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70, 1, 2, 3, 4, .. new byte[8_192]];
    private static readonly byte[] FirstDrip = [0x01, 0x81, 0, 0, 0, 0, (byte)'{'];
    private static readonly byte[] NextDrip = [0x00, 0x81, 0, 0, 0, 0, (byte)' '];
    private readonly Crowd _crowd;
    private readonly FloodDialect _dialect;
    private readonly Flooder[] _flooders;
    private long _next;

    /// <summary>Connects them.</summary>
    /// <param name="dialect">How to talk to the server.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="seats">Who they are.</param>
    public Flood(FloodDialect dialect, int port, Seat[] seats)
    {
        _dialect = dialect;
        _crowd = new Crowd(dialect, port);
        _crowd.Connect(seats);
        _flooders = [.. _crowd.Clients.Select((client, index) => new Flooder((Way)(index % 5), client))];
    }

    private enum Way
    {
        Commands,
        Presence,
        Joins,
        Oversized,
        Drip,
    }

    /// <summary>Sends what the connections take; to be called often.</summary>
    public void Turn()
    {
        if (Crowd.Now < _next)
        {
            return;
        }

        _next = Crowd.Now + TurnEveryNs;
        _crowd.Turn(Crowd.Now);
        foreach (var flooder in _flooders)
        {
            Turn(flooder);
        }
    }

    public void Dispose() => _crowd.Dispose();

    private void Turn(Flooder flooder)
    {
        if (flooder.Client.Phase == ClientPhase.Closed)
        {
            if (Crowd.Now >= flooder.NotBefore)
            {
                flooder.NotBefore = Crowd.Now + ReopenEveryNs;
                flooder.HasBegun = false;
                flooder.Client = _crowd.Open(flooder.Client.Seat);
            }
        }
        else if (flooder.Client.Phase == ClientPhase.Live && flooder.Client.Unsent.Length == 0)
        {
            _crowd.Send(flooder.Client, NextOf(flooder));
        }
    }

    private ReadOnlySpan<byte> NextOf(Flooder flooder) => flooder.Way switch
    {
        Way.Commands => Commands(flooder),
        Way.Presence => Presence,
        Way.Joins => Many(_dialect.JoinMessage(flooder.Client.Seat)),
        Way.Oversized => Oversized,
        Way.Drip => Drip(flooder),
        _ => throw new InvalidOperationException($"{flooder.Way} is no way to flood."),
    };

    private static byte[] Commands(Flooder flooder)
    {
        var idea = ProductDialect.IdeaOf(flooder.Client.Seat.Member);
        return [.. Enumerable.Range(0, MessagesAtOnce).SelectMany(_ => Frames.Make(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{{\"type\":1,\"target\":\"Submit\",\"arguments\":[[{{\"number\":{++flooder.Number},\"command\":{{\"type\":\"reorderIdea\",\"id\":\"{idea}\",\"order\":{flooder.Number}}}}}]]}}\u001e")), isText: true))];
    }

    private static ReadOnlySpan<byte> Drip(Flooder flooder)
    {
        if (Crowd.Now < flooder.NotBefore)
        {
            return [];
        }

        flooder.NotBefore = Crowd.Now + DripEveryNs;
        var drip = flooder.HasBegun ? NextDrip : FirstDrip;
        flooder.HasBegun = true;
        return drip;
    }

    private static byte[] Many(string message) => [.. Enumerable.Repeat(Frames.Make(Encoding.ASCII.GetBytes(message), isText: true), MessagesAtOnce).SelectMany(frame => frame)];

    private sealed class Flooder(Way way, Client client)
    {
        public Way Way { get; } = way;

        public Client Client { get; set; } = client;

        public long Number { get; set; }

        public long NotBefore { get; set; }

        public bool HasBegun { get; set; }
    }
}
