using System.Text;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Voting;

namespace CoCreate.Tests.Boards;

/// <summary>Laws of votes, over random histories in which people come and go, options are removed and restored, and hosts change what they like.</summary>
public sealed class VoteLaws
{
    private const int Histories = 60;

    /// <summary>In a long run: all of them are held in memory at once, with every version of their boards.</summary>
    private const int LongHistories = 600;
    private const int Orders = 260;

    /// <summary>Lived once, and looked at by every law.</summary>
    private static readonly Lazy<IReadOnlyList<VoteHistory>> _histories =
        new(() => [.. Enumerable.Range(1, LongRun.IsOn ? LongHistories : Histories).Select(seed => new VoteHistory(seed).Live(Orders).CloseAll())]);

    /// <summary>R10: at every version, for every viewer, what was sent adds up to the snapshot; ballots too.</summary>
    [Fact]
    public void R10_folding_every_patch_of_votes_gives_the_snapshot_for_every_viewer() => ForEachHistory((seed, history) =>
    {
        var stores = history.People.ToDictionary(person => person, _ => (Everyone: new Store(), Own: new Store()));
        foreach (var (before, entry, after) in history.Steps)
        {
            var committed = BoardPublisher.Encode(before, after, entry, completes: true);
            foreach (var (person, (everyone, own)) in stores)
            {
                everyone.Fold(committed.Everyone);
                foreach (var patches in committed.Private.Where(each => each.Participant == person))
                {
                    own.Fold(patches.Patches);
                }

                if (after.Members.ContainsKey(person) && entry.Seq % 7 == 0)
                {
                    var snapshot = BoardPublisher.Snapshot(after, person, privateOnly: false);
                    Assert.True(Canonical(snapshot.Everyone) == everyone.Canonical() && Canonical(snapshot.Private) == own.Canonical(), $"Seed {seed}: '{person}' differs at version {entry.Seq} after {entry.Event}.");
                }
            }
        }
    });

    /// <summary>R121: until a vote is closed nobody is sent a byte that hangs on a ballot that is not theirs, but the turnout. Shown by voting otherwise: the same bytes.</summary>
    [Fact]
    public void R121_what_others_are_sent_of_an_open_vote_is_the_same_however_somebody_votes() => ForEachHistory((seed, history) =>
    {
        foreach (var (before, entry, after) in history.Steps.Where(step => step.Entry.Event is OptionMarked or OptionsRanked or PairCompared or BallotDealt or BallotFinished))
        {
            var vote = after.Votes[VoteOf(entry.Event)];
            var committed = BoardPublisher.Encode(before, after, entry, completes: true);
            Assert.All(committed.Private, own => Assert.True(own.Participant == entry.Actor, $"Seed {seed}, version {entry.Seq}: {own.Participant} is sent something of {entry.Event}"));
            Assert.Empty(committed.Hosts);
            if (!vote.Record.Plan.Live)
            {
                var turnout = vote.Record.Turnout == before.Votes[vote.Record.Id].Record.Turnout
                    ? ""
                    : $$$"""{"op":"patch","kind":"vote","id":"{{{vote.Record.Id}}}","value":{"turnout":{{{vote.Record.Turnout}}}}}""";
                Assert.Equal(turnout, Encoding.UTF8.GetString(committed.Everyone));
                Assert.True(vote.Record.Results.Rows.Length == 0, $"Seed {seed}, version {entry.Seq}: an open vote has a result");
            }
        }
    });

    /// <summary>R44, R121: the history tells of somebody's votes to them alone, and says neither what nor how much.</summary>
    [Fact]
    public void R121_the_history_tells_nobody_but_the_voter_that_they_voted() => ForEachHistory((seed, history) =>
    {
        foreach (var (before, entry, after) in history.Steps.Where(step => step.Entry.Event is OptionMarked or OptionsRanked or PairCompared or BallotDealt or BallotFinished))
        {
            var told = HistoryTeller.Tell(before, after, entry);
            Assert.True(told is null || told.Audience == Audience.Only(entry.Actor), $"Seed {seed}: {entry.Event} is told to {told?.Audience}");
        }
    });

    /// <summary>R122: at every version, of everybody, whatever they sent in which order.</summary>
    [Fact]
    public void R122_nobody_ever_has_more_in_a_ballot_than_the_rules_give_them() => ForEachHistory((seed, history) =>
    {
        foreach (var (_, entry, board) in history.Steps)
        {
            Assert.True(Problem(board) is null, $"Seed {seed}, version {entry.Seq}, {entry.Event}: {Problem(board)}");
        }
    });

