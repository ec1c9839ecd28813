using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>A cluster whose silos find one another by Azure Tables. Only in builds with Azure packages.</summary>
internal static class AzureClustering
{
    /// <summary>Joins it.</summary>
    public static void Join(ISiloBuilder silo, string connectionString) =>
        silo.UseAzureStorageClustering(options => options.TableServiceClient = new Azure.Data.Tables.TableServiceClient(connectionString));
}
