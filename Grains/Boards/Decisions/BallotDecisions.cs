namespace CoCreate.Boards;

/// <summary>What people put into their ballots. Budgets are looked at here, against everything decided so far, so that no number of tabs can pass them.</summary>
internal static class BallotDecisions
{
    /// <summary>The server's order that gives somebody the ballot they need for this command; null when they need none. It may be refused, as the command will be then.</summary>
    /// <param name="board">The board.</param>
    /// <param name="actor">Who.</param>
    /// <param name="command">What they order.</param>
    /// <param name="receipt">By which they find their ballot: nobody may be able to guess it.</param>
    /// <param name="device">What they order it from, as a keyed hash.</param>
    public static DealBallot? Dealing(Board board, string actor, BoardCommand command, string receipt, string device) => command switch
    {
        TakeBallot take => new DealBallot(take.Vote, receipt, device),
        IBallotCommand { Vote: { } id } and not DealBallot when board.Votes.TryGetValue(id, out var vote) && !vote.Ballots.ContainsKey(actor) => new DealBallot(id, receipt, device),
        _ => null,
    };

    public static Decision Deal(Board board, Member actor, DealBallot command)
    {
        var refusal = MayVote(board, actor, command.Vote)
            ?? Check.Id(command.Receipt)
            ?? Check.When(board.Votes[command.Vote].Ballots.ContainsKey(actor.Record.Id), RefusalCode.Exists);
        return refusal is { } code ? code : new BallotDealt(command.Vote, command.Receipt, command.Device ?? "");
    }

    public static Decision Mark(Board board, Member actor, MarkOption command)
    {
        if (Find(board, actor, command.Vote, out var vote, out var ballot) is { } refusal)
        {
            return refusal;
        }

        var plan = vote.Record.Plan;
        var (least, most) = VoteRules.MarkRange(plan);
        var takesBack = command.Value == VoteRules.NoMark(plan.Method);
        if (!VoteRules.TakesMarks(plan.Method) || command.Value < least)
        {
            return RefusalCode.OutOfRange;
        }

        // What was given to an option that is gone meanwhile can be taken back.
        if (VoteDecisions.Option(vote, command.Option) is { } gone && !(takesBack && command.Option is not null && ballot.Record.Marks.ContainsKey(command.Option)))
        {
            return gone;
        }

        var marks = ballot.Record.Marks.Where(mark => mark.Key != command.Option).Select(mark => mark.Value).Append(Math.Max(0, command.Value));
        return command.Value > most ? (plan.Method is VoteMethod.Approval or VoteMethod.Score ? RefusalCode.OutOfRange : RefusalCode.OverBudget)
            : VoteRules.Left(plan, marks, 0) < 0 ? RefusalCode.OverBudget
            : new OptionMarked(command.Vote, command.Option!, command.Value);
    }

    public static Decision Rank(Board board, Member actor, RankOptions command)
    {
        if (Find(board, actor, command.Vote, out var vote, out _) is { } refusal)
        {
            return refusal;
        }

        return command.Options is null ? RefusalCode.Malformed
            : vote.Record.Plan.Method != VoteMethod.Ranking || command.Options.Distinct().Count() != command.Options.Length ? RefusalCode.OutOfRange
            : Array.Exists(command.Options, option => VoteDecisions.Option(vote, option) is not null) ? RefusalCode.NotFound
            : new OptionsRanked(command.Vote, command.Options);
    }

    public static Decision Compare(Board board, Member actor, ComparePair command)
    {
        if (Find(board, actor, command.Vote, out var vote, out var ballot) is { } refusal)
        {
            return refusal;
        }

        var wrong = Check.Unless(vote.Record.Plan.Method == VoteMethod.Pairwise, RefusalCode.OutOfRange)
            ?? Check.Defined(command.Outcome)
            ?? VoteDecisions.Option(vote, command.First)
            ?? VoteDecisions.Option(vote, command.Second);
        if (wrong is not null)
        {
            return wrong.Value;
        }

        // Nobody chooses their own pairs: which are compared is dealt evenly, and more by one person than asked for would make their word heavier.
        var next = new ComparedPair(ballot.Record.Next.First, ballot.Record.Next.Second, PairOutcome.Cannot);
        return next.IsOf(command.First, command.Second) || ballot.Pairs.Exists(pair => pair.IsOf(command.First, command.Second))
            ? new PairCompared(command.Vote, command.First, command.Second, command.Outcome)
            : RefusalCode.OutOfRange;
    }

    public static Decision Finish(Board board, Member actor, FinishBallot command) =>
        Find(board, actor, command.Vote, out _, out _) is { } refusal ? refusal : new BallotFinished(command.Vote, command.Finished);

    private static RefusalCode? Find(Board board, Member actor, string? id, out Vote vote, out VoterBallot ballot)
    {
        (vote, ballot) = (null!, null!);
        if (MayVote(board, actor, id) is { } refusal)
        {
            return refusal;
        }

        vote = board.Votes[id!];
        return vote.Ballots.TryGetValue(actor.Record.Id, out ballot!) ? null : RefusalCode.NotFound;
    }

    private static RefusalCode? MayVote(Board board, Member actor, string? id) =>
        VoteDecisions.Refuse(board, id, mustBeOpen: true) ?? Check.Unless(VoteRules.MayVote(actor, board.Votes[id!].Record.Plan), RefusalCode.NotEligible);
}
