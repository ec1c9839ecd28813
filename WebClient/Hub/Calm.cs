namespace CoCreate.Web.Hub;

/// <summary>The time for which a browser was told to wait before it sends again (R94): what comes meanwhile costs neither a call to the board nor an answer.
/// Who sends too fast or with gaps again and again is told to wait longer each time.</summary>
internal sealed class Calm(TimeProvider clock)
{
    /// <summary>How long a browser is to wait where the reason does not say more, in milliseconds.</summary>
    private const int UsualMs = 500;

    /// <summary>The same while the disk is full, which somebody has to see to.</summary>
    private const int StorageMs = 5_000;

    /// <summary>The same after the second gap in a row; at the first, it may send again at once.</summary>
    private const int SecondGapMs = 250;

    /// <summary>So much before the time is over what comes is looked at again: clocks of browsers may run a little fast.</summary>
    private const int MarginMs = 100;

    private readonly Lock _gate = new();
    private long _since;
    private long _forMs;
    private int _inRow;

    /// <summary>Whether what comes now is to be passed over.</summary>
    public bool IsOn
    {
        get
        {
            lock (_gate)
            {
                return IsWithin();
            }
        }
    }

    /// <summary>Begins it. False when it has begun already: the browser was told, and this is about what it had sent before it knew.</summary>
    /// <param name="reason">Why the browser has to send again.</param>
    /// <param name="afterMs">What it is to be told: how long to wait, in milliseconds.</param>
    public bool TryBegin(RetryReason reason, out int afterMs)
    {
        lock (_gate)
        {
            afterMs = 0;
            if (IsWithin())
            {
                return false;
            }

            afterMs = WaitFor(reason);
            (_since, _forMs) = (clock.GetTimestamp(), afterMs - MarginMs);
            return true;
        }
    }

    /// <summary>Something was taken: the row is over.</summary>
    public void Settled()
    {
        lock (_gate)
        {
            _inRow = 0;
        }
    }

    /// <summary>For who joins again, and so sends again at once: no time to wait, and what was counted of the row. What was sent before the join ends in the old one.</summary>
    public Calm Anew()
    {
        lock (_gate)
        {
            return new Calm(clock) { _inRow = _inRow };
        }
    }

    private bool IsWithin() => _forMs > 0 && clock.GetElapsedTime(_since).TotalMilliseconds < _forMs;

    private int WaitFor(RetryReason reason) => reason switch
    {
        RetryReason.Unknown or RetryReason.Busy => UsualMs,
        RetryReason.StorageFull => StorageMs,
        RetryReason.TooFast => Doubled(UsualMs, _inRow++),
        RetryReason.Gap => _inRow++ == 0 ? 0 : Doubled(SecondGapMs, _inRow - 2),
        _ => throw new InvalidOperationException($"Unknown reason {reason}."),
    };

    private static int Doubled(int firstMs, int times) => (int)Math.Min(Limits.LongestRetryMs, (long)firstMs << Math.Min(times, 16));
}
