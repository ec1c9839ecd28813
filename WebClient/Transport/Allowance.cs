namespace CoCreate.Web.Transport;

/// <summary>How much somebody may still do: a token bucket, which fills at a steady rate up to a burst. Not for several threads at once.</summary>
/// <param name="perSecond">What comes in per second.</param>
/// <param name="burst">What it holds at most, and at first.</param>
internal struct Allowance(double perSecond, double burst)
{
    private double _taken;
    private long _at;

    /// <summary>Takes so much when it is there; otherwise nothing, and answers false.</summary>
    public bool TryTake(double amount, TimeProvider clock)
    {
        Fill(clock);
        if (_taken + amount > burst)
        {
            return false;
        }

        _taken += amount;
        return true;
    }

    /// <summary>Takes so much in any case, and answers how long it takes until what was lacking has come in.</summary>
    public TimeSpan Take(double amount, TimeProvider clock)
    {
        Fill(clock);
        _taken += amount;
        return _taken <= burst ? TimeSpan.Zero : TimeSpan.FromSeconds((_taken - burst) / perSecond);
    }

    /// <summary>Whether nothing of it is taken.</summary>
    public bool IsFull(TimeProvider clock)
    {
        Fill(clock);
        return _taken <= 0;
    }

    private void Fill(TimeProvider clock)
    {
        var now = clock.GetTimestamp();
        _taken = Math.Max(0, _taken - (perSecond * clock.GetElapsedTime(_at, now).TotalSeconds));
        _at = now;
    }
}
