namespace CoCreate.Boards;

/// <summary>What a vote would be on, if it opened now. Pure.</summary>
internal static class VoteSubjects
{
    /// <summary>The options: ideas as they were added, groups in their order, of those the best of the vote before where the plan asks for them.</summary>
    public static List<FrozenOption> Of(Board board, VotePlan plan)
    {
        var all = plan.Options == VoteOptions.Groups ? Groups(board) : Ideas(board);
        return plan.Top > 0 && Best(board, plan) is { } best ? [.. all.Where(option => best.Contains(option.Id))] : [.. all];
    }

    private static IEnumerable<FrozenOption> Ideas(Board board) => board.Ideas.Values
        .Where(idea => Sight.Of(board, idea.Record).IsEveryone)
        .Select(idea => idea.Record)
        .OrderBy(idea => idea.CreatedAt)
        .ThenBy(idea => idea.Id, StringComparer.Ordinal)
        .Select(idea => new FrozenOption(idea.Id, idea.Title));

    private static IEnumerable<FrozenOption> Groups(Board board) => board.Groups.Values
        .Where(group => Sight.OfWords(board, group.Record).IsEveryone)
        .Select(group => group.Record)
        .OrderBy(group => group.Order)
        .ThenBy(group => group.Id, StringComparer.Ordinal)
        .Select(group => new FrozenOption(group.Id, group.Title));

    /// <summary>The first places of the latest vote on the same kind that was closed, those that share the last one too; null where there was none.</summary>
    private static HashSet<string>? Best(Board board, VotePlan plan) => board.Votes.Values
        .Where(vote => !vote.IsOpen && vote.Record.Plan.Options == plan.Options)
        .OrderByDescending(vote => vote.Record.ClosedAt)
        .ThenBy(vote => vote.Record.Id, StringComparer.Ordinal)
        .Select(vote => vote.Record.Results.Rows.Where(row => row.Place <= plan.Top).Select(row => row.Option).ToHashSet())
        .FirstOrDefault();
}