    /// <summary>R127: turnout and the number of those who may vote are what a count finds, at every version.</summary>
    [Fact]
    public void R127_turnout_and_eligible_follow_everybody_who_comes_goes_or_changes() => ForEachHistory((seed, history) =>
    {
        foreach (var (_, entry, board) in history.Steps)
        {
            foreach (var vote in board.Votes.Values.Where(vote => vote.IsOpen))
            {
                var eligible = board.Members.Values.Count(member => VoteRules.MayVote(member, vote.Record.Plan));
                var turnout = vote.Ballots.Count(each => each.Value.IsCast && VoteRules.MayVote(board.Members.GetValueOrDefault(each.Key), vote.Record.Plan));
                Assert.True((eligible, turnout) == (vote.Record.Eligible, vote.Record.Turnout), $"Seed {seed}, version {entry.Seq}, {entry.Event}: {vote.Record.Turnout} of {vote.Record.Eligible}, counted {turnout} of {eligible}");
            }
        }
    });

    /// <summary>R129: read from the journal alone, with nothing of the board's own state, the ballots come to the result that was published.</summary>
    [Fact]
    public void R129_a_result_equals_a_recount_from_the_journal() => ForEachHistory((seed, history) =>
    {
        var closed = 0;
        foreach (var (before, entry, after) in history.Steps.Where(step => step.Entry.Event is VoteClosed))
        {
            var record = before.Votes[((VoteClosed)entry.Event).Id].Record;
            var ballots = FromJournal(history.Steps.TakeWhile(step => step.Entry.Seq < entry.Seq).Select(step => step.Entry), record.Id, record.Plan.Method)
                .Where(each => before.Members.TryGetValue(each.Key, out var member) && VoteRules.MayVote(member, record.Plan) && each.Value is not { Marks.Count: 0, Ranking.Count: 0, Pairs.Count: 0 })
                .Select(each => each.Value);
            Assert.True(Text(VoteCount.Of(record, [.. ballots])) == Text(after.Votes[record.Id].Record.Results), $"Seed {seed}: {record.Id}");
            closed++;
        }

        Assert.True(closed > 0, $"Seed {seed} closed none.");
    });

    /// <summary>R139: at every version, no part of a result is of fewer than five people, the parts are all who voted, and an open vote has none.</summary>
    [Fact]
    public void R139_no_part_of_a_result_is_of_fewer_than_five_people() => ForEachHistory((seed, history) =>
    {
        foreach (var (_, entry, board) in history.Steps)
        {
            foreach (var vote in board.Votes.Values.Where(vote => vote.Record.Segments.Count > 0))
            {
                Assert.False(vote.IsOpen, $"Seed {seed}, version {entry.Seq}");
                Assert.Equal(vote.Record.Results.Voters, vote.Record.Segments.Sum(part => part.Voters));
                Assert.All(vote.Record.Segments, part => Assert.True(part.Voters >= 5 && part.Cells.All(cell => cell.People is 0 or >= 5), $"Seed {seed}, version {entry.Seq}: {part}"));
            }
        }
    });

    /// <summary>R131: of every method, after merges and removals, the published file has all that the result came of.</summary>
    [Fact]
    public void R131_counting_a_published_file_again_gives_the_published_result()
    {
        var methods = new HashSet<VoteMethod>();
        ForEachHistory((seed, history) =>
        {
            foreach (var vote in history.Board.Votes.Values.Where(vote => !vote.IsOpen))
            {
                var bytes = VotePublication.ReadBallots(history.Board, Table.Owner, vote.Record.Id).Body;
                var file = JsonSerializer.Deserialize(bytes, VoteJson.Default.BallotFile)!;
                Assert.True(Text(VotePublication.Recount(file)) == Text(file.Results), $"Seed {seed}: {vote.Record.Plan.Method}");
                Assert.True(Text(file.Results) == Text(vote.Record.Results), $"Seed {seed}");
                Assert.Equal(vote.Record.RulesHash, VotePublication.RulesHash(file));
                methods.Add(vote.Record.Plan.Method);
            }
        });
        Assert.Equal(7, methods.Count);
    }

