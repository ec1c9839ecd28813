using CoCreate.Voting;

namespace CoCreate.Tests.Voting;

/// <summary>R124: what people see first is spread evenly over the options, whoever comes, goes and answers how much.</summary>
public sealed class DealingLaws
{
    private const int Seeds = 150;

    /// <summary>R124: after any number of ballots, options have stood in first places equally often or once more; no ballot has one twice.</summary>
    [Fact]
    public void R124_every_option_stands_in_first_places_as_often_as_every_other_one_or_once_more()
    {
        foreach (var seed in LongRun.Seeds(Seeds))
        {
            var random = new Random(seed);
            List<string> options = [.. Enumerable.Range(0, random.Next(1, 40)).Select(i => $"option-{i}")];
            var (places, deck, counts) = (random.Next(1, options.Count + 1), Deck.New, options.ToDictionary(option => option, _ => 0));
            for (var ballot = 0; ballot < 60; ballot++)
            {
                (var dealt, deck) = Dealing.Deal(deck, options, places, $"vote-{seed}");
                Assert.Equal((places, places), (dealt.Count, dealt.Distinct().Count()));
                dealt.ForEach(option => counts[option]++);
                Assert.True(counts.Values.Max() - counts.Values.Min() <= 1, $"Seed {seed}, ballot {ballot}");
            }
        }
    }

    /// <summary>R124: people come, compare as long as they like and leave with a pair on the screen; never was an option shown three times more than another.</summary>
    [Fact]
    public void R124_options_are_shown_in_pairs_equally_often_up_to_two_times_more()
    {
        foreach (var seed in LongRun.Seeds(Seeds))
        {
            var random = new Random(seed);
            List<string> options = [.. Enumerable.Range(0, random.Next(2, 14)).Select(i => $"option-{i}")];
            var shown = options.ToDictionary(option => option, _ => 0);
            var people = new List<HashSet<string>>();
            var dealt = 0;
            for (var step = 0; step < 250; step++)
            {
                if (people.Count == 0 || random.Next(6) == 0)
                {
                    people.Add([]);
                }

                var seen = people[random.Next(people.Count)];
                if (Dealing.NextPair(options, shown, (one, other) => seen.Contains(Key(one, other)), $"{seed}:{step}") is not { } pair)
                {
                    continue;
                }

                dealt++;
                Assert.NotEqual(pair.First, pair.Second);
                Assert.True(seen.Add(Key(pair.First, pair.Second)), $"Seed {seed}, step {step}: seen before");
                shown[pair.First]++;
                shown[pair.Second]++;
                Assert.True(shown.Values.Max() - shown.Values.Min() <= Dealing.MostSpread, $"Seed {seed}, step {step}");
            }

            Assert.True(dealt >= Math.Min(100, options.Count * (options.Count - 1) / 2), $"Seed {seed}: {dealt} pairs only");
        }
    }

    /// <summary>Somebody alone is asked about every pair before they are left in peace: keeping even costs nobody their say.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(12)]
    public void R124_one_person_alone_meets_nearly_all_pairs(int count)
    {
        List<string> options = [.. Enumerable.Range(0, count).Select(i => $"option-{i}")];
        var (shown, seen) = (new Dictionary<string, int>(), new HashSet<string>());
        while (Dealing.NextPair(options, shown, (one, other) => seen.Contains(Key(one, other)), $"alone:{seen.Count}") is { } pair)
        {
            seen.Add(Key(pair.First, pair.Second));
            shown[pair.First] = shown.GetValueOrDefault(pair.First) + 1;
            shown[pair.Second] = shown.GetValueOrDefault(pair.Second) + 1;
        }

        Assert.True(seen.Count >= 0.8 * count * (count - 1) / 2, $"{seen.Count} of {count * (count - 1) / 2}");
    }

    private static string Key(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one}|{other}" : $"{other}|{one}";
}
