using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace CoCreate.Tests.Gateway.Listening;

/// <summary>Keeps what a server tells those who run it: every log record of its own, and every metric and trace of the process.</summary>
internal sealed class Told : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly MeterListener _meters;
    private readonly ActivityListener _traces;

    public Told() => (_meters, _traces) = (Meters(), Traces());

    /// <summary>What was told so far.</summary>
    public IEnumerable<string> Texts => _texts;

    /// <summary>Forgets it.</summary>
    public void Clear() => _texts.Clear();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _texts.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // A server disposes of its loggers; what was told is kept for as long as the test looks at it.
        _meters.Dispose();
        _traces.Dispose();
    }

    private MeterListener Meters()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, all) => all.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument.Name, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument.Name, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument.Name, tags));
        listener.Start();
        return listener;
    }

    private void Note(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (name.StartsWith("cocreate", StringComparison.Ordinal))
        {
            _texts.Enqueue($"{name} {string.Join(';', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
        }
    }

    private ActivityListener Traces()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("CoCreate", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _texts.Enqueue($"{activity.DisplayName} {string.Join(';', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
