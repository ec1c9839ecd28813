using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>What the running step lets people do (R101–R103), as a law over random histories: whatever somebody who is no host ordered with success, the step allows. It is said here a second time, from docs/PROTOCOL.md
/// and the words of <see cref="StepTool"/>, of what happened, and knows nothing of how it was decided.</summary>
public sealed class ToolLaws
{
    private const int Histories = 120;
    private const int Orders = 250;

    /// <summary>How often the law has to have been asked about each tool, so that it is not deaf.</summary>
    private const int Least = 4;

    [Fact]
    public void R101_nothing_is_accepted_that_the_step_does_not_let_its_sender_do()
    {
        var (used, missing) = (new Dictionary<StepTool, int>(), new Dictionary<StepTool, int>());
        ForEachOrder((seed, order) =>
        {
            var step = order.Before.Agenda.Plan!.Steps.Single(each => each.Id == order.Before.Agenda.Phase!.Step);
            foreach (var tools in order.Facts.SelectMany(fact => Needed(order.Before, order.Actor, order.Named, fact)))
            {
                var has = tools.Intersect(step.Tools).ToList();
                Assert.True(has.Count > 0, $"Seed {seed}, after version {order.Before.Seq}: {order.Actor} ordered {order.Command}; the step has {string.Join(", ", step.Tools)}, not {string.Join(" or ", tools)}.");
                has.ForEach(tool => used[tool] = used.GetValueOrDefault(tool) + 1);
                Enum.GetValues<StepTool>().Except(step.Tools).ToList().ForEach(tool => missing[tool] = missing.GetValueOrDefault(tool) + 1);
            }
        });
        Assert.All(Enum.GetValues<StepTool>(), tool => Assert.True(used.GetValueOrDefault(tool) >= Least, $"{tool} was hardly ever used."));
        Assert.All(Enum.GetValues<StepTool>(), tool => Assert.True(missing.GetValueOrDefault(tool) >= Least, $"{tool} was hardly ever missing."));
    }

    [Fact]
    public void R102_R103_nothing_is_accepted_after_a_strict_end_nor_before_changed_rules_are_accepted()
    {
        var (late, changed) = (0, 0);
        ForEachOrder((seed, order) =>
        {
            var phase = order.Before.Agenda.Phase!;
            var isWork = order.Facts.Any(fact => fact is not (ProfileChanged or ReadySaid or TimeAsked or RulesAccepted or SheetTaken));
            var isOver = order.Before.Agenda.Step!.Strict && phase.EndsAt > 0
                && order.At > phase.EndsAt + 15_000 + (order.Before.Agenda.Seats.GetValueOrDefault(order.Actor, Seat.Plain).ExtraSeconds * 1000L);
            Assert.False(isWork && isOver, $"Seed {seed}, after version {order.Before.Seq}: {order.Command} came after the end.");
            late += isOver ? 1 : 0;

            var wanted = phase.Changes.Where(change => change.Consent).Select(change => change.After).LastOrDefault();
            var accepted = order.Before.Agenda.Seats.GetValueOrDefault(order.Actor, Seat.Plain).Accepted;
            var isAsked = wanted is not null && !phase.Changes.SkipWhile(change => change.After != wanted).Any(change => change.After == accepted);
            Assert.False(isWork && isAsked, $"Seed {seed}, after version {order.Before.Seq}: {order.Command} came before the new rules were accepted.");
            changed += isAsked ? 1 : 0;
        });
        Assert.True(late > 0 && changed > 0, $"Only {late} orders came late, and {changed} before rules were accepted.");
    }

    [Fact]
    public void R100_in_the_lobby_only_hosts_change_anything()
    {
        var orders = 0;
        foreach (var seed in LongRun.Seeds(Histories, first: 2))
        {
            foreach (var order in Lived(seed).Submitted.Where(each => each.Before.Agenda.Plan is { Index: < 0 } && each.Before.Members.GetValueOrDefault(each.Actor) is { IsHost: false }))
            {
                orders++;
                Assert.True(order.Facts.All(fact => fact is ProfileChanged or OptionMarked or OptionsRanked or PairCompared or BallotFinished or BallotDealt), $"Seed {seed}: {order.Actor} ordered {order.Command} in the lobby.");
            }
        }

        Assert.True(orders > 100, $"Only {orders} orders were given in lobbies.");
    }