    /// <summary>R132: receipts in the file are sorted, each once, and nothing in it names a person, a device or a time.</summary>
    [Fact]
    public void R132_a_published_file_says_neither_who_nor_when() => ForEachHistory((seed, history) =>
    {
        foreach (var vote in history.Board.Votes.Values.Where(vote => !vote.IsOpen))
        {
            var file = VotePublication.File(vote);
            var text = JsonSerializer.Serialize(file, VoteJson.Default.BallotFile);
            Assert.Equal(file.Ballots.Select(ballot => ballot.Receipt).Distinct().Order(StringComparer.Ordinal), file.Ballots.Select(ballot => ballot.Receipt));
            Assert.DoesNotContain("person-", text, StringComparison.Ordinal);
            Assert.DoesNotContain("device-", text, StringComparison.Ordinal);
            Assert.DoesNotContain("17000", text, StringComparison.Ordinal);
        }
    });

    /// <summary>R132: every voter who counted finds exactly their own ballot, by the receipt that they alone were shown.</summary>
    [Fact]
    public void R132_every_counted_voter_finds_their_own_ballot_by_its_receipt() => ForEachHistory((seed, history) =>
    {
        foreach (var vote in history.Board.Votes.Values.Where(vote => !vote.IsOpen))
        {
            var file = VotePublication.File(vote);
            Assert.True(file.Ballots.Length == vote.Record.Results.Voters, $"Seed {seed}");
            foreach (var (_, ballot) in vote.Ballots.Where(each => each.Value.Counts))
            {
                var published = Assert.Single(file.Ballots, each => each.Receipt == ballot.Record.Receipt);
                Assert.True(published.Marks.OrderBy(mark => mark.Key).SequenceEqual(ballot.Record.Marks.OrderBy(mark => mark.Key)) && published.Ranking.SequenceEqual(ballot.Record.Ranking), $"Seed {seed}");
                Assert.Equal(ballot.Pairs.Count, published.Pairs.Length);
            }
        }
    });

    /// <summary>R124: over all ballots that were dealt, also to people who left, and all pairs that were shown, as far as the options were always there.</summary>
    [Fact]
    public void R124_options_are_shown_equally_often_whoever_comes_and_goes() => ForEachHistory((seed, history) =>
    {
        foreach (var vote in history.Board.Votes.Values)
        {
            var places = Math.Clamp(vote.Record.Options.Count / 2, 1, Limits.FirstPlaces);
            var first = vote.Record.Options.Select(option => vote.Ballots.Values.Count(ballot => ballot.Record.Order.Take(places).Contains(option.Id))).ToList();
            Assert.True(first.Max() - first.Min() <= Dealing.MostSpread, $"Seed {seed}: {vote.Record.Id} in first places");
            Assert.All(vote.Ballots.Values, ballot => Assert.Equal(vote.Record.Options.Select(option => option.Id).Order(StringComparer.Ordinal), ballot.Record.Order.Order(StringComparer.Ordinal)));

            var shown = vote.Record.Options.Select(option => vote.Shown.GetValueOrDefault(option.Id)).ToList();
            var wasThere = !history.Steps.Any(step => step.Before.Votes.TryGetValue(vote.Record.Id, out var then) && then.Record.Options.Any(option => option.Removed));
            Assert.True(!wasThere || shown.Max() - shown.Min() <= Dealing.MostSpread, $"Seed {seed}: {vote.Record.Id} in pairs: {string.Join(' ', shown)}");
        }
    });

    [Fact]
    public void The_histories_meet_every_method_and_every_event_of_votes()
    {
        var (methods, events) = (new HashSet<VoteMethod>(), new HashSet<Type>());
        ForEachHistory((_, history) =>
        {
            events.UnionWith(history.Steps.Select(step => step.Entry.Event.GetType()));
            methods.UnionWith(history.Board.Votes.Values.Where(vote => vote.Record.Results.Voters > 2).Select(vote => vote.Record.Plan.Method));
        });
        Assert.Equal(7, methods.Count);
        Assert.Empty(new[]
        {
            typeof(VoteOpened), typeof(VoteClosed), typeof(VoteRemoved), typeof(OptionPriced), typeof(OptionsMerged), typeof(BallotDealt), typeof(OptionMarked),
            typeof(OptionsRanked), typeof(PairCompared), typeof(BallotFinished),
        }.Except(events));
    }

    private static string? Problem(Board board) => board.Votes.Values.SelectMany(vote => vote.Ballots.Select(each => Problem(vote, each.Key, each.Value.Record, each.Value.Pairs))).FirstOrDefault(problem => problem is not null);

