using System.Threading.Channels;

namespace CoCreate.Web.Relay;

/// <summary>Runs actions one after another, so that what they share needs no locks. Posting never waits.</summary>
internal sealed class Turns : IDisposable
{
    /// <summary>So many actions run before what follows them is looked after, however many come.</summary>
    private const int BurstLength = 256;

    private readonly Channel<Action> _inbox = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    // It has no timer, so there is nothing of it to be disposed of.
#pragma warning disable CA2213
    private readonly CancellationTokenSource _stopped = new();
#pragma warning restore CA2213
    private readonly Action _afterBurst;
    private readonly Action<Exception> _failed;

    /// <summary>Starts.</summary>
    /// <param name="afterBurst">Called when what was posted has been run.</param>
    /// <param name="failed">Called when an action threw: a bug. Nothing is run any more.</param>
    public Turns(Action afterBurst, Action<Exception> failed)
    {
        _afterBurst = afterBurst;
        _failed = failed;
        _ = Task.Run(Pump);
    }

    /// <summary>Has an action run soon; nothing once stopped.</summary>
    public void Post(Action action) => _inbox.Writer.TryWrite(action);

    /// <summary>Has a function run soon, and gives its result.</summary>
    /// <exception cref="OperationCanceledException">The turns have stopped.</exception>
    public Task<T> Run<T>(Func<T> function)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => result.SetResult(function()));
        return result.Task.WaitAsync(_stopped.Token);
    }

    /// <summary>Runs nothing further than what was posted so far.</summary>
    public void Dispose() => _inbox.Writer.TryComplete();

    private async Task Pump()
    {
        try
        {
            while (await _inbox.Reader.WaitToReadAsync())
            {
                for (var i = 0; i < BurstLength && _inbox.Reader.TryRead(out var action); i++)
                {
                    action();
                }

                _afterBurst();
            }
        }
        catch (Exception bug)
        {
            Dispose();
            _failed(bug);
        }
        finally
        {
            await _stopped.CancelAsync();
        }
    }
}
