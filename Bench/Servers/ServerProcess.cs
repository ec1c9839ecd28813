using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoCreate.Bench.Servers;

/// <summary>A server under test in its own process, pinned to its own processor core.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>The port of the loopback address that it listens on.</summary>
    public int Port { get; }

    public int Id => _process.Id;

    /// <summary>Starts a command on core <see cref="Cores.Server"/> and returns when it accepts connections.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="port">The port that it was told to listen on.</param>
    /// <param name="environment">Further environment variables.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not listen in time.</exception>
    public static async Task<ServerProcess> StartAsync(IReadOnlyList<string> command, int port, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", Cores.Server, .. command])
        {
            start.ArgumentList.Add(argument);
        }

        Cores.ForgetOwnRuntimeSettings(start.Environment);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var output = new OutputTail(process);
        try
        {
            await WaitUntilListeningAsync(process, port, output);
        }
        catch
        {
            process.Kill();
            throw;
        }

        return new(process, port);
    }

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static async Task WaitUntilListeningAsync(Process process, int port, OutputTail output)
    {
        var started = Stopwatch.StartNew();
        while (!await IsListeningAsync(port))
        {
            if (process.HasExited || started.Elapsed > StartLimit)
            {
                throw new InvalidOperationException($"{process.StartInfo.ArgumentList[2]} does not listen on port {port}. It said: {output}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private static async Task<bool> IsListeningAsync(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
