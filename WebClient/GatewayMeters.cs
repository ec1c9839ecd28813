using System.Diagnostics.Metrics;
using CoCreate.Boards;

namespace CoCreate.Web;

/// <summary>What the gateway counts, as the meter "CoCreate.Gateway".</summary>
internal sealed class GatewayMeters : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CoCreate.Gateway";

    private readonly Meter _meter = new(MeterName);
    private readonly UpDownCounter<long> _connections;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _frames;
    private readonly Histogram<double> _lag;
    private readonly Counter<long> _presence;
    private readonly Counter<long> _resyncs;
    private readonly Counter<long> _repairs;
    private readonly Counter<long> _stalls;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _slowed;
    private readonly Counter<long> _turnedAway;

    public GatewayMeters()
    {
        _connections = _meter.CreateUpDownCounter<long>("cocreate.connections", "{connection}", description: "Open connections.");
        _deliveries = _meter.CreateCounter<long>("cocreate.deliveries", "{event}", description: "Events delivered, each counted once per viewer.");
        _frames = _meter.CreateCounter<long>("cocreate.frames", "{frame}", description: "Frames of changes sent.");
        _lag = _meter.CreateHistogram(
            "cocreate.fanout.lag",
            "s",
            "From an event's arrival in this process to its frame having been sent to the last viewer that could take it.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        _presence = _meter.CreateCounter<long>("cocreate.presence.frames", "{frame}", "Frames of presence sent.");
        _resyncs = _meter.CreateCounter<long>("cocreate.resyncs", "{resync}", description: "Viewers told to start again from a snapshot.");
        _repairs = _meter.CreateCounter<long>("cocreate.repairs", "{repair}", description: "Gaps in the stream of committed events that were repaired by a pull.");
        _stalls = _meter.CreateCounter<long>("cocreate.stalls", "{connection}", description: "Connections closed because they took nothing.");
        _refusals = _meter.CreateCounter<long>("cocreate.refusals", "{command}", description: "Refused commands of this process's viewers, by code.");
        _slowed = _meter.CreateCounter<long>("cocreate.slowed", "{pause}", description: "Times that a connection was made to wait because it sends too fast.");
        _turnedAway = _meter.CreateCounter<long>("cocreate.turned_away", "{connection}", description: "Connections not served because there were too many, by reason.");
    }

    /// <summary>A connection that sends faster than its limits was made to wait.</summary>
    public void Slowed() => _slowed.Add(1);

    /// <summary>A connection was not served, for the reason that its browser was told.</summary>
    public void TurnedAway(string reason) => _turnedAway.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Connected(int change) => _connections.Add(change);

    public void Delivered(long events, long frames)
    {
        _deliveries.Add(events);
        _frames.Add(frames);
    }

    public void Lag(TimeSpan lag) => _lag.Record(lag.TotalSeconds);

    public void ToldPresence(int frames) => _presence.Add(frames);

    public void Resynced() => _resyncs.Add(1);

    public void Repaired() => _repairs.Add(1);

    public void Stalled() => _stalls.Add(1);

    public void Refused(RefusalCode code) => _refusals.Add(1, new KeyValuePair<string, object?>("error.type", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(code.ToString())));

    public void Dispose() => _meter.Dispose();
}
