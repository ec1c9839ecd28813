using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CoCreate.Tests.Kill;

namespace CoCreate.Tests.Cluster;

/// <summary>What docker-compose.yml starts, as processes of this computer (start-cluster): PostgreSQL or Azurite, two silos, two web processes, and the proxy that browsers connect to.
/// All of it ends with this process at the latest, however that ends: a shell beside it waits for the end of its input.</summary>
internal sealed partial class ClusterProcesses : IReachable, IAsyncDisposable
{
    private const string Keeper =
        """
        trap '' HUP INT
        "$@" & cluster=$!
        read -r _
        kill $cluster 2>/dev/null
        wait $cluster
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    /// <summary>Browsers try again after a random while of at most so long (WebClient/App/src/sync/backoff.ts).</summary>
    private static readonly TimeSpan _jitter = TimeSpan.FromMilliseconds(400);

    private readonly Random _random = new(20_261_122);
    private readonly Process _keeper;
    private readonly Dictionary<string, (Uri Address, int Process)> _parts = [];

    private ClusterProcesses(Process keeper) => _keeper = keeper;

    /// <summary>The proxy.</summary>
    public Uri Address => _parts["proxy"].Address;

    /// <summary>The proxy is always there; what is behind it may not be, so that who comes back waits a moment as browsers do.</summary>
    public Task Running
    {
        get
        {
            lock (_random)
            {
                return Task.Delay(_jitter * _random.NextDouble(), TimeProvider.System);
            }
        }
    }

    /// <summary>Starts all of it and waits until it is ready.</summary>
    /// <param name="storage">What start-cluster takes before the program: <c>--azure</c>, or nothing for PostgreSQL.</param>
    public static async Task<ClusterProcesses> Start(params string[] storage)
    {
        string[] command = [Path.Combine(Repository.Root, "Tests", "Cluster", "start-cluster"), .. storage, Path.Combine(AppContext.BaseDirectory, "CoCreate.Silo.dll")];
        var start = new ProcessStartInfo("sh", ["-c", Keeper, "keeper", .. command]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var cluster = new ClusterProcesses(Process.Start(start) ?? throw new InvalidOperationException("The shell did not start."));
        try
        {
            await cluster.IsUp();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where a process listens.</summary>
    /// <param name="name">As start-cluster names it: <c>web-1</c>.</param>
    public Uri AddressOf(string name) => _parts[name].Address;

    /// <summary>Ends a process with SIGKILL at this moment.</summary>
    /// <param name="name">As start-cluster names it: <c>web-1</c>.</param>
    public void Kill(string name)
    {
        using var process = Process.GetProcessById(_parts[name].Process);
        process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        await _keeper.StandardInput.WriteLineAsync("end");
        await _keeper.WaitForExitAsync().WaitAsync(_patience);
        _keeper.Dispose();
    }

    private async Task IsUp()
    {
        using var limit = new CancellationTokenSource(_patience);
        while (await _keeper.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (Part().Match(line) is { Success: true } part)
            {
                _parts.Add(part.Groups[1].Value, (new Uri(part.Groups[2].Value), int.Parse(part.Groups[3].Value, CultureInfo.InvariantCulture)));
            }
            else if (line.StartsWith("The cluster is up", StringComparison.Ordinal))
            {
                // What it says from now on has to go somewhere.
                _ = _keeper.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("The cluster ended before it was up.");
    }

    [GeneratedRegex(@"^([a-z0-9-]+): (http://\S+) \(process (\d+)\)$")]
    private static partial Regex Part();
}
