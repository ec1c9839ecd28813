using CoCreate.Grouping;

namespace CoCreate.Tests.Grouping;

/// <summary>What holds of groups whatever the texts are.</summary>
public sealed class GroupFinderTests
{
    /// <summary>R155: whatever the order in which the texts come.</summary>
    [Fact]
    public void R155_the_same_texts_give_the_same_groups_in_whatever_order_they_come()
    {
        foreach (var set in LabelledSet.All)
        {
            var expected = Written(GroupFinder.Find(set.Texts()));
            for (var seed = 1; seed <= 5; seed++)
            {
                var random = new Random(seed);
                Assert.Equal(expected, Written(GroupFinder.Find([.. set.Texts().OrderBy(_ => random.Next())])));
            }
        }
    }

    [Fact]
    public void Each_text_is_in_one_group_at_most_and_no_group_is_smaller_or_larger_than_it_may_be()
    {
        foreach (var seed in LongRun.Seeds(20))
        {
            var texts = new RandomTexts(seed).Many(400);
            var groups = GroupFinder.Find(texts);
            var ids = groups.SelectMany(group => group.Ids).ToList();
            Assert.True(ids.Count == ids.Distinct().Count() && ids.All(id => texts.Exists(text => text.Id == id)), $"Seed {seed}");
            Assert.True(groups.All(group => group.Ids.Length is >= GroupFinder.SmallestGroup and <= GroupFinder.LargestGroup) && groups.Count <= GroupFinder.MostGroups, $"Seed {seed}");
            Assert.True(groups.Select(group => group.Ids.Length).SequenceEqual(groups.Select(group => group.Ids.Length).OrderDescending()), $"Seed {seed}");
        }
    }

    /// <summary>R155: beyond the number that is compared each with each, the others join what was found.</summary>
    [Fact]
    public void R155_of_more_texts_than_are_compared_the_others_join_the_groups_that_were_found()
    {
        var set = LabelledSet.Named("english-office");
        var texts = Enumerable.Range(0, (GroupFinder.Compared / 32) + 20)
            .SelectMany(copy => set.Ideas.Select((idea, at) => new GroupingText($"idea-{copy:d3}-{at:d3}", $"{idea.Text} {copy % 7}")))
            .ToList();
        Assert.True(texts.Count > GroupFinder.Compared + 500);
        var groups = GroupFinder.Find(texts);
        Assert.True(groups.Sum(group => group.Ids.Length) > GroupFinder.Compared / 2);
        Assert.All(groups, group => Assert.True(group.Ids.Length <= GroupFinder.LargestGroup));
    }

    [Fact]
    public void Texts_without_words_belong_nowhere()
    {
        Assert.Empty(GroupFinder.Find([]));
        Assert.Empty(GroupFinder.Find([new("idea-0001", ""), new("idea-0002", " \n"), new("idea-0003", "…"), new("idea-0004", "🎒")]));
    }

    [Fact]
    public void Letters_that_are_written_in_two_ways_are_the_same()
    {
        Assert.Equal(TextFolding.Fold("Café, CAFÉ, ＣＡＦＥ"), TextFolding.Fold("cafe\u0301, Cafe\u0301, cafe"));
        Assert.Equal(TextFolding.Fold("ガパ"), TextFolding.Fold("カ\u3099ハ\u309A"));
        Assert.Equal(TextFolding.Fold("ガパ"), TextFolding.Fold("ｶﾞﾊﾟ"));
        Assert.Equal(TextFolding.Fold("أحمد مدرسة"), TextFolding.Fold("احمد مدرسه"));
        Assert.Equal(TextFolding.Fold("Ёлка"), TextFolding.Fold("елка"));
        Assert.NotEqual(TextFolding.Fold("お母さん"), TextFolding.Fold("お父さん"));
        Assert.NotEqual(TextFolding.Fold("ปา"), TextFolding.Fold("ป่า"));
    }

    [Fact]
    public void A_title_has_words_that_at_least_two_of_its_ideas_have()
    {
        foreach (var set in LabelledSet.All)
        {
            foreach (var group in set.Find().Groups)
            {
                var texts = group.Ids.Select(id => TextFolding.Fold(set.Ideas[int.Parse(id.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture)].Text)).ToList();
                Assert.NotEmpty(group.Title);
                Assert.All(group.Title.Split([" ", " · "], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "·"), word => Assert.True(
                    texts.Count(text => text.Contains(TextFolding.Fold(word), StringComparison.Ordinal)) >= 2, $"{set.Name}: '{word}' of '{group.Title}'"));
            }
        }
    }

    [Fact]
    public void Titles_are_what_a_person_would_say()
    {
        var titles = LabelledSet.Named("english-office").Find().Groups.Select(group => group.Title).ToList();
        Assert.Contains("Coffee machine", titles);
        Assert.Contains(titles, title => title.Contains("Onboarding", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(titles, title => title.Contains("build", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>R156: what splits votes.</summary>
    [Fact]
    public void R156_the_same_thing_said_twice_is_alike_and_the_same_word_is_not_enough()
    {
        string[] ideas = ["Rain cover in a bright colour", "A bright rain cover", "Waterproof zips", "Zips that are waterproof", "Softer shoulder straps", "A whistle on the chest strap"];
        var alike = TextSimilarity.Alike(ideas, TextSimilarity.SameThing).Select(pair => (pair.First, pair.Second)).ToList();
        Assert.Contains((0, 1), alike);
        Assert.Contains((2, 3), alike);
        Assert.DoesNotContain((4, 5), alike);
        Assert.All(TextSimilarity.Alike(ideas, 0.01), pair => Assert.InRange(pair.Similarity, 0.01, 1));
        Assert.Equal(1, TextSimilarity.Alike(["Free water", "Free water", "Later buses"], 0.9).Single().Similarity, 3);
    }

    /// <summary>The chain of nearest neighbours finds what joining the most similar pair again and again finds.</summary>
    [Fact]
    public void Clusters_are_those_of_the_plain_method()
    {
        foreach (var seed in LongRun.Seeds(40))
        {
            var random = new Random(seed);
            var size = random.Next(1, 25);
            var matrix = new SimilarityMatrix(size);
            for (var one = 0; one < size; one++)
            {
                for (var other = 0; other < one; other++)
                {
                    matrix[one, other] = random.Next(3) == 0 ? 0 : random.NextSingle();
                }
            }

            var expected = Plain(matrix, 0.4);
            Assert.Equal(expected, AverageLinkage.Cluster(matrix, 0.4).Select(cluster => string.Join(',', cluster)));
        }
    }

    private static IEnumerable<string> Plain(SimilarityMatrix matrix, double least)
    {
        var clusters = Enumerable.Range(0, matrix.Size).Select(at => new List<int> { at }).ToList();
        while (true)
        {
            var pairs = from one in clusters from other in clusters where one[0] < other[0] select (one, other, Mean: one.Average(a => other.Average(b => (double)matrix[a, b])));
            var best = pairs.OrderByDescending(pair => pair.Mean).FirstOrDefault();
            if (best.one is null || best.Mean < least)
            {
                return clusters.OrderBy(cluster => cluster.Min()).Select(cluster => string.Join(',', cluster.Order()));
            }

            best.one.AddRange(best.other);
            clusters.Remove(best.other);
        }
    }

    private static string Written(IEnumerable<FoundGroup> groups) => string.Join('\n', groups.Select(group => $"{group.Title}: {string.Join(',', group.Ids)}"));
}
