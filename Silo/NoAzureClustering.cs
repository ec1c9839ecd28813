using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>Stands in for clustering by Azure Tables in builds without it; the settings refuse it before.</summary>
internal static class AzureClustering
{
    /// <summary>Whether this build has it.</summary>
    public static bool IsBuilt => false;

    /// <summary>Always refuses.</summary>
    public static void Join(ISiloBuilder silo, ClusterSettings cluster) => throw Refusal(silo, cluster);

    /// <summary>Always refuses.</summary>
    public static void Join(IClientBuilder client, ClusterSettings cluster) => throw Refusal(client, cluster);

    private static InvalidOperationException Refusal(params object[] unused)
    {
        ArgumentNullException.ThrowIfNull(unused);
        return new InvalidOperationException("This build has no Azure Tables.");
    }
}
