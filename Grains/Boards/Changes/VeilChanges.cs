using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>What becomes hidden, and whose authorship is sealed, when something is added; and how all of it is revealed.</summary>
internal static class VeilChanges
{
    /// <summary>The board after a fact, with what it added covered as the running step says.</summary>
    public static Board Cover(Board board, BoardEntry entry, BoardEvent fact) => fact switch
    {
        IdeaAdded e => Thing(board, entry, e.Id),
        GroupAdded e => Thing(board, entry, e.Id),
        ConnectorAdded e => Thing(board, entry, e.Id),
        FrameAdded e => Thing(board, entry, e.Id),
        NoteAdded e => Thing(board, entry, e.Id),
        ImageAdded e => Thing(board, entry, e.Id),
        StampAdded e => Thing(board, entry, e.Id),
        CommentAdded e => Comment(board, entry, e.Id),
        _ => board,
    };

    /// <summary>A file that somebody uploaded: known to all, or to who sees it.</summary>
    public static Board File(Board board, FileRecord file)
    {
        var by = file.Author;
        var record = board.Agenda is { IsMuted: true, Step.Sealed: true } ? file with { Author = "", CreatedAt = board.Agenda.Phase!.BegunAt } : file;
        if (board.Agenda.IsHidden)
        {
            var own = board.Veil.Files.GetValueOrDefault(by) ?? ImmutableDictionary<string, FileRecord>.Empty;
            return board with { Veil = board.Veil with { Files = board.Veil.Files.SetItem(by, own.SetItem(file.Id, record)) } };
        }

        return SealFile(board with { Files = board.Files.Add(file.Id, record) }, record, by);
    }

    /// <summary>A thing that was removed hides nothing any more.</summary>
    public static Board Removed(Board board, string id) =>
        board.Veil.Things.ContainsKey(id)
            ? Counted(board with { Veil = board.Veil with { Things = board.Veil.Things.Remove(id) } })
            : board;

    /// <summary>A thing that came back is hidden as it was, where the running step hides things.</summary>
    public static Board CameBack(Board board, string id, Veiled? veiled) =>
        veiled is not null && board.Agenda.IsHidden && Things.Find(board, id) is not ConnectorRecord and not StampRecord { On.Length: > 0 }
            ? Counted(board with { Veil = board.Veil with { Things = board.Veil.Things.SetItem(id, veiled) } })
            : board;

    /// <summary>Everybody sees everything that was hidden, but for what hosts keep back.</summary>
    public static Board Revealed(Board board)
    {
        board = MovingApart.Apart(Shuffled(board), [.. board.Veil.Things.Keys]);
        foreach (var (participant, files) in board.Veil.Files.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            foreach (var file in files.Values.Where(file => !board.Files.ContainsKey(file.Id)))
            {
                board = SealFile(board with { Files = board.Files.Add(file.Id, file) }, file, participant);
            }
        }

        return Counted(board with { Veil = Veil.None, Agenda = board.Agenda with { Sheets = board.Agenda.Sheets.Clear() } });
    }

    /// <summary>With the number of hidden ideas on record.</summary>
    public static Board Counted(Board board) => board.Agenda.Phase is not { } phase
        ? board
        : board with { Agenda = board.Agenda with { Phase = phase with { Hidden = board.Veil.Things.Keys.Count(board.Ideas.ContainsKey) } } };

    /// <summary>How what somebody adds now is hidden.</summary>
    public static Veiled VeilOf(Board board, string actor) => new(
        actor,
        board.Members.GetValueOrDefault(actor)?.Record.Segment ?? "",
        board.Agenda.Exposure == Exposure.Sheet ? board.Agenda.SheetOf(actor) : "");

    private static Board Thing(Board board, BoardEntry entry, string id)
    {
        var thing = Things.Find(board, id)!;
        board = board.Sealed.Things.ContainsKey(id) ? board with { Sealed = board.Sealed with { Things = board.Sealed.Things.Remove(id) } } : board;
        if (board.Agenda.IsHidden && thing is not ConnectorRecord and not StampRecord { On.Length: > 0 })
        {
            board = Veiled(board, thing, entry.Actor);
            thing = Things.Find(board, id)!;
        }

        return board.Agenda is { IsMuted: true, Step.Sealed: true } ? Seal(board, thing, entry.Actor) : board;
    }

    private static Board Veiled(Board board, ThingRecord thing, string actor)
    {
        var veiled = VeilOf(board, actor);
        board = thing is IdeaRecord idea ? Things.Put(board, idea with { Sheet = veiled.Sheet }) : board;
        board = board with { Veil = board.Veil with { Things = board.Veil.Things.Add(thing.Id, veiled) } };
        return thing is IdeaRecord ? Counted(board, 1) : board;
    }

    private static Board Counted(Board board, int more) =>
        board with { Agenda = board.Agenda with { Phase = board.Agenda.Phase! with { Hidden = board.Agenda.Phase!.Hidden + more } } };

    /// <summary>Times are those of the step, so that nobody finds out by comparing them with who was busy when.</summary>
    private static Board Seal(Board board, ThingRecord thing, string actor)
    {
        ThingRecord blank = thing is IdeaRecord idea
            ? idea with { Author = "", CreatedAt = board.Agenda.Phase!.BegunAt }
            : thing with { Author = "" };
        return Things.Put(board, blank) with { Sealed = board.Sealed with { Things = board.Sealed.Things.SetItem(thing.Id, actor) } };
    }

    private static Board Comment(Board board, BoardEntry entry, string id)
    {
        board = board.Sealed.Comments.ContainsKey(id) ? board with { Sealed = board.Sealed with { Comments = board.Sealed.Comments.Remove(id) } } : board;
        return board.Agenda is not { IsMuted: true, Step.Sealed: true }
            ? board
            : board with
            {
                Comments = board.Comments.SetItem(id, board.Comments[id] with { Author = "", CreatedAt = board.Agenda.Phase!.BegunAt }),
                Sealed = board.Sealed with { Comments = board.Sealed.Comments.SetItem(id, entry.Actor) },
            };
    }

    private static Board SealFile(Board board, FileRecord record, string by) =>
        record.Author.Length > 0 ? board : board with { Sealed = board.Sealed with { Files = board.Sealed.Files.SetItem(record.Id, by) } };

    /// <summary>The order in which sealed things were added would tell whose they are to somebody who looked on; they get each other's places, by their ids, which browsers draw.</summary>
    private static Board Shuffled(Board board)
    {
        var things = board.Veil.Things.Keys.Where(board.Sealed.Things.ContainsKey).Select(id => Things.Find(board, id)).OfType<ThingRecord>()
            .Where(thing => thing.Author.Length == 0).OrderBy(thing => thing.Id, StringComparer.Ordinal).ToList();
        var orders = things.Select(thing => thing.Order).Order().ToList();
        return things.Zip(orders).Aggregate(board, (next, pair) => Things.Put(next, pair.First with { Order = pair.Second }));
    }
}
