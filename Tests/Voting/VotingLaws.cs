using CoCreate.Voting;

namespace CoCreate.Tests.Voting;

/// <summary>Laws of the methods, over ballots from seeds.</summary>
public sealed class VotingLaws
{
    private const int Seeds = 200;

    private static readonly Dictionary<string, Func<IReadOnlyList<string>, IReadOnlyList<CastBallot>, IReadOnlyList<Tally>>> _methods = new()
    {
        ["dots"] = Sums.Dots,
        ["approval"] = Sums.Approval,
        ["score"] = (options, ballots) => Sums.Score(options, ballots, Room.Highest),
        ["quadratic"] = Sums.Quadratic,
        ["ranking"] = (options, ballots) => Schulze.Of(options, ballots).Count(ballots),
        ["pairwise"] = BradleyTerry.Count,
        ["budget"] = (options, ballots) => EqualShares.Count([.. options.Select(option => (option, Room.Price(option)))], ballots, Room.Purse),
    };

    public static TheoryData<string> Methods => [.. _methods.Keys];

    [Theory, MemberData(nameof(Methods))]
    public void The_order_of_ballots_changes_nothing(string method) => InEachRoom((seed, room) =>
    {
        var before = _methods[method](room.Options, room.Ballots);
        var after = _methods[method](room.Options, [.. room.Ballots.OrderBy(_ => room.Random.Next())]);
        Assert.True(before.SequenceEqual(after), $"Seed {seed}");
    });

    [Theory, MemberData(nameof(Methods))]
    public void An_interval_holds_its_value_and_every_option_has_one_tally(string method) => InEachRoom((seed, room) =>
    {
        var tallies = _methods[method](room.Options, room.Ballots);
        Assert.Equal(room.Options, tallies.Select(each => each.Option));
        Assert.All(tallies, each => Assert.True(each.Range.Low <= each.Value + 1e-9 && each.Value <= each.Range.High + 1e-9, $"Seed {seed}: {each}"));
    });

    /// <summary>One more person for an option never takes it down: a mark more, a step up in an order, a comparison won.</summary>
    [Theory]
    [InlineData("dots")]
    [InlineData("approval")]
    [InlineData("quadratic")]
    [InlineData("score")]
    [InlineData("ranking")]
    [InlineData("pairwise")]
    public void More_support_never_lowers_an_options_place(string method) => InEachRoom((seed, room) =>
    {
        var option = room.Options[room.Random.Next(room.Options.Count)];
        var at = room.Random.Next(room.Ballots.Count);
        List<CastBallot> after = [.. room.Ballots.Select((ballot, i) => i == at ? Room.Raised(ballot, option, room) : ballot)];
        Assert.True(Above(_methods[method](room.Options, after), option) <= Above(_methods[method](room.Options, room.Ballots), option), $"Seed {seed}: {option} in ballot {at}");
    });

    /// <summary>Schulze's paper, section 4.1: what beats another before an option is cloned beats it afterwards.</summary>
    [Fact]
    public void Cloning_an_option_leaves_who_beats_whom_among_the_others() => InEachRoom((seed, room) =>
    {
        var cloned = room.Options[0];
        var before = Schulze.Of(room.Options, room.Ballots);
        var after = Schulze.Of([.. room.Options, "clone"], [.. room.Ballots.Select(ballot => Cloned(ballot, cloned, room.Random))]);
        foreach (var (one, other) in room.Options.Skip(1).SelectMany(one => room.Options.Skip(1).Select(other => (one, other))))
        {
            Assert.True(before.Beats(one, other) == after.Beats(one, other), $"Seed {seed}: {one}, {other}");
        }
    });

