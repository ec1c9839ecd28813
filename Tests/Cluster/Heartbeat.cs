using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Cluster;

/// <summary>Says for tabs that they are there, as browsers do, until it is disposed: the server closes a connection that is silent for as long as a board may take to move (R33).</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _beating;

    public Heartbeat(IReadOnlyCollection<BoardTab> tabs) => _beating = Beat(tabs);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating;
        _stop.Dispose();
    }

    private async Task Beat(IReadOnlyCollection<BoardTab> tabs)
    {
        using var timer = new PeriodicTimer(_every, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                foreach (var tab in tabs)
                {
                    await tab.Hub.Ping();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
