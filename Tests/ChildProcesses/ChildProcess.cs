using System.Diagnostics;

namespace CoCreate.Tests.ChildProcesses;

/// <summary>This assembly, started as a process of its own. It ends with the test at the latest.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static ChildProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetPath()) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add(typeof(EntryPoint).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException("The process did not start."));
    }

    /// <summary>The next line that it wrote, or null once it ended and all was read.</summary>
    public ValueTask<string?> ReadLine(CancellationToken cancellation) => _process.StandardOutput.ReadLineAsync(cancellation);

    /// <summary>Ends it without warning (SIGKILL), as kill -9 does. What it had written to its output can still be read.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string DotnetPath()
    {
        var self = Environment.ProcessPath;
        return Path.GetFileNameWithoutExtension(self) == "dotnet" ? self! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    }
}
