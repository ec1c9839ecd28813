using System.Text.RegularExpressions;

namespace CoCreate.Tests.Gateway;

/// <summary>docs/PROTOCOL.md is a list of promises; each is held by a test that names it.</summary>
public sealed partial class ProtocolCoverageTests
{
    [Fact]
    public void Every_rule_of_the_protocol_is_quoted_by_a_test()
    {
        var rules = Definition().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "PROTOCOL.md"))).Select(match => match.Groups[1].Value).ToArray();
        var quoted = TestFiles().SelectMany(file => Mention().Matches(File.ReadAllText(file))).Select(match => match.Value).ToHashSet();

        Assert.True(rules.Length > 30, "The rules of docs/PROTOCOL.md were not found.");
        Assert.Equal(rules.Distinct(), rules);
        Assert.Equal([], rules.Except(quoted));
    }

    [Fact]
    public void No_test_quotes_a_rule_that_is_not_there()
    {
        var rules = Definition().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "PROTOCOL.md"))).Select(match => match.Groups[1].Value).ToHashSet();

        var quoted = TestFiles().SelectMany(file => Mention().Matches(File.ReadAllText(file)).Select(match => match.Value));

        Assert.Equal([], quoted.Except(rules));
    }

    private static IEnumerable<string> TestFiles()
    {
        var client = Path.Combine(Repository.Root, "WebClient", "App", "src");
        var own = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        return Directory.Exists(client)
            ? own.Concat(Directory.EnumerateFiles(client, "*.test.ts*", SearchOption.AllDirectories))
            : own;
    }

    [GeneratedRegex(@"^- \*\*(R\d+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Definition();

    /// <summary>"R12" as a word of its own, or in a name between underscores.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])R\d+(?![A-Za-z0-9])")]
    private static partial Regex Mention();
}
