using System.Collections.Immutable;
using CoCreate.Grouping;
using CoCreate.Voting;

namespace CoCreate.Boards;

/// <summary>Changes of votes as a whole. Those of single ballots are <see cref="PaperChanges"/>.</summary>
internal static class VoteChanges
{
    public static Board Opened(Board board, BoardEntry entry, VoteOpened e)
    {
        var splits = TextSimilarity.Alike([.. e.Options.Select(option => option.Title)], TextSimilarity.SameThing).Take(Limits.SplitsPerVote);
        var record = new VoteRecord
        {
            Id = e.Id,
            Title = e.Title,
            Plan = e.Plan,
            Step = e.Step,
            Status = VoteStatus.Open,
            OpenedAt = entry.At,
            ClosedAt = 0,
            Options = [.. e.Options.Select(option => new BallotOption { Id = option.Id, Title = option.Title, Price = 0, Removed = false, Into = "" })],
            Turnout = 0,
            Eligible = board.Members.Values.Count(member => VoteRules.MayVote(member, e.Plan)),
            RulesHash = "",
            Results = VoteResults.None,
            Splits = [.. splits.Select(pair => new VoteSplit { First = e.Options[pair.First].Id, Second = e.Options[pair.Second].Id })],
            Segments = [],
            Changes = [],
        };
        var vote = new Vote(
            record with { RulesHash = VoteRules.Hash(record) },
            ImmutableDictionary<string, VoterBallot>.Empty,
            e.Options.ToImmutableDictionary(option => option.Id, option => option.Title),
            Deck.New,
            ImmutableDictionary<string, int>.Empty);
        return Put(board, Live(board, vote));
    }

    public static Board Closed(Board board, BoardEntry entry, VoteClosed e)
    {
        var vote = board.Votes[e.Id];
        return Put(board, vote with
        {
            Record = vote.Record with { Status = VoteStatus.Closed, ClosedAt = entry.At, Results = e.Results, Segments = e.Segments ?? [] },
            Ballots = vote.Ballots.ToImmutableDictionary(each => each.Key, each => each.Value with
            {
                Counts = VoteCount.Counts(vote, board, each.Key, each.Value),
                Segment = SegmentCount.SegmentOf(board, each.Key),
            }),
        });
    }

    public static Board Priced(Board board, OptionPriced e)
    {
        var vote = board.Votes[e.Vote];
        var record = WithOptions(vote.Record, option => option.Id == e.Option ? option with { Price = e.Price } : option);
        return Put(board, vote with { Record = record with { RulesHash = VoteRules.Hash(record) } });
    }

    public static Board Merged(Board board, OptionsMerged e)
    {
        var vote = Merged(board.Votes[e.Vote], e.Into, e.Options);
        return Put(board, vote.IsOpen ? Live(board, vote) : vote with { Record = vote.Record with { Results = e.Results, Segments = e.Segments ?? [] } });
    }

    /// <summary>The rules of a step were changed: the vote that it holds open keeps both sets, so that its result can show them.</summary>
    public static Board RulesChanged(Board board, string step, RulesChange change) => board.Votes.Values
        .Where(vote => vote.IsOpen && vote.Record.Step == step)
        .Aggregate(board, (next, vote) => Put(next, vote with { Record = vote.Record with { Changes = [.. vote.Record.Changes, change] } }));

    /// <summary>The vote with these options, and no others, counted as one with <paramref name="into"/>.</summary>
    public static Vote Merged(Vote vote, string into, string[] options)
    {
        var merged = options.ToHashSet();
        return vote with
        {
            Record = WithOptions(vote.Record, option => merged.Contains(option.Id) ? option with { Into = into } : option.Into == into ? option with { Into = "" } : option),
        };
    }

    /// <summary>Things went or came back: options that are among them are told as removed, or not any more.</summary>
    public static Board Follow(Board before, Board after, BoardEntry entry)
    {
        var isSame = before.Ideas.Count == after.Ideas.Count && before.Groups.Count == after.Groups.Count && !ChangesSight(entry.Event) && !ModerationChanges.ChangesHolding(before, after, entry.Event);
        if (after.Votes.IsEmpty || isSame || entry.Event is IdeaAdded or GroupAdded)
        {
            return after;
        }

        return after.Votes.Values.Aggregate(after, (board, vote) => vote.Record.Options.Any(option => IsGone(board, option.Id) != IsToldGone(vote, option))
            ? Put(board, Followed(board, vote))
            : board);
    }

    /// <summary>Somebody's role or segment changed, or they came or went: turnout and the number of those who may vote follow.</summary>
    public static Board Recount(Board before, Board after, IEnumerable<string> people)
    {
        List<string> touched = [.. people];
        foreach (var vote in touched.Count == 0 ? [] : after.Votes.Values.Where(each => each.IsOpen))
        {
            var eligible = touched.Sum(id => Number(VoteRules.MayVote(after.Members.GetValueOrDefault(id), vote.Record.Plan)) - Number(VoteRules.MayVote(before.Members.GetValueOrDefault(id), vote.Record.Plan)));
            var turnout = touched.Where(vote.Ballots.ContainsKey)
                .Sum(id => Number(VoteCount.Counts(vote, after, id, vote.Ballots[id])) - Number(VoteCount.Counts(vote, before, id, vote.Ballots[id])));
            after = eligible == 0 && turnout == 0 ? after : Put(after, Live(after, vote with
            {
                Record = vote.Record with { Eligible = vote.Record.Eligible + eligible, Turnout = vote.Record.Turnout + turnout },
            }));
        }

        return after;
    }

    public static Board Put(Board board, Vote vote) => board with { Votes = board.Votes.SetItem(vote.Record.Id, vote) };

    /// <summary>The vote with its tally of now, where its plan shows it while it is open.</summary>
    public static Vote Live(Board board, Vote vote) => vote.IsOpen && vote.Record.Plan.Live ? vote with { Record = vote.Record with { Results = VoteCount.Of(vote, board) } } : vote;

    public static int Number(bool yes) => yes ? 1 : 0;

    private static Vote Followed(Board board, Vote vote)
    {
        var record = WithOptions(vote.Record, option => option with
        {
            Title = IsGone(board, option.Id) ? "" : vote.Titles[option.Id],
            Removed = vote.IsOpen ? IsGone(board, option.Id) : option.Removed,
        });
        return Live(board, PaperChanges.WithPairsOfNow(vote with { Record = record }));
    }

    private static VoteRecord WithOptions(VoteRecord vote, Func<BallotOption, BallotOption> change) => vote with { Options = [.. vote.Options.Select(change)] };

    /// <summary>What hosts hold back, or keep as a concept, is gone from a vote as what was removed is: its words are for nobody who does not see it.</summary>
    private static bool ChangesSight(BoardEvent fact) => fact
        is ContributionsHidden or ContributionsShown or ContributionsApproved or ConceptsKept or StepBegun or AgendaEnded or HiddenRevealed;

    private static bool IsGone(Board board, string option) => !(Things.Find(board, option) is { } thing and (IdeaRecord or GroupRecord) && Sight.OfWords(board, thing).IsEveryone);

    private static bool IsToldGone(Vote vote, BallotOption option) => vote.IsOpen ? option.Removed : option.Title.Length == 0 && vote.Titles[option.Id].Length > 0;
}
