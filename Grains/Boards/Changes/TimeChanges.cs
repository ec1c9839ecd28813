namespace CoCreate.Boards;

/// <summary>The running step's timer, the time that single people have, and what they ask for.</summary>
internal static class TimeChanges
{
    /// <summary>The timer, set to end at another time. Where everybody has more left than before, those who asked for it have their answer.</summary>
    public static Board Set(Board board, long at, TimerSet e)
    {
        var phase = board.Agenda.Phase!;
        var next = phase with { EndsAt = e.EndsAt, PausedLeft = e.PausedLeft };
        board = board with { Agenda = board.Agenda with { Phase = next } };
        return LeftOf(next, at) > LeftOf(phase, at) ? board.Agenda.Seats.Keys.Aggregate(board, Withdrawn) : board;
    }

    public static Board Given(Board board, TimeGiven e) =>
        Seat(board, e.Participant, seat => seat.Answered(TimeAnswer.None) with { ExtraSeconds = seat.ExtraSeconds + e.Seconds });

    public static Board Asked(Board board, BoardEntry entry, TimeAsked e) => e.Asks
        ? Seat(board, entry.Actor, seat => seat with { Asked = TimeAnswer.Open, AskedAt = entry.At })
        : Withdrawn(board, entry.Actor);

    public static Board Declined(Board board, TimeDeclined e) => Seat(board, e.Participant, seat => seat.Answered(TimeAnswer.Declined));

    /// <summary>Somebody does not ask any more. What a host declined stays declined.</summary>
    public static Board Withdrawn(Board board, string participant) =>
        board.Agenda.SeatOf(participant).Asked == TimeAnswer.Open ? Seat(board, participant, seat => seat.Answered(TimeAnswer.None)) : board;

    private static Board Seat(Board board, string participant, Func<Seat, Seat> change) =>
        board with { Agenda = board.Agenda with { Seats = board.Agenda.Seats.SetItem(participant, change(board.Agenda.SeatOf(participant))) } };

    /// <summary>Milliseconds left of a timer; as many as there are where none ends the step.</summary>
    private static long LeftOf(PhaseRecord phase, long at) =>
        phase.PausedLeft > 0 ? phase.PausedLeft : phase.EndsAt > 0 ? phase.EndsAt - at : long.MaxValue;
}
