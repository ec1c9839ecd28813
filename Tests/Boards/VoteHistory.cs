using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>A board on which people vote, from a seed: votes by all methods are opened and closed; people come, change segments and roles, are removed and come again;
/// ideas and groups go and come back. Each step keeps the board before and after it.</summary>
internal sealed class VoteHistory
{
    private readonly Random _random;
    private readonly RandomVotes _votes;
    private readonly Dictionary<string, long> _numbers = [];
    private int _ids;

    public VoteHistory(int seed)
    {
        _random = new Random(seed);
        _votes = new RandomVotes(_random, kind => $"{kind}-{_ids++:d10}");
        Order(Table.Owner, new CreateBoard("Votes", "", "ABC234", "Owner", Colour.Sun, ""));
        for (var i = 0; i < 6; i++)
        {
            Enter(i);
        }

        for (var i = 0; i < _random.Next(2, 9); i++)
        {
            Order(Table.Owner, new AddIdea($"idea-{i:d8}", i % 3 == 2 ? $"Idea {i - 1}" : $"Idea {i}", "", Colour.Sun, 0, 0, ""));
            Order(Table.Owner, new AddGroup($"group-{i:d8}", $"Group {i}", 0, 0, 100, 100));
        }
    }

    /// <summary>The board now.</summary>
    public Board Board { get; private set; } = Board.Empty;

    /// <summary>Everything that happened.</summary>
    public List<(Board Before, BoardEntry Entry, Board After)> Steps { get; } = [];

    /// <summary>Everybody who ever came.</summary>
    public List<string> People { get; } = [Table.Owner];

    /// <summary>Lives on for a number of orders.</summary>
    public VoteHistory Live(int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            Step();
        }

        return this;
    }

    /// <summary>Closes all votes that are open.</summary>
    public VoteHistory CloseAll()
    {
        foreach (var vote in Board.Votes.Values.Where(vote => vote.IsOpen).Select(vote => vote.Record.Id).Order(StringComparer.Ordinal).ToList())
        {
            Submit(Table.Owner, new CloseVote(vote));
        }

        return this;
    }

    private void Step()
    {
        var person = People[_random.Next(People.Count)];
        switch (_random.Next(16))
        {
            case 0:
                Enter(_random.Next(12));
                break;
            case 1:
                Submit(Table.Owner, new AssignRole(person, (Role)_random.Next(1, 6)));
                break;
            case 2 when _random.Next(2) == 0:
                Submit(Table.Owner, new RemoveParticipant(person));
                break;
            case 3:
                Submit(Table.Owner, new RemoveThings([Thing()]));
                break;
            case 4 when Board.Bin.Items.Values.OrderBy(item => item.Number).FirstOrDefault() is { } item:
                Submit(Table.Owner, new Restore(item.What.Kind, item.What.Id));
                break;
            case 5 when _random.Next(3) == 0:
                Submit(Table.Owner, new RetitleIdea(Thing(), "Another title"));
                break;
            case 6 when _random.Next(3) == 0:
                Submit(Table.Owner, new AssignSegment([person, People[0]], _random.Next(3) switch { 0 => "", 1 => "customer", _ => "employee" }));
                break;
            case < 8:
                Submit(Table.Owner, _votes.Next(Board));
                break;
            default:
                Submit(person, _votes.Next(Board));
                break;
        }
    }

    private void Enter(int number)
    {
        var person = $"person-{number:d8}";
        Order(Table.Owner, new MakeInvite($"invite-{_ids++:d9}", Hash(_ids), Role.Contributor, 0, 0));
        Order(person, new EnterBoard(Hash(_ids), $"Person {number}", Colour.Mint, _random.Next(2) == 0 ? "customer" : "employee"));
        if (!People.Contains(person))
        {
            People.Add(person);
        }
    }

    private string Thing() => $"{(_random.Next(3) == 0 ? "group" : "idea")}-{_random.Next(9):d8}";

    private void Order(string actor, BoardCommand command)
    {
        foreach (var fact in BoardDecider.Decide(Board, actor, command, Now).Events)
        {
            Apply(actor, "", 0, fact);
        }
    }

    /// <summary>As the grain does it.</summary>
    private void Submit(string actor, ClientCommand command)
    {
        if (!Board.Members.ContainsKey(actor))
        {
            return;
        }

        var deal = BallotDecisions.Dealing(Board, actor, command, $"receipt-{Hash(Steps.Count)[..8]}", $"device-{Steps.Count % 5}");
        if (deal is not null && command is not TakeBallot)
        {
            Order(actor, deal);
        }

        var client = $"client-of-{actor}";
        var number = _numbers[client] = _numbers.GetValueOrDefault(client) + 1;
        var decision = BoardDecider.Decide(Board, actor, command is TakeBallot ? deal! : command, Now);
        Assert.True(decision.Refusal is not null || decision.Events.Length > 0, $"{command} leaves no trace.");
        if (decision.Refusal is { } code)
        {
            Apply(actor, client, number, new CommandRefused(code));
        }

        foreach (var fact in decision.Events)
        {
            Apply(actor, client, number, fact);
        }
    }

    private void Apply(string actor, string client, long number, BoardEvent fact)
    {
        var entry = new BoardEntry(Board.Seq + 1, Now, actor, client, number, fact);
        var after = BoardApplier.Apply(Board, entry);
        Steps.Add((Board, entry, after));
        Board = after;
    }

    private long Now => 1_700_000_000_000 + (Steps.Count * 1000L);

    private static string Hash(int of) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(of)));
}
