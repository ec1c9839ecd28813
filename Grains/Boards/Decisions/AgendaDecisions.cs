namespace CoCreate.Boards;

/// <summary>The agenda: planning it, running its steps, their timers and rules.</summary>
internal static class AgendaDecisions
{
    public static Decision Set(Board board, SetAgenda command)
    {
        var refusal = Check.Text(command.Playbook, Limits.TitleLength)
            ?? Check.When(command.Steps is null, RefusalCode.Malformed)
            ?? Check.When(command.Steps!.Length > Limits.StepsPerAgenda, RefusalCode.TooMany)
            ?? command.Steps.Select(StepCheck.Problem).FirstOrDefault(problem => problem is not null)
            ?? Check.Unless(command.Steps.Select(step => step.Id).Distinct().Count() == command.Steps.Length, RefusalCode.Exists)
            ?? Check.When(command.Steps.Length == 0 && board.Agenda.Plan is null, RefusalCode.NotFound);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        var frozen = (board.Agenda.Plan?.Steps ?? []).Where(step => board.Agenda.Begun.Contains(step.Id));
        return frozen.All(step => Array.Find(command.Steps!, each => each.Id == step.Id) is { } same && Rules.Same(step, same))
            ? new AgendaSet(command.Playbook, command.Steps!)
            : RefusalCode.Frozen;
    }

    /// <summary>The step's vote opens, and the restore point is made, after the step has begun: what it reveals is in them. A step whose vote cannot be held does not begin: people would wait for a ballot that never comes.</summary>
    public static Decision Begin(Board board, Member actor, BeginStep command, long now)
    {
        if (Find(board, command.Id) is not { } step)
        {
            return RefusalCode.NotFound;
        }

        if (board.Agenda.Phase?.Step == step.Id)
        {
            return RefusalCode.Exists;
        }

        var isRound = step.Exposure == Exposure.Sheet;
        var begun = new StepBegun(
            step.Id,
            step.Seconds == 0 ? 0 : now + (step.Seconds * 1000L),
            Rules.HashOf(step),
            isRound ? Sheets.RoundOf(board) : 0,
            isRound ? Sheets.Deal(board) : []);
        var steps = new Deeds(board, actor.Record.Id, now);
        steps.Add(VotesClosed(board));
        steps.Add([begun]);
        if (step.Vote.Method != VoteMethod.None)
        {
            var opened = VoteDecisions.Open(steps.Board, $"vote-{steps.Board.Seq + 1:d10}", step.Name, step.Vote, step.Id);
            if (opened.Refusal is { } refusal)
            {
                return refusal;
            }

            steps.Add(opened.Events.ToArray());
        }

        steps.Add(PointDecisions.AtStep(steps.Board, step));
        return Decision.Of(steps.Facts);
    }

    public static Decision End(Board board) => board.Agenda.Phase is null ? RefusalCode.NotInPhase : Decision.Of([.. VotesClosed(board), new AgendaEnded()]);

    public static Decision Reveal(Board board) => board.Agenda.IsHidden ? new HiddenRevealed() : RefusalCode.NotInPhase;

    public static Decision SetTimer(Board board, SetTimer command, long now) =>
        board.Agenda.Phase is null ? RefusalCode.NotInPhase
        : command.Seconds is < 0 or > Limits.StepSeconds ? RefusalCode.OutOfRange
        : new TimerSet(command.Seconds == 0 ? 0 : now + (command.Seconds * 1000L), 0);

    public static Decision Extend(Board board, ExtendTimer command, long now)
    {
        if (board.Agenda.Phase is not { } phase)
        {
            return RefusalCode.NotInPhase;
        }

        var refusal = Check.When(command.Participant is null, RefusalCode.Malformed)
            ?? Check.Unless(command.Seconds is >= 1 and <= Limits.StepSeconds, RefusalCode.OutOfRange)
            ?? Check.When(phase is { EndsAt: 0, PausedLeft: 0 }, RefusalCode.NotInPhase)
            ?? Check.Unless(command.Participant!.Length == 0 || board.Members.ContainsKey(command.Participant), RefusalCode.NotFound);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        if (command.Participant!.Length > 0)
        {
            return board.Agenda.SeatOf(command.Participant).ExtraSeconds + command.Seconds > Limits.StepSeconds
                ? RefusalCode.OutOfRange
                : new TimeGiven(command.Participant, command.Seconds);
        }

        var more = command.Seconds * 1000L;
        return Longest(now, phase.EndsAt == 0 ? new TimerSet(0, phase.PausedLeft + more) : new TimerSet(Math.Max(phase.EndsAt, now) + more, 0));
    }

