namespace CoCreate.Boards;

/// <summary>Opening, closing and preparing votes. Who gives what is decided in <see cref="BallotDecisions"/>, what it comes to is counted in <see cref="VoteCount"/>.</summary>
internal static class VoteDecisions
{
    /// <summary>Opens a vote, of a step (its id) or beside the agenda (an empty text). A step's own command calls this with an id made from the step, and adds the fact to its own.</summary>
    /// <returns>A <see cref="VoteOpened"/>, or why there can be none: a plan that is not one (<see cref="VoteRules.Problem"/>), nothing to vote on, too much, or what is voted on already.</returns>
    public static Decision Open(Board board, string? id, string? title, VotePlan? plan, string step)
    {
        var refusal = Check.Id(id)
            ?? Check.Words(title, Limits.TitleLength)
            ?? VoteRules.Problem(plan)
            ?? Check.When(board.Votes.ContainsKey(id!), RefusalCode.Exists)
            ?? Check.When(board.Votes.Count >= Limits.VotesPerBoard, RefusalCode.TooMany);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        var options = VoteSubjects.Of(board, plan!);
        return options.Count < (plan!.Method == VoteMethod.Pairwise ? 2 : 1) ? RefusalCode.NothingToVoteOn
            : options.Count > VoteRules.MostOptions(plan.Method) ? RefusalCode.TooManyOptions
            : IsVotedOn(board, plan, options) ? RefusalCode.AlreadyVoting
            : new VoteOpened(id!, title!, plan, step, [.. options]);
    }

    /// <summary>Closes a vote: it is counted with the ballots of those who may vote at this moment. A step's own command calls this when the step ends.</summary>
    /// <returns>A <see cref="VoteClosed"/> with the result, or why not: it is not there, or closed.</returns>
    public static Decision Close(Board board, string? id) => Refuse(board, id, mustBeOpen: true) is { } refusal
        ? refusal
        : new VoteClosed(id!, VoteCount.Of(board.Votes[id!], board), [.. SegmentCount.Of(board.Votes[id!], board)]);

    public static Decision Remove(Board board, RemoveVote command) =>
        Refuse(board, command.Id, mustBeOpen: false) is { } refusal ? refusal : new VoteRemoved(command.Id);

    /// <summary>Prices are rules: they stand when the first ballot has something in it.</summary>
    public static Decision Price(Board board, PriceOption command)
    {
        var refusal = Refuse(board, command.Vote, mustBeOpen: true)
            ?? Option(board.Votes[command.Vote], command.Option)
            ?? Check.Unless(command.Price is >= 0 and <= Limits.Price && board.Votes[command.Vote].Record.Plan.Method == VoteMethod.Budget, RefusalCode.OutOfRange)
            ?? Check.When(board.Votes[command.Vote].Ballots.Values.Any(ballot => ballot.IsCast), RefusalCode.Frozen);
        return refusal is { } code ? code : new OptionPriced(command.Vote, command.Option, command.Price);
    }

    public static Decision Merge(Board board, MergeOptions command)
    {
        if ((Refuse(board, command.Vote, mustBeOpen: false) ?? Problem(board.Votes[command.Vote], command)) is { } refusal)
        {
            return refusal;
        }

        var vote = board.Votes[command.Vote];
        var merged = VoteChanges.Merged(vote, command.Into, command.Options);
        return vote.IsOpen
            ? new OptionsMerged(command.Vote, command.Into, command.Options, VoteResults.None)
            : new OptionsMerged(command.Vote, command.Into, command.Options, VoteCount.Again(merged), [.. SegmentCount.Again(merged)]);
    }

    /// <summary>Null when the vote has this option, and it is on the board.</summary>
    public static RefusalCode? Option(Vote vote, string? option) =>
        Check.Unless(vote.Record.Options.Any(each => each.Id == option && !each.Removed), RefusalCode.NotFound);

    /// <summary>Null when the vote is there and, where it has to be, open.</summary>
    public static RefusalCode? Refuse(Board board, string? vote, bool mustBeOpen) =>
        vote is null || !board.Votes.TryGetValue(vote, out var found) ? RefusalCode.NotFound
        : mustBeOpen && !found.IsOpen ? RefusalCode.VoteClosed
        : null;

    /// <summary>Whether somebody would be asked about the same thing in two votes at once.</summary>
    private static bool IsVotedOn(Board board, VotePlan plan, List<FrozenOption> options)
    {
        var ids = options.Select(option => option.Id).ToHashSet();
        return board.Votes.Values.Any(vote => vote.IsOpen
            && (plan.Segments.Length == 0 || vote.Record.Plan.Segments.Length == 0 || plan.Segments.Intersect(vote.Record.Plan.Segments).Any())
            && vote.Record.Options.Any(option => !option.Removed && ids.Contains(option.Id)));
    }

    /// <summary>What counts as another option has nothing counted as it, and is not that one.</summary>
    private static RefusalCode? Problem(Vote vote, MergeOptions command)
    {
        if (command.Options is null)
        {
            return RefusalCode.Malformed;
        }

        var options = vote.Record.Options.ToDictionary(option => option.Id);
        return command.Options.Length > Limits.OptionsPerVote ? RefusalCode.TooMany
            : !options.TryGetValue(command.Into ?? "", out var into) || Array.Exists(command.Options, option => option is null || !options.ContainsKey(option)) ? RefusalCode.NotFound
            : into.Into.Length > 0
                || command.Options.Contains(command.Into)
                || command.Options.Distinct().Count() != command.Options.Length
                || vote.Record.Options.Any(option => command.Options.Contains(option.Into)) ? RefusalCode.OutOfRange
            : null;
    }
}
