using CoCreate.Bench.Dialects;

namespace CoCreate.Bench.Load;

/// <summary>A wave while it runs: sends edits when they are due, and counts what arrives.</summary>
internal sealed class WaveRun
{
    private readonly Wave _wave;
    private readonly Client[][] _rooms;
    private readonly long[] _slowest;
    private readonly long[] _sentPerRoom;
    private readonly ulong[] _sumPerRoom;
    private readonly double _intervalNs;

    /// <param name="wave">What to send.</param>
    /// <param name="firstEdit">The number of the first edit; no other wave on these connections has used it or a higher one.</param>
    /// <param name="rooms">Who is in each room. Stalled readers neither write nor count.</param>
    /// <param name="start">When the first edit is due.</param>
    public WaveRun(Wave wave, uint firstEdit, Client[][] rooms, long start)
    {
        _wave = wave;
        _rooms = rooms;
        _intervalNs = wave.IntervalNs;
        _slowest = new long[wave.Edits];
        _sentPerRoom = new long[rooms.Length];
        _sumPerRoom = new ulong[rooms.Length];
        FirstEdit = firstEdit;
        Start = start;
        IsSent = wave.Edits == 0;
    }

    public uint FirstEdit { get; }

    public long Start { get; }

    public LatencyHistogram Latency { get; } = new();

    public LatencyHistogram SendDelay { get; } = new();

    /// <summary>Edits sent so far.</summary>
    public int Sent { get; private set; }

    /// <summary>Deliveries that the edits sent so far should make.</summary>
    public long Expected { get; private set; }

    /// <summary>Deliveries so far.</summary>
    public long Received { get; private set; }

    /// <summary>Whether everything is sent, or the rest was given up.</summary>
    public bool IsSent { get; private set; }

    /// <summary>When the next edit is due.</summary>
    public long NextDue => IsSent ? long.MaxValue : DueAt(Sent);

    /// <summary>When the first timed edit is due.</summary>
    public long MeasureStart => DueAt(_wave.WarmUpEdits);

    /// <summary>Sends nothing more.</summary>
    public void GiveUp() => IsSent = true;

    /// <summary>Sends every edit whose time has come.</summary>
    public void SendDue(Crowd crowd)
    {
        while (!IsSent)
        {
            var late = Crowd.Now - DueAt(Sent);
            if (late < 0)
            {
                return;
            }

            SendNext(crowd, late);
            IsSent = Sent == _wave.Edits;
        }
    }

    /// <summary>Counts an edit that <paramref name="client"/> received at <paramref name="now"/>.</summary>
    public void Count(uint edit, Client client, long now)
    {
        var index = edit - FirstEdit;
        if (index >= (uint)_slowest.Length)
        {
            // A straggler of an earlier wave that was given up.
            return;
        }

        Received++;
        client.Received++;
        client.ReceivedSum += Scatter(edit);
        var latency = now - DueAt((int)index);
        if (index >= _wave.WarmUpEdits)
        {
            Latency.Record(latency);
        }

        _slowest[index] = Math.Max(_slowest[index], latency);
    }

    /// <summary>Receivers that did not get each edit of their room exactly once.</summary>
    public int CountWrongReceivers()
    {
        var wrong = 0;
        for (var room = 0; room < _rooms.Length; room++)
        {
            wrong += _rooms[room].Count(client => client.Received != _sentPerRoom[room] || client.ReceivedSum != _sumPerRoom[room]);
        }

        return wrong;
    }

    /// <summary>For each timed edit, the time until its last receiver had it.</summary>
    public LatencyHistogram LastReceivers()
    {
        var histogram = new LatencyHistogram();
        foreach (var latency in _slowest.AsSpan(0, Sent)[Math.Min(_wave.WarmUpEdits, Sent)..])
        {
            histogram.Record(latency);
        }

        return histogram;
    }

    private void SendNext(Crowd crowd, long late)
    {
        var room = Sent % _rooms.Length;
        var members = _rooms[room];
        var edit = FirstEdit + (uint)Sent;
        if (Sent >= _wave.WarmUpEdits)
        {
            SendDelay.Record(late);
        }

        crowd.SendEdit(members[Sent / _rooms.Length % members.Length], edit);
        Sent++;
        _sentPerRoom[room]++;
        _sumPerRoom[room] += Scatter(edit);
        Expected += members.Length;
    }

    private long DueAt(int index) => Start + (long)(index * _intervalNs);

    // A lost edit and a doubled one must not make up for each other in the sum.
    private static ulong Scatter(uint edit) => edit * 0x9E3779B97F4A7C15 >> 16;
}

/// <summary>Hands the marks that one client receives in one read to the wave.</summary>
internal readonly struct WaveSink(WaveRun? run, Client client, long now) : IMarkSink
{
    public void Found(uint edit) => run?.Count(edit, client, now);
}
