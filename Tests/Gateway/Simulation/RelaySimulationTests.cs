using CoCreate.Web;

namespace CoCreate.Tests.Gateway.Simulation;

/// <summary>The relay between a board and its viewers, over a way that loses, doubles, delays and reorders, with activations that die and come back elsewhere
/// (R8, R9, R10, R19, R25).</summary>
public sealed class RelaySimulationTests
{
    private const int Worlds = 24;
    private const int Steps = 300;

    [Fact]
    public async Task R8_R9_R10_R19_R25_every_viewer_folds_to_the_snapshot_and_all_are_live_one_renewal_after_the_trouble_ends()
    {
        foreach (var seed in LongRun.Seeds(Worlds))
        {
            var options = new RelayOptions { RingEvents = 48 };
            await using var world = new RelayWorld(seed, options);
            await world.Begin(people: 4, tabs: 2);
            await world.Live(Steps);

            var straggler = await world.Heal();
            Assert.True(straggler is null, straggler);
            foreach (var viewer in world.Viewers.Where(viewer => !viewer.IsOut))
            {
                var (seq, board) = await world.Truth(viewer.Participant);
                Assert.True(viewer.Seq == seq && viewer.Canonical() == board, $"Seed {seed}: {viewer.Client} holds another board.");
            }

            AssertFewQuestions(seed, world, options);
        }
    }

    /// <summary>Each question has a cause: a renewal, somebody who joins, a message or call that went wrong, another activation. Never only that the last one brought nothing.</summary>
    private static void AssertFewQuestions(int seed, RelayWorld world, RelayOptions options)
    {
        var renewals = (int)(world.Age / options.RenewEvery) + 1;
        var causes = renewals + world.Viewers.Sum(viewer => viewer.Joins) + world.Link.Troubles + (4 * world.Lives);
        Assert.True(world.Link.Questions <= 2 * causes, $"Seed {seed}: {world.Link.Questions} questions for {causes} causes.");
    }
}
