using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CoCreate.Embedded;

/// <summary>Something to be done by a grain or observer: a call or the tick of a timer.</summary>
internal abstract class Work
{
    private readonly Activity? _caller = Activity.Current is { Recorded: true } trace ? trace : null;

    /// <summary>Whether it may start while other work awaits, and lets other work start while it awaits.</summary>
    public abstract bool Interleaves { get; }

    /// <summary>Whether it counts as use of the grain.</summary>
    public virtual bool IsUse => true;

    /// <summary>Whether a fresh activation may do it when this one ends first.</summary>
    public virtual bool MayMove => true;

    /// <summary>How often an activation that was ending handed it on.</summary>
    public int Handovers { get; set; }

    /// <summary>Goes on with the trace of whoever called, until the work that calls this ends.</summary>
    protected void GoOnTracing()
    {
        if (_caller is not null)
        {
            Activity.Current = _caller;
        }
    }

    /// <summary>Does it in the current turn and the following ones. The task never fails: the outcome goes to whoever waits for it.</summary>
    public abstract Task Run(object target);

    /// <summary>Tells whoever waits for it that it will not be done.</summary>
    public abstract void Fail(Exception reason);
}

/// <summary>A call whose caller waits for a result.</summary>
internal sealed class Call<T>(GrainMethod method, Func<object, object?[], Task<T>> body, object?[] arguments) : Work
{
    // The caller goes on where it awaited, never inside the grain's turn.
    private readonly TaskCompletionSource<T> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Reply => _reply.Task;

    public override bool Interleaves => method.Interleaves;

    public override async Task Run(object target)
    {
        GoOnTracing();
        try
        {
            _reply.TrySetResult(await body(target, arguments));
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    public override void Fail(Exception reason) => _reply.Refuse(reason);
}

/// <summary>A call whose caller waits for its end.</summary>
internal sealed class Call(GrainMethod method, Func<object, object?[], Task> body, object?[] arguments) : Work
{
    private readonly TaskCompletionSource _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reply => _reply.Task;

    public override bool Interleaves => method.Interleaves;

    public override async Task Run(object target)
    {
        GoOnTracing();
        try
        {
            await body(target, arguments);
            _reply.TrySetResult();
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    public override void Fail(Exception reason) => _reply.Refuse(reason);
}

/// <summary>A call that nobody waits for.</summary>
internal sealed partial class OneWayCall(GrainMethod method, Func<object, object?[], Task> body, object?[] arguments, ILogger log) : Work
{
    public override bool Interleaves => method.Interleaves;

    public override async Task Run(object target)
    {
        try
        {
            await body(target, arguments);
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    public override void Fail(Exception reason) => LogFailed(log, method.Name, reason);

    [LoggerMessage(1, LogLevel.Warning, "The one-way call {Method} failed; its caller is not told.")]
    private static partial void LogFailed(ILogger log, string method, Exception failure);
}

/// <summary>How a reply fails: as a cancelled task when the work was cancelled, as Orleans' replies do.</summary>
internal static class Replies
{
    public static void Refuse<T>(this TaskCompletionSource<T> reply, Exception reason)
    {
        if (reason is OperationCanceledException cancelled)
        {
            reply.TrySetCanceled(cancelled.CancellationToken);
        }
        else
        {
            reply.TrySetException(reason);
        }
    }

    public static void Refuse(this TaskCompletionSource reply, Exception reason)
    {
        if (reason is OperationCanceledException cancelled)
        {
            reply.TrySetCanceled(cancelled.CancellationToken);
        }
        else
        {
            reply.TrySetException(reason);
        }
    }
}
