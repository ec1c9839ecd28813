using CoCreate.Journals;
using CoCreate.Web.Http;

namespace CoCreate.Silo;

/// <summary>The server is ready when its journal takes a durable write. Asked often, it writes at most once a second.</summary>
/// <remarks>While all goes well it replaces a snapshot, which goes the same way to the disk as an append and grows nothing. From the moment that an append failed, of
/// whomever, it really appends, and the server is ready again when that goes well.</remarks>
internal sealed class JournalReadiness(MeteredJournal journal, TimeProvider clock) : IReadiness
{
    /// <summary>A stream of its own; backups leave it out.</summary>
    private const string Stream = "server/readiness";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _goodFor = TimeSpan.FromSeconds(1);
    private static readonly StoredSnapshot _mark = new(1, "readiness", new byte[] { 1 });

    private readonly Lock _gate = new();
    private Task<string?>? _answer;
    private long _askedAt;

    public Task<string?> FindObstacle(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_answer is null || (_answer.IsCompleted && clock.GetElapsedTime(_askedAt) > _goodFor))
            {
                _askedAt = clock.GetTimestamp();
                _answer = Try();
            }

            return _answer.WaitAsync(cancellation);
        }
    }

    private async Task<string?> Try()
    {
        using var limit = new CancellationTokenSource(_patience, clock);
        try
        {
            // A write that was taken cannot be cancelled; waiting for it can.
            await Write(limit.Token).WaitAsync(limit.Token);
            return null;
        }
        catch (JournalException failure)
        {
            return failure.Message;
        }
        catch (OperationCanceledException)
        {
            return $"Storage did not answer within {_patience.TotalSeconds:0} seconds.";
        }
    }

    private async Task Write(CancellationToken cancellation)
    {
        if (!journal.IsInDoubt)
        {
            await journal.WriteSnapshot(Stream, _mark, cancellation);
            return;
        }

        var version = 0L;
        await foreach (var batch in journal.Read(Stream, 0, cancellation))
        {
            version = batch.Last;
        }

        try
        {
            await journal.Append(Stream, version, new JournalBatch(1, default), cancellation);
        }
        catch (JournalException overtaken) when (overtaken.Failure == JournalFailure.Conflict)
        {
            // Another process that shares the store was faster: so it takes writes.
        }
    }
}
