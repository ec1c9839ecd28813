namespace CoCreate.Tests.Cluster;

/// <summary>Stands in for the tests of several processes, so that a run tells that they were left out.</summary>
public sealed class NoCluster
{
    private const string Why = "Orleans cannot be restored from this machine's package sources, so grains and web share one process.";

    [Fact(Skip = Why)]
    public void Boards_go_on_when_a_silo_is_killed_drained_or_added() => throw new InvalidOperationException("Never run.");

    [Fact(Skip = Why)]
    public void People_go_on_at_another_web_process_when_theirs_is_killed() => throw new InvalidOperationException("Never run.");
}
