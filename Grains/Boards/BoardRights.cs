namespace CoCreate.Boards;

/// <summary>Who may order what: the one table of rights. Ownership of single things and comments, and locks, are looked at by the decision itself.</summary>
public static class BoardRights
{
    /// <summary>The circles of rights that commands fall in.</summary>
    public enum Circle
    {
        /// <summary>Everybody on the board, in an open or closed session: what concerns only oneself.</summary>
        Self,

        /// <summary>Voters while the session is open, hosts always.</summary>
        Vote,

        /// <summary>Commenters while the session is open, hosts always.</summary>
        Comment,

        /// <summary>Contributors while the session is open, hosts always.</summary>
        Contribute,

        /// <summary>The owner and the hosts.</summary>
        Host,
    }

    /// <summary>The circle that a command is in.</summary>
    public static Circle CircleOf(BoardCommand command) => command switch
    {
        ChangeProfile or SayReady or AskForTime or AcceptRules => Circle.Self,

        RenameBoard or WriteBrief or SetVoteBudget or OpenSession or CloseSession or AssignRole or AssignSegment or RemoveParticipant or MakeInvite or RevokeInvite
            or EmptyBin or MarkPoint or RemovePoint or BringBack
            or SetAgenda or BeginStep or EndAgenda or Reveal or SetTimer or ExtendTimer or DeclineTime or PauseTimer or ResumeTimer or ChangeRules or KeepConcepts
            or TakeOver or BeKnown
            or OpenVote or CloseVote or RemoveVote or PriceOption or MergeOptions
            or SetDoor or WritePolicy or AdmitParticipants or TurnAway or Ban or Unban
            or SetApproval or Approve or Hide or Show
            => Circle.Host,

        AddIdea or RetitleIdea or WriteIdeaBody or ChangeIdeaBody or RecolourIdea or AttachToIdea or TagIdeas or UntagIdeas
            or AddGroup or GroupIdeas or UngroupIdeas
            or ProposeGroups or TakeCluster or LeaveCluster or DropProposal
            or AddConnector or AttachConnector
            or AddFrame or AddNote or SizeNote or AddImage or AddStamp or AttachFile
            or MoveThings or ResizeThing or ReorderThings or LockThings or WriteThing or RemoveThings
            => Circle.Contribute,

        // Restoring what one removed: for those who only comment, their comments.
        AddComment or EditComment or RemoveComment or AddReaction or WithdrawReaction or Restore => Circle.Comment,

        // What is taken back is looked at part by part.
        CastVote or WithdrawVote or TakeBack => Circle.Vote,

        // Whose vote it is says its plan.
        TakeBallot or DealBallot or MarkOption or RankOptions or ComparePair or FinishBallot => Circle.Vote,

        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "This command has no circle of rights; give it one."),
    };

    /// <summary>Why this member may not order this, or null when they may.</summary>
    public static RefusalCode? Refuse(Board board, Member member, BoardCommand command)
    {
        var circle = CircleOf(command);
        return circle == Circle.Self || member.IsHost ? null
            : !member.Record.Role.Includes(LeastOf(circle)) ? RefusalCode.NotAllowed
            : board.Settings.Status == SessionStatus.Closed ? RefusalCode.Closed
            : null;
    }

    /// <summary>The role with the least rights that is in a circle.</summary>
    private static Role LeastOf(Circle circle) => circle switch
    {
        Circle.Vote => Role.Voter,
        Circle.Comment => Role.Commenter,
        Circle.Contribute => Role.Contributor,
        Circle.Host => Role.Host,
        _ => Role.Observer,
    };
}
