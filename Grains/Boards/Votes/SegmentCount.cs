using CoCreate.Voting;

namespace CoCreate.Boards;

/// <summary>Divides the result of a vote by segment, so that nothing is told of fewer than <see cref="Limits.LeastInCell"/> people: neither outright, nor by what is left when all that is shown is taken
/// from the whole ("complementary suppression", Willenborg and de Waal, <i>Elements of Statistical Disclosure Control</i>, 2001). Pure.</summary>
internal static class SegmentCount
{
    /// <summary>The parts of a vote that closes now.</summary>
    public static IReadOnlyList<SegmentResults> Of(Vote vote, Board board) => Of(
        vote.Record,
        vote.Ballots.Where(each => VoteCount.Counts(vote, board, each.Key, each.Value)).Select(each => (SegmentOf(board, each.Key), VoteCount.ToCast(each.Value))));

    /// <summary>The parts of a closed vote once more, of the ballots that were counted then, by the segments of then.</summary>
    public static IReadOnlyList<SegmentResults> Again(Vote closed) =>
        Of(closed.Record, closed.Ballots.Values.Where(ballot => ballot.Counts).Select(ballot => (ballot.Segment, VoteCount.ToCast(ballot))));

    /// <summary>The segment that somebody is of now; empty for none.</summary>
    public static string SegmentOf(Board board, string participant) => board.Members.GetValueOrDefault(participant)?.Record.Segment ?? "";

    /// <summary>The parts of these ballots, each with the segment of its voter.</summary>
    public static IReadOnlyList<SegmentResults> Of(VoteRecord vote, IEnumerable<(string Segment, CastBallot Ballot)> ballots)
    {
        var parts = Parts(ballots);
        if (parts.Count < 2)
        {
            return [];
        }

        var counted = parts.Select(part => VoteCount.Of(vote, part.Ballots).Rows.ToDictionary(row => row.Option)).ToList();
        var shown = counted.Select(_ => new List<SegmentCell>()).ToList();
        foreach (var option in VoteCount.Of(vote, [.. parts.SelectMany(part => part.Ballots)]).Rows.Select(row => row.Option))
        {
            var people = counted.Select((rows, at) => IsOfSome(vote.Plan.Method) ? rows[option].Voters : parts[at].Ballots.Count).ToList();
            var kept = Kept(people);
            foreach (var at in Enumerable.Range(0, parts.Count).Where(at => kept[at]))
            {
                var row = counted[at][option];
                shown[at].Add(new SegmentCell { Option = option, People = people[at], Value = row.Value, Low = row.Low, High = row.High });
            }
        }

        return [.. parts.Select((part, at) => new SegmentResults { Segment = part.Segment, Voters = part.Ballots.Count, Cells = [.. shown[at]] })];
    }

    /// <summary>Which cells of an option may be shown beside one another: of nobody or of enough people, and what is not shown is of enough people too.</summary>
    /// <param name="people">How many people each cell is of.</param>
    public static IReadOnlyList<bool> Kept(IReadOnlyList<int> people)
    {
        var kept = people.Select(n => n is 0 or >= Limits.LeastInCell).ToList();
        while (Enumerable.Range(0, people.Count).Where(at => !kept[at]).Sum(at => people[at]) is > 0 and < Limits.LeastInCell)
        {
            var smallest = Enumerable.Range(0, people.Count).Where(at => kept[at] && people[at] > 0).OrderBy(at => people[at]).Select(at => (int?)at).FirstOrDefault();
            if (smallest is not { } next)
            {
                break;
            }

            kept[next] = false;
        }

        return kept;
    }

    /// <summary>Whether a method's value is of those alone who said something about an option, and not of all who voted.</summary>
    private static bool IsOfSome(VoteMethod method) => method is VoteMethod.Score or VoteMethod.Pairwise;

    /// <summary>The largest segments, and everybody else as one; no part is smaller than <see cref="Limits.LeastInCell"/>.</summary>
    private static List<(string Segment, List<CastBallot> Ballots)> Parts(IEnumerable<(string Segment, CastBallot Ballot)> ballots)
    {
        var all = ballots.GroupBy(each => each.Segment, each => each.Ballot).Select(part => (Segment: part.Key, Ballots: part.ToList())).ToList();
        var named = all.Where(part => part.Segment.Length > 0 && part.Ballots.Count >= Limits.LeastInCell)
            .OrderByDescending(part => part.Ballots.Count)
            .ThenBy(part => part.Segment, StringComparer.Ordinal)
            .Take(Limits.SegmentsInResults)
            .ToList();
        var others = all.Except(named).SelectMany(part => part.Ballots).ToList();
        while (others.Count is > 0 and < Limits.LeastInCell && named.Count > 0)
        {
            others.AddRange(named[^1].Ballots);
            named.RemoveAt(named.Count - 1);
        }

        return named.Count == 0 ? [] : others.Count == 0 ? named : [.. named, ("", others)];
    }
}
