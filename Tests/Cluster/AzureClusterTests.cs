using CoCreate.Tests.Kill;
using CoCreate.Tests.Proxy;

namespace CoCreate.Tests.Cluster;

/// <summary>A cluster that meets in Azure's tables, keeps its directory and its boards there, and loses a silo: two silos, two web processes, the proxy and Azurite as real processes.
/// Left out where Orleans' Azure packages are not to be had.</summary>
public sealed class AzureClusterTests
{
    [ProxyFact]
    public async Task R9_R23_R26_when_a_silo_of_a_cluster_in_Azure_tables_is_killed_everybody_goes_on_and_all_that_was_acknowledged_is_there_once()
    {
        await using var cluster = await ClusterProcesses.Start("--azure");
        await using var story = await KillStory.Begin(cluster, seed: 20_261_124);

        await story.Work(rounds: 1, mostBetween: 200, () =>
        {
            cluster.Kill("silo-1");
            return Task.CompletedTask;
        });

        await story.CheckThatAllIsThereOnce();
    }
}
