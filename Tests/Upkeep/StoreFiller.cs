using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Invites;
using CoCreate.Journals;
using CoCreate.Participants;
using CoCreate.Tests.Boards;

namespace CoCreate.Tests.Upkeep;

/// <summary>Fills a store from a seed as a server would have: boards with a life behind them, the codes that lead to them, the people who are on them.</summary>
internal static class StoreFiller
{
    /// <summary>Fills an empty store.</summary>
    /// <returns>The boards by id.</returns>
    public static async Task<Dictionary<string, Board>> Fill(IJournal journal, int seed, int boards = 3, int orders = 120)
    {
        var random = new Random(seed);
        var filled = new Dictionary<string, Board>();
        for (var number = 0; number < boards; number++)
        {
            var id = $"board-{seed:d6}-{number:d4}";
            filled[id] = await FillBoard(journal, id, $"CD{seed % 1000:d3}{number}", random, orders);
        }

        return filled;
    }

    /// <summary>Writes a board with its code and its people.</summary>
    public static async Task<Board> FillBoard(IJournal journal, string id, string code, Random random, int orders)
    {
        await Append(journal, $"code/{code}", 0, JsonSerializer.SerializeToUtf8Bytes<JoinCodeEvent>(new CodeClaimed(id), JoinCodeJson.Default.JoinCodeEvent));
        var history = new History(random.Next(), code);
        history.Live(orders);
        var stream = $"board/{id}";
        for (var done = 0; done < history.Steps.Count;)
        {
            var count = Math.Min(random.Next(1, 12), history.Steps.Count - done);
            var batch = history.Steps.GetRange(done, count);
            var payload = JsonSerializer.SerializeToUtf8Bytes([.. batch.Select(step => step.Entry)], BoardJson.Stored.BoardEntryArray);
            await journal.Append(stream, done, new JournalBatch(count, payload), CancellationToken.None);
            done += count;
            if (done > history.Steps.Count / 2 && await journal.ReadSnapshot(stream, CancellationToken.None) is null)
            {
                await new BoardStore(journal, id).WriteSnapshot(batch[^1].After, done - count + 1, payload);
            }
        }

        foreach (var person in history.People)
        {
            await Join(journal, $"{person}-{id}", id);
        }

        return history.Board;
    }

    /// <summary>Writes that somebody joined a board.</summary>
    public static Task Join(IJournal journal, string participant, string board) => Append(
        journal,
        $"participant/{participant}",
        0,
        JsonSerializer.SerializeToUtf8Bytes<ParticipantEvent>(new BoardJoined(board, "Board", Role.Contributor, 1), ParticipantJson.Default.ParticipantEvent));

    private static async Task Append(IJournal journal, string stream, long expected, byte[] payload) =>
        await journal.Append(stream, expected, new JournalBatch(1, payload), CancellationToken.None);
}

/// <summary>Progress that nobody follows.</summary>
internal sealed class Unwatched : IProgress<CoCreate.Upkeep.Tally>
{
    public void Report(CoCreate.Upkeep.Tally value)
    {
        // Nobody follows.
    }
}
