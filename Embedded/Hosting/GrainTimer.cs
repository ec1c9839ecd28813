using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace CoCreate.Embedded;

/// <summary>A timer whose ticks are turns of its grain. The period runs from the end of one tick to the next, so ticks never overlap.</summary>
internal sealed partial class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _ended = new();
    private readonly ITimer _timer;
    private TimeSpan _period;
    private int _changes;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options, TimeProvider clock, ILogger log)
    {
        (_activation, _callback, _options, _log) = (activation, callback, options, log);
        _period = options.Period;
        _timer = clock.CreateTimer(static state => ((GrainTimer)state!).Post(), this, options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        _changes++;
        _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _ended.Cancel();
        _activation.Forget(this);
    }

    private void Post() => _activation.Post(new Tick(this));

    private async Task Run()
    {
        if (_ended.IsCancellationRequested)
        {
            return;
        }

        var before = _changes;
        try
        {
            await _callback(_ended.Token);
        }
        catch (Exception failure)
        {
            LogFailed(_log, failure);
        }

        if (_changes == before)
        {
            _timer.Change(_period, Timeout.InfiniteTimeSpan);
        }
    }

    [LoggerMessage(2, LogLevel.Error, "A tick of a grain's timer failed. The timer goes on.")]
    private static partial void LogFailed(ILogger log, Exception failure);

    /// <summary>One tick, waiting for its turn.</summary>
    private sealed class Tick(GrainTimer timer) : Work
    {
        public override bool Interleaves => timer._options.Interleave;

        public override bool IsUse => timer._options.KeepAlive;

        // A timer ends with its activation.
        public override bool MayMove => false;

        public override Task Run(object target) => timer.Run();

        public override void Fail(Exception reason)
        {
            // Nobody waits for a tick.
        }
    }
}
