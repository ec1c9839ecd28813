using System.Net.WebSockets;
using System.Threading.Channels;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Kill;

/// <summary>A tab that never gives up: it orders, keeps what is unsettled, and comes back after every loss with what it has (R13, R23, R29).</summary>
internal sealed class StubbornTab(WebPerson person, string board, string client, int seed, IReachable server, Action acknowledged, TimeSpan pace = default, Func<Random, string>? sometimes = null)
    : IAsyncDisposable
{
    private const int Window = 8;
    private readonly Random _random = new(seed);
    private readonly Dictionary<long, string> _ordered = [];
    private readonly SortedDictionary<long, string> _unsettled = [];
    private readonly List<string> _ideas = [];
    private BoardTab? _tab;
    private long _next = 1;
    private long? _lostAt;

    /// <summary>Every command that was acknowledged as accepted, by number.</summary>
    public Dictionary<long, string> Accepted { get; } = [];

    /// <summary>Commands that were refused, with their reasons.</summary>
    public Dictionary<long, string> Refused { get; } = [];

    /// <summary>How often it was told to send again.</summary>
    public int Retries { get; private set; }

    /// <summary>For how long it was not live, each time that it lost its connection.</summary>
    public List<TimeSpan> Absences { get; } = [];

    /// <summary>What it shows.</summary>
    public BoardTab Tab => _tab ?? throw new InvalidOperationException("It was never connected.");

    /// <summary>What was acknowledged so far; may be asked while it works.</summary>
    public List<string> AcceptedNow()
    {
        lock (Accepted)
        {
            return [.. Accepted.Values];
        }
    }

    /// <summary>Orders until told to stop, then until everything is settled.</summary>
    public async Task Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested || _unsettled.Count > 0)
        {
            await server.Running;
            try
            {
                await Connect();
                ComeBack();
                await Converse(stop);
            }
            catch (Exception lost) when (lost is OperationCanceledException or ChannelClosedException or WebSocketException or HttpRequestException or IOException or InvalidOperationException or ObjectDisposedException)
            {
                // The server is gone, or going: come back with what is here.
                _lostAt ??= TimeProvider.System.GetTimestamp();
            }
            catch (BoardUnavailableException)
            {
                // It is up and cannot read the board: people's browsers try again after a moment, too.
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    /// <summary>Is where the others are: connected, and at this version.</summary>
    public async Task CatchUp(long seq)
    {
        await Connect();
        await Tab.FollowTo(seq);
    }

    public ValueTask DisposeAsync() => _tab?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task Connect()
    {
        if (_tab is null)
        {
            _tab = await person.Watch(board, client);
        }
        else
        {
            await _tab.Reconnect();
        }

        foreach (var refusal in _tab.Answer.GetProperty("refusals").EnumerateArray())
        {
            _tab.Outcomes[refusal.GetProperty("number").GetInt64()] = refusal.GetProperty("refusal").GetString();
        }

        Settle();
        await Send([.. _unsettled.Select(c => (c.Key, c.Value))]);
    }

    private void ComeBack()
    {
        if (_lostAt is { } lostAt)
        {
            Absences.Add(TimeProvider.System.GetElapsedTime(lostAt));
            _lostAt = null;
        }
    }

    private async Task Converse(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested || _unsettled.Count > 0)
        {
            if (!stop.IsCancellationRequested && _unsettled.Count < Window)
            {
                await Order();
                await Pause(stop);
            }
            else
            {
                var settled = Tab.Last;
                await Tab.FollowUntil(() => Tab.Last > settled || Tab.Retry is not null);
            }

            Settle();
            if (Tab.Retry is not null)
            {
                // R29: everything above the last decided one again, after the time it was told; coming back does that.
                Retries++;
                await Tab.WaitAsTold();
                await Connect();
            }
        }
    }

    /// <summary>Who works at a pace takes in between what others and the server say.</summary>
    private async Task Pause(CancellationToken stop)
    {
        if (pace > TimeSpan.Zero)
        {
            await Tab.FollowUntil(() => Tab.Last >= _next - 1 || Tab.Retry is not null);
            await Task.Delay(pace, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Half are ideas; half are dots on own ideas, which count twice if they are decided twice. Of those that the test has of its own, one comes for every three of these.</summary>
    private Task Order()
    {
        var number = _next++;
        string command;
        if (sometimes is not null && _random.Next(4) == 0)
        {
            command = sometimes(_random);
        }
        else if (_ideas.Count == 0 || _random.Next(2) == 0)
        {
            _ideas.Add($"idea-{client[^4..]}-{number:d6}");
            command = $$"""{"type":"addIdea","id":"{{_ideas[^1]}}","title":"Idea {{number}}","body":"","colour":"sun","x":{{_random.Next(4000)}},"y":0,"group":""}""";
        }
        else
        {
            command = $$"""{"type":"castVote","idea":"{{_ideas[_random.Next(_ideas.Count)]}}","dots":1}""";
        }

        _ordered[number] = _unsettled[number] = command;
        return Send([(number, command)]);
    }

    private Task Send((long Number, string Command)[] commands) => commands.Length == 0 ? Task.CompletedTask : Tab.Hub.Submit(commands);

    private void Settle()
    {
        foreach (var number in _unsettled.Keys.Where(n => n <= Tab.Last).ToList())
        {
            _unsettled.Remove(number);
            if (Tab.Outcomes.GetValueOrDefault(number) is { } refusal)
            {
                Refused[number] = refusal;
            }
            else
            {
                lock (Accepted)
                {
                    Accepted[number] = _ordered[number];
                }
            }

            acknowledged();
        }
    }
}
