namespace CoCreate.Boards;

/// <summary>Orders about things of every kind. Those on many go on without what is gone, locked or somebody else's, and are refused when nothing is left.</summary>
internal static class ThingDecisions
{
    public static Decision Move(Board board, Member actor, MoveThings command)
    {
        if ((Check.Some(command.Moves) ?? FirstOutside(command.Moves)) is { } refusal)
        {
            return refusal;
        }

        var named = new List<(PlacedRecord Thing, Move Move)>(command.Moves.Length);
        var rest = Rest(board, actor, command.Moves, move => move.Id, out var why);
        named.AddRange(rest.Where(each => each.Thing is PlacedRecord).Select(each => ((PlacedRecord)each.Thing, each.Item)));
        if (named.Count == 0)
        {
            return why;
        }

        return new Carried(board, actor).Along(named) is { } moves ? new ThingsMoved(moves) : RefusalCode.OutOfRange;
    }

    public static Decision Resize(Board board, Member actor, ResizeThing command)
    {
        var refusal = Check.Editable(board, actor, command.Id)
            ?? Check.Unless(Things.Find(board, command.Id) is SizedRecord, RefusalCode.NotFound)
            ?? Check.Place(command.X, command.Y)
            ?? Check.Size(command.Width, command.Height);
        return refusal is not null
            ? refusal.Value
            : new ThingResized(
                command.Id, Check.Round(command.X), Check.Round(command.Y), Check.Round(command.Width), Check.Round(command.Height));
    }

    public static Decision Reorder(Board board, Member actor, ReorderThings command)
    {
        if ((Check.Some(command.Ranks) ?? Check.Unless(command.Ranks.All(rank => double.IsFinite(rank.Order)), RefusalCode.OutOfRange)) is { } refusal)
        {
            return refusal;
        }

        // A thing that is named twice goes where it is told last, and was never anywhere else.
        Rank[] ranks = [.. Rest(board, actor, command.Ranks, rank => rank.Id, out var why).Select(each => each.Item).GroupBy(rank => rank.Id).Select(same => same.Last())];
        return ranks.Length == 0 ? why : new ThingsReordered(ranks);
    }

    public static Decision Lock(Board board, Member actor, LockThings command)
    {
        if ((Check.Some(command.Ids) ?? Check.Defined(command.Lock)) is { } refusal)
        {
            return refusal;
        }

        var open = Rest(board, actor, command.Ids.Distinct(), id => id, out var why);
        if (open.Count == 0)
        {
            return why;
        }

        string[] allowed = [.. open.Where(each => MayLock(board, actor, each.Thing, command.Lock)).Select(each => each.Item)];
        return allowed.Length == 0 ? RefusalCode.NotAllowed : new ThingsLocked(allowed, command.Lock);
    }

    public static Decision Write(Board board, Member actor, WriteThing command) =>
        (Check.Editable(board, actor, command.Id) ?? Words(Things.Find(board, command.Id)!, command.Text)) is { } refusal
            ? refusal
            : new ThingWritten(command.Id, command.Text);

    public static Decision Remove(Board board, Member actor, RemoveThings command)
    {
        if (Check.Some(command.Ids) is { } refusal)
        {
            return refusal;
        }

        var open = Rest(board, actor, command.Ids.Distinct(), id => id, out var why);
        if (open.Count == 0)
        {
            return why;
        }

        var allowed = open.Where(each => MayRemove(board, actor, each.Thing)).Select(each => each.Item).ToHashSet();
        if (allowed.Count == 0)
        {
            return RefusalCode.NotAllowed;
        }

        // What hangs on something that goes, goes with it.
        var along = allowed.SelectMany(id => Things.HangingOn(board, id)).ToHashSet();
        return new ThingsRemoved([.. allowed.Where(id => !along.Contains(id))]);
    }

    private static RefusalCode? FirstOutside(Move[] moves) => moves.Select(move => Check.Place(move.X, move.Y)).FirstOrDefault(outside => outside is not null);

    /// <summary>What of a list is there and not locked. <paramref name="why"/> says what a command is refused for when that is nothing.</summary>
    private static List<(T Item, ThingRecord Thing)> Rest<T>(Board board, Member actor, IEnumerable<T> items, Func<T, string?> idOf, out RefusalCode why)
    {
        var rest = new List<(T, ThingRecord)>();
        why = RefusalCode.NotFound;
        foreach (var item in items)
        {
            if (Things.Find(board, idOf(item)) is not { } thing)
            {
                continue;
            }

            if (Things.MayChange(actor, thing))
            {
                rest.Add((item, thing));
            }
            else
            {
                why = RefusalCode.Locked;
            }
        }

        return rest;
    }

    private static bool MayLock(Board board, Member actor, ThingRecord thing, LockMode with) =>
        actor.IsHost || with == LockMode.None || (with == LockMode.Own && Authorship.Owns(board, actor, thing));

    /// <summary>What somebody wrote or brought is theirs; what only orders the board is everybody's.</summary>
    private static bool MayRemove(Board board, Member actor, ThingRecord thing) =>
        actor.IsHost || thing is GroupRecord or FrameRecord or ConnectorRecord || Authorship.Owns(board, actor, thing);

    private static RefusalCode? Words(ThingRecord thing, string? text) => thing switch
    {
        GroupRecord or FrameRecord => Check.Text(text, Limits.TitleLength),
        NoteRecord => Check.Text(text, Limits.NoteLength),
        ConnectorRecord => Check.Text(text, Limits.LabelLength),
        ImageRecord => Check.Text(text, Limits.AltLength),
        _ => RefusalCode.NotFound,
    };
}
