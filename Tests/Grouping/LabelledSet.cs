using CoCreate.Grouping;

namespace CoCreate.Tests.Grouping;

/// <summary>Ideas that people sorted by hand into themes ("-" for what belongs to none): a file in Tests/Grouping/sets.</summary>
internal sealed record LabelledSet(string Name, IReadOnlyList<(string Theme, string Text)> Ideas)
{
    /// <summary>All sets, by name.</summary>
    public static IReadOnlyList<LabelledSet> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "Tests", "Grouping", "sets"), "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The set of this name.</summary>
    public static LabelledSet Named(string name) => All.Single(set => set.Name == name);

    /// <summary>What the product finds in it.</summary>
    public Findings Find()
    {
        var groups = GroupFinder.Find(Texts());
        return new Findings(this, groups);
    }

    /// <summary>The ideas as the product takes them.</summary>
    public IEnumerable<GroupingText> Texts() => Ideas.Select((idea, at) => new GroupingText($"idea-{at:d4}", idea.Text));

    private static LabelledSet Read(string file) => new(
        Path.GetFileNameWithoutExtension(file),
        [
            .. File.ReadAllLines(file).Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(" | ", 2))
                .Select((parts, at) => (parts[0] == "-" ? $"alone {at}" : parts[0], parts[1])),
        ]);
}

/// <summary>What was found in a labelled set, held against its labels.</summary>
internal sealed record Findings(LabelledSet Set, IReadOnlyList<FoundGroup> Groups)
{
    /// <summary>The part of the grouped ideas that are of their group's most frequent theme (Manning et al., Introduction to Information Retrieval, section 16.3).</summary>
    public double Purity => Grouped == 0 ? 1 : (double)Groups.Sum(group => group.Ids.GroupBy(ThemeOf).Max(same => same.Count())) / Grouped;

    /// <summary>The part of all ideas that are in a group.</summary>
    public double Coverage => (double)Grouped / Set.Ideas.Count;

    /// <summary>The adjusted Rand index (L. Hubert and P. Arabie, Comparing partitions, 1985): 1 for the same partition, 0 for what chance gives. What is in no group is a part of its own.</summary>
    public double AdjustedRand
    {
        get
        {
            var found = Set.Ideas.Select((_, at) => GroupOf($"idea-{at:d4}")).ToList();
            var themes = Set.Ideas.Select(idea => idea.Theme).ToList();
            var both = Pairs(found.Zip(themes));
            var (byFound, byTheme, all) = (Pairs(found), Pairs(themes), themes.Count * (themes.Count - 1) / 2.0);
            var (expected, most) = (byFound * byTheme / all, (byFound + byTheme) / 2);
            return most == expected ? 1 : (both - expected) / (most - expected);
        }
    }

    private int Grouped => Groups.Sum(group => group.Ids.Length);

    private string ThemeOf(string id) => Set.Ideas[int.Parse(id.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture)].Theme;

    private string GroupOf(string id) => Groups.Select((group, at) => group.Ids.Contains(id) ? $"group {at}" : "").FirstOrDefault(name => name.Length > 0) ?? $"none {id}";

    private static double Pairs<T>(IEnumerable<T> items) => items.GroupBy(item => item).Sum(same => same.Count() * (same.Count() - 1) / 2.0);
}
