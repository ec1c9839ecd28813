using System.Net;
using System.Net.Sockets;

namespace CoCreate.Silo;

/// <summary>How silos and web processes find one another.</summary>
internal enum ClusterKind
{
    /// <summary>Not at all: this process is the whole cluster.</summary>
    Local,

    /// <summary>By a PostgreSQL database.</summary>
    Postgres,

    /// <summary>By Azure Tables (or Azurite, or Cosmos DB's table API).</summary>
    Azure,
}

/// <summary>Where it is written down which silo holds which board.</summary>
internal enum DirectoryKind
{
    /// <summary>In the silos' memory, each knows a part of it. A part that was lost with a silo is gathered again from the others.</summary>
    Silos,

    /// <summary>In the store by which the processes find one another.</summary>
    Store,
}

/// <summary>The section "Cluster": which cluster this process belongs to.</summary>
/// <param name="Kind"><c>local</c> (the default), <c>postgres</c> or <c>azure</c>.</param>
/// <param name="ConnectionString">Of the database or storage account; not for <c>local</c>. It may hold a password and is never shown.</param>
/// <param name="ServiceId">Names the service; the same for ever, across deployments.</param>
/// <param name="ClusterId">Names the cluster; silos of one cluster have the same.</param>
/// <param name="Address">The address that others reach this silo at.</param>
/// <param name="SiloPort">Where other silos connect.</param>
/// <param name="GatewayPort">Where web processes of their own connect.</param>
/// <param name="Directory">Where it is written down which silo holds which board; <c>silos</c> (the default) or <c>store</c>.</param>
internal sealed record ClusterSettings(
    ClusterKind Kind, string ConnectionString, string ServiceId, string ClusterId, IPAddress Address, int SiloPort, int GatewayPort, DirectoryKind Directory)
{
    /// <summary>The section that holds them.</summary>
    public const string Section = "Cluster";

    /// <summary>Reads them, and notes what is wrong. Without a connection string of its own, the cluster meets where the journal is when that is of its kind.</summary>
    public static ClusterSettings Read(SettingsReader reader, JournalSettings journal)
    {
        var kind = reader.Choice($"{Section}:{nameof(Kind)}", ClusterKind.Local);
        var isLocal = kind == ClusterKind.Local;
        var connection = reader.Secret($"{Section}:{nameof(ConnectionString)}");
        if (connection.Length == 0 && !isLocal && kind.ToString() == journal.Kind.ToString())
        {
            connection = journal.ConnectionString;
        }

        if (!isLocal && connection.Length == 0)
        {
            reader.Wrong($"Cluster:Kind {kind} needs Cluster:ConnectionString, for example as the environment variable Cluster__ConnectionString; "
                + $"where Journal:Kind is {kind} too, the journal's is used.");
        }

        var directory = reader.Choice($"{Section}:{nameof(Directory)}", DirectoryKind.Silos);
        if (isLocal && directory == DirectoryKind.Store)
        {
            reader.Wrong("Cluster:Directory store needs a store: set Cluster:Kind to postgres or azure, or leave Cluster:Directory out.");
        }

        // Nobody else connects to a silo that is alone, so any two free ports will do, and several servers fit on one computer.
        return new ClusterSettings(
            kind,
            connection,
            reader.Text($"{Section}:{nameof(ServiceId)}") ?? "cocreate",
            reader.Text($"{Section}:{nameof(ClusterId)}") ?? "cocreate",
            ReadAddress(reader, isLocal),
            Free(reader.Port($"{Section}:{nameof(SiloPort)}", isLocal ? 0 : 11_111)),
            Free(reader.Port($"{Section}:{nameof(GatewayPort)}", isLocal ? 0 : 30_000)),
            directory);
    }

    // The compiler's own text of a record would hold the connection string.
    public override string ToString() => $"{Section}: {Kind}, {ClusterId}";

    private static IPAddress ReadAddress(SettingsReader reader, bool isLocal)
    {
        if (reader.Text($"{Section}:{nameof(Address)}") is { } text)
        {
            if (IPAddress.TryParse(text, out var address))
            {
                return address;
            }

            reader.Wrong($"\"{text}\" is not an IP address. Set Cluster:Address to the one that other silos reach this one at.");
        }

        return isLocal ? IPAddress.Loopback : FindAddress(reader);
    }

    private static IPAddress FindAddress(SettingsReader reader)
    {
        try
        {
            if (Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork).FirstOrDefault(address => !IPAddress.IsLoopback(address)) is { } found)
            {
                return found;
            }
        }
        catch (SocketException)
        {
            // A computer that does not know its own name is one without an address.
        }

        reader.Wrong("This computer has no address that other silos could reach. Set Cluster:Address.");
        return IPAddress.Loopback;
    }

    private static int Free(int port)
    {
        if (port != 0)
        {
            return port;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