    /// <summary>Schulze's definition, word by word: of all paths of majorities from the one to the other, the one whose weakest majority is strongest.</summary>
    [Fact]
    public void The_strength_of_the_strongest_path_is_what_a_search_of_all_paths_finds() => InEachRoom((seed, room) =>
    {
        var schulze = Schulze.Of(room.Options, room.Ballots);
        int Strongest(string from, string to, HashSet<string> passed) => room.Options
            .Where(via => !passed.Contains(via) && schulze.Preferred(from, via) > schulze.Preferred(via, from))
            .Select(via => Math.Min(schulze.Preferred(from, via), via == to ? int.MaxValue : Strongest(via, to, [.. passed, via])))
            .DefaultIfEmpty(0)
            .Max();
        foreach (var (one, other) in room.Options.SelectMany(one => room.Options.Where(other => other != one).Select(other => (one, other))))
        {
            Assert.True(schulze.Path(one, other) == Strongest(one, other, [one]), $"Seed {seed}: {one} to {other}");
        }
    });

    [Fact]
    public void If_one_beats_another_and_that_a_third_then_it_beats_the_third_and_stands_above_it() => InEachRoom((seed, room) =>
    {
        var schulze = Schulze.Of(room.Options, room.Ballots);
        var values = schulze.Count(room.Ballots).ToDictionary(each => each.Option, each => each.Value);
        foreach (var (one, other) in room.Options.SelectMany(one => room.Options.Select(other => (one, other))).Where(pair => schulze.Beats(pair.one, pair.other)))
        {
            Assert.True(values[one] > values[other], $"Seed {seed}: {one} beats {other}");
            Assert.All(room.Options.Where(third => schulze.Beats(other, third)), third => Assert.True(schulze.Beats(one, third), $"Seed {seed}: {one}, {other}, {third}"));
        }
    });

    /// <summary>An idea that stands on the board twice, merged, has of each person what they gave to either at most: as if those who gave to both had given once.</summary>
    [Fact]
    public void Merging_two_options_keeps_a_persons_most_and_never_their_sum() => InEachRoom((seed, room) =>
    {
        var (into, twin) = (room.Options[0], room.Options[1]);
        var merged = room.Ballots.Select(ballot => Merging.Merge(ballot, new Dictionary<string, string> { [twin] = into })).ToList();
        foreach (var (before, after) in room.Ballots.Zip(merged))
        {
            Assert.Equal(Math.Max(before.Marks.GetValueOrDefault(into), before.Marks.GetValueOrDefault(twin)), after.Marks.GetValueOrDefault(into));
            Assert.DoesNotContain(twin, after.Marks.Keys.Concat(after.Ranking).Concat(after.Pairs.SelectMany(pair => new[] { pair.First, pair.Second })));
            Assert.Equal(after.Ranking.Distinct(), after.Ranking);
            Assert.True(after.Marks.Values.Sum() <= before.Marks.Values.Sum(), $"Seed {seed}");
            Assert.Equal(after.Pairs.Count, after.Pairs.Select(pair => string.Join('|', new[] { pair.First, pair.Second }.Order(StringComparer.Ordinal))).Distinct().Count());
        }
    });

    /// <summary>A clone that everybody gives the same: counted apart it is one more row, merged all is as before there was a clone.</summary>
    [Theory, MemberData(nameof(Methods))]
    public void Merging_a_clone_gives_the_result_without_it(string method) => InEachRoom((seed, room) =>
    {
        var cloned = room.Options[0];
        var with = room.Ballots.Select(ballot => Cloned(ballot, cloned, room.Random)).Select(ballot => Merging.Merge(ballot, new Dictionary<string, string> { ["clone"] = cloned })).ToList();
        Assert.True(_methods[method](room.Options, room.Ballots).Select(Rounded).SequenceEqual(_methods[method](room.Options, with).Select(Rounded)), $"Seed {seed}");
    });

    [Fact]
    public void What_is_bought_never_costs_more_than_people_have() => InEachRoom((seed, room) =>
    {
        var cost = _methods["budget"](room.Options, room.Ballots).Where(each => each.Fits).Sum(each => Room.Price(each.Option));
        Assert.True(cost <= Room.Purse * room.Ballots.Count, $"Seed {seed}: {cost}");
    });

