using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>A cluster whose processes find one another by PostgreSQL, and keep there what outlives all of them: reminders, and where asked for the grain directory
/// (the tables of <see cref="ClusterTables"/>).</summary>
internal static class PostgresClustering
{
    // As ADO.NET providers are named.
    private const string Provider = "Npgsql";

    /// <summary>Joins it as a silo.</summary>
    public static void Join(ISiloBuilder silo, ClusterSettings cluster)
    {
        var tables = ClusterTables.ConnectionString(cluster.ConnectionString);
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Provider, tables));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Provider, tables));
        if (cluster.Directory == DirectoryKind.Store)
        {
            PostgresDirectory.Use(silo, Provider, tables);
        }
    }

    /// <summary>Joins it as a web process.</summary>
    public static void Join(IClientBuilder client, ClusterSettings cluster)
    {
        var tables = ClusterTables.ConnectionString(cluster.ConnectionString);
        client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Provider, tables));
    }
}
