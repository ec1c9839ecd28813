using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace CoCreate.Embedded;

/// <summary>A timer whose ticks are turns of its grain. The period runs from the end of one tick to the next, so ticks never overlap.</summary>
internal sealed partial class GrainTimer : IGrainTimer
{
    private readonly Activation activation;
    private readonly Func<CancellationToken, Task> callback;
    private readonly GrainTimerCreationOptions options;
    private readonly ILogger log;
    private readonly CancellationTokenSource ended = new();
    private readonly ITimer timer;
    private TimeSpan period;
    private int changes;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options, TimeProvider clock, ILogger log)
    {
        (this.activation, this.callback, this.options, this.log) = (activation, callback, options, log);
        period = options.Period;
        timer = clock.CreateTimer(static state => ((GrainTimer)state!).Post(), this, options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        this.period = period;
        changes++;
        timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        timer.Dispose();
        ended.Cancel();
        activation.Forget(this);
    }

    private void Post() => activation.Post(new Tick(this));

    private async Task Run()
    {
        if (ended.IsCancellationRequested)
        {
            return;
        }

        var before = changes;
        try
        {
            await callback(ended.Token);
        }
        catch (Exception failure)
        {
            LogFailed(log, failure);
        }

        if (changes == before)
        {
            timer.Change(period, Timeout.InfiniteTimeSpan);
        }
    }

    [LoggerMessage(2, LogLevel.Error, "A tick of a grain's timer failed. The timer goes on.")]
    private static partial void LogFailed(ILogger log, Exception failure);

    /// <summary>One tick, waiting for its turn.</summary>
    private sealed class Tick(GrainTimer timer) : Work
    {
        public override bool Interleaves => timer.options.Interleave;

        public override bool IsUse => timer.options.KeepAlive;

        // A timer ends with its activation.
        public override bool MayMove => false;

        public override Task Run(object target) => timer.Run();

        public override void Fail(Exception reason)
        {
            // Nobody waits for a tick.
        }
    }
}
