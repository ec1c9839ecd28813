using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Load;

/// <summary>Plays waves on a crowd, one after the other, and measures the server and the generator meanwhile.</summary>
/// <param name="crowd">The connections, live.</param>
/// <param name="serverProcess">The server's process id.</param>
/// <param name="firstEdit">The number of the first edit: higher than any that the server has seen.</param>
internal sealed class WavePlayer(Crowd crowd, int serverProcess, uint firstEdit = 1)
{
    private const long CheckEveryNs = 20_000_000;
    private const long BehindLimitNs = 2_000_000_000;
    private const long DrainLimitNs = 8_000_000_000;
    private const long SilenceLimitNs = 2_000_000_000;
    private uint _nextEdit = firstEdit;

    /// <summary>Whether the last wave left nothing behind: the next one can be measured on the same connections.</summary>
    public bool IsDrained { get; private set; } = true;

    /// <summary>Brings the server to speed: from a tenth of the rate up to all of it, so that its code is compiled before anything is measured.</summary>
    public void WarmUp(double editsPerSecond, double seconds)
    {
        foreach (var share in (double[])[0.1, 0.3, 0.6, 1, 1])
        {
            Play(new(editsPerSecond * share, seconds / 5, 0));
        }
    }

    /// <summary>Plays a wave to its end, or until the server is two seconds behind, and waits for what is under way.</summary>
    public WaveResult Play(Wave wave)
    {
        var rooms = Gather();
        var closedBefore = crowd.Closed;
        crowd.Alarms.Clear();
        var bytesBefore = crowd.BytesReceived;
        var run = new WaveRun(wave, _nextEdit, rooms, Crowd.Now + 1_000_000);
        _nextEdit += (uint)wave.Edits;
        crowd.Run = run;
        TurnUntil(run, run.MeasureStart);
        var serverBefore = ProcessSample.Read(serverProcess);
        var selfBefore = ProcessSample.Read(Environment.ProcessId);
        var receivedBefore = run.Received;
        TurnUntil(run, long.MaxValue);
        var server = ProcessSample.Read(serverProcess);
        var self = ProcessSample.Read(Environment.ProcessId);
        var receivedInTime = run.Received - receivedBefore;
        Drain(run);
        crowd.Run = null;
        return new()
        {
            Wave = wave,
            Latency = run.Latency,
            LastReceiver = run.LastReceivers(),
            SendDelay = run.SendDelay,
            Sent = run.Sent,
            Expected = run.Expected,
            Received = run.Received,
            WrongReceivers = run.CountWrongReceivers(),
            Closed = crowd.Closed - closedBefore,
            Alarms = crowd.Alarms.Summary,
            BytesPerDelivery = (double)(crowd.BytesReceived - bytesBefore) / Math.Max(1, run.Received),
            ServerNsPerDelivery = (double)(server.ProcessorNs - serverBefore.ProcessorNs) / Math.Max(1, receivedInTime),
            ServerLoad = server.LoadSince(serverBefore),
            GeneratorLoad = self.LoadSince(selfBefore),
        };
    }

    // Stalled readers are there, but nothing is expected of them.
    private Client[][] Gather()
    {
        var active = crowd.Clients.Where(client => client.Phase == ClientPhase.Live && !client.IsStalled).ToArray();
        foreach (var client in active)
        {
            client.Received = 0;
            client.ReceivedSum = 0;
        }

        return [.. active.GroupBy(client => client.Seat.Room).OrderBy(room => room.Key).Select(room => room.ToArray())];
    }

    private void TurnUntil(WaveRun run, long end)
    {
        while (!run.IsSent && Crowd.Now < end)
        {
            crowd.Turn(Math.Min(end, Crowd.Now + CheckEveryNs));
            if (IsFarBehind(run))
            {
                run.GiveUp();
            }
        }
    }

    private static bool IsFarBehind(WaveRun run)
    {
        var elapsed = Crowd.Now - run.Start;
        return elapsed > BehindLimitNs && (double)(run.Expected - run.Received) / run.Expected > (double)BehindLimitNs / elapsed;
    }

    private void Drain(WaveRun run)
    {
        var end = Crowd.Now + DrainLimitNs;
        var silentSince = Crowd.Now;
        var bytes = crowd.BytesReceived;
        while (run.Received < run.Expected && Crowd.Now < end && Crowd.Now - silentSince < SilenceLimitNs)
        {
            crowd.Turn(Crowd.Now + CheckEveryNs);
            if (crowd.BytesReceived != bytes)
            {
                (bytes, silentSince) = (crowd.BytesReceived, Crowd.Now);
            }
        }

        IsDrained = run.Received >= run.Expected;
    }
}
