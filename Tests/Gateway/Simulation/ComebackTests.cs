using CoCreate.Boards;
using CoCreate.Tests.Boards.Simulation;
using CoCreate.Tests.Journals;
using CoCreate.Web;

namespace CoCreate.Tests.Gateway.Simulation;

/// <summary>A web process is back, and with it at the same moment everybody who was connected to it: boards are asked once, not once for each browser.</summary>
public sealed class ComebackTests
{
    private const int People = 400;
    private const int Tabs = 5;

    [Fact]
    public async Task R13_two_thousand_browsers_that_come_back_to_one_board_at_once_cost_one_pull_and_a_handful_of_receptions()
    {
        await using var world = new RelayWorld(1, new RelayOptions());
        await world.Begin(People, Tabs);

        // Nobody can be told anything before the last one has come; so all of them really are there at once.
        var opened = new TaskCompletionSource();
        world.Link.Opened = opened.Task;
        var coming = world.Viewers.Select(viewer => viewer.Join()).ToArray();
        opened.SetResult();
        await Task.WhenAll(coming).WaitAsync(HubClient.Patience);

        // They hold nothing yet: all are told to fetch a snapshot, and join again with it.
        Assert.All(world.Viewers, viewer => Assert.Equal(1, viewer.Snapshots));
        var full = (int)Math.Ceiling(People * Tabs / (double)Limits.NewcomersPerCall);
        Assert.Equal(1, world.Link.Questions);
        Assert.InRange(world.Link.Receptions, full, int.MaxValue);

        var (receptions, questions) = (world.Link.Receptions, world.Link.Questions);
        await ComeBack(world);
        Assert.Equal(1, world.Link.Questions - questions);
        Assert.InRange(world.Link.Receptions - receptions, full, full + 2);
        Assert.All(world.Viewers, viewer => Assert.Equal(1, viewer.Snapshots));
    }

    [Fact]
    public async Task Those_who_were_away_for_longer_than_the_board_remembers_are_not_asked_about_one_by_one()
    {
        await using var world = new RelayWorld(2, new RelayOptions { RingEvents = 64 });
        await world.Begin(50, 1);
        await Task.WhenAll(world.Viewers.Select(viewer => viewer.Join()));
        for (var i = 0; i < Limits.RecentEvents / 64 + 1; i++)
        {
            var ideas = Enumerable.Range(1, 64).Select(n => new NumberedCommand((64 * i) + n, new AddIdea($"idea-{i:d4}-{n:d4}", "", "", Colour.Sun, 0, 0, "")));
            Assert.Equal(SubmitStatus.Done, (await world.Link.Server.Board.Submit(new Submission("person-000000", "client-of-many", [.. ideas]))).Status);
            await world.Pass(TimeSpan.FromSeconds(2));
        }

        var questions = world.Link.Questions;
        await ComeBack(world);

        Assert.All(world.Viewers, viewer => Assert.Equal(2, viewer.Snapshots));
        Assert.InRange(world.Link.Questions - questions, 1, 4);
    }

    /// <summary>Another web process takes over from the one that died: it knows nothing, and everybody comes to it at once with what they have.</summary>
    private static async Task ComeBack(RelayWorld world)
    {
        world.Relays.Dispose();
        world.Move(FaultRates.Quiet);
        foreach (var viewer in world.Viewers)
        {
            viewer.Reconnect();
        }

        var opened = new TaskCompletionSource();
        world.Link.Opened = opened.Task;
        var coming = world.Viewers.Select(viewer => viewer.Join()).ToArray();
        opened.SetResult();
        await Task.WhenAll(coming).WaitAsync(HubClient.Patience);
        foreach (var viewer in world.Viewers)
        {
            viewer.Step();
            Assert.True(viewer.IsLive);
        }
    }
}
