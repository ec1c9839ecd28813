using Microsoft.Extensions.Logging;

namespace CoCreate.Boards;

/// <summary>Keeps a snapshot of the board beside its stream every so many events, beside the turns of the grain, one at a time.</summary>
internal sealed class BoardSnapshots(BoardStore store, string board, long loadedAt, ILogger logger)
{
    private long _latest = loadedAt;
    private Task _writing = Task.CompletedTask;

    /// <summary>Told of each batch that was committed, with its bytes.</summary>
    public void Committed(CommitBatch batch, ReadOnlyMemory<byte> payload)
    {
        if (batch.After.Seq - _latest < Limits.EventsPerSnapshot || !_writing.IsCompleted)
        {
            return;
        }

        _latest = batch.After.Seq;
        _writing = Task.Run(() => Write(batch.After, batch.Before.Seq + 1, payload));
    }

    private async Task Write(Board state, long batchFirst, ReadOnlyMemory<byte> payload)
    {
        try
        {
            await store.WriteSnapshot(state, batchFirst, payload);
        }
        catch (Exception e)
        {
            BoardLog.SnapshotNotWritten(logger, board, state.Seq, e);
        }
    }
}
