using System.Globalization;
using CoCreate.Voting;

namespace CoCreate.Boards;

/// <summary>Counts a vote: rules, options and ballots in, a result out. Pure, and the only place that counts: what closes a vote, what is shown live, and what checks a published file all ask it.</summary>
internal static class VoteCount
{
    /// <summary>Sentences that a result has at most: the first places are what people ask about.</summary>
    private const int MostRemarks = 12;

    /// <summary>The result of the ballots that somebody cast who may vote now.</summary>
    public static VoteResults Of(Vote vote, Board board) => Of(vote.Record, [.. Counted(vote, board).Select(ballot => ToCast(ballot))]);

    /// <summary>The result of a closed vote once more, of the ballots that were counted then.</summary>
    public static VoteResults Again(Vote closed) => Of(closed.Record, [.. closed.Ballots.Values.Where(ballot => ballot.Counts).Select(ballot => ToCast(ballot))]);

    /// <summary>Whether a ballot counts: something is in it, and its voter may vote.</summary>
    public static bool Counts(Vote vote, Board board, string participant, VoterBallot ballot) =>
        ballot.IsCast && VoteRules.MayVote(board.Members.GetValueOrDefault(participant), vote.Record.Plan);

    private static IEnumerable<VoterBallot> Counted(Vote vote, Board board) =>
        vote.Ballots.Where(each => Counts(vote, board, each.Key, each.Value)).Select(each => each.Value);

    /// <summary>A ballot as methods read it.</summary>
    public static CastBallot ToCast(VoterBallot ballot) => ToCast(ballot.Record.Marks, ballot.Record.Ranking, ballot.Pairs);

    /// <summary>The same from its parts.</summary>
    public static CastBallot ToCast(IReadOnlyDictionary<string, int> marks, IReadOnlyList<string> ranking, IEnumerable<ComparedPair> pairs) => new(
        marks,
        ranking,
        [.. pairs.Select(pair => new Comparison(pair.First, pair.Second, pair.Outcome switch
        {
            PairOutcome.First => pair.First,
            PairOutcome.Second => pair.Second,
            _ => "",
        }))]);

    /// <summary>The result of these ballots by the rules of a vote.</summary>
    public static VoteResults Of(VoteRecord vote, IReadOnlyList<CastBallot> ballots)
    {
        var into = vote.Options.Where(option => option.Into.Length > 0).ToDictionary(option => option.Id, option => option.Into);
        var gone = vote.Options.Where(option => option.Removed).Select(option => option.Id).ToHashSet();
        var options = vote.Options.Where(option => option is { Removed: false, Into: "" }).ToList();
        List<CastBallot> merged = [.. ballots.Select(ballot => Merging.Merge(Without(ballot, gone), into))];
        var (tallies, matrix) = Tally(vote.Plan, options, merged);
        var placed = Places.Of(tallies, Decider(vote, options));
        return new VoteResults
        {
            Voters = ballots.Count,
            Rows = [.. placed.Select(each => Row(vote, each.Tally, each.Place))],
            Ties = [.. Places.Ties(placed).Select(tie => new VoteTie
            {
                Options = [.. tie.Select(each => each.Tally.Option)],
                By = tie[0].Place == tie[^1].Place ? TieBreak.Shared : vote.Plan.TieBreak,
            })],
            Matrix = matrix is null ? [] : [.. placed.SelectMany(row => placed.Select(column => matrix(row.Tally.Option, column.Tally.Option)))],
            Explanation = [.. VoteExplanation.Of(vote, options, merged, placed).Take(MostRemarks)],
        };
    }

    private static (IReadOnlyList<Tally> Tallies, Func<string, string, int>? Matrix) Tally(VotePlan plan, List<BallotOption> options, List<CastBallot> ballots)
    {
        List<string> ids = [.. options.Select(option => option.Id)];
        switch (plan.Method)
        {
            case VoteMethod.Dots:
                return (Sums.Dots(ids, ballots), null);
            case VoteMethod.Approval:
                return (Sums.Approval(ids, ballots), null);
            case VoteMethod.Score:
                return (Sums.Score(ids, ballots, plan.Budget), null);
            case VoteMethod.Quadratic:
                return (Sums.Quadratic(ids, ballots), null);
            case VoteMethod.Budget:
                return (EqualShares.Count([.. options.Select(option => (option.Id, (long)option.Price))], ballots, plan.Budget), null);
            case VoteMethod.Ranking:
                var schulze = Schulze.Of(ids, ballots);
                return (schulze.Count(ballots), schulze.Preferred);
            case VoteMethod.Pairwise:
                var (wins, index) = (BradleyTerry.Wins(ids, ballots), ids.Select((id, at) => (id, at)).ToDictionary(each => each.id, each => each.at));
                return (BradleyTerry.Count(ids, ballots), (one, other) => (int)wins[index[one], index[other]]);
            default:
                throw new ArgumentOutOfRangeException(nameof(plan), plan.Method, "Nobody knows how this method is counted; say it.");
        }
    }

    /// <summary>What was removed from the board counts for nothing.</summary>
    private static CastBallot Without(CastBallot ballot, HashSet<string> gone) => gone.Count == 0
        ? ballot
        : new CastBallot(
            ballot.Marks.Where(mark => !gone.Contains(mark.Key)).ToDictionary(mark => mark.Key, mark => mark.Value),
            [.. ballot.Ranking.Where(option => !gone.Contains(option))],
            [.. ballot.Pairs.Where(pair => !gone.Contains(pair.First) && !gone.Contains(pair.Second))]);

    private static Func<Tally, IComparable>? Decider(VoteRecord vote, List<BallotOption> options)
    {
        var ages = options.Select((option, at) => (option.Id, at)).ToDictionary(each => each.Id, each => each.at);
        return vote.Plan.TieBreak switch
        {
            TieBreak.Shared => null,
            TieBreak.Voters => tally => -tally.Voters,
            TieBreak.Older => tally => ages[tally.Option],
            TieBreak.Lot => tally => Places.Lot(vote.Id, tally.Option),
            _ => throw new ArgumentOutOfRangeException(nameof(vote), vote.Plan.TieBreak, "Nobody knows how this breaks a tie; say it."),
        };
    }

    private static VoteRow Row(VoteRecord vote, Tally tally, int place) => new()
    {
        Option = tally.Option,
        Place = place,
        Value = Math.Round(tally.Value, Places.Digits),
        Low = Math.Round(tally.Range.Low, Places.Digits),
        High = Math.Round(tally.Range.High, Places.Digits),
        Voters = tally.Voters,
        Merged = [.. vote.Options.Where(option => option.Into == tally.Option && !option.Removed).Select(option => option.Id)],
        Fits = tally.Fits,
    };

    /// <summary>A number as sentences have it: with a point, and no more digits than it needs.</summary>
    public static string Text(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}
