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
        var commands = new RandomCommands(random, moderates: false);
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
            var (command, actor) = (at % 8 == 7 ? commands.Proposal(board) : commands.Next(board), people[random.Next(people.Length)]);
            if (BallotDecisions.Dealing(board, actor, command, $"receipt-{at:d8}", "") is { } deal && Order(ref board, actor, deal, "null", json) is { } dealt)
            {
                yield return dealt;
            }

            if (command is not TakeBallot && Order(ref board, actor, command, null, json) is { } line)
            {
                yield return line;
            }

            if (board.Proposal is { Status: ProposalStatus.Computing } proposal)
            {
                string[] ideas = [.. board.Ideas.Keys.Order(StringComparer.Ordinal)];
                ProposedCluster[] clusters = [.. ideas.Chunk(5).Select((chunk, place) => new ProposedCluster($"cluster-{place:d4}", $"Theme {place}", chunk, "", Left: false))];
                yield return Told(ref board, proposal.By, ProposalDecisions.Offer(board, proposal.Id, ideas.Length, clusters), Time(board), "null");
            }
        }
    }

    /// <summary>A browser does not know what is in the bin, nor for which of its own reasons a part of what is taken back is refused.</summary>
    private static bool IsPredictable(Board board, string actor, BoardCommand command, long at) => command switch
    {
        Restore or EmptyBin => false,

        // Votes are opened, dealt and counted by the server; of a ballot a browser knows what it gave.
        MarkOption or RankOptions or FinishBallot => board.Votes[((IBallotCommand)command).Vote].Record.Plan.Live == false,
        IVoteCommand => false,
        // What only hosts see comes from the board.
        SetDoor or AdmitParticipants or TurnAway or Ban or Unban or Approve or Hide or Show => false,
        TakeBack takeBack => takeBack.Parts.SelectMany(part => part.Left.Append(part.Command))
            .All(each => each is not (Restore or EmptyBin) && BoardDecider.Decide(board, actor, each, at).Refusal is null),
        _ => true,
    };

    /// <summary>Null for what a browser cannot say, or nobody accepts.</summary>
    private static string? Order(ref Board board, string actor, BoardCommand command, string? written, JsonSerializerOptions json)
    {
        var at = Time(board);
        var decision = BoardDecider.Decide(board, actor, command, at);
        if (decision.Refusal is not null)
        {
            return null;
        }

        written ??= IsPredictable(board, actor, command, at) ? JsonSerializer.Serialize((ClientCommand)command, json) : "null";
        return Told(ref board, actor, decision, at, written);
    }

    private static long Time(Board board) => 1_700_000_000_000 + (board.Seq * 1000);

    private static string Told(ref Board board, string actor, Decision decision, long at, string order)
    {
        var patches = new List<Patch>();
        foreach (var fact in decision.Events)
        {
            var entry = new BoardEntry(board.Seq + 1, at, actor, "", 0, fact);
            var after = BoardApplier.Apply(board, entry);
            patches.AddRange(BoardView.Patches(board, after, entry));
            board = after;
        }

        // A browser does not know what a vote makes of an option that goes or comes back.
        var isOfVote = patches.Exists(patch => patch.Kind == RecordKind.Vote) && !patches.Exists(patch => patch.Kind == RecordKind.Ballot);
        order = isOfVote ? "null" : order;

        // The order of one event's patches is not the same in every process, and does not matter: they are of different records.
        var told = patches.Where(patch => patch.Audience.Kind != AudienceKind.Hosts).OrderBy(patch => patch.Kind).ThenBy(patch => (patch.After ?? patch.Before)!.Id, StringComparer.Ordinal).GroupBy(patch => patch.Audience.Participant).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"\"{group.Key}\":[{Encoding.UTF8.GetString(PatchEncoder.Encode(group))}]");
        return $$$"""{"actor":"{{{actor}}}","at":{{{at}}},"command":{{{order}}},"patches":{{{{string.Join(',', told)}}}}}""";
    }
}
