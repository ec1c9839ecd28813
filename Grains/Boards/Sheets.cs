namespace CoCreate.Boards;

/// <summary>The sheets of a brainwriting on a board: whose there are, and who is to hold which in the round that begins.</summary>
internal static class Sheets
{
    /// <summary>The number of the round that would begin now.</summary>
    public static int RoundOf(Board board) => board.Agenda.Sheets.IsEmpty ? 1 : board.Agenda.Rounds + 1;

    /// <summary>Every sheet with who holds it next. Who takes part and has none yet gets one: it holds what they wrote alone before.</summary>
    public static SheetPlace[] Deal(Board board)
    {
        var people = People(board);
        var known = board.Agenda.Sheets;
        var owners = board.Veil.Things.Values.Select(veiled => veiled.Author).Concat(people).Distinct().Except(known.Values.Select(sheet => sheet.Owner)).ToHashSet();

        // New sheets are numbered by the ids of the ideas on them, which browsers draw: their order says nothing of whose they are.
        var firstIdea = board.Veil.Things.Where(each => owners.Contains(each.Value.Author)).GroupBy(each => each.Value.Author)
            .ToDictionary(group => group.Key, group => group.Select(each => each.Key).Order(StringComparer.Ordinal).First());
        var fresh = owners.OrderBy(owner => firstIdea.GetValueOrDefault(owner, "~" + owner), StringComparer.Ordinal)
            .Select((owner, at) => new Rotation.Sheet($"sheet-{board.Seq + 1}-{at + 1:d4}", owner, Things.None));
        Rotation.Sheet[] sheets =
        [
            .. known.OrderBy(sheet => sheet.Key, StringComparer.Ordinal).Select(sheet => new Rotation.Sheet(sheet.Key, sheet.Value.Owner, sheet.Value.Held)),
            .. fresh,
        ];
        var holders = Rotation.Deal(sheets, people);
        return [.. sheets.Select(sheet => new SheetPlace(sheet.Id, sheet.Owner, holders.GetValueOrDefault(sheet.Id, "")))];
    }

    /// <summary>A decision with a sheet for each of those whom it lets in, in the middle of a round, where sheets are free; those that the fewest held first.</summary>
    public static Decision Given(Board board, string actor, Decision decision)
    {
        if (board.Agenda.Exposure != Exposure.Sheet || decision.Events.Length == 0)
        {
            return decision;
        }

        var free = board.Agenda.Sheets.Where(sheet => sheet.Value.Holder.Length == 0)
            .OrderBy(sheet => sheet.Value.Held.Count).ThenBy(sheet => sheet.Key, StringComparer.Ordinal).ToList();
        var facts = decision.Events.ToArray().ToList();
        foreach (var newcomer in facts.ToArray().SelectMany(fact => Newcomers(board, actor, fact)))
        {
            if (free.Find(sheet => sheet.Value.Owner != newcomer).Key is { } sheet)
            {
                free.RemoveAll(each => each.Key == sheet);
                facts.Add(new SheetTaken(sheet, newcomer));
            }
        }

        return Decision.Of(facts);
    }

    private static IEnumerable<string> Newcomers(Board board, string actor, BoardEvent fact) => fact switch
    {
        ParticipantEntered { Role: Role.Contributor } when !board.Members.ContainsKey(actor) => [actor],
        ParticipantsAdmitted e => e.Participants.Where(each => board.Door.Knocks[each].Record.Role == Role.Contributor),
        _ => [],
    };

    /// <summary>Those who take part: who may add ideas and did something since the agenda began (hosts: who wrote something hidden, or said that they are finished with it). Where that is nobody yet, all
    /// contributors.</summary>
    private static string[] People(Board board)
    {
        var writers = board.Veil.Things.Values.Select(veiled => veiled.Author).Concat(board.Agenda.Ready.Keys).ToHashSet();
        var contributors = board.Members.Values.Where(member => member.Record.Role == Role.Contributor).ToList();
        var hosts = board.Members.Values.Where(member => member.IsHost && writers.Contains(member.Record.Id));
        var active = contributors.Where(member => writers.Contains(member.Record.Id) || member.ActiveAt > board.Agenda.Since).Concat(hosts).ToList();
        var people = active.Count >= 2 ? active : contributors.Concat(active).Distinct().ToList();
        return [.. people.Select(member => member.Record.Id).Order(StringComparer.Ordinal)];
    }
}
