namespace CoCreate.Boards;

/// <summary>The lines of a board's history, made from its events one after the other. What one person does to several things in a short time is one line.</summary>
internal sealed class HistoryLog
{
    /// <summary>The same goes on as one line until it pauses for so long, in milliseconds.</summary>
    private const long PauseMs = 2 * 60_000;

    /// <summary>A line is closed after so long, in milliseconds, so that it stays where it belongs in time.</summary>
    private const long LongestMs = 10 * 60_000;

    private readonly List<Line> _lines = [];
    private readonly Dictionary<string, Line> _latestOf = [];

    /// <summary>What everyone saw before it was written anew and waited.</summary>
    private readonly HashSet<string> _wereOpen = [];

    /// <summary>Takes the next event.</summary>
    public void Add(Board before, Board after, BoardEntry entry)
    {
        if (HistoryTeller.Tell(before, after, entry) is { } told)
        {
            Add(told, entry);
        }

        foreach (var (author, added) in HistoryTeller.ToldLater(before, after, entry, _wereOpen.Contains))
        {
            Add(added, entry with { Actor = author });
        }

        _wereOpen.UnionWith(ModerationChanges.WaitsAgain(before, after, entry.Event));
    }

    private void Add(ToldEvent told, BoardEntry entry)
    {
        if (_latestOf.TryGetValue(entry.Actor, out var line) && line.Takes(told, entry))
        {
            line.Add(told, entry);
            return;
        }

        line = new Line(_lines.Count + 1, told, entry);
        _lines.Add(line);
        _latestOf[entry.Actor] = line;
    }

    /// <summary>Up to <paramref name="most"/> lines, the latest first, that somebody may read and asked for.</summary>
    public IEnumerable<HistoryLine> Read(Member viewer, HistoryQuestion question, int most)
    {
        var from = question.Before > 0 ? (int)Math.Min(question.Before - 1, _lines.Count) : _lines.Count;
        return Enumerable.Range(0, from)
            .Select(at => _lines[from - 1 - at])
            .Where(line => line.MayRead(viewer)
                && (question.Person.Length == 0 || question.Person == line.Actor)
                && (question.About.Length == 0 || line.IsAbout(question.About)))
            .Take(most)
            .Select(line => line.Told());
    }

    private sealed class Line(int number, ToldEvent told, BoardEntry entry)
    {
        private readonly ToldEvent _told = told;
        private readonly HashSet<string> _about = [.. told.About];
        private readonly long _startedAt = entry.At;
        private long _seq = entry.Seq;
        private long _at = entry.At;

        public string Actor { get; } = entry.Actor;

        public bool MayRead(Member viewer) => _told.Audience.Kind switch
        {
            AudienceKind.Everyone => true,
            AudienceKind.Hosts => viewer.IsHost,
            _ => _told.Audience.Participant == viewer.Record.Id,
        };

        public bool IsAbout(string id) => _about.Contains(id);

        /// <summary>Whether an event goes on with the same. Words and colours given to what was just added belong to adding it.</summary>
        public bool Takes(ToldEvent next, BoardEntry nextEntry) =>
            nextEntry.At - _at <= PauseMs && nextEntry.At - _startedAt <= LongestMs && next.Audience == _told.Audience
            && (next.Act == _told.Act || (_told.Act == "idea-added" && next.Act is not ("idea-added" or "things-removed")
                && Array.TrueForAll(next.About, _about.Contains)));

        public void Add(ToldEvent next, BoardEntry nextEntry)
        {
            _about.UnionWith(next.About);
            (_seq, _at) = (nextEntry.Seq, nextEntry.At);
        }

        public HistoryLine Told() => new(number, _seq, _at, Actor, _told.Act, _about.Count, [.. _about.Take(Limits.HistorySubjects)]);
    }
}
