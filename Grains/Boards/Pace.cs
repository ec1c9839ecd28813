namespace CoCreate.Boards;

/// <summary>How fast each participant may send: a token bucket per participant (<see cref="Limits.CommandsPerSecond"/>, <see cref="Limits.CommandBurst"/>).
/// Not part of the board's state: it forgets with the activation.</summary>
internal sealed class Pace
{
    private const int SweepAt = 4_096;
    private readonly Dictionary<string, (double Tokens, long At)> _buckets = [];

    /// <summary>Takes <paramref name="commands"/> tokens of a participant; false, and nothing is taken, when there are too few.</summary>
    public bool Take(string participant, int commands, long now)
    {
        var (tokens, at) = _buckets.GetValueOrDefault(participant, (Limits.CommandBurst, now));
        tokens = Refilled(tokens, at, now);
        if (tokens < commands)
        {
            return false;
        }

        _buckets[participant] = (tokens - commands, now);
        if (_buckets.Count > SweepAt)
        {
            Sweep(now);
        }

        return true;
    }

    private static double Refilled(double tokens, long at, long now) =>
        Math.Min(Limits.CommandBurst, tokens + (Math.Max(0, now - at) * (Limits.CommandsPerSecond / 1000.0)));

    /// <summary>A full bucket says nothing; forget it.</summary>
    private void Sweep(long now)
    {
        foreach (var (participant, (tokens, at)) in _buckets)
        {
            if (Refilled(tokens, at, now) >= Limits.CommandBurst)
            {
                _buckets.Remove(participant);
            }
        }
    }
}