    /// <summary>One accepted fact's tools: of each set one is needed. <paramref name="named"/> has the ids that the order is about; what is carried along by them needs none.</summary>
    private static IEnumerable<StepTool[]> Needed(Board board, string actor, HashSet<string> named, BoardEvent fact) => fact switch
    {
        IdeaAdded => [[StepTool.Ideas]],
        IdeaRetitled e => [Change(board, actor, e.Id)],
        IdeaBodyWritten e => [Change(board, actor, e.Id)],
        IdeaBodyChanged e => [Change(board, actor, e.Id)],
        IdeaRecoloured e => [Change(board, actor, e.Id)],
        IdeaFileAttached e => [Change(board, actor, e.Id)],
        IdeasTagged e => e.Ideas.Select(id => Change(board, actor, id)),
        IdeasUntagged e => e.Ideas.Select(id => Change(board, actor, id)),
        GroupAdded or IdeasGrouped or ProposalBegun or ClusterTaken or ClusterLeft or ProposalDropped => [[StepTool.Group]],
        IdeasUngrouped => [[StepTool.Group]],
        ConnectorAdded or FrameAdded or NoteAdded or ImageAdded or StampAdded => [[StepTool.Draw]],
        ConnectorAttached e => [Change(board, actor, e.Id)],
        NoteSized e => [Change(board, actor, e.Id)],
        ThingWritten e => [Change(board, actor, e.Id)],
        ThingsMoved e => e.Moves.Where(move => named.Contains(move.Id) && !e.Moves.Any(other => Carries(board, other, move))).Select(move => Owned(board, actor, move.Id, StepTool.Move)),
        ThingResized e => [Owned(board, actor, e.Id, StepTool.Move)],
        ThingsReordered or ThingsLocked => [[StepTool.Move]],
        ThingsRemoved e => e.Ids.Where(named.Contains).Select(id => Change(board, actor, id)),
        FileAttached => [[StepTool.Ideas, StepTool.Draw]],
        CommentAdded or CommentEdited or CommentRemoved => [[StepTool.Comment]],
        ReactionAdded or ReactionWithdrawn => [[StepTool.React]],
        VoteCast or VoteWithdrawn => [[StepTool.Dots]],
        RecordRestored { Kind: RecordKind.Comment } => [[StepTool.Comment]],
        RecordRestored e => [[e.Kind switch { RecordKind.Idea => StepTool.Ideas, RecordKind.Group => StepTool.Group, _ => StepTool.Draw }, StepTool.Edit]],

        // What is about oneself, votes (which have their own rules), and what the server hands out.
        ProfileChanged or ReadySaid or TimeAsked or RulesAccepted or BallotDealt or OptionMarked or OptionsRanked or PairCompared or BallotFinished or SheetTaken => [],
        _ => throw new InvalidOperationException($"{fact.GetType().Name} came of an order of somebody who is no host. Which tool is it?"),
    };

    /// <summary>Whether a thing came along with another, as far as it went: then it needs no tool, though the order names it and may have left it out.</summary>
    private static bool Carries(Board board, Move carrier, Move carried)
    {
        if (carrier.Id == carried.Id || Things.Find(board, carrier.Id) is not PlacedRecord by || Things.Find(board, carried.Id) is not PlacedRecord along)
        {
            return false;
        }

        var isTogether = Math.Abs(carrier.X - by.X - (carried.X - along.X)) < 0.02 && Math.Abs(carrier.Y - by.Y - (carried.Y - along.Y)) < 0.02;
        return isTogether && (by is GroupRecord or FrameRecord || (along is StampRecord stamp && stamp.On == by.Id));
    }

    /// <summary>One's own: with the tool that adds it, too. Groups are everybody's.</summary>
    private static StepTool[] Change(Board board, string actor, string id) => Owned(board, actor, id, StepTool.Edit);

    private static StepTool[] Owned(Board board, string actor, string id, StepTool others)
    {
        // What the same order added a moment before is its sender's.
        var thing = Things.Find(board, id);
        var author = thing is null ? actor : thing.Author.Length > 0 ? thing.Author : IsUnseen(board) ? board.Sealed.Things.GetValueOrDefault(id, "") : "";
        return thing switch
        {
            GroupRecord => [StepTool.Group, others],
            IdeaRecord when author == actor => [StepTool.Ideas, others],
            null => [StepTool.Ideas, StepTool.Group, StepTool.Draw, others],
            _ when author == actor => [StepTool.Draw, others],
            _ => [others],
        };
    }

    /// <summary>Whether nobody is to learn who does what now: only then is somebody the author of what they added under seal.</summary>
    private static bool IsUnseen(Board board) =>
        board.Agenda.Plan!.Steps.Single(step => step.Id == board.Agenda.Phase!.Step) is var step && (step.Sealed || (step.Exposure < Exposure.All && !board.Agenda.Phase!.Revealed));

    /// <summary>Every accepted order of somebody who is no host, in a step.</summary>
    private static void ForEachOrder(Action<int, Accepted> check)
    {
        foreach (var seed in LongRun.Seeds(Histories, first: 2))
        {
            foreach (var order in Lived(seed).Submitted.Where(each => each.Before.Agenda.Phase is not null && each.Before.Members.GetValueOrDefault(each.Actor) is { IsHost: false }))
            {
                check(seed, new Accepted(order.Before, order.Actor, order.Command, order.At, order.Facts, [.. NamedBy(order.Command)]));
            }
        }
    }

    private static History Lived(int seed)
    {
        var history = new History(seed);
        history.Live(seed % 5 > 1 ? Orders : 0);
        return history;
    }

    private static IEnumerable<string> NamedBy(ClientCommand command) => command switch
    {
        MoveThings c => c.Moves?.Select(move => move.Id ?? "") ?? [],
        RemoveThings c => c.Ids?.Select(id => id ?? "") ?? [],
        TakeBack c => c.Parts?.SelectMany(part => part?.Command is { } inner ? NamedBy(inner) : []) ?? [],
        _ => [],
    };

    private sealed record Accepted(Board Before, string Actor, ClientCommand Command, long At, BoardEvent[] Facts, HashSet<string> Named);
}
