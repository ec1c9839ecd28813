using CoCreate.Journals;
using CoCreate.Web.Http;

namespace CoCreate.Silo;

/// <summary>The server is ready when its journal takes a durable write. Asked often, it writes at most once a second.</summary>
internal sealed class JournalReadiness(IJournal journal, TimeProvider clock) : IReadiness
{
    /// <summary>A stream of its own; a snapshot is replaced each time, so nothing grows.</summary>
    private const string Stream = "code/readiness";

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
                _answer = Write();
            }

            return _answer.WaitAsync(cancellation);
        }
    }

    private async Task<string?> Write()
    {
        using var limit = new CancellationTokenSource(_patience, clock);
        try
        {
            // A write that was taken cannot be cancelled; waiting for it can.
            await journal.WriteSnapshot(Stream, _mark, limit.Token).AsTask().WaitAsync(limit.Token);
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
}
