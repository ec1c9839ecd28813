using CoCreate.Boards;

namespace CoCreate.Web.Attachments;

/// <summary>Keeps uploads for boards that take them.</summary>
public sealed class Uploads(IAttachments attachments) : IDisposable
{
    /// <summary>One at a time: what a board refuses is forgotten again, and must not be what another upload just relied on.</summary>
    private readonly SemaphoreSlim _keeping = new(1);

    /// <summary>Where they are kept.</summary>
    public IAttachments Attachments => attachments;

    /// <summary>Keeps what was received, then tells the board of it: a board knows only what is there. What the board refuses is not kept.</summary>
    /// <returns>Why the board refused it; null when it is kept and known.</returns>
    public async Task<RefusalCode?> Keep(IBoardGrain board, string boardId, string participant, AttachFile file, IReceived received)
    {
        await _keeping.WaitAsync();
        try
        {
            var isNew = attachments.Keep(boardId, received);

            // When this fails, nobody knows whether the board knows the file: it stays.
            var reply = await board.Order(participant, file);
            if (reply.Refusal is not null && isNew)
            {
                attachments.Remove(boardId, file.Hash);
            }

            return reply.Refusal;
        }
        finally
        {
            _keeping.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _keeping.Dispose();
}
