using System.Diagnostics;

namespace CoCreate.Tests.Kill;

/// <summary>Signals to processes that tests started.</summary>
internal static class Signals
{
    /// <summary>Asks a process to end, as whoever runs a server does.</summary>
    public static void Terminate(Process process)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-TERM", $"{process.Id}"])) ?? throw new InvalidOperationException("There is no kill.");
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
