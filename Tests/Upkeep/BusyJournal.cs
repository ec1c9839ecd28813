using System.Runtime.CompilerServices;
using CoCreate.Journals;

namespace CoCreate.Tests.Upkeep;

/// <summary>A store that a server writes to at every step that somebody reads: it makes boards with their codes and their people, in the order in which the product does.</summary>
internal sealed class BusyJournal(IJournal inner) : IJournal
{
    private const int MostBoards = 60;

    /// <summary>Boards that were made since.</summary>
    public int Made { get; private set; }

    public ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation) => inner.Append(stream, expected, batch, cancellation);

    public async IAsyncEnumerable<StoredBatch> Read(string stream, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var batch in inner.Read(stream, after, cancellation))
        {
            yield return batch;
            await Work();
        }
    }

    public async IAsyncEnumerable<string> Streams([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Work();
        await foreach (var name in inner.Streams(cancellation))
        {
            yield return name;
            await Work();
        }
    }

    public ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation) => inner.ReadSnapshot(stream, cancellation);

    public ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation) => inner.WriteSnapshot(stream, snapshot, cancellation);

    public ValueTask DeleteSnapshots(CancellationToken cancellation) => inner.DeleteSnapshots(cancellation);

    private async Task Work()
    {
        if (Made < MostBoards)
        {
            Made++;
            await StoreFiller.FillBoard(inner, $"board-busy-{Made:d4}", $"BUSY{Made:d2}", new Random(Made), 5);
        }
    }
}
