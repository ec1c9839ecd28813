namespace CoCreate.Tests.Gateway;

/// <summary>A clock that runs as the computer's does, and that a test may put forward.</summary>
internal sealed class FlowingClock : IDisposable
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(4);

    private readonly ManualClock _clock = new();
    private readonly ITimer _flow;

    public FlowingClock() => _flow = TimeProvider.System.CreateTimer(_ => _clock.Advance(_step), null, _step, _step);

    /// <summary>The clock as the server takes it.</summary>
    public TimeProvider Provider => _clock;

    /// <summary>Puts it forward; whatever falls due on the way happens.</summary>
    public void Advance(TimeSpan by) => _clock.Advance(by);

    public void Dispose() => _flow.Dispose();
}