    public static Decision Pause(Board board, long now) => board.Agenda.Phase is { } phase && phase.EndsAt > now
        ? new TimerSet(0, phase.EndsAt - now)
        : RefusalCode.NotInPhase;

    public static Decision Resume(Board board, long now) => board.Agenda.Phase is { PausedLeft: > 0 } phase
        ? new TimerSet(now + phase.PausedLeft, 0)
        : RefusalCode.NotInPhase;

    public static Decision ChangeRules(Board board, ChangeRules command)
    {
        var refusal = Check.Words(command.Reason, Limits.StepTextLength) ?? StepCheck.Problem(command.Step);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        if (Find(board, command.Step.Id) is null)
        {
            return RefusalCode.NotFound;
        }

        // A step that is over was held by its rules, and one that has not begun is planned, not changed.
        if (board.Agenda.Step is not { } now || now.Id != command.Step.Id)
        {
            return board.Agenda.Begun.Contains(command.Step.Id) ? RefusalCode.Frozen : RefusalCode.NotInPhase;
        }

        var next = command.Step;
        var staysHidden = now.Exposure == next.Exposure && now.Sealed == next.Sealed && Rules.Same(now with { Vote = next.Vote }, now);
        return !staysHidden ? RefusalCode.Frozen
            : board.Agenda.Phase!.Changes.Count >= Limits.RulesChanges ? RefusalCode.TooMany
            : new RulesChanged(next, command.Reason, Rules.HashOf(next), Consent: command.Terms || now.Strict != next.Strict || !now.Tools.SequenceEqual(next.Tools));
    }

    /// <summary>Hosts keep back what hosts added: what people wrote is not hidden like this.</summary>
    public static Decision KeepConcepts(Board board, KeepConcepts command)
    {
        if (Check.Some(command.Ideas) is { } refusal)
        {
            return refusal;
        }

        if (command.Kept && board.Agenda.Exposure == Exposure.Concepts)
        {
            return RefusalCode.NotInPhase;
        }

        var there = command.Ideas.Where(id => Check.Idea(board, id) is null).Distinct().ToList();
        string[] fit = [.. there.Where(id => board.Ideas[id].Record.Concept != command.Kept && (!command.Kept || IsOfHost(board, board.Ideas[id].Record)))];
        return fit.Length > 0 ? new ConceptsKept(fit, command.Kept)
            : there.Count == 0 ? RefusalCode.NotFound
            : command.Kept ? RefusalCode.NotAllowed
            : RefusalCode.NotFound;
    }

    public static Decision SayReady(Board board, Member actor, SayReady command) =>
        board.Agenda.Step is not { ReadyCheck: true } ? RefusalCode.NotInPhase
        : actor.Record.Role == Role.Observer ? RefusalCode.NotAllowed
        : new ReadySaid(command.Ready);

    public static Decision AcceptRules(Board board, AcceptRules command) =>
        board.Agenda.Phase is not { Changes.Count: > 0 } phase ? RefusalCode.NotInPhase
        : phase.RulesHash == command.Hash ? new RulesAccepted(command.Hash)
        : RefusalCode.Changed;

    /// <summary>The votes of a step end with it.</summary>
    private static IEnumerable<BoardEvent> VotesClosed(Board board) => board.Votes.Values
        .Where(vote => vote.IsOpen && vote.Record.Step.Length > 0 && vote.Record.Step == board.Agenda.Phase?.Step)
        .OrderBy(vote => vote.Record.Id, StringComparer.Ordinal)
        .SelectMany(vote => VoteDecisions.Close(board, vote.Record.Id).Events.ToArray());

    private static bool IsOfHost(Board board, IdeaRecord idea) => board.Members.GetValueOrDefault(idea.Author) is { IsHost: true };

    private static Decision Longest(long now, TimerSet set) =>
        Math.Max(set.EndsAt - now, set.PausedLeft) > Limits.StepSeconds * 1000L ? RefusalCode.OutOfRange : set;

    private static StepPlan? Find(Board board, string? id) => board.Agenda.Plan is { } plan ? Array.Find(plan.Steps, step => step.Id == id) : null;

    /// <summary>Facts one on top of the other, with the board that they lead to.</summary>
    private sealed class Deeds(Board board, string actor, long now)
    {
        public Board Board { get; private set; } = board;

        public List<BoardEvent> Facts { get; } = [];

        public void Add(IEnumerable<BoardEvent> facts)
        {
            foreach (var fact in facts)
            {
                Board = BoardApplier.Apply(Board, new BoardEntry(Board.Seq + 1, now, actor, "", 0, fact));
                Facts.Add(fact);
            }
        }
    }
}
