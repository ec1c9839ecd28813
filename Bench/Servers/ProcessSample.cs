using System.Globalization;

namespace CoCreate.Bench.Servers;

/// <summary>What Linux says about a process at one moment.</summary>
/// <param name="At">When, in nanoseconds of <see cref="Load.Crowd.Now"/>.</param>
/// <param name="ProcessorNs">Processor time used so far, in user mode and in the kernel, in nanoseconds (steps of 10 ms).</param>
internal readonly record struct ProcessSample(long At, long ProcessorNs)
{
    private const long NanosecondsPerTick = 10_000_000;

    /// <summary>Reads the figures of a process.</summary>
    public static ProcessSample Read(int processId)
    {
        var text = File.ReadAllText($"/proc/{processId}/stat");
        // The second field is the name in brackets and may contain spaces; "utime" and "stime" are the 14th and 15th.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Parse(fields[11]) + Parse(fields[12]);
        return new(Load.Crowd.Now, ticks * NanosecondsPerTick);
    }

    /// <summary>Resident memory of a process, in bytes.</summary>
    public static long ReadMemory(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return Parse(line["VmRSS:".Length..^"kB".Length].Trim()) * 1024;
    }

    /// <summary>The share of one core, 0 to 1, that was used from <paramref name="earlier"/> until this moment.</summary>
    public double LoadSince(ProcessSample earlier) => (double)(ProcessorNs - earlier.ProcessorNs) / Math.Max(1, At - earlier.At);

    private static long Parse(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
