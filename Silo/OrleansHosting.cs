using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>Hosts the grains on Orleans: alone on this computer, or as one silo of a cluster (section "Cluster", <see cref="ClusterSettings"/>).</summary>
internal static class EngineHosting
{
    // The database of a cluster has no tables of Orleans' yet (PostgreSQL: undefined_table).
    private const string UndefinedTable = "42P01";

    /// <summary>Adds the engine, and tells its name in one line.</summary>
    /// <exception cref="StartException">A setting cannot be used.</exception>
    public static string AddEngine(this WebApplicationBuilder builder)
    {
        var cluster = ClusterSettings.Read(builder.Configuration);
        builder.UseOrleans(silo =>
        {
            Join(silo, cluster);
            SetTimes(silo);
            silo.AddActivityPropagation();
        });
        return $"Orleans, {cluster.Description}";
    }

    /// <summary>A sentence for a failure to start that comes from the engine, or null.</summary>
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
        PostgresException { SqlState: UndefinedTable } =>
            "The cluster's database lacks Orleans' tables. Run PostgreSQL-Main.sql and PostgreSQL-Clustering.sql of Orleans on it, then start again.",
        NpgsqlException => $"The cluster's database cannot be reached ({failure.Message}). Check Cluster:ConnectionString.",
        OrleansConfigurationException => $"The cluster's settings do not fit together: {failure.Message}",
        _ => null,
    };

    private static void Join(ISiloBuilder silo, ClusterSettings cluster)
    {
        switch (cluster.Kind)
        {
            case ClusterKind.Local:
                silo.UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort, serviceId: cluster.ServiceId, clusterId: cluster.ClusterId);
                return;
            case ClusterKind.Postgres:
                silo.UseAdoNetClustering(options =>
                {
                    options.Invariant = "Npgsql";
                    options.ConnectionString = cluster.ConnectionString;
                });
                break;
            case ClusterKind.Azure:
                AzureClustering.Join(silo, cluster.ConnectionString);
                break;
            default:
                throw new InvalidOperationException($"{cluster.Kind} is no kind of cluster.");
        }

        silo.Configure<ClusterOptions>(options =>
        {
            options.ClusterId = cluster.ClusterId;
            options.ServiceId = cluster.ServiceId;
        });
        silo.ConfigureEndpoints(cluster.Address, cluster.SiloPort, cluster.GatewayPort, listenOnAnyHostAddress: true);
    }

    private static void SetTimes(ISiloBuilder silo)
    {
        // A silo that died is found out in about 3 × 2 s, and its boards come up elsewhere; the resends of browsers bridge that.
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(2);
            options.NumMissedProbesLimit = 3;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(20);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
            options.DefunctSiloExpiration = TimeSpan.FromDays(1);
        });

        // Longer than any healthy commit takes; after it a browser is told "unknown" and sends again.
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(10));
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = TimeSpan.FromMinutes(15);
            options.DeactivationTimeout = TimeSpan.FromSeconds(15);
        });
    }
}
