using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoCreate.Tests.Proxy;

/// <summary>HAProxy with the repository's own configuration, on a free port of this computer.</summary>
internal sealed class ProxyProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ProxyProcess(Process process, int port) => (_process, Address) = (process, new Uri($"http://127.0.0.1:{port}"));

    /// <summary>The program, or null where there is none.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin").Select(folder => Path.Combine(folder, "haproxy")).FirstOrDefault(File.Exists);

    /// <summary>Where browsers connect.</summary>
    public Uri Address { get; }

    /// <summary>Starts it in front of two web processes, and waits until it passes requests on.</summary>
    public static async Task<ProxyProcess> Start(Uri first, Uri second)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Program!, ["-f", Path.Combine(Repository.Root, "deploy", "haproxy.cfg"), "-db"]);
        start.Environment["COCREATE_BIND"] = $"127.0.0.1:{port}";
        start.Environment["COCREATE_WEB_1"] = first.Authority;
        start.Environment["COCREATE_WEB_2"] = second.Authority;
        var proxy = new ProxyProcess(Process.Start(start) ?? throw new InvalidOperationException("The proxy did not start."), port);
        await proxy.IsReady();
        return proxy;
    }

    /// <summary>A port that nothing listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task IsReady()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var tries = 0; ; tries++)
        {
            Assert.False(_process.HasExited, "The proxy did not accept its configuration.");
            try
            {
                using var answer = await http.GetAsync("/health/live");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (tries < 200)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
