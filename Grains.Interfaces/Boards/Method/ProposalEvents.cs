namespace CoCreate.Boards;

/// <summary>The actor asked for groups; what was proposed before is put away.</summary>
public sealed record ProposalBegun(string Id) : BoardEvent;

/// <summary>The server found groups in so many ideas.</summary>
public sealed record GroupsProposed(string Id, int Ideas, ProposedCluster[] Clusters) : BoardEvent;

/// <summary>A cluster became a group; what the group is, and where its ideas lie, is in the events before this one.</summary>
public sealed record ClusterTaken(string Proposal, string Cluster, string Group) : BoardEvent;

/// <summary>A cluster was left.</summary>
public sealed record ClusterLeft(string Proposal, string Cluster) : BoardEvent;

/// <summary>A proposal was put away.</summary>
public sealed record ProposalDropped(string Id) : BoardEvent;
