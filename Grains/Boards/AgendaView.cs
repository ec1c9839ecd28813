namespace CoCreate.Boards;

/// <summary>What viewers see of a board's agenda: everybody the steps, the one that runs and who is finished; each person how they themselves stand.</summary>
internal static class AgendaView
{
    /// <summary>What an event changed of it.</summary>
    public static IEnumerable<Patch> Patches(Board before, Board after)
    {
        var (was, now) = (before.Agenda, after.Agenda);
        return ReferenceEquals(was, now)
            ? []
            : [
                new Patch(Audience.Everyone, RecordKind.Agenda, was.Plan, now.Plan),
                new Patch(Audience.Everyone, RecordKind.Phase, was.Phase, now.Phase),
                .. ReferenceEquals(was.Ready, now.Ready) ? [] : was.Ready.Keys.Union(now.Ready.Keys).Select(id => new Patch(
                    Audience.Everyone, RecordKind.Ready, was.Ready.GetValueOrDefault(id), now.Ready.GetValueOrDefault(id))),
                .. People(was, now).Select(id => new Patch(Audience.Hosts, RecordKind.TimeRequest, RequestOf(was, id), RequestOf(now, id))),
                .. People(was, now).Select(id => new Patch(Audience.Only(id), RecordKind.Seat, SeatOf(was, id), SeatOf(now, id))),
            ];
    }

    /// <summary>What everybody sees of it.</summary>
    public static IEnumerable<Patch> Snapshot(Board board) =>
        board.Agenda.Ready.Values.Select(ready => new Patch(Audience.Everyone, RecordKind.Ready, null, ready))
            .Prepend(new Patch(Audience.Everyone, RecordKind.Phase, null, board.Agenda.Phase))
            .Prepend(new Patch(Audience.Everyone, RecordKind.Agenda, null, board.Agenda.Plan))
            .Where(patch => patch.IsChange);

    /// <summary>What hosts see of it alone: who asks for more time.</summary>
    public static IEnumerable<Patch> ForHosts(Board board) =>
        board.Agenda.Seats.Keys.Select(id => new Patch(Audience.Hosts, RecordKind.TimeRequest, null, RequestOf(board.Agenda, id))).Where(patch => patch.IsChange);

    /// <summary>What one participant sees of it alone.</summary>
    public static IEnumerable<Patch> Own(Board board, string participant) =>
        SeatOf(board.Agenda, participant) is { } seat ? [new Patch(Audience.Only(participant), RecordKind.Seat, null, seat)] : [];

    private static IEnumerable<string> People(Agenda was, Agenda now) => ReferenceEquals(was.Seats, now.Seats) && ReferenceEquals(was.Sheets, now.Sheets)
        ? []
        : new[] { was, now }.SelectMany(each => each.Seats.Keys.Concat(each.Sheets.Values.Select(sheet => sheet.Holder))).Where(id => id.Length > 0).Distinct();

    private static SeatRecord? SeatOf(Agenda agenda, string participant)
    {
        var (seat, sheet) = (agenda.SeatOf(participant), agenda.SheetOf(participant));
        return seat == Seat.Plain && sheet.Length == 0
            ? null
            : new SeatRecord { Id = "seat", ExtraSeconds = seat.ExtraSeconds, Sheet = sheet, Accepted = seat.Accepted, Asked = seat.Asked };
    }

    private static TimeRequestRecord? RequestOf(Agenda agenda, string participant) =>
        agenda.SeatOf(participant) is { Asked: TimeAnswer.Open } seat ? new TimeRequestRecord { Id = participant, At = seat.AskedAt } : null;
}
