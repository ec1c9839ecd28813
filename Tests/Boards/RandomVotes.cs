using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>Makes commands about votes from a seed: mostly ones that a board accepts, some at its limits, some senseless.</summary>
internal sealed class RandomVotes(Random random, Func<string, string> newId)
{
    /// <summary>A command about one of the board's votes, or one that opens another.</summary>
    public ClientCommand Next(Board board) => random.Next(board.Votes.IsEmpty ? 2 : 24) switch
    {
        < 2 => new OpenVote(newId("vote"), random.Next(8) == 0 ? "" : "Which first?", Plan()),
        2 => new CloseVote(Vote(board)),
        3 => random.Next(4) > 0 ? new CloseVote(Vote(board)) : random.Next(6) == 0 ? new RemoveVote(Vote(board)) : new OpenVote(newId("vote"), "And now?", Plan()),
        4 => new PriceOption(Vote(board, VoteMethod.Budget) is var id ? id : "", Option(board, id), random.Next(-1, 9)),
        5 => Merge(board),
        6 or 7 => new TakeBallot(Vote(board)),
        8 => new FinishBallot(Vote(board), random.Next(3) > 0),
        _ => Ballot(board),
    };

    /// <summary>Any plan that a vote can have, now and then one that none can.</summary>
    public VotePlan Plan()
    {
        var method = (VoteMethod)random.Next(random.Next(10) == 0 ? 0 : 1, 8);
        return new VotePlan
        {
            Method = method,
            Budget = method is VoteMethod.Approval or VoteMethod.Ranking ? 0 : random.Next(random.Next(10) == 0 ? -1 : 1, 13),
            PerOption = random.Next(4),
            Options = random.Next(4) == 0 ? VoteOptions.Groups : VoteOptions.Ideas,
            Top = random.Next(4) == 0 ? random.Next(1, 4) : 0,
            Segments = random.Next(5) == 0 ? ["customer"] : [],
            TieBreak = (TieBreak)random.Next(4),
            Live = random.Next(4) == 0 && !VoteRules.ComparesEachWithEach(method),
        };
    }

    private ClientCommand Ballot(Board board)
    {
        var id = Vote(board);
        var plan = board.Votes.GetValueOrDefault(id)?.Record.Plan ?? VotePlan.None;
        return plan.Method switch
        {
            VoteMethod.Ranking => new RankOptions(id, [.. Enumerable.Range(0, random.Next(5)).Select(_ => Option(board, id)).Distinct()]),
            VoteMethod.Pairwise => Pair(board, id),
            _ => random.Next(20) == 0 ? new RankOptions(id, null!) : new MarkOption(id, Option(board, id), random.Next(plan.Method == VoteMethod.Approval ? 2 : 8) - (random.Next(9) == 0 ? 1 : 0)),
        };
    }

    /// <summary>Mostly the pair that somebody is asked about, so that it is accepted from that person.</summary>
    private ComparePair Pair(Board board, string id)
    {
        var asked = board.Votes[id].Ballots.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value.Record.Next).Where(next => next.First.Length > 0).ToList();
        var outcome = (PairOutcome)random.Next(random.Next(20) == 0 ? 4 : 3);
        return asked.Count == 0 || random.Next(6) == 0
            ? new ComparePair(id, Option(board, id), Option(board, id), outcome)
            : asked[random.Next(asked.Count)] is var next ? new ComparePair(id, next.First, next.Second, outcome) : null!;
    }

    private MergeOptions Merge(Board board)
    {
        var id = Vote(board);
        var into = Option(board, id);
        return random.Next(8) == 0 ? new MergeOptions(id, into, null!) : new MergeOptions(id, into, [.. Enumerable.Range(0, random.Next(3)).Select(_ => Option(board, id)).Distinct()]);
    }

    private string Vote(Board board, VoteMethod? method = null)
    {
        var ids = board.Votes.Values.OrderBy(vote => vote.Record.Id, StringComparer.Ordinal).Where(vote => (vote.IsOpen || random.Next(6) == 0) && (method is null || vote.Record.Plan.Method == method)).Select(vote => vote.Record.Id).Order(StringComparer.Ordinal).ToList();
        return ids.Count == 0 || random.Next(15) == 0 ? "vote-gone-000000" : ids[random.Next(ids.Count)];
    }

    private string Option(Board board, string vote)
    {
        var options = board.Votes.GetValueOrDefault(vote)?.Record.Options ?? [];
        return options.Count == 0 || random.Next(15) == 0 ? "idea-gone-000000" : options[random.Next(options.Count)].Id;
    }
}
