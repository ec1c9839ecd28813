using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using CoCreate.Journals;

namespace CoCreate.Boards;

/// <summary>A board's stream in the journal: loading it, appending to it, and the snapshots that shorten the loading.</summary>
internal sealed class BoardStore(IJournal journal, string board)
{
    /// <summary>Told of each event that was read, with the board before and after it, and whether it is the last of its command.</summary>
    public delegate void Replayed(BoardEntry entry, Board before, Board after, bool completes);

    private const string Format = "board/5";
    private readonly string _stream = $"board/{board}";

    /// <summary>Loads the board as it was committed last. <paramref name="startedAt"/> is told the version
    /// that reading starts from, <paramref name="replayed"/> of each event that was read, with the board before and after it.</summary>
    /// <exception cref="JournalException">The stream is damaged or cannot be read.</exception>
    public async Task<Board> Load(Action<long> startedAt, Replayed replayed, CancellationToken cancellation)
    {
        var snapshot = await ReadSnapshot(cancellation);
        var start = snapshot is not null && await BelongsToStream(snapshot, cancellation) ? snapshot.Board : Board.Empty;
        startedAt(start.Seq);
        return await Replay(start, replayed, cancellation);
    }

    /// <summary>Appends a batch after the version it was decided on.</summary>
    /// <exception cref="JournalException">As <see cref="IJournal.Append"/> says.</exception>
    public ValueTask Append(CommitBatch batch, ReadOnlyMemory<byte> payload) =>
        journal.Append(_stream, batch.Before.Seq, new JournalBatch(batch.Decided.Count, payload), CancellationToken.None);

    /// <summary>Keeps a snapshot of the board as it is after <paramref name="batchFirst"/>'s batch.</summary>
    public ValueTask WriteSnapshot(Board state, long batchFirst, ReadOnlyMemory<byte> payload)
    {
        var verified = new VerifiedState(state, batchFirst, Convert.ToHexStringLower(SHA256.HashData(payload.Span)));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(verified, BoardJson.Stored.VerifiedState);
        return journal.WriteSnapshot(_stream, new StoredSnapshot(state.Seq, Format, bytes), CancellationToken.None);
    }

    private async Task<Board> Replay(Board board, Replayed replayed, CancellationToken cancellation)
    {
        await foreach (var batch in journal.Read(_stream, board.Seq, cancellation))
        {
            var entries = Decode(_stream, batch);
            for (var i = 0; i < entries.Length; i++)
            {
                var after = BoardApplier.Apply(board, entries[i]);
                replayed(entries[i], board, after, i == entries.Length - 1 || !entries[i].IsSameCommand(entries[i + 1]));
                board = after;
            }
        }

        return board;
    }

    /// <summary>The snapshot as it is stored, or null when there is none that can be read. Whether it belongs to the stream is not looked at.</summary>
    public async Task<VerifiedState?> ReadSnapshot(CancellationToken cancellation)
    {
        var stored = await journal.ReadSnapshot(_stream, cancellation);
        if (stored is not { Format: Format })
        {
            return null;
        }

        try
        {
            var state = JsonSerializer.Deserialize(stored.Payload.Span, BoardJson.Stored.VerifiedState);
            return state is { Board: not null } && state.Board.Seq == stored.Version ? state : null;
        }
        catch (JsonException)
        {
            // A snapshot is a cache: one that cannot be read is one that is not there.
            return null;
        }
    }

    /// <summary>Whether the stream really holds the batch by which the snapshot was reached: a snapshot from another life of the stream is not used.</summary>
    private async Task<bool> BelongsToStream(VerifiedState snapshot, CancellationToken cancellation)
    {
        await foreach (var batch in journal.Read(_stream, snapshot.BatchFirst - 1, cancellation))
        {
            return batch.Last == snapshot.Board.Seq && Convert.ToHexStringLower(SHA256.HashData(batch.Payload.Span)) == snapshot.BatchHash;
        }

        return false;
    }

    /// <summary>The events after a version, which is 0 or the last of a batch, in batches as they were committed.</summary>
    /// <exception cref="JournalException">The stream is damaged or cannot be read.</exception>
    public async IAsyncEnumerable<BoardEntry[]> ReadEntries(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var batch in journal.Read(_stream, after, cancellation))
        {
            yield return Decode(_stream, batch);
        }
    }

    /// <summary>The board at a version that was reached, and when that was in Unix milliseconds, read on from an earlier board: an empty one, or one at the end of a batch.</summary>
    /// <exception cref="JournalException">The stream is damaged or cannot be read.</exception>
    public async Task<(Board Board, long At)> ReadAt(Board from, long seq, CancellationToken cancellation)
    {
        var at = 0L;
        await foreach (var entries in ReadEntries(from.Seq, cancellation))
        {
            foreach (var entry in entries)
            {
                if (entry.Seq > seq)
                {
                    return (from, at);
                }

                (from, at) = (BoardApplier.Apply(from, entry), entry.At);
            }
        }

        return (from, at);
    }

    /// <summary>The events of a batch.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: this version does not know what is in it.</exception>
    public static BoardEntry[] Decode(string stream, StoredBatch batch)
    {
        try
        {
            return JsonSerializer.Deserialize(batch.Payload.Span, BoardJson.Default.BoardEntryArray)
                ?? throw new JsonException("The batch is null.");
        }
        catch (JsonException e)
        {
            throw new JournalException(
                JournalFailure.Damaged,
                $"{stream} cannot be read from version {batch.First}: the batch is intact, but this version of the server does not know what is in it. Was it written by a newer version?",
                e);
        }
    }
}
