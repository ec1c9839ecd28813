using System.Text;

namespace CoCreate.Bench.Reports;

/// <summary>Renders docs/BENCHMARKS.md from results. The section <see cref="HandWritten"/> and all below it is written by people and kept.</summary>
internal static class BenchmarksPage
{
    /// <summary>The heading from which on the page is kept as it is.</summary>
    public const string HandWritten = "## What holds each number back";

    private const string Method = """
        # Benchmarks

        Everything above "What holds each number back" is written by `Bench/run --write` from the latest result of each scenario; that section is
        written by people. `Bench/run --help` lists the scenarios; `Bench/run 500 --quick` is a first look at one.

        ## How it is measured

        - Each server under test is a process of its own, built for release, pinned to one processor core. The load generator is pinned to another. Both
          talk over the loopback address, so that nothing but the servers differs.
        - The load is an open loop: edits are due at fixed times, evenly spaced, written by all people in turn, and sent when they are due whether or not
          earlier ones have arrived. Latency is counted from the time an edit was due. So a server that stalls pays for all that it held up.
        - Every edit is a message of 170 bytes. It contains a mark of ten bytes, which the generator looks for in the bytes that it receives: it has no
          client library and parses nothing. On CoCreate an edit gives an idea another title; on the peers it is what their users would send.
        - A delivery is one edit received by one person, the writer included (all the servers here send edits back to their writers). Every person has to get every edit
          exactly once; a sum over scattered edit numbers shows a loss even when something else came twice.
        - Each server is warmed up first. Figures are medians of three runs; processor time is that of the whole process, in user mode and in the kernel.
        - A figure is marked where the generator, not the server, was the limit.
        - CoCreate stores every edit durably (SQLite, full synchronisation) before anybody is shown it. The peers keep what they know in memory.
          "The disk's own sync" is the time that the same disk takes for a write of 4 KB and a sync, measured after each scenario at an editing pace.
        - Only ratios last: other machines give other numbers. Compare figures of the same table.

        The peers: Hocuspocus 4 and y-websocket (Node, from npm, versions in `Bench/Peers/package.json`), and two that show what the platform costs by
        itself: a SignalR hub that sends to a group, and ASP.NET Core's WebSockets with a queue for each connection whose content goes out in one message.

        """;

    /// <summary>Writes the page, keeping what people wrote.</summary>
    public static void Write(string path, IReadOnlyList<ScenarioResult> results)
    {
        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        var from = kept.IndexOf(HandWritten, StringComparison.Ordinal);
        File.WriteAllText(path, Render(results) + (from < 0 ? HandWritten + "\n" : kept[from..]));
    }

    /// <summary>The part of the page that is not written by hand.</summary>
    public static string Render(IReadOnlyList<ScenarioResult> results)
    {
        var page = new StringBuilder(Method);
        page.Append("\n## Goals and figures\n\n| what | goal | CoCreate | beside it |\n|---|---|---|---|\n");
        foreach (var result in results)
        {
            page.Append($"| {result.Title} | {result.Goal} | {Summary.OfProduct(result)} | {Summary.OfPeers(result)} |\n");
        }

        page.Append("\n## In detail\n");
        foreach (var result in results)
        {
            AppendDetail(page, result);
        }

        return page.Append('\n').ToString();
    }

    private static void AppendDetail(StringBuilder page, ScenarioResult result)
    {
        page.Append($"\n### {result.Title}\n\n");
        var cells = TextTable.Cells(result);
        page.Append($"| {string.Join(" | ", cells[0])} |\n|{string.Concat(cells[0].Select((_, column) => column == 0 ? "---|" : "---:|"))}\n");
        foreach (var row in cells.Skip(1))
        {
            page.Append($"| {string.Join(" | ", row)} |\n");
        }

        var look = result.IsQuick ? " A first look only." : "";
        page.Append($"\n{result.Day}, {result.Machine}; the disk's own sync: {result.DiskSync}.{look}\n");
    }
}
