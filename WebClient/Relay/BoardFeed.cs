using CoCreate.Boards;
using Microsoft.Extensions.Logging;

namespace CoCreate.Web.Relay;

/// <summary>Hears what a feed makes of a board's stream.</summary>
internal interface IFeedListener
{
    /// <summary>The event with this seq was added to the ring.</summary>
    void Appended(long seq);

    /// <summary>The ring stands elsewhere now: viewers cannot go on.</summary>
    void Restarted();

    /// <summary>Whether the board, at the version that the ring stands at, hides what people do.</summary>
    void Muted(bool isMuted);
}

/// <summary>Keeps a <see cref="Ring"/> at what a board has committed. It takes batches as they come (lost, doubled, reordered) and repairs by asking the grain.
/// Runs on the relay's turns, except where it waits for answers.</summary>
internal sealed class BoardFeed : IDisposable
{
    /// <summary>Batches kept while a gap before them is being repaired; what is beyond will be asked for.</summary>
    private const int MaxEarly = 64;

    private static readonly TimeSpan _firstRetry = TimeSpan.FromMilliseconds(250);

    /// <summary>Each retry in vain doubles the wait for the next, so often: up to 4 s, well below the time between renewals.</summary>
    private const int MaxDoublings = 4;

    private readonly IBoardGrain _grain;
    private readonly IBoardObserver _observer;
    private readonly Turns _turns;
    private readonly Ring _ring;
    private readonly IFeedListener _listener;
    private readonly GatewayMeters _meters;
    private readonly ILogger _log;
    private readonly ITimer _retry;
    private readonly List<CommittedBatch> _early = [];
    private readonly List<Waiter> _asked = [];
    private readonly List<Waiter> _waiting = [];
    private bool _isAsking;
    private bool _isRetrying;
    private int _failures;
    private bool _askAgain;
    private bool _mustSubscribe = true;
    private long _known;
    private (long Epoch, long Seq) _start;

