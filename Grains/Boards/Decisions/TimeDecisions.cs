namespace CoCreate.Boards;

/// <summary>Asking the hosts for more time in a step.</summary>
internal static class TimeDecisions
{
    public static Decision Ask(Board board, Member actor, AskForTime command)
    {
        if (board.Agenda.Phase is null or { EndsAt: 0, PausedLeft: 0 })
        {
            return RefusalCode.NotInPhase;
        }

        if (actor.IsHost || actor.Record.Role == Role.Observer)
        {
            return RefusalCode.NotAllowed;
        }

        return (board.Agenda.SeatOf(actor.Record.Id).Asked, command.Asks) switch
        {
            (TimeAnswer.None, true) or (TimeAnswer.Open, false) => new TimeAsked(command.Asks),
            (TimeAnswer.Open, true) => RefusalCode.Exists,
            (TimeAnswer.Declined, true) => RefusalCode.Declined,
            _ => RefusalCode.NotFound,
        };
    }

    public static Decision Decline(Board board, DeclineTime command) =>
        board.Agenda.Phase is null ? RefusalCode.NotInPhase
        : command.Participant is not null && board.Agenda.SeatOf(command.Participant).Asked == TimeAnswer.Open ? new TimeDeclined(command.Participant)
        : RefusalCode.NotFound;
}
