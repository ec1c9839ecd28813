using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Boards;

namespace CoCreate.Tests.Playbooks;

/// <summary>What guests do beside what a playbook has them do: anything that a browser can order, about the board as its journal has it.</summary>
internal sealed class Noise(IJournal journal, string stream, int seed)
{
    private readonly Random _random = new(seed);
    private readonly RandomCommands _commands = new(new Random(seed), moderates: false);
    private Board _board = Board.Empty;

    /// <summary>Something for somebody to order; null for nothing now.</summary>
    public async Task<ClientCommand?> Next()
    {
        if (_random.Next(3) == 0)
        {
            return null;
        }

        await foreach (var batch in journal.Read(stream, _board.Seq, CancellationToken.None))
        {
            _board = JsonSerializer.Deserialize(batch.Payload.Span, BoardJson.Stored.BoardEntryArray)!.Where(entry => entry.Seq > _board.Seq).Aggregate(_board, BoardApplier.Apply);
        }

        return _commands.Next(_board);
    }
}
