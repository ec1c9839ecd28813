using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>A board's life from a seed: people come, order things, are made hosts or removed. Each step keeps the board before and after it.</summary>
internal sealed class History
{
    private readonly Random _random;
    private readonly RandomCommands _commands;
    private readonly RandomSteps _steps;
    private readonly bool _hasAgenda;
    private readonly List<string> _people = [];
    private readonly Dictionary<string, long> _numbers = [];

    public History(int seed, string joinCode = "ABC234")
    {
        _random = new Random(seed);
        _commands = new RandomCommands(_random);
        _steps = new RandomSteps(_random);
        _hasAgenda = seed % 5 > 1;
        Order("person-owner-00", new CreateBoard("A board", "", joinCode, "Owner", Colour.Sun, ""));
        if (seed % 3 == 0)
        {
            Order("person-owner-00", FromAFile());
        }
    }

    /// <summary>The board now.</summary>
    public Board Board { get; private set; } = Board.Empty;

    /// <summary>Everything that happened, each with the board before and after it.</summary>
    public List<(Board Before, BoardEntry Entry, Board After)> Steps { get; } = [];

    /// <summary>What browsers ordered, each with the board that it met, when, and what it came to.</summary>
    public List<(Board Before, string Actor, ClientCommand Command, long At, RefusalCode? Refusal, BoardEvent[] Facts)> Submitted { get; } = [];

    /// <summary>Everybody who ever did anything.</summary>
    public IReadOnlyList<string> People => _people;

    /// <summary>Lives on for a number of orders.</summary>
    /// <param name="orders">How many.</param>
    /// <param name="between">What else somebody orders after every tenth of them, for a law that would meet it too seldom; null for nothing.</param>
    public void Live(int orders, Func<Board, (string Actor, ClientCommand Command)?>? between = null)
    {
        for (var i = 0; i < orders; i++)
        {
            Step();
            if (i % 10 == 9 && between?.Invoke(Board) is { } more)
            {
                Submit(more.Actor, more.Command);
            }
        }
    }

    /// <summary>What a board starts with that comes from a file.</summary>
    private static TakeOver FromAFile()
    {
        const string Author = "person-elsewhere";
        return new TakeOver([
            new Deed(Author, 0, new BeKnown("Elsewhere", Colour.Lilac, Role.Host, "")),
            new Deed(Author, 0, new AddGroup("group-from-file", "From a file", 0, 0, 400, 400)),
            new Deed(Author, 1_600_000_000_000, new AddIdea("idea-from-file-0", "Brought along", "Body", Colour.Sky, 10, 10, "group-from-file")),
            new Deed(Author, 1_600_000_000_500, new AddComment("talk-from-file-0", "idea-from-file-0", "Said there")),
            new Deed(Author, 0, new LockThings(["idea-from-file-0"], LockMode.Own)),
        ]);
    }

    private void Step()
    {
        var actor = _people[_random.Next(_people.Count)];
        switch (_random.Next(30))
        {
            case 0:
                Order(
                    $"person-{_people.Count:d8}",
                    new EnterBoard("", $"Guest {_people.Count}", Colour.Mint, _people.Count % 3 == 0 ? "" : _people.Count % 3 == 1 ? "customer" : "employee") { Passcode = Known });
                break;
            case 1:
                Order(actor, new MakeInvite(_commands.NewId("invite"), Hash(_random.Next(5)), (Role)_random.Next(6), 0, _random.Next(3)));
                break;
            case 2:
                Order(_random.Next(2) == 0 ? actor : $"person-{_people.Count:d8}", new EnterBoard(Hash(_random.Next(5)), "By invite", Colour.Rose, "") { Passcode = Known });
                break;
            case 3 when Board.Invites.Count > 0 && _random.Next(3) == 0:
                Order(actor, new RevokeInvite(Board.Invites.Keys.Order(StringComparer.Ordinal).First()));
                break;
            case 7 when Board.Door.Banned.Count > 0 || Board.Door.Knocks.Count > 0:
                Order(_commands.SomebodyOutside(Board), new EnterBoard(_random.Next(2) == 0 ? "" : Hash(_random.Next(5)), "Again", Colour.Lime, "") { Passcode = Known });
                break;
            case 4:
                Order(actor, _commands.NewFile());
                break;
            case 6:
                Order(actor, new BringBack(_commands.NewId("point"), 1 + _random.Next((int)Board.Seq)));
                break;
            case 7 or 8:
                Submit(actor, _commands.Proposal(Board));
                break;
            case 5 when _random.Next(5) == 0:
                Apply("", "", 0, new BoardRestored(Board.Epoch + 1));
                break;
            case < 15 when _hasAgenda:
                Submit(_random.Next(4) == 0 ? actor : HostOf(Board), _steps.Next(Board));
                break;
            default:
                Submit(actor, _commands.Next(Board));
                break;
        }

        if (Board.Proposal is { Status: ProposalStatus.Computing } proposal && _random.Next(2) == 0)
        {
            Offer(proposal);
        }
    }

