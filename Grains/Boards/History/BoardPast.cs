using CoCreate.Journals;

namespace CoCreate.Boards;

/// <summary>A board's past, read from its journal as far as the journal goes: the lines of its history, and the board itself every so many events, so that any version is a short way
/// from one that is at hand. The boards share what did not change between them.</summary>
internal sealed class BoardPast(IJournal journal, string board)
{
    /// <summary>So many batches are read while earlier ones are worked on: reading takes about as long as half of the work.</summary>
    private const int BatchesAhead = 64;

    private readonly BoardStore _store = new(journal, board);
    private readonly List<Board> _marks = [Board.Empty];
    private readonly Dictionary<string, string> _names = [];

    /// <summary>The board as the journal had it last.</summary>
    public Board Latest { get; private set; } = Board.Empty;

    /// <summary>What hosts decided.</summary>
    public ModerationLog Moderation { get; } = new();

    /// <summary>What happened.</summary>
    public HistoryLog Log { get; } = new();

    /// <summary>What each person who was ever on the board was called last.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>Reads what the journal has beyond what is known.</summary>
    /// <exception cref="JournalException">The stream is damaged or cannot be read.</exception>
    public async Task Extend(CancellationToken cancellation)
    {
        await foreach (var entries in _store.ReadEntries(Latest.Seq, cancellation).Ahead(BatchesAhead, cancellation))
        {
            foreach (var entry in entries)
            {
                var after = BoardApplier.Apply(Latest, entry);
                Log.Add(Latest, after, Told(entry));
                Moderation.Add(Latest, after, entry);
                Latest = after;
                if (after.Members.TryGetValue(entry.Actor, out var member))
                {
                    _names[entry.Actor] = member.Record.Name;
                }
            }

            if (Latest.Seq - _marks[^1].Seq >= Limits.EventsPerSnapshot)
            {
                _marks.Add(Latest);
            }
        }
    }

    /// <summary>What was taken over from elsewhere is told as what it was, by whom and when.</summary>
    private static BoardEntry Told(BoardEntry entry) =>
        entry.Event is TookOver taken ? entry with { Actor = taken.Actor, At = taken.At, Event = taken.Event } : entry;

    /// <summary>The board at a version that was reached, and when that was.</summary>
    /// <exception cref="JournalException">The stream is damaged or cannot be read.</exception>
    public async Task<(Board Board, long At)> ReadAt(long seq, CancellationToken cancellation)
    {
        var past = _marks.FindLast(mark => mark.Seq <= seq)!;
        if (past.Seq == seq && past.Seq > 0)
        {
            // When it was reached stands in its last event, which is a mark's length away at most.
            past = _marks.FindLast(mark => mark.Seq < seq)!;
        }

        return await _store.ReadAt(past, seq, cancellation);
    }
}
