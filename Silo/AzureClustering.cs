using Azure.Data.Tables;
using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>A cluster whose processes find one another by Azure Tables. Only in builds with Azure packages.</summary>
internal static class AzureClustering
{
    /// <summary>Joins it as a silo.</summary>
    public static void Join(ISiloBuilder silo, string connectionString) =>
        silo.UseAzureStorageClustering(options => options.TableServiceClient = new TableServiceClient(connectionString));

    /// <summary>Joins it as a web process.</summary>
    public static void Join(IClientBuilder client, string connectionString) =>
        client.UseAzureStorageClustering(options => options.TableServiceClient = new TableServiceClient(connectionString));
}
