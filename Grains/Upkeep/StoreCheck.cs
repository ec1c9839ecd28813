using CoCreate.Boards;
using CoCreate.Journals;

namespace CoCreate.Upkeep;

/// <summary>What a check came to.</summary>
/// <param name="Checked">How much was looked at.</param>
/// <param name="Findings">What is not as it should be.</param>
public sealed record StoreReport(Tally Checked, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether nothing but notes was found.</summary>
    public bool IsSound => Findings.All(finding => finding.IsNote);
}

/// <summary>Checks a store from end to end: each stream is read whole with its checksums, without gaps and doubles, each event is decoded and replayed, snapshots are
/// compared with what was replayed, and what points at a board points at one that is there. Changes nothing, and may run beside a server.</summary>
/// <param name="journal">The store.</param>
/// <param name="progress">Told after each stream.</param>
public sealed class StoreCheck(IJournal journal, IProgress<Tally> progress)
{
    /// <summary>At most this many findings are kept: past it the store is lost anyway.</summary>
    private const int MostFindings = 10_000;

    private const string LostEvents = "What was stored from there on is lost in this store. Stop the server, keep a copy of the damaged data, and restore the newest backup.";
    private readonly List<Finding> _findings = [];
    private readonly StoreReferences _references = new();
    private Tally _tally;

    /// <summary>Checks.</summary>
    /// <exception cref="JournalException">The store cannot be reached, so nothing is known of it.</exception>
    public async Task<StoreReport> Run(CancellationToken cancellation)
    {
        foreach (var kind in StreamKind.InReadingOrder)
        {
            await CheckAll(kind, cancellation);
        }

        foreach (var finding in _references.Dangling())
        {
            Note(finding);
        }

        return new StoreReport(_tally, _findings);
    }

    private async Task CheckAll(string? kind, CancellationToken cancellation)
    {
        try
        {
            await foreach (var stream in journal.Streams(cancellation))
            {
                var found = StreamKind.Of(stream);
                if (found == kind || (kind is null && found == StreamKind.Server))
                {
                    await Check(stream, cancellation);
                }
            }
        }
        catch (JournalException failure) when (failure.Failure == JournalFailure.Damaged)
        {
            Note(new Finding("the list of streams", 0, failure.Message, LostEvents));
        }
    }

    private async Task Check(string stream, CancellationToken cancellation)
    {
        var fold = StreamFold.Of(stream);
        try
        {
            var snapshot = new SnapshotCheck(fold is BoardFold ? await ReadSnapshot(fold, cancellation) : null);
            await foreach (var batch in journal.Read(stream, 0, cancellation))
            {
                fold.Take(batch);
                Note(fold is BoardFold board ? snapshot.Met(stream, batch, board.Board) : null);
            }

            Note(snapshot.End(stream));
            _references.Take(fold);
        }
        catch (JournalException failure) when (failure.Failure == JournalFailure.Damaged)
        {
            _references.TakeUnreadable(stream);
            Note(new Finding(stream, fold.Version + 1, failure.Message, LostEvents));
        }
        catch (UnreplayableException failure)
        {
            _references.TakeUnreadable(stream);
            Note(new Finding(stream, failure.Version, failure.Message, LostEvents));
        }

        _tally = _tally.With(fold.Version);
        progress.Report(_tally);
    }

    private async Task<VerifiedState?> ReadSnapshot(StreamFold board, CancellationToken cancellation) =>
        await new BoardStore(journal, board.Key).ReadSnapshot(cancellation);

    private void Note(Finding? finding)
    {
        if (finding is not null && _findings.Count < MostFindings)
        {
            _findings.Add(finding);
        }
    }
}
