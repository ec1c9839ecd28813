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
            return PeopleDecisions.Enter(board, actor, enter, now);
        }

        if (!board.Members.TryGetValue(actor, out var member))
        {
            return RefusalCode.NotMember;
        }

        return BoardRights.Refuse(board, member, command) is { } refusal ? refusal : DecideAllowed(board, member, command, now);
    }

    /// <summary>The role that somebody new would enter by, with an invite's secret (its hash) or, where that is empty, the join code; null when it lets nobody in.</summary>
    public static Role? RoleByInvite(Board board, string secretHash, long now) =>
        !board.Exists ? null
        : secretHash.Length == 0 ? Role.Contributor
        : PeopleDecisions.FindInvite(board, "", secretHash, now)?.Record.Role;

    internal static Decision DecideAllowed(Board board, Member actor, BoardCommand command, long now) => command switch
    {
        RenameBoard c => SettingsDecisions.Rename(c),
        WriteBrief c => SettingsDecisions.WriteBrief(c),
        SetVoteBudget c => SettingsDecisions.SetVoteBudget(c),
        OpenSession => new SessionOpened(),
        CloseSession => new SessionClosed(),

        AddIdea c => IdeaDecisions.Add(board, c),
        RetitleIdea c => IdeaDecisions.Retitle(board, c),
        WriteIdeaBody c => IdeaDecisions.WriteBody(board, c),
        RecolourIdea c => IdeaDecisions.Recolour(board, c),
        MoveIdeas c => IdeaDecisions.Move(board, c),
        ReorderIdea c => IdeaDecisions.Reorder(board, c),
        RemoveIdea c => IdeaDecisions.Remove(board, actor, c),

        AddGroup c => GroupDecisions.Add(board, c),
        RetitleGroup c => GroupDecisions.Retitle(board, c),
        MoveGroup c => GroupDecisions.Move(board, c),
        ResizeGroup c => GroupDecisions.Resize(board, c),
        RemoveGroup c => GroupDecisions.Remove(board, c),
        GroupIdeas c => GroupDecisions.GroupIdeas(board, c),
        UngroupIdeas c => GroupDecisions.UngroupIdeas(board, c),

        TakeBack c => TakeBackDecisions.Decide(board, actor, c, now),
        Restore c => BinDecisions.Restore(board, actor, c),
        EmptyBin c => BinDecisions.Empty(board, c),
        MarkPoint c => PointDecisions.Mark(board, c),
        RemovePoint c => PointDecisions.Remove(board, c),
        BringBack c => PointDecisions.BringBack(board, c),

        AddConnector c => ConnectorDecisions.Add(board, c),
        RelabelConnector c => ConnectorDecisions.Relabel(board, c),
        RemoveConnector c => ConnectorDecisions.Remove(board, c),

        AddComment c => TalkDecisions.Comment(board, c),
        EditComment c => TalkDecisions.Edit(board, actor, c),
        RemoveComment c => TalkDecisions.Remove(board, actor, c),
        AddReaction c => TalkDecisions.React(board, c),
        WithdrawReaction c => TalkDecisions.Unreact(board, actor, c),

        CastVote c => VoteDecisions.Cast(board, actor, c),
        WithdrawVote c => VoteDecisions.Withdraw(board, actor, c),

        ChangeProfile c => PeopleDecisions.ChangeProfile(c),
        AssignRole c => PeopleDecisions.AssignRole(board, c),
        RemoveParticipant c => PeopleDecisions.Remove(board, c),
        MakeInvite c => PeopleDecisions.MakeInvite(board, c, now),
        RevokeInvite c => PeopleDecisions.RevokeInvite(board, c),

        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "This command has no decision; give it one."),
    };
}
