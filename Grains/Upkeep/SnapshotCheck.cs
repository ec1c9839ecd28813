using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Journals;

namespace CoCreate.Upkeep;

/// <summary>Compares a board's snapshot with the board as it is replayed.</summary>
/// <param name="snapshot">The snapshot, or null when there is none that could be used.</param>
internal sealed class SnapshotCheck(VerifiedState? snapshot)
{
    private const string WhatToDo = "Stop the server and run \"verify --delete-snapshots\": that changes nothing but the time that loading takes.";
    private bool _isMet;

    /// <summary>Told of each batch, with the board after it; gives what is wrong, or null.</summary>
    public Finding? Met(string stream, StoredBatch batch, Board board)
    {
        if (snapshot is null || _isMet || batch.Last < snapshot.Board.Seq)
        {
            return null;
        }

        _isMet = true;
        var isOfThisStream = batch.First == snapshot.BatchFirst && batch.Last == snapshot.Board.Seq
            && Convert.ToHexStringLower(SHA256.HashData(batch.Payload.Span)) == snapshot.BatchHash;
        return !isOfThisStream ? new Finding(stream, snapshot.Board.Seq, "the snapshot is not of this stream; it is not used", WhatToDo)
            : Canonical(snapshot.Board) != Canonical(board) ? new Finding(stream, snapshot.Board.Seq, "the snapshot is another board than the events give", WhatToDo)
            : null;
    }

    /// <summary>What is wrong at the end of the stream, or null.</summary>
    public Finding? End(string stream) => snapshot is null || _isMet
        ? null
        : new Finding(stream, snapshot.Board.Seq, "the snapshot is of a version that the stream never reached; it is not used", WhatToDo);

    /// <summary>The whole state in one order: dictionaries and sets have none of their own.</summary>
    public static string Canonical(Board board)
    {
        using var state = JsonSerializer.SerializeToDocument(new VerifiedState(board, 0, ""), BoardJson.Stored.VerifiedState);
        return Sorted(state.RootElement);
    }

    private static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Join('{', element.EnumerateObject().Select(p => $"{JsonEncodedText.Encode(p.Name)}:{Sorted(p.Value)}"), '}'),
        JsonValueKind.Array => Join('[', element.EnumerateArray().Select(Sorted), ']'),
        _ => element.GetRawText(),
    };

    private static string Join(char open, IEnumerable<string> parts, char close) =>
        new StringBuilder().Append(open).AppendJoin(',', parts.Order(StringComparer.Ordinal)).Append(close).ToString();
}
