using System.Globalization;
using CoCreate.Tests.Kill;
using CoCreate.Tests.Postgres;
using CoCreate.Tests.Proxy;

namespace CoCreate.Tests.Cluster;

/// <summary>What people notice when the web process that their browser is connected to is gone (docs/OPERATIONS.md): two silos, two web processes, the proxy and PostgreSQL as real
/// processes. Left out where Orleans is not built, and skipped where there is no PostgreSQL or no HAProxy.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class WebFailureTests
{
    [ProxyFact]
    public async Task R13_R23_R26_who_wrote_through_a_web_process_that_was_killed_goes_on_at_the_other_and_all_that_was_acknowledged_is_there_once()
    {
        await using var cluster = await ClusterProcesses.Start();
        await using var story = await KillStory.Begin(cluster, seed: 20_261_123);

        await story.Work(rounds: 1, mostBetween: 400, () =>
        {
            cluster.Kill("web-1");
            return Task.CompletedTask;
        });

        await story.CheckThatAllIsThereOnce();
        var absences = story.Absences.SelectMany(each => each).ToList();
        Assert.NotEmpty(absences);
        await Report(absences, story.Absences.Count(each => each.Count == 0));
    }

    /// <summary>What was seen, for docs/OPERATIONS.md.</summary>
    private static Task Report(List<TimeSpan> absences, int undisturbed) => File.AppendAllTextAsync(
        Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, ".cache")).FullName, "web-killed.txt"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{absences.Count} losses of a connection, back after {string.Join(", ", absences.Order().Select(each => $"{each.TotalSeconds:0.00}"))} s; {undisturbed} tabs lost none\n"));
}
