namespace CoCreate.Boards;

/// <summary>Who sees what of votes: everyone the vote, each voter their own ballot. Nothing that everyone sees is made of ballots before the vote is closed, but the turnout and what is shown live.</summary>
internal static class VoteView
{
    /// <summary>What an event changed of votes and ballots; all of them are found by comparing, so that no event can be forgotten.</summary>
    public static IEnumerable<Patch> Patches(Board before, Board after, BoardEntry entry) => ReferenceEquals(before.Votes, after.Votes)
        ? []
        : before.Votes.Keys.Union(after.Votes.Keys).SelectMany(id => Patches(before.Votes.GetValueOrDefault(id), after.Votes.GetValueOrDefault(id), entry));

    public static IEnumerable<Patch> Snapshot(Board board) => board.Votes.Values.Select(vote => new Patch(Audience.Everyone, RecordKind.Vote, null, vote.Record));

    public static IEnumerable<Patch> PrivateSnapshot(Board board, string participant) => board.Votes.Values
        .Select(vote => vote.Ballots.GetValueOrDefault(participant))
        .OfType<VoterBallot>()
        .Select(ballot => new Patch(Audience.Only(participant), RecordKind.Ballot, null, ballot.Record));

    private static IEnumerable<Patch> Patches(Vote? before, Vote? after, BoardEntry entry)
    {
        if (ReferenceEquals(before, after))
        {
            yield break;
        }

        yield return new Patch(Audience.Everyone, RecordKind.Vote, before?.Record, after?.Record);
        foreach (var voter in Touched(before, after, entry))
        {
            yield return new Patch(Audience.Only(voter), RecordKind.Ballot, before?.Ballots.GetValueOrDefault(voter)?.Record, after?.Ballots.GetValueOrDefault(voter)?.Record);
        }
    }

    /// <summary>A ballot's own event changes no other ballot, so that a large vote is not looked through for each mark.</summary>
    private static IEnumerable<string> Touched(Vote? before, Vote? after, BoardEntry entry) =>
        ReferenceEquals(before?.Ballots, after?.Ballots) ? []
        : entry.Event is BallotDealt or OptionMarked or OptionsRanked or PairCompared or BallotFinished ? [entry.Actor]
        : (before?.Ballots.Keys ?? []).Union(after?.Ballots.Keys ?? []);
}
