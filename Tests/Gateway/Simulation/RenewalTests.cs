using CoCreate.Boards;
using CoCreate.Tests.Journals;
using CoCreate.Web;

namespace CoCreate.Tests.Gateway.Simulation;

/// <summary>A board is held elsewhere since its silo died: the new activation knows no observers, and nobody at this web process orders anything that would tell of it.</summary>
public sealed class RenewalTests
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(10);
    private readonly RelayOptions _options = new();

    [Fact]
    public async Task R9_who_only_watches_hears_of_everything_again_within_one_renewal_after_the_board_has_forgotten_its_observers()
    {
        await using var world = new RelayWorld(1, _options);
        await world.Begin(people: 3, tabs: 1);
        await Task.WhenAll(world.Viewers.Select(viewer => viewer.Join()));
        Step(world);
        Assert.All(world.Viewers, viewer => Assert.True(viewer.IsLive));
        var before = world.Viewers[0].Seq;

        world.Move(FaultRates.Quiet);
        await Rename(world, "Elsewhere");

        // Nothing tells this process: its next renewal does.
        for (var passed = TimeSpan.Zero; passed < _options.RenewEvery; passed += _step)
        {
            await world.Pass(_step);
        }

        await Follow(world, before + 1);

        // And it is an observer again: what comes next is told without another renewal.
        await Rename(world, "Again");
        await Follow(world, before + 2);
    }

    private static async Task Rename(RelayWorld world, string title) =>
        Assert.Null((await world.Link.Server.Board.Order("person-000000", new RenameBoard(title))).Refusal);

    /// <summary>Lets frames leave, which have milliseconds between them, and then waits for the threads, not for the clock.</summary>
    private static async Task Follow(RelayWorld world, long seq)
    {
        using var patience = new CancellationTokenSource(HubClient.Patience);
        for (var passed = TimeSpan.Zero; world.Viewers.Any(viewer => viewer.Seq < seq); passed += _tick)
        {
            Assert.False(patience.IsCancellationRequested, $"Somebody is still at {world.Viewers.Min(viewer => viewer.Seq)}, the board at {seq}.");
            await world.Pass(passed < _step ? _tick : TimeSpan.Zero);
            Step(world);
        }
    }

    private static void Step(RelayWorld world)
    {
        foreach (var viewer in world.Viewers)
        {
            viewer.Step();
        }
    }
}
