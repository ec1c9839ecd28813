using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoCreate.Tests.Kill;

/// <summary>The product as users run it: a process of its own on a real port and a real data folder, to be killed and started again.</summary>
internal sealed class ServerProcess : IReachable, IAsyncDisposable
{
    private const int LinesKept = 20;

    private readonly string _data = Directory.CreateTempSubdirectory("cocreate-kill-").FullName;
    private readonly string[] _settings;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly ConcurrentQueue<string> _firstLines = new();
    private int _logLines;
    private TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    private ServerProcess(int port, string[] settings, IReadOnlyDictionary<string, string> environment)
    {
        (_settings, _environment) = (settings, environment);
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>Where it listens, the same in every life.</summary>
    public Uri Address { get; }

    /// <summary>Where it keeps everything.</summary>
    public string DataFolder => _data;

    /// <summary>The running process.</summary>
    public Process Process => _process ?? throw new InvalidOperationException("It is not running.");

    /// <summary>Memory that it has in use, in bytes, as the system counts it.</summary>
    public long MemoryBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Lines that it has logged, in all its lives.</summary>
    public int LogLines => Volatile.Read(ref _logLines);

    /// <summary>The first of them.</summary>
    public string LogBegins => string.Join('\n', _firstLines);

    /// <summary>Completes while it is running; a killed one completes it again when it is back.</summary>
    public Task Running => _running.Task;

    /// <summary>Starts it.</summary>
    /// <param name="settings">Further arguments, such as "--Gateway:ClientFolder=…".</param>
    public static Task<ServerProcess> Start(params string[] settings) => Start(settings, new Dictionary<string, string>());

    /// <summary>Starts it with environment variables.</summary>
    public static Task<ServerProcess> StartWith(IReadOnlyDictionary<string, string> environment) => Start([], environment);

    private static async Task<ServerProcess> Start(string[] settings, IReadOnlyDictionary<string, string> environment)
    {
        var server = new ServerProcess(FreePort(), settings, environment);
        await server.Start();
        return server;
    }

    /// <summary>Starts one that ends again for a reason that people can put right, and returns what it said.</summary>
    public static async Task<string> FailToStart(params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("cocreate-kill-").FullName;
        using var process = Launch(["--port", "0", "--data", data, .. settings], takesErrors: true);
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 1, $"It ended with {process.ExitCode} and said: {complained}");
        Directory.Delete(data, recursive: true);
        return complained + await said;
    }

    /// <summary>Ends it with SIGKILL at this moment, and starts it again.</summary>
    public async Task KillAndRestart()
    {
        await Kill();
        await Start();
    }

    /// <summary>Ends it with SIGKILL.</summary>
    public async Task Kill()
    {
        _running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks it to end (SIGTERM) and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Terminate()
    {
        _running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Signals.Terminate(Process);
        await Process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        var code = Process.ExitCode;
        Process.Dispose();
        _process = null;
        return code;
    }

    /// <summary>Starts it on the data it left.</summary>
    public async Task Start()
    {
        _process = Launch(Arguments, takesErrors: true, _environment);
        _ = CountLines(_process.StandardError);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("CoCreate is at", StringComparison.Ordinal))
            {
                // What it says from now on has to go somewhere, or it would wait for us.
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _running.TrySetResult();
                return;
            }
        }

        throw new InvalidOperationException($"The server ended before it was ready, with code {_process.ExitCode}.");
    }

    /// <summary>Starts a process on its data and waits for nothing.</summary>
    public Process Launch() => Launch(Arguments, environment: _environment);

    private string[] Arguments => ["--port", $"{Address.Port}", "--data", _data, "--listen", "127.0.0.1", .. _settings];

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Kill();
        }

        Directory.Delete(_data, recursive: true);
    }

    private async Task CountLines(StreamReader log)
    {
        while (await log.ReadLineAsync() is { } line)
        {
            if (Interlocked.Increment(ref _logLines) <= LinesKept)
            {
                _firstLines.Enqueue(line);
            }
        }
    }

    private static Process Launch(string[] arguments, bool takesErrors = false, IReadOnlyDictionary<string, string>? environment = null)
    {
        var server = Path.Combine(AppContext.BaseDirectory, "CoCreate.Silo.dll");
        var start = new ProcessStartInfo("dotnet", [server, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = takesErrors };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
