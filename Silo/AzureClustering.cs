using Azure.Data.Tables;
using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>A cluster whose processes find one another by Azure Tables, and keep there what outlives all of them: reminders, and where asked for the grain directory.
/// Orleans makes its tables itself. In builds for which Orleans' Azure packages could be restored.</summary>
internal static class AzureClustering
{
    /// <summary>Whether this build has it.</summary>
    public static bool IsBuilt => true;

    /// <summary>Joins it as a silo.</summary>
    public static void Join(ISiloBuilder silo, ClusterSettings cluster)
    {
        var tables = new TableServiceClient(cluster.ConnectionString);
        silo.UseAzureStorageClustering(options => options.TableServiceClient = tables);
        silo.UseAzureTableReminderService(options => options.TableServiceClient = tables);
        if (cluster.Directory == DirectoryKind.Store)
        {
            silo.UseAzureTableGrainDirectoryAsDefault(options => options.TableServiceClient = tables);
        }
    }

    /// <summary>Joins it as a web process.</summary>
    public static void Join(IClientBuilder client, ClusterSettings cluster) =>
        client.UseAzureStorageClustering(options => options.TableServiceClient = new TableServiceClient(cluster.ConnectionString));
}
