using System.Collections.Concurrent;
using System.Diagnostics;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Telemetry;

/// <summary>What happens to a browser's commands can be followed, and costs nothing while nobody follows.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task A_command_is_followed_from_submit_over_decide_and_commit_to_publish()
    {
        var ended = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Tracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        await using var host = await GatewayHost.Start();
        var ann = host.NewPerson();
        var board = (await ann.MakeBoard()).GetProperty("board").GetString()!;
        await using var tab = await ann.Watch(board, Ids.New());
        ActivitySource.AddActivityListener(listener);
        await tab.Hub.Submit((1, """{"type":"addIdea","id":"idea-000001","title":"T","body":"","colour":"sun","x":1,"y":2,"group":""}"""));
        await tab.FollowUntil(() => tab.Last == 1);

        // The submission itself ends a moment after its outcome was told.
        while (!Ours(ended, board).Any(a => a.OperationName == "cocreate.submit"))
        {
            await Task.Yield();
        }

        var steps = Ours(ended, board).ToDictionary(a => a.OperationName);
        Assert.Equal(["cocreate.commit", "cocreate.decide", "cocreate.publish", "cocreate.submit"], steps.Keys.Order(StringComparer.Ordinal));
        Assert.Null(steps["cocreate.submit"].ParentId);
        Assert.Equal(steps["cocreate.submit"].SpanId, steps["cocreate.decide"].ParentSpanId);
        Assert.Equal(steps["cocreate.decide"].SpanId, steps["cocreate.commit"].ParentSpanId);
        Assert.Equal(steps["cocreate.decide"].SpanId, steps["cocreate.publish"].ParentSpanId);
        Assert.Single(steps.Values.Select(a => a.TraceId).Distinct());
        Assert.All(steps.Values, a => Assert.All(a.TagObjects, tag => Assert.Contains(tag.Key, (string[])["cocreate.board.id", "cocreate.commands", "cocreate.events"])));
    }

    /// <summary>Nobody listens to this source in this process but the test above, and tests of one class do not run at once.</summary>
    [Fact]
    public void While_nobody_follows_nothing_is_made()
    {
        Assert.Null(Tracing.Submit("board", 1));
        Assert.Null(Tracing.Decide("board", 1));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var made = 0;
        for (var i = 0; i < 10_000; i++)
        {
            made += Tracing.Submit("board", i) is null && Tracing.Decide("board", i) is null && Tracing.Commit("board", default, i) is null && Tracing.Publish("board", default, i) is null ? 0 : 1;
        }

        Assert.Equal((0, before), (made, GC.GetAllocatedBytesForCurrentThread()));
    }

    private static IEnumerable<Activity> Ours(IEnumerable<Activity> all, string board) => all.Where(a => (string?)a.GetTagItem("cocreate.board.id") == board);
}
