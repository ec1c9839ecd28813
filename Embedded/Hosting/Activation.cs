using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace CoCreate.Embedded;

/// <summary>One life of a grain: constructed at the first call, activated, called in turns, deactivated, forgotten.</summary>
internal sealed partial class Activation(GrainHost host, GrainAddress address) : Mailbox(address.Class.IsReentrant), IGrainContext
{
    // How often calls may find an activation that ends before it served them. Only a grain that always ends at once gets there.
    private const int MaxHandovers = 3;

    [ThreadStatic]
    private static Activation? underConstruction;

    private readonly TaskCompletionSource deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource quiet = new();
    private readonly List<GrainTimer> timers = [];
    private AsyncServiceScope services;
    private IGrainBase? grain;
    private Stage stage;
    private DeactivationReason? ending;
    private long lastUse = host.Clock.GetTimestamp();

    private enum Stage
    {
        New,
        Activating,
        Active,
        Ending,
        Gone,
    }

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    public static Activation? UnderConstruction => underConstruction;

    public GrainAddress Address => address;

    public object? GrainInstance => grain;

    public IServiceProvider ActivationServices => services.ServiceProvider;

    public Task Deactivated => deactivated.Task;

    protected override bool IsOpen => stage == Stage.Active;

    protected override object Target => grain!;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (TaskScheduler.Current == Scheduler)
        {
            End(deactivationReason);
        }
        else
        {
            Scheduler.Post(_ => End(deactivationReason), this);
        }
    }

    /// <summary>Deactivates when nobody used the grain for <paramref name="limit"/>. May be called from any thread.</summary>
    public void DeactivateIfIdle(TimeSpan limit)
    {
        if (IsUnusedFor(limit))
        {
            Scheduler.Post(_ => EndIfIdle(limit), this);
        }
    }

    public GrainTimer AddTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, callback, options, host.Clock, host.Log);
        lock (timers)
        {
            timers.Add(timer);
        }

        return timer;
    }

    /// <summary>A timer was disposed of, on whatever thread.</summary>
    public void Forget(GrainTimer timer)
    {
        lock (timers)
        {
            timers.Remove(timer);
        }
    }

    protected override void Starting(Work work)
    {
        if (work.IsUse)
        {
            Volatile.Write(ref lastUse, host.Clock.GetTimestamp());
        }
    }

    protected override void Advanced()
    {
        if (stage == Stage.New)
        {
            stage = Stage.Activating;
            _ = Activate();
        }
        else if (stage == Stage.Ending && Running == 0)
        {
            quiet.TrySetResult();
        }
        else if (stage == Stage.Gone)
        {
            HandOver();
        }
    }

    private async Task Activate()
    {
        try
        {
            services = host.Services.CreateAsyncScope();
            grain = Construct();
            await grain.OnActivateAsync(host.Stopping);
        }
        catch (Exception failure)
        {
            await Abandon(failure);
            return;
        }

        stage = Stage.Active;
        if (ending is { } reason)
        {
            ending = null;
            End(reason);
        }

        StartWaiting();
        Advanced();
    }

    private IGrainBase Construct()
    {
        underConstruction = this;
        try
        {
            return address.Class.Construct(services.ServiceProvider);
        }
        finally
        {
            underConstruction = null;
        }
    }

    private async Task Abandon(Exception failure)
    {
        LogActivationFailed(host.Log, address.Class.Type.Name, failure);
        var waiting = TakeWaiting().ToList();
        await Leave();
        foreach (var work in waiting)
        {
            work.Fail(failure);
        }
    }

    private void End(DeactivationReason reason)
    {
        if (stage is Stage.New or Stage.Activating)
        {
            ending ??= reason;
        }
        else if (stage == Stage.Active)
        {
            stage = Stage.Ending;
            _ = Retire(reason);
            Advanced();
        }
    }

    private void EndIfIdle(TimeSpan limit)
    {
        if (Running == 0 && !HasWaiting && IsUnusedFor(limit))
        {
            End(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "Nobody called it for a while."));
        }
    }

    private bool IsUnusedFor(TimeSpan limit) => host.Clock.GetElapsedTime(Volatile.Read(ref lastUse)) >= limit;

    private async Task Retire(DeactivationReason reason)
    {
        using var deadline = new CancellationTokenSource(host.Options.DeactivationTimeout, host.Clock);
        try
        {
            await quiet.Task.WaitAsync(deadline.Token);
            StopTimers();
            await grain!.OnDeactivateAsync(reason, deadline.Token).WaitAsync(deadline.Token);
        }
        catch (Exception failure)
        {
            LogDeactivationFailed(host.Log, address.Class.Type.Name, failure);
        }

        await Leave();
    }

    private async Task Leave()
    {
        StopTimers();
        try
        {
            await GrainClass.Dispose(grain);
            await services.DisposeAsync();
        }
        catch (Exception failure)
        {
            LogDeactivationFailed(host.Log, address.Class.Type.Name, failure);
        }

        stage = Stage.Gone;
        host.Forget(this);
        HandOver();
        deactivated.TrySetResult();
    }

    private void StopTimers()
    {
        GrainTimer[] present;
        lock (timers)
        {
            present = [.. timers];
        }

        foreach (var timer in present)
        {
            timer.Dispose();
        }
    }

    private void HandOver()
    {
        foreach (var work in TakeWaiting().Where(work => work.MayMove))
        {
            if (++work.Handovers > MaxHandovers)
            {
                work.Fail(new InvalidOperationException($"{address.Class.Type.Name} ended again and again before it could serve a call."));
            }
            else
            {
                host.Find(address).Post(work);
            }
        }
    }

    [LoggerMessage(3, LogLevel.Error, "A {Grain} could not be activated. The next call tries again.")]
    private static partial void LogActivationFailed(ILogger log, string grain, Exception failure);

    [LoggerMessage(4, LogLevel.Error, "A {Grain} could not be deactivated in good order. It was dropped.")]
    private static partial void LogDeactivationFailed(ILogger log, string grain, Exception failure);
}