    private static string? Problem(Vote vote, string voter, BallotRecord ballot, System.Collections.Immutable.ImmutableList<ComparedPair> pairs)
    {
        var plan = vote.Record.Plan;
        var given = ballot.Marks.Values.Sum();
        var left = plan.Method switch
        {
            VoteMethod.Dots or VoteMethod.Budget => plan.Budget - given,
            VoteMethod.Quadratic => plan.Budget - ballot.Marks.Values.Sum(votes => votes * votes),
            VoteMethod.Pairwise => (plan.Budget == 0 ? Limits.ComparisonsUnlessSaid : plan.Budget) - pairs.Count,
            _ => 0,
        };
        return left < 0 ? $"{voter} has spent {-left} too much"
            : ballot.Left != left ? $"{voter} is told {ballot.Left} left of {left}"
            : plan.Method == VoteMethod.Dots && plan.PerOption > 0 && ballot.Marks.Values.Any(dots => dots > plan.PerOption) ? $"{voter} has more than {plan.PerOption} on one option"
            : plan.Method == VoteMethod.Score && ballot.Marks.Values.Any(score => score < 0 || score > plan.Budget) ? $"{voter} has a score that is none"
            : plan.Method == VoteMethod.Approval && ballot.Marks.Values.Any(yes => yes != 1) ? $"{voter} says yes more than once"
            : plan.Method is not VoteMethod.Score && ballot.Marks.Values.Any(mark => mark < 1) ? $"{voter} has marks of nothing"
            : ballot.Ranking.Distinct().Count() != ballot.Ranking.Count ? $"{voter} ranks an option twice"
            : pairs.Select(pair => string.Join('|', new[] { pair.First, pair.Second }.Order(StringComparer.Ordinal))).Distinct().Count() != pairs.Count ? $"{voter} compared a pair twice"
            : null;
    }

    /// <summary>The ballots as the journal's entries say them, told apart from the product's own way of keeping them.</summary>
    private static Dictionary<string, CastBallot> FromJournal(IEnumerable<BoardEntry> entries, string vote, VoteMethod method)
    {
        var marks = new Dictionary<string, Dictionary<string, int>>();
        var rankings = new Dictionary<string, string[]>();
        var pairs = new Dictionary<string, Dictionary<string, Comparison>>();
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case OptionMarked e when e.Vote == vote && e.Value == (method == VoteMethod.Score ? -1 : 0):
                    marks.GetValueOrDefault(entry.Actor)?.Remove(e.Option);
                    break;
                case OptionMarked e when e.Vote == vote:
                    (marks.TryGetValue(entry.Actor, out var own) ? own : marks[entry.Actor] = [])[e.Option] = e.Value;
                    break;
                case OptionsRanked e when e.Vote == vote:
                    rankings[entry.Actor] = e.Options;
                    break;
                case PairCompared e when e.Vote == vote:
                    (pairs.TryGetValue(entry.Actor, out var compared) ? compared : pairs[entry.Actor] = [])[string.Join('|', new[] { e.First, e.Second }.Order(StringComparer.Ordinal))] =
                        new Comparison(e.First, e.Second, e.Outcome == PairOutcome.First ? e.First : e.Outcome == PairOutcome.Second ? e.Second : "");
                    break;
                default:
                    break;
            }
        }

        return marks.Keys.Concat(rankings.Keys).Concat(pairs.Keys).Distinct().ToDictionary(
            voter => voter,
            voter => new CastBallot(marks.GetValueOrDefault(voter) ?? [], rankings.GetValueOrDefault(voter) ?? [], [.. pairs.GetValueOrDefault(voter)?.Values ?? Enumerable.Empty<Comparison>()]));
    }

    private static string VoteOf(BoardEvent fact) => fact switch
    {
        OptionMarked e => e.Vote,
        OptionsRanked e => e.Vote,
        PairCompared e => e.Vote,
        BallotDealt e => e.Vote,
        BallotFinished e => e.Vote,
        _ => "",
    };

    private static string Text(VoteResults results) => JsonSerializer.Serialize(results, BoardJson.Stored.VoteResults);

    private static string Canonical(byte[] patches)
    {
        var store = new Store();
        store.Fold(patches);
        return store.Canonical();
    }

    private static void ForEachHistory(Action<int, VoteHistory> check)
    {
        for (var at = 0; at < _histories.Value.Count; at++)
        {
            check(at + 1, _histories.Value[at]);
        }
    }
}
