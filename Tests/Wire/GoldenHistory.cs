using System.Text;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Tests.Boards;

namespace CoCreate.Tests.Wire;

/// <summary>A board's life from a seed, as a browser of each of its people sees it: what was ordered, and which patches came of it.
/// The browser client must predict of every accepted command what these patches say.</summary>
internal static class GoldenHistory
{
    private const int Orders = 160;

    /// <summary>One JSON text for each order; the first of a history makes the board.</summary>
    public static IEnumerable<string> Write(int seed, JsonSerializerOptions json)
    {
        var random = new Random(seed);
        var commands = new RandomCommands(random);
        string[] people = ["person-owner-01", "person-guest-01", "person-guest-02"];
        var board = Board.Empty;
        yield return Order(ref board, people[0], new CreateBoard("A board", "", "ABC234", "Owner", Colour.Sun, ""), "null", json)!;
        yield return Order(ref board, people[1], new EnterBoard("", "Guest", Colour.Mint, ""), "null", json)!;
        yield return Order(ref board, people[2], new EnterBoard("", "Guest", Colour.Rose, ""), "null", json)!;
        for (var files = 0; files < 4; files++)
        {
            if (Order(ref board, people[files % 3], commands.NewFile(), "null", json) is { } line)
            {
                yield return line;
            }
        }

        for (var at = 0; at < Orders; at++)
        {
            var command = commands.Next(board);
            if (Order(ref board, people[random.Next(people.Length)], command, null, json) is { } line)
            {
                yield return line;
            }
        }
    }

    /// <summary>A browser does not know what is in the bin, nor for which of its own reasons a part of what is taken back is refused.</summary>
    private static bool IsPredictable(Board board, string actor, BoardCommand command, long at) => command switch
    {
        Restore or EmptyBin => false,

        // What only hosts see comes from the board.
        SetDoor or AdmitParticipants or TurnAway or Ban or Unban => false,
        TakeBack takeBack => takeBack.Parts.SelectMany(part => part.Left.Append(part.Command))
            .All(each => each is not (Restore or EmptyBin or SetDoor or AdmitParticipants or TurnAway or Ban or Unban) && BoardDecider.Decide(board, actor, each, at).Refusal is null),
        _ => true,
    };

    /// <summary>Null for what a browser cannot say, or nobody accepts.</summary>
    private static string? Order(ref Board board, string actor, BoardCommand command, string? written, JsonSerializerOptions json)
    {
        var at = 1_700_000_000_000 + (board.Seq * 1000);
        var decision = BoardDecider.Decide(board, actor, command, at);
        if (decision.Refusal is not null)
        {
            return null;
        }

        written ??= IsPredictable(board, actor, command, at) ? null : "null";

        var patches = new List<Patch>();
        foreach (var fact in decision.Events)
        {
            var entry = new BoardEntry(board.Seq + 1, at, actor, "", 0, fact);
            var after = BoardApplier.Apply(board, entry);
            patches.AddRange(BoardView.Patches(board, after, entry));
            board = after;
        }

        // The order of one event's patches is not the same in every process, and does not matter: they are of different records.
        var told = patches.Where(patch => patch.Audience.Kind != AudienceKind.Hosts).OrderBy(patch => patch.Kind).ThenBy(patch => (patch.After ?? patch.Before)!.Id, StringComparer.Ordinal).GroupBy(patch => patch.Audience.Participant).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"\"{group.Key}\":[{Encoding.UTF8.GetString(PatchEncoder.Encode(group))}]");
        var order = written ?? JsonSerializer.Serialize((ClientCommand)command, json);
        return $$$"""{"actor":"{{{actor}}}","at":{{{at}}},"command":{{{order}}},"patches":{{{{string.Join(',', told)}}}}}""";
    }
}
