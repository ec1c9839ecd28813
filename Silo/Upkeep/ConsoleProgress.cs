using System.Globalization;
using CoCreate.Upkeep;

namespace CoCreate.Silo.Upkeep;

/// <summary>Tells on the error output, at most once a second, how far something is.</summary>
internal sealed class ConsoleProgress(string what) : IProgress<Tally>
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(1);
    private long _toldAt = TimeProvider.System.GetTimestamp();

    public void Report(Tally value)
    {
        if (TimeProvider.System.GetElapsedTime(_toldAt) >= _every)
        {
            _toldAt = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine($"{what} {Words(value)} …");
        }
    }

    /// <summary>How much that is, in words.</summary>
    public static string Words(Tally tally) => string.Create(CultureInfo.InvariantCulture, $"{tally.Streams:N0} streams with {tally.Events:N0} events");
}
