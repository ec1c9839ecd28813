using System.Security.Cryptography;

namespace CoCreate.Journals;

/// <summary>How often and when a write is tried again: full jitter, so that many processes do not come back at once.
/// (Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.)</summary>
/// <param name="Attempts">Tries in all, 1 or more.</param>
/// <param name="First">The longest first pause; each later one is at most twice as long.</param>
/// <param name="Longest">The longest pause of all.</param>
/// <param name="Seed">Of the random pauses.</param>
internal sealed record TableRetries(int Attempts, TimeSpan First, TimeSpan Longest, int Seed)
{
    private readonly Random _random = new(Seed);

    /// <summary>What a server uses: up to about four seconds of pauses.</summary>
    public static TableRetries Usual() => new(6, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2), RandomNumberGenerator.GetInt32(int.MaxValue));

    /// <summary>The pause after a failed try, numbered from 1.</summary>
    public TimeSpan PauseAfter(int attempt)
    {
        var most = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, attempt - 1));
        lock (_random)
        {
            return TimeSpan.FromMilliseconds(_random.NextDouble() * most);
        }
    }
}
