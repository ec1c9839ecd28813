using CoCreate.Web.Hub;
using CoCreate.Web.Relay;
using Microsoft.Extensions.Hosting;

namespace CoCreate.Web.Transport;

/// <summary>Before the server stops, says so to every browser and lets them go (R41).</summary>
internal sealed class Farewell(Connections connections, Relays relays, TimeProvider clock) : IHostedLifecycleService
{
    /// <summary>When browsers may come back; they add a random while of their own.</summary>
    private const int ComeBackMs = 1_000;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs before the web server stops taking part, while it can still send.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await connections.Drain(FrameEncoder.Message("bye", new ByeMessage(ByeReason.Restart, ComeBackMs)), either.Token);

        // The grains stop next. Relays that lived on would ask them for more, and so start them again.
        relays.Dispose();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
