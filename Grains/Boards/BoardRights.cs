namespace CoCreate.Boards;

/// <summary>Who may order what: the one table of rights. Ownership of single things and comments, and locks, are looked at by the decision itself.</summary>
public static class BoardRights
{
    /// <summary>The circles of rights that commands fall in.</summary>
    public enum Circle
    {
        /// <summary>Everybody on the board, in an open or closed session: what concerns only oneself.</summary>
        Self,

        /// <summary>Contributors while the session is open, hosts always.</summary>
        Contribute,

        /// <summary>All but observers while the session is open, hosts always; who may vote in which vote is decided by its plan.</summary>
        Vote,

        /// <summary>The owner and the hosts.</summary>
        Host,
    }

    /// <summary>The circle that a command is in.</summary>
    public static Circle CircleOf(BoardCommand command) => command switch
    {
        ChangeProfile => Circle.Self,

        RenameBoard or WriteBrief or SetVoteBudget or OpenSession or CloseSession or AssignRole or RemoveParticipant or MakeInvite or RevokeInvite
            or EmptyBin or MarkPoint or RemovePoint or BringBack
            or TakeOver or BeKnown
            or OpenVote or CloseVote or RemoveVote or PriceOption or MergeOptions
            => Circle.Host,

        TakeBallot or DealBallot or MarkOption or RankOptions or ComparePair or FinishBallot => Circle.Vote,

        AddIdea or RetitleIdea or WriteIdeaBody or ChangeIdeaBody or RecolourIdea or AttachToIdea or TagIdeas or UntagIdeas
            or AddGroup or GroupIdeas or UngroupIdeas
            or AddConnector or AttachConnector
            or AddFrame or AddNote or SizeNote or AddImage or AddStamp or AttachFile
            or MoveThings or ResizeThing or ReorderThings or LockThings or WriteThing or RemoveThings
            or AddComment or EditComment or RemoveComment or AddReaction or WithdrawReaction
            or CastVote or WithdrawVote
            or TakeBack or Restore
            => Circle.Contribute,

        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "This command has no circle of rights; give it one."),
    };

    /// <summary>Why this member may not order this, or null when they may.</summary>
    public static RefusalCode? Refuse(Board board, Member member, BoardCommand command) => (CircleOf(command), member.Record.Role) switch
    {
        (Circle.Self, _) => null,
        (_, Role.Owner or Role.Host) => null,
        (Circle.Contribute or Circle.Vote, Role.Contributor) => board.Settings.Status == SessionStatus.Closed ? RefusalCode.Closed : null,
        _ => RefusalCode.NotAllowed,
    };
}