    [Fact]
    public void Places_are_shared_by_equals_and_a_tie_break_parts_them() => InEachRoom((seed, room) =>
    {
        var tallies = Sums.Approval(room.Options, room.Ballots);
        foreach (var (tally, place) in Places.Of(tallies, null))
        {
            Assert.True(place == 1 + tallies.Count(other => other.Value > tally.Value), $"Seed {seed}: {tally}");
        }

        Assert.Equal(Enumerable.Range(1, room.Options.Count), Places.Of(tallies, tally => Places.Lot("vote", tally.Option)).Select(each => each.Place));
    });

    private static (string, double, bool, int) Rounded(Tally tally) => (tally.Option, Math.Round(tally.Value, 6), tally.Fits, tally.Voters);

    private static int Above(IReadOnlyList<Tally> tallies, string option)
    {
        var own = tallies.First(each => each.Option == option).Value;
        return tallies.Count(each => each.Value > own + 1e-7);
    }

    /// <summary>The ballot of somebody who thinks of the clone as of what it is cloned from.</summary>
    private static CastBallot Cloned(CastBallot ballot, string option, Random random)
    {
        var marks = ballot.Marks.ToDictionary();
        if (marks.TryGetValue(option, out var mark))
        {
            marks["clone"] = mark;
        }

        List<string> ranking = [.. ballot.Ranking.SelectMany(each => each != option ? [each] : random.Next(2) == 0 ? new[] { "clone", option } : [option, "clone"])];
        var pairs = ballot.Pairs.Where(pair => pair.First == option || pair.Second == option).Select(pair => new Comparison(As(pair.First), As(pair.Second), As(pair.Better)));
        string As(string each) => each == option ? "clone" : each;
        return new CastBallot(marks, ranking, [.. ballot.Pairs, .. pairs]);
    }

    private static void InEachRoom(Action<int, Room> check)
    {
        foreach (var seed in LongRun.Seeds(Seeds))
        {
            check(seed, new Room(seed));
        }
    }

    /// <summary>Some options, and people who filled in all that a ballot can hold.</summary>
    private sealed class Room
    {
        public const int Highest = 6;
        public const long Purse = 20;

        public Room(int seed)
        {
            Random = new Random(seed);
            Options = [.. Enumerable.Range(0, Random.Next(2, 7)).Select(i => $"option-{i}")];
            Ballots = [.. Enumerable.Range(0, Random.Next(1, 12)).Select(_ => Ballot())];
        }

        public Random Random { get; }

        public List<string> Options { get; }

        public List<CastBallot> Ballots { get; }

        public static long Price(string option) => 7 * (option[^1] - '0');

        public static CastBallot Raised(CastBallot ballot, string option, Room room)
        {
            var marks = ballot.Marks.ToDictionary();
            marks[option] = Math.Min(Highest, Math.Max(marks.GetValueOrDefault(option, Highest - 1), 0) + 1);
            var ranking = ballot.Ranking.ToList();
            var at = ranking.IndexOf(option);
            ranking.Remove(option);
            ranking.Insert(at < 0 ? ranking.Count : Math.Max(0, at - 1), option);
            var other = room.Options.First(each => each != option);
            return new CastBallot(marks, ranking, [.. ballot.Pairs, new Comparison(option, other, option)]);
        }

        private CastBallot Ballot()
        {
            var marks = Options.Where(_ => Random.Next(3) > 0).ToDictionary(option => option, _ => Random.Next(1, Highest));
            List<string> ranking = [.. Options.OrderBy(_ => Random.Next()).Take(Random.Next(Options.Count + 1))];
            var pairs = Options.SelectMany((one, i) => Options.Skip(i + 1).Select(other => (one, other))).Where(_ => Random.Next(3) > 0)
                .Select(pair => new Comparison(pair.one, pair.other, Random.Next(3) switch { 0 => "", 1 => pair.one, _ => pair.other }));
            return new CastBallot(marks, ranking, [.. pairs]);
        }
    }
}
