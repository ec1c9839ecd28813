using System.Diagnostics;
using System.Globalization;

namespace CoCreate.Tests.Journals;

/// <summary>The system's mount and umount, for tests that need a file system with a fault.</summary>
internal static class Mounts
{
    /// <summary>True when this process has the right to mount (Linux: CAP_SYS_ADMIN, bit 21 of its effective rights).</summary>
    public static bool AreAllowed
    {
        get
        {
            var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("CapEff:", StringComparison.Ordinal));
            return ((ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> 21) & 1) == 1;
        }
    }

    /// <summary>Runs a program to its end; true when it says that it succeeded.</summary>
    public static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
