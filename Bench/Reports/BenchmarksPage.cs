namespace CoCreate.Bench.Reports;

/// <summary>Renders docs/BENCHMARKS.md from results. What stands below <see cref="HandWritten"/> is written by people and kept.</summary>
internal static class BenchmarksPage
{
    /// <summary>The heading from which on the page is kept as it is.</summary>
    public const string HandWritten = "## What holds each number back";

    public static void Write(string path, IReadOnlyList<ScenarioResult> results)
    {
        File.WriteAllText(path, string.Join('\n', results.Select(TextTable.Render)));
    }
}
