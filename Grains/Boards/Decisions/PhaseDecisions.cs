namespace CoCreate.Boards;

/// <summary>What the running step says to a command before anything else is looked at.</summary>
internal static class PhaseDecisions
{
    /// <summary>Why somebody may order nothing of this kind now, or null.</summary>
    public static RefusalCode? Refuse(Board board, Member actor, BoardCommand command, long now)
    {
        var agenda = board.Agenda;
        return agenda.Plan is null || actor.IsHost || BoardRights.CircleOf(command) is BoardRights.Circle.Self or BoardRights.Circle.Host ? null
            : agenda.IsLobby ? Check.Unless(IsBallot(command), RefusalCode.NotInPhase)
            : agenda.Phase is null ? null
            : !HasAccepted(agenda, actor.Record.Id) ? RefusalCode.RulesChanged
            : IsOver(agenda, actor.Record.Id, now) ? RefusalCode.TimeUp
            : null;
    }

    /// <summary>Votes may be held before the first step and beside all steps: they have their own rules.</summary>
    private static bool IsBallot(BoardCommand command) => command is TakeBallot or DealBallot or MarkOption or RankOptions or ComparePair or FinishBallot;

    /// <summary>Whether somebody accepted the rules as they were changed, or as they were changed again since.</summary>
    private static bool HasAccepted(Agenda agenda, string participant) =>
        agenda.Consent.Length == 0
        || agenda.Phase!.Changes.SkipWhile(change => change.After != agenda.Consent).Any(change => change.After == agenda.SeatOf(participant).Accepted);

    private static bool IsOver(Agenda agenda, string participant, long now) =>
        agenda.Step!.Strict && agenda.Phase!.EndsAt > 0
        && now > agenda.Phase.EndsAt + ((agenda.SeatOf(participant).ExtraSeconds + Limits.GraceSeconds) * 1000L);
}
