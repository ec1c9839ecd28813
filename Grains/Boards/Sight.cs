using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>Who sees a record: everyone on the board, or some. The one place that says so; patches, snapshots, the bin, the history, files and decisions ask it. Pure.</summary>
/// <param name="IsEveryone">Everyone on the board.</param>
/// <param name="Hosts">Otherwise: whether the hosts do.</param>
/// <param name="People">Otherwise: the participants who do.</param>
public readonly record struct Sight(bool IsEveryone, bool Hosts, ImmutableHashSet<string> People)
{
    /// <summary>Everyone on the board sees it.</summary>
    public static Sight Everyone { get; } = new(true, true, []);

    /// <summary>Nobody sees it: it is not there.</summary>
    public static Sight Nobody { get; } = new(false, false, []);

    /// <summary>These participants see it, hosts no more than others.</summary>
    public static Sight Only(params IEnumerable<string> people) => new(false, false, [.. people]);

    /// <summary>The hosts see it, and its author (empty for nobody).</summary>
    public static Sight HostsAnd(string author) => new(false, true, author.Length == 0 ? [] : [author]);

    /// <summary>Who sees a thing of the board.</summary>
    public static Sight Of(Board board, ThingRecord thing) => thing is GroupRecord ? Placed(board, thing) : OfWords(board, thing);

    /// <summary>Who reads what a thing says: whoever sees it, but for a group whose title is held.</summary>
    public static Sight OfWords(Board board, ThingRecord thing) =>
        thing.Held == Holding.None ? Placed(board, thing) : HostsAnd(Authorship.Of(board, thing)).And(board, Placed(board, thing));

    /// <summary>Who would see a thing if hosts held nothing of it back: who sees what it hangs on, and what the step shows.</summary>
    private static Sight Placed(Board board, ThingRecord thing) => thing switch
    {
        ConnectorRecord connector => OfThing(board, connector.From).And(board, OfThing(board, connector.To)),
        StampRecord { On.Length: > 0 } stamp => OfThing(board, stamp.On),
        IdeaRecord { Concept: true } => HostsAnd("").And(board, Veiled(board, thing.Id)),
        _ => Veiled(board, thing.Id),
    };

    /// <summary>Who sees a thing by its id; of what is not there, everyone sees that.</summary>
    public static Sight OfThing(Board board, string id) => Things.Find(board, id) is { } thing ? Of(board, thing) : Everyone;

    /// <summary>Who sees a comment: at most who sees its idea.</summary>
    public static Sight Of(Board board, CommentRecord comment) => comment.Held == Holding.None
        ? OfThing(board, comment.Idea)
        : HostsAnd(Authorship.Of(board, comment)).And(board, OfThing(board, comment.Idea));

    /// <summary>Who sees a file that is known to the board; <see cref="HeldFiles"/> says so.</summary>
    public static Sight Of(Board board, FileRecord file) => HeldFiles.IsHeld(board, file.Id) ? HeldFiles.SightOf(board, file) : Everyone;

    /// <summary>Who sees a record that is hidden as the running step says.</summary>
    public static Sight Of(Board board, Veiled veiled) => board.Agenda.Exposure switch
    {
        Exposure.Own => Only(veiled.Author),
        Exposure.Sheet => board.Agenda.Sheets.GetValueOrDefault(veiled.Sheet) is { Holder.Length: > 0 } sheet ? Only(veiled.Author, sheet.Holder) : Only(veiled.Author),

        // Who has named no segment is of none, and nobody is of it with them.
        Exposure.Segment => veiled.Segment.Length == 0
            ? Only(veiled.Author)
            : Only(board.Members.Values.Where(member => member.Record.Segment == veiled.Segment).Select(member => member.Record.Id).Append(veiled.Author)),
        _ => Everyone,
    };

    /// <summary>The file as somebody sees it, or null when they do not: it is known to all, or it is their own, or a hidden thing that they see shows it.</summary>
    public static FileRecord? OfFile(Board board, string participant, string? hash) =>
        hash is null ? null
        : board.Files.TryGetValue(hash, out var file) ? (Of(board, file).Sees(board, participant) ? file : null)
        : HiddenFiles(board, participant).GetValueOrDefault(hash);

    /// <summary>The files that somebody sees and not everyone does, by hash.</summary>
    public static IReadOnlyDictionary<string, FileRecord> HiddenFiles(Board board, string participant)
    {
        if (board.Veil.Files.IsEmpty)
        {
            return ImmutableDictionary<string, FileRecord>.Empty;
        }

        var files = (board.Veil.Files.GetValueOrDefault(participant) ?? ImmutableDictionary<string, FileRecord>.Empty).RemoveRange(board.Files.Keys);
        if (board.Agenda.Exposure == Exposure.Own)
        {
            return files;
        }

        foreach (var (id, veiled) in board.Veil.Things.OrderBy(each => each.Value.Author, StringComparer.Ordinal))
        {
            if (Shown(board, id) is { Length: > 0 } hash && !files.ContainsKey(hash) && !board.Files.ContainsKey(hash)
                && board.Veil.FileOf(veiled.Author, hash) is { } file && OfThing(board, id).Sees(board, participant))
            {
                files = files.Add(hash, file);
            }
        }

        return files;
    }

    /// <summary>Whether a participant is among those who see it.</summary>
    public bool Sees(Board board, string participant) =>
        IsEveryone || People.Contains(participant) || (Hosts && board.Members.GetValueOrDefault(participant) is { IsHost: true });

    /// <summary>Those who see both.</summary>
    public Sight And(Board board, Sight other)
    {
        if (IsEveryone || other.IsEveryone)
        {
            return IsEveryone ? other : this;
        }

        var one = this;
        var people = People.Where(each => other.Sees(board, each)).Concat(other.People.Where(each => one.Sees(board, each)));
        return new Sight(false, Hosts && other.Hosts, [.. people]);
    }

    private static Sight Veiled(Board board, string id) => board.Veil.Things.TryGetValue(id, out var veiled) ? Of(board, veiled) : Everyone;

    private static string Shown(Board board, string id) => Things.Find(board, id) switch
    {
        IdeaRecord idea => idea.File,
        ImageRecord image => image.File,
        _ => "",
    };
}
