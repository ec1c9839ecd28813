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

    /// <summary>Ideas that not everyone sees any more leave a proposal, and so do a title that may be in their words, and a cluster that is none without them.</summary>
    public static Board Follow(Board board) => board.Proposal is { Clusters.Count: > 0 } proposal && proposal.Clusters.Any(cluster => cluster.Ideas.Any(id => IsHidden(board, id)))
        ? board with { Proposal = proposal with { Clusters = [.. proposal.Clusters.Select(cluster => Open(board, cluster)).Where(cluster => cluster.Ideas.Length > 1 || cluster.Taken.Length > 0)] } }
        : board;

    /// <summary>Whether an event may hide what a proposal is about; what it brings was computed a while ago.</summary>
    public static bool MayHide(BoardEvent fact) => fact is ContributionsHidden or ConceptsKept or GroupsProposed;

    private static ProposedCluster Open(Board board, ProposedCluster cluster) => cluster.Ideas.Any(id => IsHidden(board, id))
        ? cluster with { Title = "", Ideas = [.. cluster.Ideas.Where(id => !IsHidden(board, id))] }
        : cluster;

    private static bool IsHidden(Board board, string idea) => !Sight.OfThing(board, idea).IsEveryone;

    private static Board Change(Board board, string id, Func<ProposedCluster, ProposedCluster> change) => board with
    {
        Proposal = board.Proposal! with { Clusters = [.. board.Proposal.Clusters.Select(cluster => cluster.Id == id ? change(cluster) : cluster)] },
    };
}
