using CoCreate.Grouping;
using Xunit.Abstractions;

namespace CoCreate.Tests.Grouping;

/// <summary>What people sorted by hand is found again, in languages that write words in different ways. R155</summary>
public sealed class GroupingQualityTests(ITestOutputHelper output)
{
    /// <summary>The sets that the numbers of the method were chosen on, with what must be reached in each.</summary>
    [Theory]
    [InlineData("arabic-school", 0.95, 0.9)]
    [InlineData("chinese-app", 0.9, 0.7)]
    [InlineData("english-bag", 0.9, 0.5)]
    [InlineData("english-office", 0.95, 0.9)]
    [InlineData("japanese-office", 0.95, 0.9)]
    [InlineData("norwegian-city", 0.75, 0.5)]
    [InlineData("spanish-app", 0.9, 0.75)]
    [InlineData("thai-market", 0.85, 0.6)]
    public void R155_themes_that_people_found_are_found(string name, double purity, double adjustedRand) => Hold(name, purity, adjustedRand);

    /// <summary>The sets that were kept for checking.</summary>
    [Theory]
    [InlineData("german-museum", 0.8, 0.45)]
    [InlineData("korean-gym", 0.75, 0.5)]
    [InlineData("russian-library", 0.85, 0.55)]
    [InlineData("mixed-festival", 0.95, 0.9)]
    public void R155_themes_are_found_in_the_sets_that_were_kept_for_checking(string name, double purity, double adjustedRand) => Hold(name, purity, adjustedRand);

    [Fact]
    public void R155_ideas_that_have_nothing_to_do_with_one_another_stay_ungrouped() => Assert.Empty(LabelledSet.Named("english-unrelated").Find().Groups);

    [Fact]
    public void Every_set_is_measured()
    {
        var measured = typeof(GroupingQualityTests).GetMethods().SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .Select(data => (string)data.GetData(null!).Single()[0]).Append("english-unrelated");
        Assert.Equal(LabelledSet.All.Select(set => set.Name), measured.Order(StringComparer.Ordinal));
    }

    private void Hold(string name, double purity, double adjustedRand)
    {
        var findings = LabelledSet.Named(name).Find();
        output.WriteLine($"{name}: purity {findings.Purity:0.00}, adjusted Rand {findings.AdjustedRand:0.00}, coverage {findings.Coverage:0.00}");
        foreach (var group in findings.Groups)
        {
            output.WriteLine($"  {group.Title}: {group.Ids.Length}");
        }

        Assert.True(findings.Purity >= purity, $"Purity {findings.Purity:0.00}");
        Assert.True(findings.AdjustedRand >= adjustedRand, $"Adjusted Rand {findings.AdjustedRand:0.00}");
        Assert.True(findings.Coverage >= 0.6, $"Coverage {findings.Coverage:0.00}");
    }
}
