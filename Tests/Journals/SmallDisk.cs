using System.Diagnostics;
using System.Globalization;

namespace CoCreate.Tests.Journals;

/// <summary>A file system of a few megabytes in a folder's place, until disposal. Only the superuser can have one, and not in every container.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    private SmallDisk(string path) => _path = path;

    /// <summary>True when this process has the right to mount (CAP_SYS_ADMIN, bit 21).</summary>
    public static bool IsAllowed
    {
        get
        {
            var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("CapEff:", StringComparison.Ordinal));
            return (ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> 21 & 1) == 1;
        }
    }

    public static SmallDisk? TryMake(string path, int megabytes) =>
        OperatingSystem.IsLinux() && IsAllowed && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path) ? new SmallDisk(path) : null;

    public void Dispose() => Assert.True(Run("umount", _path));

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