    public BoardFeed(IBoardGrain grain, IBoardObserver observer, Turns turns, Ring ring, IFeedListener listener, RelayServices services)
    {
        _grain = grain;
        _observer = observer;
        _turns = turns;
        _ring = ring;
        _listener = listener;
        _meters = services.Meters;
        _log = services.Log;
        _retry = services.Clock.CreateTimer(_ => _turns.Post(Retry), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Where the first question starts: at what the first viewer has. Has no effect once anything is known.</summary>
    public void StartAt(long epoch, long seq) => _start = _ring.Epoch == 0 && _start.Epoch == 0 ? (epoch, seq) : _start;

    /// <summary>Renews the subscription.</summary>
    public void Renew()
    {
        _mustSubscribe = true;
        Ask();
    }

    /// <summary>Completes when the ring has reached this version (any, for epoch 0), or everything that was committed before this call.</summary>
    /// <exception cref="BoardGoneException">There is no such board.</exception>
    public Task Reach(long epoch, long seq)
    {
        var waiter = new Waiter(epoch, seq, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (HasReached(waiter))
        {
            return Task.CompletedTask;
        }

        _waiting.Add(waiter);
        if (!_isAsking)
        {
            Ask();
        }

        return waiter.Reached.Task;
    }

    /// <summary>The board is known to have reached this seq. If nobody tells the ring, it asks.</summary>
    public void Know(long seq)
    {
        if (seq > Math.Max(_known, _ring.Head))
        {
            _known = seq;
            RetryLater();
        }
    }

    /// <summary>Takes a batch that the board told.</summary>
    public void Offer(CommittedBatch batch)
    {
        if (batch.Epoch != _ring.Epoch)
        {
            Ask();
        }
        else if (batch.First > _ring.Head + 1)
        {
            _meters.Repaired();
            if (!TryKeep(batch) || !_isAsking)
            {
                Ask();
            }
        }
        else
        {
            Append(batch);
            TakeEarly();
            ReleaseReached();
        }
    }

    public void Dispose() => _retry.Dispose();

    private bool HasReached(Waiter waiter) =>
        _ring.Epoch != 0 && (waiter.Epoch == 0 || (waiter.Epoch == _ring.Epoch && waiter.Seq <= _ring.Head));

    private bool TryKeep(CommittedBatch batch)
    {
        var hasRoom = _early.Count < MaxEarly;
        if (hasRoom)
        {
            _early.Add(batch);
        }

        return hasRoom;
    }

    private void Append(CommittedBatch batch)
    {
        for (var seq = Math.Max(batch.First, _ring.Head + 1); seq <= batch.Last; seq++)
        {
            var index = (int)(seq - batch.First);
            _ring.Append(batch.Events[index], Ring.EndsCommand(batch, index));
            _listener.Appended(seq);
        }
    }

    private void TakeEarly()
    {
        if (_early.Count == 0)
        {
            return;
        }

        _early.Sort((a, b) => a.First.CompareTo(b.First));
        foreach (var batch in _early)
        {
            if (batch.Epoch == _ring.Epoch && batch.First <= _ring.Head + 1)
            {
                Append(batch);
            }
        }

        _early.RemoveAll(batch => batch.Epoch != _ring.Epoch || batch.Last <= _ring.Head);
    }

    private void Ask()
    {
        if (_isAsking)
        {
            _askAgain = true;
            return;
        }

        (_isAsking, _askAgain) = (true, false);
        _asked.AddRange(_waiting);
        _waiting.Clear();
        var (epoch, seq) = _ring.Epoch == 0 ? _start : (_ring.Epoch, _ring.Head);
        var subscribes = _mustSubscribe;
        _mustSubscribe = false;
        _ = Answer(subscribes, epoch, seq);
    }

    private async Task Answer(bool subscribes, long epoch, long seq)
    {
        try
        {
            var answer = await (subscribes ? _grain.Subscribe(_observer, epoch, seq) : _grain.Pull(epoch, seq));
            _turns.Post(() => Answered(answer));
        }
        catch (Exception failure)
        {
            // Whatever failed is the grain's to report; here it only means that nothing is known yet.
            _turns.Post(() => Failed(failure, subscribes));
        }
    }

    private void Answered(CatchUp answer)
    {
        _isAsking = false;
        if (!answer.Exists)
        {
            _asked.AddRange(_waiting);
            _waiting.Clear();
            Release(new BoardGoneException());
            return;
        }

        var before = (_ring.Epoch, _ring.Head);
        Take(answer);
        TakeEarly();
        Release(null);
        ReleaseReached();
        GoOn(isFruitful: before != (_ring.Epoch, _ring.Head));
    }

    /// <summary>Asks again where something is still missing. An answer that brought nothing may come from an activation that lags behind; it is given time.</summary>
    private void GoOn(bool isFruitful)
    {
        var isMissing = _askAgain || _early.Count > 0 || _ring.Head < _known;
        _failures = isFruitful || !isMissing ? 0 : _failures + 1;
        if (_waiting.Count > 0 || _mustSubscribe || (isMissing && isFruitful))
        {
            Ask();
        }
        else if (isMissing)
        {
            RetryLater();
        }
    }

    private void Take(CatchUp answer)
    {
        if (answer.Missed is { } missed && (missed.Epoch == _ring.Epoch || _ring.Epoch == 0))
        {
            if (_ring.Epoch == 0)
            {
                _ring.Reset(missed.Epoch, missed.First - 1);
                _listener.Restarted();
            }

            Append(missed);
        }
        else if (answer.Epoch != _ring.Epoch || answer.Seq > _ring.Head)
        {
            _known = 0;
            _ring.Reset(answer.Epoch, answer.Seq);
            _listener.Restarted();
        }

        if (answer.Epoch == _ring.Epoch && answer.Seq == _ring.Head)
        {
            _listener.Muted(answer.IsMuted);
        }
    }

    private void Failed(Exception failure, bool subscribed)
    {
        _isAsking = false;
        _mustSubscribe |= subscribed;
        if (_failures++ == 0)
        {
            RelayLog.BoardUnreachable(_log, failure);
        }

        Release(failure);
        if (_waiting.Count > 0)
        {
            Ask();
        }
        else
        {
            RetryLater();
        }
    }

    private void Release(Exception? failure)
    {
        foreach (var waiter in _asked)
        {
            if (failure is null)
            {
                waiter.Reached.TrySetResult();
            }
            else
            {
                waiter.Reached.TrySetException(failure);
            }
        }

        _asked.Clear();
    }

    private void ReleaseReached()
    {
        foreach (var waiter in _waiting)
        {
            if (HasReached(waiter))
            {
                waiter.Reached.TrySetResult();
            }
        }

        _waiting.RemoveAll(HasReached);
    }

    private void RetryLater()
    {
        if (!_isRetrying)
        {
            _isRetrying = true;
            _retry.Change(_firstRetry * (1 << Math.Min(_failures, MaxDoublings)), Timeout.InfiniteTimeSpan);
        }
    }

    private void Retry()
    {
        _isRetrying = false;

        // What was committed and not told shows that the board may not know this observer any more.
        _mustSubscribe |= _ring.Head < _known;
        if (_mustSubscribe || _askAgain || _early.Count > 0)
        {
            Ask();
        }
    }

    private readonly record struct Waiter(long Epoch, long Seq, TaskCompletionSource Reached);
}

/// <summary>There is no such board.</summary>
internal sealed class BoardGoneException : Exception
{
    public BoardGoneException()
        : base("There is no such board.")
    {
    }
}
