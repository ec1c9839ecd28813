namespace CoCreate.Bench.Load;

/// <summary>Edits at a steady rate, sent when they are due whether or not earlier ones have arrived (open loop).</summary>
/// <param name="EditsPerSecond">Over all rooms.</param>
/// <param name="WarmUpSeconds">Edits of this time at the start are delivered and counted, but not timed.</param>
/// <param name="MeasureSeconds">Edits of the time after that are timed.</param>
internal sealed record Wave(double EditsPerSecond, double WarmUpSeconds, double MeasureSeconds)
{
    /// <summary>Nanoseconds from one edit to the next.</summary>
    public double IntervalNs => 1e9 / EditsPerSecond;

    /// <summary>How many edits are not timed.</summary>
    public int WarmUpEdits => (int)(EditsPerSecond * WarmUpSeconds);

    /// <summary>How many edits there are in all.</summary>
    public int Edits => WarmUpEdits + (int)(EditsPerSecond * MeasureSeconds);
}

/// <summary>What a wave came to. Durations are in nanoseconds.</summary>
internal sealed record WaveResult
{
    /// <summary>The wave as asked for.</summary>
    public required Wave Wave { get; init; }
    /// <summary>From the time an edit was due until each receiver had it.</summary>
    public required LatencyHistogram Latency { get; init; }
    /// <summary>From the time an edit was due until its last receiver had it.</summary>
    public required LatencyHistogram LastReceiver { get; init; }
    /// <summary>How late the generator itself sent.</summary>
    public required LatencyHistogram SendDelay { get; init; }
    /// <summary>Edits that were sent; fewer than asked for when the server fell behind so far that the wave was given up.</summary>
    public required int Sent { get; init; }
    /// <summary>Deliveries that the sent edits should make.</summary>
    public required long Expected { get; init; }
    /// <summary>Deliveries that were made.</summary>
    public required long Received { get; init; }
    /// <summary>Receivers that did not get every edit of their room exactly once.</summary>
    public required int WrongReceivers { get; init; }
    /// <summary>Connections that the server closed.</summary>
    public required int Closed { get; init; }
    /// <summary>Messages that mean trouble, with how often they came; empty for none.</summary>
    public required string Alarms { get; init; }
    /// <summary>Bytes that were received per delivery, framing and all.</summary>
    public required double BytesPerDelivery { get; init; }
    /// <summary>Server processor time per delivery, while edits were timed.</summary>
    public required double ServerNsPerDelivery { get; init; }
    /// <summary>Share of its core that the server used while edits were timed, 0 to 1.</summary>
    public required double ServerLoad { get; init; }
    /// <summary>Share of its core that the generator used while edits were timed, 0 to 1.</summary>
    public required double GeneratorLoad { get; init; }

    /// <summary>Whether every edit was sent and received by everybody exactly once.</summary>
    public bool IsComplete => Sent == Wave.Edits && Received == Expected && WrongReceivers == 0 && Closed == 0;

    /// <summary>Whether the figures say more about the generator than about the server.</summary>
    public bool IsGeneratorBound => GeneratorLoad > 0.9 && ServerLoad < 0.9;
}
