using System.Diagnostics;

namespace CoCreate.Bench.Reports;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    /// <summary>Cores and versions of the runtimes, in words.</summary>
    public static string Describe()
    {
        // The process itself is pinned to one core; the system knows them all.
        var cores = File.ReadLines("/proc/cpuinfo").Count(line => line.StartsWith("processor", StringComparison.Ordinal));
        return $"Linux, {cores} processor cores, .NET {Environment.Version}, Node {NodeVersion()}";
    }

    private static string NodeVersion()
    {
        using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
        return node?.StandardOutput.ReadToEnd().Trim().TrimStart('v') ?? "missing";
    }
}
