namespace CoCreate.Boards;

/// <summary>Says what a command comes to on a board: facts or a refusal. Pure: the time is passed in, ids come with the commands.</summary>
public static class BoardDecider
{
    /// <summary>Decides a command of <paramref name="actor"/> at <paramref name="now"/> (Unix milliseconds).</summary>
    public static Decision Decide(Board board, string actor, BoardCommand command, long now)
    {
        if (command is CreateBoard create)
        {
            return PeopleDecisions.Create(board, actor, create, now);
        }

        if (!board.Exists)
        {
            return RefusalCode.NotFound;
        }

        if (command is EnterBoard enter)
        {
            return Sheets.Given(board, actor, PeopleDecisions.Enter(board, actor, enter, now));
        }

        if (!board.Members.TryGetValue(actor, out var member))
        {
            return RefusalCode.NotMember;
        }

        return Decide(board, member, command, now);
    }

    /// <summary>Decides a command of a member: by their role, by the running step, and by what they see; then for itself.</summary>
    internal static Decision Decide(Board board, Member actor, BoardCommand command, long now)
    {
        if ((BoardRights.Refuse(board, actor, command) ?? PhaseDecisions.Refuse(board, actor, command, now)) is { } refusal)
        {
            return refusal;
        }

        var (reached, outOfReach) = Reach.Of(board, actor, command);
        var (approvable, forHosts) = outOfReach is null ? Approval.Of(board, actor, reached) : (reached, null);
        return (outOfReach ?? forHosts) is { } why ? why : Sheets.Given(board, actor.Record.Id, DecideAllowed(board, actor, approvable, now));
    }

    /// <summary>What somebody new meets, with an invite's secret (its hash) or, where that is empty, the join code; null when it lets nobody in.</summary>
    public static BoardLook? Look(Board board, string secretHash, long now)
    {
        if (RoleByInvite(board, secretHash, now) is not { } role)
        {
            return null;
        }

        var (settings, door) = (board.Settings, board.Door);
        var passes = role.RunsSession();
        var refusal = DoorDecisions.Refuse(board, role, now);
        // Before a door that somebody has to open, nobody is told more than what they are asked for.
        var brief = door.Passcode.Length == 0 && !door.Approve && refusal is null ? settings.Brief : "";
        return new BoardLook(settings.Title, role, settings.Policy, passes ? "" : door.Passcode, !passes && door.Approve, refusal, brief, SegmentDecisions.OfLink(board, secretHash, now));
    }

    /// <summary>The role that somebody new would enter by, with an invite's secret (its hash) or, where that is empty, the join code; null when it lets nobody in.</summary>
    public static Role? RoleByInvite(Board board, string secretHash, long now) =>
        !board.Exists ? null
        : secretHash.Length == 0 ? Role.Contributor
        : PeopleDecisions.FindInvite(board, "", secretHash, now)?.Record.Role;

