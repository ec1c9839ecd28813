using System.Net;
using System.Net.Sockets;

namespace CoCreate.Silo;

/// <summary>How silos find one another.</summary>
internal enum ClusterKind
{
    /// <summary>Not at all: this process is the whole cluster.</summary>
    Local,

    /// <summary>By a PostgreSQL database with Orleans' tables.</summary>
    Postgres,

    /// <summary>By Azure Tables (or Azurite, or Cosmos DB's table API).</summary>
    Azure,
}

/// <summary>The section "Cluster": which cluster this silo belongs to.</summary>
/// <param name="Kind"><c>local</c> (the default), <c>postgres</c> or <c>azure</c>.</param>
/// <param name="ConnectionString">Of the database or storage account; not for <c>local</c>.</param>
/// <param name="ServiceId">Names the service; the same for ever, across deployments.</param>
/// <param name="ClusterId">Names the cluster; silos of one cluster have the same.</param>
/// <param name="Address">The address that other silos reach this one at.</param>
/// <param name="SiloPort">Where other silos connect.</param>
/// <param name="GatewayPort">Where web processes of their own connect.</param>
internal sealed record ClusterSettings(
    ClusterKind Kind, string ConnectionString, string ServiceId, string ClusterId, IPAddress Address, int SiloPort, int GatewayPort)
{
    /// <summary>The section that holds them.</summary>
    public const string Section = "Cluster";

    // SQLite's file is on one computer, where other silos cannot read it.
    private const string OneSiloOnly = "with a journal of kind sqlite let it be the only one that hosts boards";

    /// <summary>The cluster in a few words, without secrets.</summary>
    public string Description => Kind switch
    {
        ClusterKind.Local => "one silo on this computer",
        ClusterKind.Postgres => $"a silo of cluster {ClusterId}, found by PostgreSQL; {OneSiloOnly}",
        ClusterKind.Azure => $"a silo of cluster {ClusterId}, found by Azure Tables; {OneSiloOnly}",
        _ => throw new InvalidOperationException($"{Kind} is no kind of cluster."),
    };

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">One of them is missing or cannot be used.</exception>
    public static ClusterSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var kind = ReadKind(section[nameof(Kind)] ?? "local");
        var isLocal = kind == ClusterKind.Local;
        var connection = section[nameof(ConnectionString)] ?? "";
        if (!isLocal && connection.Length == 0)
        {
            throw new StartException($"A cluster of kind {section[nameof(Kind)]} needs Cluster:ConnectionString, for example as the environment variable Cluster__ConnectionString.");
        }

        // Nobody else connects to a silo that is alone, so any two free ports will do, and several servers fit on one computer.
        return new ClusterSettings(
            kind,
            connection,
            section[nameof(ServiceId)] ?? "cocreate",
            section[nameof(ClusterId)] ?? "cocreate",
            ReadAddress(section[nameof(Address)], isLocal),
            SiloOptions.ReadPort(section, nameof(SiloPort), isLocal ? FreePort() : 11_111),
            SiloOptions.ReadPort(section, nameof(GatewayPort), isLocal ? FreePort() : 30_000));
    }

    private static ClusterKind ReadKind(string text) =>
        Enum.TryParse<ClusterKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : throw new StartException($"\"{text}\" is no kind of cluster. Set Cluster:Kind to local, postgres or azure.");

    private static IPAddress ReadAddress(string? text, bool isLocal)
    {
        if (text is not null)
        {
            return IPAddress.TryParse(text, out var address)
                ? address
                : throw new StartException($"\"{text}\" is not an IP address. Set Cluster:Address to the one that other silos reach this one at.");
        }

        return isLocal
            ? IPAddress.Loopback
            : Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork).FirstOrDefault(address => !IPAddress.IsLoopback(address))
                ?? throw new StartException("This computer has no address that other silos could reach. Set Cluster:Address.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
