using System.Text;
using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>R38: who may order what, as a table that a person can read. It is kept in the repository; a change of rights shows as a change of that file.</summary>
public sealed class RightsTable
{
    private static readonly (string Name, string Actor)[] _actors =
        [("owner", Table.Owner), ("host", Table.Host), ("author", Table.Ada), ("other", Table.Bo), ("observer", Table.Observer), ("nobody", Table.Nobody)];

    /// <summary>R38</summary>
    [Fact]
    public void R38_every_command_is_allowed_and_refused_as_the_table_in_the_repository_says()
    {
        var file = Path.Combine(Repository.Root, "Tests", "Boards", "rights.txt");
        var table = Render();
        if (Environment.GetEnvironmentVariable("COCREATE_WRITE") == "1")
        {
            File.WriteAllText(file, table);
        }

        Assert.True(File.ReadAllText(file) == table, "The rights differ from Tests/Boards/rights.txt. If that is meant, write it anew: COCREATE_WRITE=1 ./test --filter RightsTable");
    }

    [Fact]
    public void The_table_has_every_command()
    {
        var all = typeof(BoardCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(BoardCommand)) && !t.IsAbstract);
        Assert.Empty(all.Except(Commands().Select(c => c.GetType())).Except([typeof(CreateBoard), typeof(EnterBoard)]));
    }

    private static string Render()
    {
        var open = WithSomethingToTakeBack(Table.Laid);
        var closed = open.After(Table.Owner, new CloseSession());
        var text = new StringBuilder("Who may order what: + allowed, otherwise the reason of the refusal. First while the session is open, then while it is closed.\n");
        text.AppendLine("'author' added (or removed, where it is restored) the idea, comment or group that the command is about; 'other' is another contributor; 'nobody' is not on the board.\n");
        text.Append($"{"command",-20}").Append(string.Join("", _actors.Select(a => $"{a.Name,-24}")).TrimEnd()).Append('\n');
        foreach (var command in Commands())
        {
            text.Append($"{command.GetType().Name,-20}");
            text.Append(string.Join("", _actors.Select(a => $"{$"{Word(a.Actor, command, open)} / {Word(a.Actor, command, closed)}",-24}")).TrimEnd()).Append('\n');
        }

        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private const string RemovedIdea = "idea-removed-01";
    private const string Point = "point-one-00001";

    /// <summary>Everybody who may has a dot and a reaction on the idea, and something lies in the bin, so that the table shows rights and not what is missing.</summary>
    private static Board WithSomethingToTakeBack(Board board) => new[] { Table.Owner, Table.Host, Table.Ada, Table.Bo }.Aggregate(
        board.After(Table.Ada, new AddIdea(RemovedIdea, "", "", Colour.Sun, 0, 0, "")).After(Table.Ada, new RemoveIdea(RemovedIdea)).After(Table.Owner, new MarkPoint(Point, "Start")),
        (laid, actor) => laid.After(actor, new CastVote(Table.AdasIdea, 1)).After(actor, new AddReaction(Table.AdasIdea, Reaction.Heart)));

    private static string Word(string actor, BoardCommand command, Board board) =>
        Table.Decide(actor, command, board).Refusal is { } refusal ? refusal.ToString() : "+";

    private static List<BoardCommand> Commands()
    {
        return
        [
            new RenameBoard("Another"), new WriteBrief(""), new SetVoteBudget(3), new OpenSession(), new CloseSession(),
            new AddIdea("idea-new-000001", "", "", Colour.Sun, 0, 0, ""), new RetitleIdea(Table.AdasIdea, "x"), new WriteIdeaBody(Table.AdasIdea, "x"),
            new RecolourIdea(Table.AdasIdea, Colour.Lime), new MoveIdeas([new Move(Table.AdasIdea, 1, 1)]), new ReorderIdea(Table.AdasIdea, 5), new RemoveIdea(Table.AdasIdea),
            new AddGroup("group-new-00001", "", 0, 0, 100, 100), new RetitleGroup(Table.TheGroup, "x"), new MoveGroup(Table.TheGroup, 1, 1),
            new ResizeGroup(Table.TheGroup, 0, 0, 90, 90), new RemoveGroup(Table.TheGroup), new GroupIdeas(Table.TheGroup, [Table.AdasIdea]), new UngroupIdeas([Table.AdasIdea]),
            new AddConnector("line-new-000001", Table.AdasIdea, Table.BosIdea, ""), new RelabelConnector(Table.TheConnector, "x"), new RemoveConnector(Table.TheConnector),
            new AddComment("talk-new-000001", Table.AdasIdea, "x"), new EditComment(Table.AdasComment, "x"), new RemoveComment(Table.AdasComment),
            new AddReaction(Table.AdasIdea, Reaction.Heart), new WithdrawReaction(Table.AdasIdea, Reaction.Heart),
            new CastVote(Table.AdasIdea, 1), new WithdrawVote(Table.AdasIdea, 1),
            new ChangeProfile("New name", Colour.Peach), new AssignRole(Table.Bo, Role.Observer), new RemoveParticipant(Table.Bo),
            new TakeBack([new TakeBackPart(new RetitleIdea(Table.AdasIdea, "x"), [], -1)]), new Restore(RecordKind.Idea, RemovedIdea), new EmptyBin(1),
            new MarkPoint("point-new-00001", "x"), new RemovePoint(Point), new BringBack("point-new-00001", 1),
            new MakeInvite("invite-new-0001", new string('b', 64), Role.Host, 0, 0), new RevokeInvite(Table.TheInvite),
        ];
    }
}