    /// <summary>Decides what the actor has the right to order and reaches.</summary>
    internal static Decision DecideAllowed(Board board, Member actor, BoardCommand command, long now) => command switch
    {
        RenameBoard c => SettingsDecisions.Rename(c),
        WriteBrief c => SettingsDecisions.WriteBrief(c),
        SetVoteBudget c => SettingsDecisions.SetVoteBudget(c),
        OpenSession => new SessionOpened(),
        CloseSession => new SessionClosed(),

        AddIdea c => IdeaDecisions.Add(board, c),
        RetitleIdea c => IdeaDecisions.Retitle(board, actor, c),
        WriteIdeaBody c => BodyDecisions.Write(board, actor, c),
        ChangeIdeaBody c => BodyDecisions.Change(board, actor, c),
        RecolourIdea c => IdeaDecisions.Recolour(board, actor, c),
        AttachToIdea c => FileDecisions.AttachToIdea(board, actor, c),
        TagIdeas c => TagDecisions.Tag(board, actor, c),
        UntagIdeas c => TagDecisions.Untag(board, actor, c),

        AddGroup c => GroupDecisions.Add(board, c),
        GroupIdeas c => GroupDecisions.GroupIdeas(board, actor, c),
        UngroupIdeas c => GroupDecisions.UngroupIdeas(board, actor, c),

        TakeBack c => TakeBackDecisions.Decide(board, actor, c, now),
        Restore c => BinDecisions.Restore(board, actor, c),
        EmptyBin c => BinDecisions.Empty(board, c),
        MarkPoint c => PointDecisions.Mark(board, c),
        RemovePoint c => PointDecisions.Remove(board, c),
        BringBack c => PointDecisions.BringBack(board, c),

        ProposeGroups c => ProposalDecisions.Propose(board, c),
        TakeCluster c => ProposalDecisions.Take(board, actor, c),
        LeaveCluster c => ProposalDecisions.Leave(board, c),
        DropProposal c => ProposalDecisions.Drop(board, c),

        AddConnector c => ConnectorDecisions.Add(board, c),
        AttachConnector c => ConnectorDecisions.Attach(board, actor, c),

        AddFrame c => ObjectDecisions.AddFrame(board, c),
        AddNote c => ObjectDecisions.AddNote(board, c),
        SizeNote c => ObjectDecisions.SizeNote(board, actor, c),
        AddImage c => ObjectDecisions.AddImage(board, actor, c),
        AddStamp c => ObjectDecisions.AddStamp(board, c),

        MoveThings c => ThingDecisions.Move(board, actor, c),
        ResizeThing c => ThingDecisions.Resize(board, actor, c),
        ReorderThings c => ThingDecisions.Reorder(board, actor, c),
        LockThings c => ThingDecisions.Lock(board, actor, c),
        WriteThing c => ThingDecisions.Write(board, actor, c),
        RemoveThings c => ThingDecisions.Remove(board, actor, c),
        AttachFile c => FileDecisions.Attach(board, actor, c),

        AddComment c => TalkDecisions.Comment(board, c),
        EditComment c => TalkDecisions.Edit(board, actor, c),
        RemoveComment c => TalkDecisions.Remove(board, actor, c),
        AddReaction c => TalkDecisions.React(board, c),
        WithdrawReaction c => TalkDecisions.Unreact(board, actor, c),

        CastVote c => DotDecisions.Cast(board, actor, c),
        WithdrawVote c => DotDecisions.Withdraw(board, actor, c),

        OpenVote c => VoteDecisions.Open(board, c.Id, c.Title, c.Plan, ""),
        CloseVote c => VoteDecisions.Close(board, c.Id),
        RemoveVote c => VoteDecisions.Remove(board, c),
        PriceOption c => VoteDecisions.Price(board, c),
        MergeOptions c => VoteDecisions.Merge(board, c),
        DealBallot c => BallotDecisions.Deal(board, actor, c),
        TakeBallot => RefusalCode.NotAllowed,
        MarkOption c => BallotDecisions.Mark(board, actor, c),
        RankOptions c => BallotDecisions.Rank(board, actor, c),
        ComparePair c => BallotDecisions.Compare(board, actor, c),
        FinishBallot c => BallotDecisions.Finish(board, actor, c),

        SetAgenda c => AgendaDecisions.Set(board, c),
        BeginStep c => AgendaDecisions.Begin(board, actor, c, now),
        EndAgenda => AgendaDecisions.End(board),
        Reveal => AgendaDecisions.Reveal(board),
        SetTimer c => AgendaDecisions.SetTimer(board, c, now),
        ExtendTimer c => AgendaDecisions.Extend(board, c, now),
        PauseTimer => AgendaDecisions.Pause(board, now),
        ResumeTimer => AgendaDecisions.Resume(board, now),
        ChangeRules c => AgendaDecisions.ChangeRules(board, c),
        KeepConcepts c => AgendaDecisions.KeepConcepts(board, c),
        SayReady c => AgendaDecisions.SayReady(board, actor, c),
        AskForTime c => TimeDecisions.Ask(board, actor, c),
        DeclineTime c => TimeDecisions.Decline(board, c),
        AcceptRules c => AgendaDecisions.AcceptRules(board, c),

        ChangeProfile c => PeopleDecisions.ChangeProfile(c),
        AssignRole c => PeopleDecisions.AssignRole(board, c),
        AssignSegment c => SegmentDecisions.Assign(board, c),
        RemoveParticipant c => PeopleDecisions.Remove(board, c),
        SetDoor c => DoorDecisions.Set(board, c),
        WritePolicy c => DoorDecisions.WritePolicy(c),
        AdmitParticipants c => DoorDecisions.Admit(board, c),
        TurnAway c => DoorDecisions.TurnAway(board, c),
        Ban c => DoorDecisions.Ban(board, actor, c),
        Unban c => DoorDecisions.Unban(board, c),
        SetApproval c => new ApprovalSet(c.On, All: true),
        Approve c => ModerationDecisions.Approve(board, actor, c),
        Hide c => ModerationDecisions.Hide(board, actor, c),
        Show c => ModerationDecisions.Show(board, actor, c),
        MakeInvite c => PeopleDecisions.MakeInvite(board, c, now),
        RevokeInvite c => PeopleDecisions.RevokeInvite(board, c),
        TakeOver c => TakeOverDecisions.TakeOver(board, actor, c, now),
        BeKnown => RefusalCode.NotAllowed,

        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "This command has no decision; give it one."),
    };
}
