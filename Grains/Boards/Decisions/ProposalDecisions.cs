namespace CoCreate.Boards;

/// <summary>Proposals of groups: asking for one, and taking or leaving what it offers.</summary>
internal static class ProposalDecisions
{
    public static Decision Propose(Board board, ProposeGroups command)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.When(board.Proposal?.Id == command.Id, RefusalCode.Exists)
            ?? Check.When(board.Proposal?.Status == ProposalStatus.Computing, RefusalCode.TooMany)
            ?? Check.When(Proposing.Groupable(board).Take(Limits.IdeasToGroup).Count() < Limits.IdeasToGroup, RefusalCode.NotFound);
        return refusal is not null ? refusal.Value : new ProposalBegun(command.Id);
    }

    /// <summary>What came of computing a proposal; nothing where somebody put it away meanwhile. An order of the server alone.</summary>
    public static Decision Offer(Board board, string id, int ideas, ProposedCluster[] clusters) =>
        board.Proposal is { Status: ProposalStatus.Computing } proposal && proposal.Id == id ? new GroupsProposed(id, ideas, clusters) : Decision.Nothing;

    public static Decision Take(Board board, Member actor, TakeCluster command)
    {
        var refusal = Find(board, command.Proposal, command.Cluster, out var cluster)
            ?? Check.Id(command.Group)
            ?? Check.Fresh(board, command.Group)
            ?? Check.When(board.Groups.ContainsKey(cluster.Taken), RefusalCode.Exists)
            ?? Check.When(board.Groups.Count >= Limits.GroupsPerBoard, RefusalCode.TooMany)
            ?? Check.Place(command.X, command.Y);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        var there = cluster.Ideas.Where(id => Proposing.IsGroupable(board, id)).ToList();
        IdeaRecord[] ideas = [.. there.Select(id => board.Ideas[id].Record).Where(idea => Things.MayChange(actor, idea))];
        return ideas.Length == 0 ? (there.Count > 0 ? RefusalCode.Locked : RefusalCode.NotFound) : Lay(board, actor, command, cluster.Title, ideas);
    }

    public static Decision Leave(Board board, LeaveCluster command)
    {
        var refusal = Find(board, command.Proposal, command.Cluster, out var cluster)
            ?? Check.When(cluster.Left || board.Groups.ContainsKey(cluster.Taken), RefusalCode.Exists);
        return refusal is not null ? refusal.Value : new ClusterLeft(command.Proposal, command.Cluster);
    }

    public static Decision Drop(Board board, DropProposal command) =>
        command.Id is not null && board.Proposal?.Id == command.Id ? new ProposalDropped(command.Id) : RefusalCode.NotFound;

    private static Decision Lay(Board board, Member actor, TakeCluster command, string title, IdeaRecord[] ideas)
    {
        var (width, height) = ClusterLayout.SizeFor(ideas.Length);
        var free = ClusterLayout.FreePlace(Proposing.Obstacles(board, ideas), Check.Round(command.X), Check.Round(command.Y), width, height);
        var (x, y) = (Check.Round(free.X), Check.Round(free.Y));
        var named = ideas.Select((idea, at) => ((PlacedRecord)idea, MoveTo(idea, ClusterLayout.CellOf(at, ideas.Length, x, y)))).ToList();
        var moves = Check.Place(x, y) is null && Check.Place(x + width, y + height) is null ? new Carried(board, actor).Along(named) : null;
        return moves is null
            ? RefusalCode.OutOfRange
            : Decision.Of([
                new GroupAdded(command.Group, title, x, y, width, height, board.TopOrder + 1),
                new IdeasGrouped(command.Group, [.. ideas.Select(idea => idea.Id)]),
                new ThingsMoved(moves),
                new ClusterTaken(command.Proposal, command.Cluster, command.Group),
            ]);
    }

    private static Move MoveTo(IdeaRecord idea, (double X, double Y) corner) => new(idea.Id, corner.X, corner.Y);

    private static RefusalCode? Find(Board board, string? proposal, string? id, out ProposedCluster cluster)
    {
        cluster = board.Proposal is { } there && there.Id == proposal ? there.Clusters.FirstOrDefault(each => each.Id == id)! : null!;
        return Check.Unless(cluster is not null, RefusalCode.NotFound);
    }
}
