using CoCreate.Web.Http;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>Runs on Orleans: alone on this computer, or as a silo or a web process of a cluster (section "Cluster", <see cref="ClusterSettings"/>).</summary>
internal static class EngineHosting
{
    private static readonly TimeSpan _betweenTries = TimeSpan.FromSeconds(1);

    /// <summary>Whether several processes can share the work.</summary>
    public static bool IsForManyProcesses => true;

    /// <summary>What such a cluster needs and this build has not, with what to do; null for nothing.</summary>
    public static string? Missing(ClusterSettings cluster) => cluster switch
    {
        { Kind: ClusterKind.Azure } when !AzureClustering.IsBuilt =>
            "This build cannot meet by Azure Tables. Build it with -p:AzureStorage=true where Microsoft.Orleans.Clustering.AzureStorage can be restored, or set Cluster:Kind to postgres.",
        { Kind: ClusterKind.Postgres, Directory: DirectoryKind.Store } when !PostgresDirectory.IsBuilt =>
            "This build has no directory in PostgreSQL. Build it where Microsoft.Orleans.GrainDirectory.AdoNet can be restored, or leave Cluster:Directory out.",
        _ => null,
    };

    /// <summary>Adds the engine, and tells its name in one line.</summary>
    public static string AddEngine(this WebApplicationBuilder builder, ServerSettings settings)
    {
        var cluster = settings.Cluster;
        if (cluster.Kind == ClusterKind.Postgres)
        {
            ClusterTables.Ensure(cluster.ConnectionString);
        }

        if (settings.Options.Role == Role.Web)
        {
            builder.UseOrleansClient(client => Join(client, cluster));
            builder.Services.AddSingleton<IReadiness, ClusterReadiness>();
            return $"Orleans, a web process of cluster {cluster.ClusterId}";
        }

        builder.UseOrleans(silo =>
        {
            Join(silo, cluster);
            OrleansTimings.Apply(silo.Services);
            silo.AddActivityPropagation();
        });
        return cluster.Kind == ClusterKind.Local ? "Orleans, one silo on this computer" : $"Orleans, a silo of cluster {cluster.ClusterId}{Caution(settings)}";
    }

    /// <summary>A sentence for a failure to start that comes from the engine, or null. Never with a connection string in it.</summary>
    public static string? Explain(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (ExplainOne(cause) is { } sentence)
            {
                return sentence;
            }
        }

        return null;
    }

    private static string? ExplainOne(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            "The cluster's database does not let this user make its schema. Grant it CREATE on the database, or use another user in Cluster:ConnectionString.",
        ArgumentException { Source: "Npgsql" or "System.Data.Common" } => "Cluster:ConnectionString cannot be read. Write it as Host=db;Port=5432;Database=cocreate;Username=cocreate.",
        NpgsqlException => $"The cluster's database cannot be reached ({failure.Message}). Check Cluster:ConnectionString.",
        OrleansConfigurationException => $"The cluster's settings do not fit together: {failure.Message}",
        _ => null,
    };

    private static string Caution(ServerSettings settings) => settings.Journal.Kind == JournalKind.Sqlite
        ? "; boards are kept in this silo's own data folder, so let it be the only one that hosts them"
        : "";

    private static void Join(ISiloBuilder silo, ClusterSettings cluster)
    {
        switch (cluster.Kind)
        {
            case ClusterKind.Local:
                silo.UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort, serviceId: cluster.ServiceId, clusterId: cluster.ClusterId);
                return;
            case ClusterKind.Postgres:
                PostgresClustering.Join(silo, cluster);
                break;
            case ClusterKind.Azure:
                AzureClustering.Join(silo, cluster);
                break;
            default:
                throw new InvalidOperationException($"{cluster.Kind} is no kind of cluster.");
        }

        silo.Configure<ClusterOptions>(options => Name(options, cluster));
        silo.ConfigureEndpoints(cluster.Address, cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: true);
    }

    private static void Join(IClientBuilder client, ClusterSettings cluster)
    {
        if (cluster.Kind == ClusterKind.Azure)
        {
            AzureClustering.Join(client, cluster);
        }
        else
        {
            PostgresClustering.Join(client, cluster);
        }

        client.Configure<ClusterOptions>(options => Name(options, cluster));
        OrleansTimings.Apply(client.Services);

        // Web processes may be started before their silos, and outlive all of them.
        client.UseConnectionRetryFilter(async (_, cancellation) =>
        {
            await Task.Delay(_betweenTries, TimeProvider.System, cancellation);
            return true;
        });
    }

    private static void Name(ClusterOptions options, ClusterSettings cluster)
    {
        options.ClusterId = cluster.ClusterId;
        options.ServiceId = cluster.ServiceId;
    }
}
