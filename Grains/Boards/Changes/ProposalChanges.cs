namespace CoCreate.Boards;

internal static class ProposalChanges
{
    public static Board Begun(Board board, BoardEntry entry, ProposalBegun e) => board with
    {
        Proposal = new ProposalRecord { Id = e.Id, By = entry.Actor, At = entry.At, Status = ProposalStatus.Computing, Ideas = 0, Clusters = [] },
    };

    public static Board Proposed(Board board, GroupsProposed e) => board with
    {
        Proposal = board.Proposal! with { Status = ProposalStatus.Offered, Ideas = e.Ideas, Clusters = e.Clusters },
    };

    public static Board Taken(Board board, ClusterTaken e) => Change(board, e.Cluster, cluster => cluster with { Taken = e.Group, Left = false });

    public static Board Left(Board board, ClusterLeft e) => Change(board, e.Cluster, cluster => cluster with { Left = true });

    private static Board Change(Board board, string id, Func<ProposedCluster, ProposedCluster> change) => board with
    {
        Proposal = board.Proposal! with { Clusters = [.. board.Proposal.Clusters.Select(cluster => cluster.Id == id ? change(cluster) : cluster)] },
    };
}
