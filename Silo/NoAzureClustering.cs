using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>Stands in for clustering by Azure Tables in builds without Azure packages.</summary>
internal static class AzureClustering
{
    /// <summary>Always refuses.</summary>
    /// <exception cref="StartException">Says what to do.</exception>
    public static void Join(ISiloBuilder silo, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(connectionString);
        throw new StartException("This build has no Azure Tables. Build it with -p:AzureStorage=true, or set Cluster:Kind to local or postgres.");
    }
}
