using System.Diagnostics.Metrics;

namespace CoCreate.Journals;

/// <summary>Counts and times what goes through a journal, as the meter "CoCreate.Journal", and knows whether the last append went well.</summary>
public sealed class MeteredJournal : IJournal, IAsyncDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CoCreate.Journal";

    private readonly IJournal _inner;
    private readonly TimeProvider _clock;
    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _failures;
    private volatile bool _isInDoubt;

    /// <summary>Stands before a journal, and owns it.</summary>
    /// <param name="inner">The journal.</param>
    /// <param name="bytes">How much room it takes, where that is known.</param>
    /// <param name="clock">What appends are timed by.</param>
    public MeteredJournal(IJournal inner, Func<long?> bytes, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        (_inner, _clock) = (inner, clock);
        _duration = _meter.CreateHistogram(
            "cocreate.journal.append.duration",
            "s",
            "From an append until it is durable, or has failed; then with the failure as error.type.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        _failures = _meter.CreateCounter<long>("cocreate.journal.failures", "{failure}", "Appends that failed, by failure.");
        _meter.CreateObservableGauge("cocreate.journal.size", () => Measure(bytes), "By", "Room that the journal takes on its disk; only where it is in the data folder.");
    }

    /// <summary>True from an append that found no room or no store until the next one that went well.</summary>
    public bool IsInDoubt => _isInDoubt;

    /// <inheritdoc/>
    public async ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation)
    {
        var begun = _clock.GetTimestamp();
        try
        {
            await _inner.Append(stream, expected, batch, cancellation);
            _isInDoubt = false;
            _duration.Record(_clock.GetElapsedTime(begun).TotalSeconds);
        }
        catch (JournalException failure)
        {
            _isInDoubt |= failure.Failure is JournalFailure.Full or JournalFailure.Unavailable or JournalFailure.Unknown;
            var reason = new KeyValuePair<string, object?>("error.type", failure.Failure.ToString().ToLowerInvariant());
            _duration.Record(_clock.GetElapsedTime(begun).TotalSeconds, reason);
            _failures.Add(1, reason);
            throw;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredBatch> Read(string stream, long after, CancellationToken cancellation) => _inner.Read(stream, after, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> Streams(CancellationToken cancellation) => _inner.Streams(cancellation);

    /// <inheritdoc/>
    public ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation) => _inner.ReadSnapshot(stream, cancellation);

    /// <inheritdoc/>
    public ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation) => _inner.WriteSnapshot(stream, snapshot, cancellation);

    /// <inheritdoc/>
    public ValueTask DeleteSnapshots(CancellationToken cancellation) => _inner.DeleteSnapshots(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _meter.Dispose();
        if (_inner is IAsyncDisposable open)
        {
            await open.DisposeAsync();
        }
    }

    private static IEnumerable<Measurement<long>> Measure(Func<long?> bytes)
    {
        if (bytes() is { } size)
        {
            yield return new Measurement<long>(size);
        }
    }
}
