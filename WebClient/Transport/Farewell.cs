using CoCreate.Web.Hub;
using CoCreate.Web.Relay;
using Microsoft.Extensions.Hosting;

namespace CoCreate.Web.Transport;

/// <summary>Before the server stops: serves nobody new, lets the commands under way come to their end, says goodbye to every browser, and lets them go (R41).</summary>
internal sealed class Farewell(Connections connections, Relays relays, TimeProvider clock) : IHostedLifecycleService
{
    /// <summary>When browsers may come back at the earliest; they add a random while of their own, up to as much again.</summary>
    private const int ComeBackMs = 1_000;

    /// <summary>How much later for each browser, so that many spread out over a longer while, in milliseconds.</summary>
    private const double LaterMsEach = 0.25;

    /// <summary>How long commands under way may take. What is not told by then is told when the browser asks after the restart (R23).</summary>
    private static readonly TimeSpan _settlingLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan _settlingStep = TimeSpan.FromMilliseconds(10);

    /// <summary>How long browsers may take to go.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs before the web server stops taking part, while it can still send.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        connections.StopServing();
        await Settle(cancellationToken);
        using var limit = new CancellationTokenSource(_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var afterMs = ComeBackMs + (int)(connections.Count * LaterMsEach);
        await connections.Drain(FrameEncoder.Message("bye", new ByeMessage(ByeReason.Restart, afterMs)), either.Token);

        // The grains stop next. Relays that lived on would ask them for more, and so start them again.
        relays.Dispose();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits until every command that was taken is durable and its outcome on its way. By the computer's own clock: it is about real work, not about a rule of time.</summary>
    private async Task Settle(CancellationToken cancellationToken)
    {
        var sessions = connections.All.Select(connection => connection.Items[typeof(BrowserSession)]).OfType<BrowserSession>().ToList();
        sessions.ForEach(session => session.StopTaking());
        var begun = TimeProvider.System.GetTimestamp();
        while (!sessions.TrueForAll(session => session.IsSettled)
            && TimeProvider.System.GetElapsedTime(begun) < _settlingLimit
            && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(_settlingStep, TimeProvider.System, CancellationToken.None);
        }
    }
}
