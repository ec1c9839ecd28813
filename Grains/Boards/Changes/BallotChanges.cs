using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>Dots and reactions: what each person gave to each idea, and the sums that everyone sees.</summary>
internal static class BallotChanges
{
    /// <summary>Adds dots (or takes them back, where <paramref name="dots"/> is negative).</summary>
    public static Board Voted(Board board, BoardEntry entry, string ideaId, int dots)
    {
        var idea = board.Ideas[ideaId];
        var ballot = BallotOf(idea, entry.Actor);
        var voted = idea with
        {
            Record = idea.Record with { Votes = idea.Record.Votes + dots },
            Ballots = Put(idea.Ballots, entry.Actor, ballot with { Dots = ballot.Dots + dots }),
        };
        return PeopleChanges.Recount(
            board with { Ideas = board.Ideas.SetItem(ideaId, voted) }, entry.Actor, member => member with { Dots = member.Dots + dots });
    }

    /// <summary>Gives a reaction or takes it back. Giving it twice changes nothing.</summary>
    public static Board Reacted(Board board, BoardEntry entry, string ideaId, Reaction reaction, bool given)
    {
        var idea = board.Ideas[ideaId];
        var ballot = BallotOf(idea, entry.Actor);
        if (ballot.Reactions.Contains(reaction) == given)
        {
            return board;
        }

        var reacted = idea with
        {
            Record = idea.Record with { Reactions = Counted(idea.Record.Reactions, reaction, given ? 1 : -1) },
            Ballots = Put(
                idea.Ballots, entry.Actor, ballot with { Reactions = given ? ballot.Reactions.Add(reaction) : ballot.Reactions.Remove(reaction) }),
        };
        return PeopleChanges.Recount(
            board with { Ideas = board.Ideas.SetItem(ideaId, reacted) },
            entry.Actor,
            member => member with { Reactions = member.Reactions + (given ? 1 : -1) });
    }

    /// <summary>Gives everybody back what they had on an idea that is being removed.</summary>
    public static Board GivenBack(Board board, Idea idea)
    {
        foreach (var (participant, ballot) in idea.Ballots)
        {
            board = PeopleChanges.Recount(
                board,
                participant,
                member => member with { Dots = member.Dots - ballot.Dots, Reactions = member.Reactions - ballot.Reactions.Count });
        }

        return board;
    }

    /// <summary>What comes back with an idea from the bin: of each person's dots as many as their budget has room for, and all reactions.</summary>
    public static ImmutableDictionary<string, Ballot> WithinBudgets(Board board, ImmutableDictionary<string, Ballot> ballots)
    {
        var away = ballots.Keys.Where(participant => !board.Members.ContainsKey(participant)).ToHashSet();
        var spentByAway = away.Count == 0 ? [] : board.Ideas.Values
            .SelectMany(idea => idea.Ballots.Where(b => away.Contains(b.Key)))
            .GroupBy(b => b.Key, b => b.Value.Dots)
            .ToDictionary(dots => dots.Key, dots => dots.Sum());
        foreach (var (participant, ballot) in ballots)
        {
            var spent = board.Members.TryGetValue(participant, out var member) ? member.Dots : spentByAway.GetValueOrDefault(participant);
            var room = Math.Max(0, board.Settings.VoteBudget - spent);
            ballots = Put(ballots, participant, ballot with { Dots = Math.Min(ballot.Dots, room) });
        }

        return ballots;
    }

    /// <summary>Counts at everybody what they have on an idea that has come back.</summary>
    public static Board Returned(Board board, ImmutableDictionary<string, Ballot> ballots)
    {
        foreach (var (participant, ballot) in ballots)
        {
            board = PeopleChanges.Recount(
                board,
                participant,
                member => member with { Dots = member.Dots + ballot.Dots, Reactions = member.Reactions + ballot.Reactions.Count });
        }

        return board;
    }

    private static Ballot BallotOf(Idea idea, string participant) => idea.Ballots.GetValueOrDefault(participant, Ballot.None);

    private static ImmutableDictionary<string, Ballot> Put(ImmutableDictionary<string, Ballot> ballots, string participant, Ballot ballot) =>
        ballot.IsEmpty ? ballots.Remove(participant) : ballots.SetItem(participant, ballot);

    private static ImmutableSortedDictionary<Reaction, int> Counted(IReadOnlyDictionary<Reaction, int> counts, Reaction reaction, int change)
    {
        var sorted = counts as ImmutableSortedDictionary<Reaction, int> ?? counts.ToImmutableSortedDictionary();
        var count = sorted.GetValueOrDefault(reaction) + change;
        return count == 0 ? sorted.Remove(reaction) : sorted.SetItem(reaction, count);
    }
}
