using System.Collections.Immutable;
using System.Globalization;
using CoCreate.Voting;

namespace CoCreate.Boards;

/// <summary>Changes of single ballots.</summary>
internal static class PaperChanges
{
    private static readonly ImmutableSortedDictionary<string, int> _noMarks = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    public static Board Dealt(Board board, string voter, BallotDealt e)
    {
        var vote = board.Votes[e.Vote];
        List<string> options = [.. vote.Record.Options.Select(option => option.Id)];
        var seed = $"{e.Vote}:{vote.Ballots.Count.ToString(CultureInfo.InvariantCulture)}";
        var (first, deck) = Dealing.Deal(vote.Deck, options, Math.Clamp(options.Count / 2, 1, Limits.FirstPlaces), e.Vote);
        var record = new BallotRecord
        {
            Id = e.Vote,
            Marks = _noMarks,
            Ranking = [],
            Pairs = 0,
            Next = PairToCompare.None,
            Order = [.. first.Concat(Dealing.Shuffled(options.Except(first), seed)).Take(Limits.OrderedOptions)],
            Left = (int)VoteRules.Left(vote.Record.Plan, [], 0),
            Finished = false,
            Rested = false,
            Receipt = e.Receipt,
        };
        vote = vote with { Deck = deck, Ballots = vote.Ballots.Add(voter, new VoterBallot(record, [], e.Device, 0)) };
        return VoteChanges.Put(board, WithNextPair(vote, voter));
    }

    public static Board Marked(Board board, BoardEntry entry, OptionMarked e) => Change(board, entry, e.Vote, (vote, ballot) =>
    {
        var plan = vote.Record.Plan;
        var marks = ballot.Record.Marks as ImmutableSortedDictionary<string, int> ?? _noMarks.AddRange(ballot.Record.Marks);
        marks = e.Value == VoteRules.NoMark(plan.Method) ? marks.Remove(e.Option) : marks.SetItem(e.Option, e.Value);
        return ballot with
        {
            Record = ballot.Record with { Marks = marks, Left = (int)VoteRules.Left(plan, marks.Values, 0), Rested = IsRested(vote, marks.Count) },
        };
    });

    public static Board Ranked(Board board, BoardEntry entry, OptionsRanked e) => Change(board, entry, e.Vote, (vote, ballot) => ballot with
    {
        Record = ballot.Record with { Ranking = e.Options, Rested = IsRested(vote, e.Options.Length) },
    });

    public static Board Compared(Board board, BoardEntry entry, PairCompared e)
    {
        var compared = new ComparedPair(e.First, e.Second, e.Outcome);
        var changed = Change(board, entry, e.Vote, (vote, ballot) =>
        {
            var at = ballot.Pairs.FindIndex(pair => pair.IsOf(e.First, e.Second));
            var pairs = at < 0 ? ballot.Pairs.Add(compared) : ballot.Pairs.SetItem(at, compared);
            var left = (int)VoteRules.Left(vote.Record.Plan, [], pairs.Count);
            return ballot with { Pairs = pairs, Record = ballot.Record with { Pairs = pairs.Count, Left = left } };
        });
        var vote = changed.Votes[e.Vote];
        var next = vote.Ballots[entry.Actor].Record.Next;
        return compared.IsOf(next.First, next.Second) ? VoteChanges.Put(changed, WithNextPair(vote, entry.Actor)) : changed;
    }

    public static Board Finished(Board board, BoardEntry entry, BallotFinished e) => Change(
        board, entry, e.Vote, (_, ballot) => ballot with { Record = ballot.Record with { Finished = e.Finished } });

    /// <summary>Who was to compare an option that is gone is asked about another pair, and so is who had none left to compare where an option has come back.</summary>
    public static Vote WithPairsOfNow(Vote vote)
    {
        if (vote.Record.Plan.Method != VoteMethod.Pairwise || !vote.IsOpen)
        {
            return vote;
        }

        var gone = vote.Record.Options.Where(option => option.Removed).Select(option => option.Id).ToHashSet();
        return vote.Ballots.Where(each => each.Value.Record.Next is var next && (next.First.Length == 0 || gone.Contains(next.First) || gone.Contains(next.Second)))
            .Select(each => each.Key)
            .Order(StringComparer.Ordinal)
            .Aggregate(vote, WithNextPair);
    }

    /// <summary>The vote with the pair that somebody compares next, which counts as shown; none where they have done enough, or others are to compare first.</summary>
    private static Vote WithNextPair(Vote vote, string voter)
    {
        var ballot = vote.Ballots[voter];
        if (vote.Record.Plan.Method != VoteMethod.Pairwise)
        {
            return vote;
        }

        var seed = $"{vote.Record.Id}:{ballot.Record.Receipt}:{ballot.Pairs.Count.ToString(CultureInfo.InvariantCulture)}";
        var options = vote.Record.Options.Where(option => !option.Removed).Select(option => option.Id);
        var pair = ballot.Record.Left <= 0 ? null : Dealing.NextPair(options, vote.Shown, (one, other) => ballot.Pairs.Exists(each => each.IsOf(one, other)), seed);
        var next = pair is { } found ? new PairToCompare { First = found.First, Second = found.Second } : PairToCompare.None;
        return vote with
        {
            Ballots = vote.Ballots.SetItem(voter, ballot with { Record = ballot.Record with { Next = next, Rested = pair is null } }),
            Shown = pair is { } shown ? Once(Once(vote.Shown, shown.First), shown.Second) : vote.Shown,
        };
    }

    private static ImmutableDictionary<string, int> Once(ImmutableDictionary<string, int> shown, string option) => shown.SetItem(option, shown.GetValueOrDefault(option) + 1);

    private static bool IsRested(Vote vote, int judged) => vote.Record.Options.Count > Limits.OptionsBeforeRest && judged >= Limits.OptionsBeforeRest;

    private static Board Change(Board board, BoardEntry entry, string id, Func<Vote, VoterBallot, VoterBallot> change)
    {
        var vote = board.Votes[id];
        var before = vote.Ballots[entry.Actor];
        var after = change(vote, before);
        after = after.IsCast && after.FirstAt == 0 ? after with { FirstAt = entry.At } : after;
        var turnout = vote.Record.Turnout + VoteChanges.Number(after.IsCast) - VoteChanges.Number(before.IsCast);
        var record = turnout == vote.Record.Turnout ? vote.Record : vote.Record with { Turnout = turnout };
        return VoteChanges.Put(board, VoteChanges.Live(board, vote with { Record = record, Ballots = vote.Ballots.SetItem(entry.Actor, after) }));
    }
}
