namespace CoCreate.Boards;

/// <summary>Dots that everybody sees at once. The budget is looked at here, against everything decided so far, so that no number of tabs can pass it.</summary>
internal static class DotDecisions
{
    public static Decision Cast(Board board, Member actor, CastVote command)
    {
        if ((Check.Idea(board, command.Idea) ?? Dots(command.Dots)) is { } refusal)
        {
            return refusal;
        }

        return actor.Dots + command.Dots > board.Settings.VoteBudget ? RefusalCode.OverBudget : new VoteCast(command.Idea, command.Dots);
    }

    public static Decision Withdraw(Board board, Member actor, WithdrawVote command)
    {
        if ((Check.Idea(board, command.Idea) ?? Dots(command.Dots)) is { } refusal)
        {
            return refusal;
        }

        var cast = board.Ideas[command.Idea].Ballots.GetValueOrDefault(actor.Record.Id, Ballot.None).Dots;
        return command.Dots > cast ? RefusalCode.NotFound : new VoteWithdrawn(command.Idea, command.Dots);
    }

    private static RefusalCode? Dots(int dots) => dots is >= 1 and <= Limits.VoteBudget ? null : RefusalCode.OutOfRange;
}
