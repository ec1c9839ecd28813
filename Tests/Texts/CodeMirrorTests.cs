using System.Diagnostics;
using CoCreate.Tests.Wire;

namespace CoCreate.Tests.Texts;

/// <summary>The server's changes of texts are CodeMirror's: the same pieces come of the same changes, so that browser and server never differ.</summary>
public sealed class CodeMirrorTests
{
    private const string Golden = "Tests/Texts/golden/changes.jsonl";
    private const int GoldenSeed = 20_261_122;
    private const int GoldenCases = 300;
    private const int RandomCases = 100_000;

    [Fact]
    public void The_golden_cases_are_calculated_as_CodeMirror_did()
    {
        var lines = WireFiles.Read(Golden).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(GoldenCases + 1, lines.Length);
        Assert.All(lines.Skip(1), Check);
    }

    [Fact]
    public async Task The_golden_cases_are_those_of_the_library_that_the_browser_has()
    {
        var lines = new List<string>();
        await foreach (var line in Calculate(GoldenSeed, GoldenCases))
        {
            lines.Add(line);
        }

        WireFiles.AssertUpToDate(Golden, string.Join('\n', lines) + "\n");
    }

    [Fact]
    public async Task A_hundred_thousand_random_cases_are_calculated_as_CodeMirror_does_and_keep_the_laws()
    {
        var (checkedCases, wanted) = (0, LongRun.IsOn ? RandomCases * 30 : RandomCases);
        await foreach (var line in Calculate(seed: 1, wanted))
        {
            if (checkedCases++ > 0)
            {
                Check(line);
            }
        }

        Assert.Equal(wanted + 1, checkedCases);
    }

    private static void Check(string line)
    {
        var one = CodeMirrorCase.Read(line);
        Assert.True(one.Difference() is null, $"{one.Difference()} differs: {line}");
        Assert.True(one.BrokenLaw() is null, $"{one.BrokenLaw()} does not hold: {line}");
    }

    /// <summary>The lines that the library writes: a head, and then the cases.</summary>
    private static async IAsyncEnumerable<string> Calculate(int seed, int cases)
    {
        var start = new ProcessStartInfo("node", ["scripts/text-cases.mjs", $"{seed}", $"{cases}"])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "WebClient", "App"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var complaints = node.StandardError.ReadToEndAsync();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            yield return line;
        }

        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"The cases cannot be calculated. Run build/client first. {await complaints}");
    }
}
