using System.Net.WebSockets;
using System.Threading.Channels;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Kill;

/// <summary>A tab that only watches, for as long as it is told to, through every loss of its server.</summary>
internal sealed class SoakTab(WebPerson person, string board, string client, int seed, ServerProcess server) : IAsyncDisposable
{
    private static readonly TimeSpan _jitter = TimeSpan.FromSeconds(1);

    private readonly Random _random = new(seed);
    private BoardTab? _tab;

    /// <summary>What it shows.</summary>
    public BoardTab Tab => _tab ?? throw new InvalidOperationException("It was never connected.");

    /// <summary>How often it came back.</summary>
    public int Returns { get; private set; }

    /// <summary>Watches until it has come to the version that <paramref name="end"/> gives.</summary>
    public async Task Watch(Task<long> end)
    {
        while (!(end.IsCompletedSuccessfully && _tab?.Seq >= end.Result))
        {
            await server.Running;
            try
            {
                await Connect();
                await Tab.FollowUntil(() => end.IsCompletedSuccessfully && Tab.Seq >= end.Result);
            }
            catch (Exception lost) when (lost is ChannelClosedException or WebSocketException or HttpRequestException or IOException or InvalidOperationException or ObjectDisposedException or OperationCanceledException or BoardUnavailableException)
            {
                // The server is gone, or going, or cannot read the board: come back with what is here, after a random while (full jitter, as browsers do).
                await Task.Delay(_jitter * _random.NextDouble(), TimeProvider.System);
            }
        }
    }

    /// <summary>Says that it is there, as browsers do every 4 s.</summary>
    public async Task Ping()
    {
        try
        {
            await (_tab?.Hub.Ping() ?? Task.CompletedTask);
        }
        catch (Exception lost) when (lost is WebSocketException or IOException or InvalidOperationException or ObjectDisposedException or OperationCanceledException or TimeoutException)
        {
            // Whoever watches notices, and comes back.
        }
    }

    public ValueTask DisposeAsync() => _tab?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task Connect()
    {
        if (_tab is null)
        {
            _tab = await person.Watch(board, client);
            return;
        }

        Returns++;
        await _tab.Reconnect();
    }
}
