using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>Stands in for clustering by Azure Tables in builds without Azure packages; the settings refuse it before.</summary>
internal static class AzureClustering
{
    /// <summary>Always refuses.</summary>
    public static void Join(ISiloBuilder silo, string connectionString) => throw Refusal(silo, connectionString);

    /// <summary>Always refuses.</summary>
    public static void Join(IClientBuilder client, string connectionString) => throw Refusal(client, connectionString);

    private static InvalidOperationException Refusal(params object[] unused)
    {
        ArgumentNullException.ThrowIfNull(unused);
        return new InvalidOperationException("This build has no Azure Tables.");
    }
}
