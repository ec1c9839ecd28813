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
    private static Activation? _underConstruction;

    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _quiet = new();
    private readonly List<GrainTimer> _timers = [];
    private AsyncServiceScope _services;
    private IGrainBase? _grain;
    private Stage _stage;
    private DeactivationReason? _ending;
    private long _lastUse = host.Clock.GetTimestamp();

    private enum Stage
    {
        New,
        Activating,
        Active,
        Ending,
        Gone,
    }

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    public static Activation? UnderConstruction => _underConstruction;

    public GrainAddress Address => address;

    public object? GrainInstance => _grain;

    public IServiceProvider ActivationServices => _services.ServiceProvider;

    public Task Deactivated => _deactivated.Task;

    protected override bool IsOpen => _stage == Stage.Active;

    protected override object Target => _grain!;

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
        lock (_timers)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>A timer was disposed of, on whatever thread.</summary>
    public void Forget(GrainTimer timer)
    {
        lock (_timers)
        {
            _timers.Remove(timer);
        }
    }

    protected override void Touched(Work work)
    {
        if (work.IsUse)
        {
            Volatile.Write(ref _lastUse, host.Clock.GetTimestamp());
        }
    }

    protected override void Advanced()
    {
        if (_stage == Stage.New)
        {
            _stage = Stage.Activating;
            _ = Activate();
        }
        else if (_stage == Stage.Ending && Running == 0)
        {
            _quiet.TrySetResult();
        }
        else if (_stage == Stage.Gone)
        {
            HandOver();
        }
    }

    private async Task Activate()
    {
        try
        {
            _services = host.Services.CreateAsyncScope();
            _grain = Construct();
            await _grain.OnActivateAsync(host.Stopping);
        }
        catch (Exception failure)
        {
            await Abandon(failure);
            return;
        }

        _stage = Stage.Active;
        if (_ending is { } reason)
        {
            _ending = null;
            End(reason);
        }

        StartWaiting();
        Advanced();
    }

    private IGrainBase Construct()
    {
        _underConstruction = this;
        try
        {
            return address.Class.Construct(_services.ServiceProvider);
        }
        finally
        {
            _underConstruction = null;
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
        if (_stage is Stage.New or Stage.Activating)
        {
            _ending ??= reason;
        }
        else if (_stage == Stage.Active)
        {
            _stage = Stage.Ending;
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

    private bool IsUnusedFor(TimeSpan limit) => host.Clock.GetElapsedTime(Volatile.Read(ref _lastUse)) >= limit;

    private async Task Retire(DeactivationReason reason)
    {
        using var deadline = new CancellationTokenSource(host.Options.DeactivationTimeout, host.Clock);
        try
        {
            await _quiet.Task.WaitAsync(deadline.Token);
            StopTimers();
            await _grain!.OnDeactivateAsync(reason, deadline.Token).WaitAsync(deadline.Token);
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
            await GrainClass.Dispose(_grain);
            await _services.DisposeAsync();
        }
        catch (Exception failure)
        {
            LogDeactivationFailed(host.Log, address.Class.Type.Name, failure);
        }

        _stage = Stage.Gone;
        host.Forget(this);
        HandOver();
        _deactivated.TrySetResult();
    }

    private void StopTimers()
    {
        GrainTimer[] present;
        lock (_timers)
        {
            present = [.. _timers];
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
