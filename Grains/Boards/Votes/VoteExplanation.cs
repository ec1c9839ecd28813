using CoCreate.Voting;

namespace CoCreate.Boards;

/// <summary>Says in sentences how a result came about. The words are the client's (<c>vote.why.…</c>); here are the facts.</summary>
internal static class VoteExplanation
{
    /// <summary>The sentences, the most important first.</summary>
    public static IEnumerable<VoteRemark> Of(VoteRecord vote, List<BallotOption> options, List<CastBallot> ballots, IReadOnlyList<(Tally Tally, int Place)> placed)
    {
        if (ballots.Count == 0)
        {
            return [Remark("nobody")];
        }

        var method = vote.Plan.Method switch
        {
            VoteMethod.Ranking => Ranking(options, ballots, placed),
            VoteMethod.Pairwise => Pairwise(ballots),
            VoteMethod.Budget => Budget(vote, options, ballots, placed),
            VoteMethod.Score => Score(placed),
            _ => [],
        };
        return method.Concat(Ties(vote, placed)).Concat(Close(vote, placed)).Concat(Left(vote));
    }

    /// <summary>Of neighbours in the result, how strong the paths of majorities between them are.</summary>
    private static IEnumerable<VoteRemark> Ranking(List<BallotOption> options, List<CastBallot> ballots, IReadOnlyList<(Tally Tally, int Place)> placed)
    {
        var schulze = Schulze.Of([.. options.Select(option => option.Id)], ballots);
        return placed.Zip(placed.Skip(1)).Take(5).Select(pair =>
        {
            var (one, other) = (pair.First.Tally.Option, pair.Second.Tally.Option);
            var (there, back) = (schulze.Path(one, other), schulze.Path(other, one));
            return there > back
                ? Remark(schulze.Preferred(one, other) == there ? "beatsDirectly" : "beatsByPath", one, other, VoteCount.Text(there), VoteCount.Text(back))
                : Remark("level", one, other, VoteCount.Text(there));
        });
    }

    private static IEnumerable<VoteRemark> Pairwise(List<CastBallot> ballots)
    {
        var (all, cannot) = (ballots.Sum(ballot => ballot.Pairs.Count), ballots.Sum(ballot => ballot.Pairs.Count(pair => pair.Better.Length == 0)));
        yield return Remark("comparisons", VoteCount.Text(all - cannot));
        if (cannot > 0)
        {
            yield return Remark("cannotDecide", VoteCount.Text(cannot));
        }
    }

    private static IEnumerable<VoteRemark> Budget(VoteRecord vote, List<BallotOption> options, List<CastBallot> ballots, IReadOnlyList<(Tally Tally, int Place)> placed)
    {
        var fits = placed.Where(each => each.Tally.Fits).Select(each => each.Tally.Option).ToHashSet();
        var spent = options.Where(option => fits.Contains(option.Id)).Sum(option => (long)option.Price);
        yield return Remark("purse", VoteCount.Text((long)vote.Plan.Budget * ballots.Count), VoteCount.Text(spent), VoteCount.Text(fits.Count));
        if (options.TrueForAll(option => option.Price == 0))
        {
            yield return Remark("noPrices");
        }
    }

    private static IEnumerable<VoteRemark> Score(IReadOnlyList<(Tally Tally, int Place)> placed) =>
        placed.Where(each => each.Tally.Voters == 0).Select(each => Remark("noScore", each.Tally.Option)).Take(1);

    private static IEnumerable<VoteRemark> Ties(VoteRecord vote, IReadOnlyList<(Tally Tally, int Place)> placed) =>
        Places.Ties(placed).Where(tie => tie[0].Tally.Voters > 0).Take(3).Select(tie => Remark(
            tie[0].Place == tie[^1].Place ? "tieShared" : $"tie{vote.Plan.TieBreak}", [VoteCount.Text(tie[0].Place), .. tie.Take(5).Select(each => each.Tally.Option)]));

    /// <summary>Where the intervals of the first two overlap, other people might have decided otherwise.</summary>
    private static IEnumerable<VoteRemark> Close(VoteRecord vote, IReadOnlyList<(Tally Tally, int Place)> placed) =>
        vote.Plan.Method is VoteMethod.Ranking or VoteMethod.Budget || placed.Count < 2 || placed[0].Place == placed[1].Place || placed[1].Tally.Range.High < placed[0].Tally.Range.Low
            ? []
            : [Remark("close", placed[0].Tally.Option, placed[1].Tally.Option)];

    private static IEnumerable<VoteRemark> Left(VoteRecord vote)
    {
        var (removed, merged) = (vote.Options.Count(option => option.Removed), vote.Options.Count(option => option.Into.Length > 0));
        if (merged > 0)
        {
            yield return Remark("merged", VoteCount.Text(merged));
        }

        if (removed > 0)
        {
            yield return Remark("removed", VoteCount.Text(removed));
        }
    }

    private static VoteRemark Remark(string code, params string[] arguments) => new() { Code = code, Arguments = arguments };
}