    /// <summary>What the server finds, after a while; in part as it would find it, in part as if much had happened meanwhile.</summary>
    private void Offer(ProposalRecord proposal)
    {
        var (ideas, clusters) = _random.Next(2) == 0
            ? Proposing.Compute(Board)
            : (9, [new ProposedCluster("cluster-0001", "Some", [.. Board.Ideas.Keys.Order(StringComparer.Ordinal).Take(_random.Next(1, 9)), "idea-gone-000000"], "", false)]);
        foreach (var fact in ProposalDecisions.Offer(Board, proposal.Id, ideas, clusters).Events)
        {
            Apply(proposal.By, "", 0, fact);
        }
    }

    private static string HostOf(Board board) => board.Members.Values.Where(member => member.IsHost).Select(member => member.Record.Id).Order(StringComparer.Ordinal).First();

    private void Order(string actor, BoardCommand command)
    {
        var decision = BoardDecider.Decide(Board, actor, command, Now);
        if (decision.Refusal is null && !_people.Contains(actor))
        {
            _people.Add(actor);
        }

        foreach (var fact in decision.Events)
        {
            Apply(actor, "", 0, fact);
        }
    }

    private void Submit(string actor, ClientCommand command)
    {
        var client = $"client-of-{actor}";
        var number = _numbers[client] = _numbers.GetValueOrDefault(client) + 1;
        var order = WithBallot(actor, command);
        var decision = BoardDecider.Decide(Board, actor, order, Now);
        Submitted.Add((Board, actor, command, Now, decision.Refusal, decision.Events.ToArray()));
        Assert.True(decision.Refusal is not null || decision.Events.Length > 0, $"{command} leaves no trace: its number would never count as decided.");
        if (decision.Refusal is { } code)
        {
            Apply(actor, client, number, new CommandRefused(code));
        }

        foreach (var fact in decision.Events)
        {
            Apply(actor, client, number, fact);
        }
    }

    /// <summary>What the grain does: it gives whoever votes a ballot with a receipt.</summary>
    private BoardCommand WithBallot(string actor, ClientCommand command)
    {
        var deal = BallotDecisions.Dealing(Board, actor, command, $"receipt-{Steps.Count:d8}", $"device-{Steps.Count % 5}");
        if (deal is not null && command is not TakeBallot)
        {
            Order(actor, deal);
        }

        return command is TakeBallot ? deal! : command;
    }

    private void Apply(string actor, string client, long number, BoardEvent fact)
    {
        var entry = new BoardEntry(Board.Seq + 1, Now, actor, client, number, fact);
        var after = BoardApplier.Apply(Board, entry);
        Steps.Add((Board, entry, after));
        Board = after;
    }

    /// <summary>Most who come know the passcode.</summary>
    private string Known => _random.Next(4) == 0 ? "" : Board.Door.Passcode;

    private long Now => 1_700_000_000_000 + (Steps.Count * 1000L);

    private static string Hash(int secret) => new((char)('a' + secret), 64);
}
