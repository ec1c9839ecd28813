namespace CoCreate.Boards;

/// <summary>Asks the server which ideas are about the same. It answers beside other edits, on the ideas that everybody sees and that are in no group when the order is decided; until then the
/// proposal's status is <see cref="ProposalStatus.Computing"/>. A board has one proposal at a time: it takes the place of the one before, and is refused with <see cref="RefusalCode.TooMany"/> while
/// that is being computed, with <see cref="RefusalCode.NotFound"/> where fewer than <see cref="Limits.IdeasToGroup"/> ideas could be grouped.</summary>
[GenerateSerializer, Immutable, Alias("ProposeGroups")]
public sealed record ProposeGroups([property: Id(0)] string Id) : ClientCommand;

/// <summary>Makes a proposed cluster a group: its ideas are put in and laid out, most typical first, in a box whose corner is at the given place or, where something lies there, as near to
/// it as there is room. Ideas that were removed, grouped, hidden or locked since are left out; it is refused with <see cref="RefusalCode.NotFound"/> when none is left, and with
/// <see cref="RefusalCode.Exists"/> while the group that was made of it is there.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Cluster">The cluster's id in it.</param>
/// <param name="Group">The new group's id.</param>
/// <param name="X">Left edge of the group, in board units.</param>
/// <param name="Y">Top edge of the group, in board units.</param>
[GenerateSerializer, Immutable, Alias("TakeCluster")]
public sealed record TakeCluster(
    [property: Id(0)] string Proposal,
    [property: Id(1)] string Cluster,
    [property: Id(2)] string Group,
    [property: Id(3)] double X,
    [property: Id(4)] double Y) : ClientCommand;

/// <summary>Leaves a proposed cluster: it is shown as left, and may still be taken. Refused with <see cref="RefusalCode.Exists"/> where it is left already.</summary>
[GenerateSerializer, Immutable, Alias("LeaveCluster")]
public sealed record LeaveCluster([property: Id(0)] string Proposal, [property: Id(1)] string Cluster) : ClientCommand;

/// <summary>Puts a proposal away; groups that were made of it stay.</summary>
[GenerateSerializer, Immutable, Alias("DropProposal")]
public sealed record DropProposal([property: Id(0)] string Id) : ClientCommand;
