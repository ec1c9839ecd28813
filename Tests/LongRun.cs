using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CoCreate.Tests;

/// <summary>How much the random tests do: enough to catch a mistake in a minute, or up to a hundred times as much under <c>./test --long</c>.</summary>
internal static class LongRun
{
    /// <summary>For how long one test goes on with further histories in a long run where <c>COCREATE_LONG_SECONDS</c> says nothing else: so that each of them ends, on a slow computer too.</summary>
    private const int UsualSeconds = 480;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("COCREATE_LONG_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : UsualSeconds);

    private static readonly Lock _gate = new();

    /// <summary>Whether this is a long run.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("COCREATE_LONG") == "1";

    /// <summary>A number of repetitions that cost next to nothing each, a hundred times as many in a long run.</summary>
    public static int Times(int usual) => IsOn ? usual * 100 : usual;

    /// <summary>Seeds for histories that take a while each: as many as usual; in a long run a hundred times as many, or as many as there is time for. How many there were, and how long
    /// they took, is added to <c>.cache/long.txt</c>.</summary>
    /// <param name="usual">How many in a usual run, and at least in a long one.</param>
    /// <param name="first">The first seed; each further one is one more.</param>
    /// <param name="test">The test that asks.</param>
    public static IEnumerable<int> Seeds(int usual, int first = 1, [CallerMemberName] string test = "")
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (var most = Times(usual); count < most && (count < usual || clock.Elapsed < _longest); count++)
        {
            yield return first + count;
        }

        if (IsOn)
        {
            Report(string.Create(CultureInfo.InvariantCulture, $"{test}: {count} in {clock.Elapsed.TotalSeconds:0} s\n"));
        }
    }

    private static void Report(string line)
    {
        lock (_gate)
        {
            File.AppendAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, ".cache")).FullName, "long.txt"), line);
        }
    }
}
