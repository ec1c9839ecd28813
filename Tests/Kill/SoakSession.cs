using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Tests.Boards;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Kill;

/// <summary>What runs on a board of the soak that is in a session: a step that hides what people add, with a timer, and a vote beside it. Its orders are such that one that were lost or
/// done twice would show: each gives the step one second more, or an option a number of dots of which the last counts.</summary>
internal sealed class SoakSession
{
    private const string Vote = "vote-soak-0001";
    private const string Agenda = """
        {"type":"setAgenda","playbook":"A soak","steps":[{"id":"step-soak-0001","name":"Write alone","text":"","seconds":3600,"strict":false,"exposure":"own","sealed":false,
        "tools":["ideas","edit","dots"],"readyCheck":true,
        "vote":{"method":"none","budget":0,"perOption":0,"options":"ideas","top":0,"segments":[],"tieBreak":"shared","live":false}}]}
        """;

    private readonly long _endsAt;

    private SoakSession(long endsAt) => _endsAt = endsAt;

    /// <summary>The ideas that everybody sees from the beginning, on which people vote.</summary>
    public static string[] Options { get; } = ["idea-option-01", "idea-option-02", "idea-option-03"];

    /// <summary>Adds what is voted on, opens the vote and begins the step.</summary>
    public static async Task<SoakSession> Begin(WebPerson owner, BoardTab tab, long firstNumber)
    {
        string[] orders =
        [
            .. Options.Select(Room.Idea),
            $$$"""{"type":"openVote","id":"{{{Vote}}}","title":"Which first?","plan":{"method":"dots","budget":90,"perOption":0,"options":"ideas","top":0,"segments":[],"tieBreak":"shared","live":false}}""",
            Agenda,
            """{"type":"beginStep","id":"step-soak-0001"}""",
        ];
        await Order(tab, firstNumber, orders);
        foreach (var patch in (await owner.Snapshot(tab.Board, tab.Seq)).GetProperty("patches").EnumerateArray())
        {
            if (patch.GetProperty("kind").GetString() == "phase")
            {
                return new SoakSession(patch.GetProperty("value").GetProperty("endsAt").GetInt64());
            }
        }

        throw new InvalidOperationException("The step did not begin.");
    }

    /// <summary>An order of whoever runs it.</summary>
    public static string Next(Random random) => random.Next(2) == 0
        ? """{"type":"extendTimer","seconds":1,"participant":""}"""
        : $$"""{"type":"markOption","vote":"{{Vote}}","option":"{{Options[random.Next(Options.Length)]}}","value":{{random.Next(1, 30)}}}""";

    /// <summary>Counts the vote and shows everybody what was hidden.</summary>
    /// <returns>The number of the last command.</returns>
    public static Task<long> End(BoardTab tab) => Order(tab, 1, $$"""{"type":"closeVote","id":"{{Vote}}"}""", """{"type":"reveal"}""");

    /// <summary>The step has as much more time, and the ballot as many dots, as was acknowledged; and all that was hidden is there for everybody.</summary>
    /// <param name="truth">What the person sees who ran it.</param>
    /// <param name="accepted">All commands that were acknowledged, by number.</param>
    public void Check(Store truth, IReadOnlyDictionary<long, string> accepted)
    {
        var phase = truth.All("phase").Single();
        Assert.Equal(0, (int)phase["hidden"]!);
        Assert.Equal(1_000L * accepted.Values.Count(command => command.Contains("extendTimer", StringComparison.Ordinal)), (long)phase["endsAt"]! - _endsAt);

        var wanted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, command) in accepted.OrderBy(each => each.Key).Where(each => each.Value.Contains("markOption", StringComparison.Ordinal)))
        {
            var order = JsonDocument.Parse(command).RootElement;
            wanted[order.GetProperty("option").GetString()!] = order.GetProperty("value").GetInt32();
        }

        var results = truth.Find(RecordKind.Vote, Vote)!["results"]!;
        var marks = truth.Find(RecordKind.Ballot, Vote)?["marks"]!.AsObject().ToDictionary(mark => mark.Key, mark => (int)mark.Value!) ?? [];
        Assert.Equal(wanted, new SortedDictionary<string, int>(marks, StringComparer.Ordinal));
        Assert.Equal(wanted.Count > 0 ? 1 : 0, (int)results["voters"]!);
    }

    private static async Task<long> Order(BoardTab tab, long first, params string[] commands)
    {
        foreach (var (at, command) in commands.Index())
        {
            await tab.SubmitUntilDecided(first + at, command);
            Assert.True(tab.Outcomes.GetValueOrDefault(first + at) is null, $"{command} was refused: {tab.Outcomes.GetValueOrDefault(first + at)}");
        }

        return first + commands.Length - 1;
    }
}
