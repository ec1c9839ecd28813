using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>Makes the commands of an agenda from a seed: mostly ones that a board accepts from a host, some at its limits, some senseless.</summary>
internal sealed class RandomSteps(Random random)
{
    private int _ids;

    /// <summary>A command of hosts, or about oneself, that a browser might send to this board.</summary>
    public ClientCommand Next(Board board) => random.Next(34) switch
    {
        < 3 => Set(board),
        < 11 => new BeginStep(Step(board)),
        11 when random.Next(4) == 0 => new EndAgenda(),
        12 => new Reveal(),
        13 => new SetTimer(random.Next(-1, 40)),
        14 => new ExtendTimer(random.Next(0, 30), random.Next(2) == 0 ? "" : Person(board)),
        15 => random.Next(2) == 0 ? new PauseTimer() : new ResumeTimer(),
        16 or 17 => Change(board),
        18 or 19 => new KeepConcepts([Idea(board), Idea(board), Idea(board)], random.Next(3) > 0),
        < 24 => new SayReady(random.Next(3) > 0),
        < 27 => new AcceptRules(random.Next(4) == 0 ? "" : board.Agenda.Phase?.RulesHash ?? ""),
        < 30 => new AskForTime(random.Next(4) > 0),
        30 => new DeclineTime(board.Agenda.Seats.Where(seat => seat.Value.Asked == TimeAnswer.Open).Select(seat => seat.Key).Order(StringComparer.Ordinal).FirstOrDefault(Person(board))),
        _ => Odd(board),
    };

    /// <summary>A step that may be planned.</summary>
    public StepPlan NewStep() => new()
    {
        Id = $"step-{_ids++:d8}",
        Name = $"Step {_ids}",
        Text = "æøå 🎒",
        Seconds = random.Next(3) == 0 ? random.Next(30) : 0,
        Strict = random.Next(2) == 0,
        Exposure = random.Next(7) switch { 0 or 1 => Exposure.Own, 2 or 3 => Exposure.Sheet, 4 => Exposure.Segment, 5 => Exposure.All, _ => Exposure.Concepts },
        Sealed = random.Next(3) == 0,
        Tools = Tools(),
        ReadyCheck = random.Next(3) > 0,
        Vote = random.Next(4) > 0 ? VotePlan.None : VotePlan.None with { Method = random.Next(2) == 0 ? VoteMethod.Dots : VoteMethod.Approval, Budget = 5 },
    };

    private StepTool[] Tools() => random.Next(3) == 0 ? Enum.GetValues<StepTool>() : [.. Enum.GetValues<StepTool>().Where(_ => random.Next(3) > 0)];

    private SetAgenda Set(Board board)
    {
        var kept = (board.Agenda.Plan?.Steps ?? []).Where(step => board.Agenda.Begun.Contains(step.Id) || random.Next(2) == 0);
        return random.Next(12) == 0 ? new SetAgenda("", []) : new SetAgenda("A playbook", [.. kept.Take(12), NewStep(), NewStep()]);
    }

    private ChangeRules Change(Board board)
    {
        var step = board.Agenda.Step ?? NewStep();
        return new ChangeRules(random.Next(4) switch
        {
            0 => step with { Tools = Tools() },
            1 => step with { Strict = !step.Strict },
            2 => step with { Text = $"Text {random.Next(100)}" },
            _ => step with { Exposure = Exposure.All },
        }, random.Next(6) == 0 ? "" : "Because");
    }

    /// <summary>What no good client sends.</summary>
    private ClientCommand Odd(Board board) => random.Next(8) switch
    {
        0 => new SetAgenda(null!, null!),
        1 => new SetAgenda("", [null!]),
        2 => new SetAgenda("", [NewStep() with { Tools = [StepTool.React, StepTool.Ideas] }]),
        3 => new BeginStep(null!),
        4 => new ExtendTimer(5, null!),
        7 => new DeclineTime(null!),
        5 => new ChangeRules(NewStep() with { Vote = null! }, null!),
        _ => new KeepConcepts([null!, Idea(board)], true),
    };

    private string Step(Board board) => board.Agenda.Plan is { Steps.Length: > 0 } plan && random.Next(10) > 0 ? plan.Steps[random.Next(plan.Steps.Length)].Id : "step-gone-00000";

    private string Idea(Board board) => Any(board.Ideas.Keys, "idea-gone-000000");

    private string Person(Board board) => Any(board.Members.Keys, "person-gone-0000");

    private string Any(IEnumerable<string> ids, string gone)
    {
        var sorted = ids.Order(StringComparer.Ordinal).ToList();
        return sorted.Count == 0 || random.Next(12) == 0 ? gone : sorted[random.Next(sorted.Count)];
    }
}
