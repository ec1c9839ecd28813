namespace CoCreate.Tests.Cluster;

/// <summary>Stands in for the test of a cluster in Azure's tables, so that a run tells that it was left out.</summary>
public sealed class NoAzureCluster
{
    [Fact(Skip = "Orleans' packages for Azure's tables cannot be restored from this machine's package sources.")]
    public void A_cluster_in_Azure_tables_goes_on_when_a_silo_is_killed() => throw new InvalidOperationException("Never run.");
}
