using CoCreate.Boards;
using CoCreate.Tests.Engine;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Cluster;

/// <summary>What people notice when silos die, are drained or are added (docs/OPERATIONS.md): three real silos over one journal, and a web process that is none of them.
/// Left out where Orleans is not built.</summary>
public sealed class SiloFailureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task R9_R23_R26_a_board_goes_on_elsewhere_when_its_silo_is_killed_or_drained_and_everybody_follows(bool isKilled)
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 2);
        await using var alive = new Heartbeat(room.Tabs);
        var cluster = (EngineUnderTest)host.Engine;
        var board = host.Grains.GetGrain<IBoardGrain>(room.Board);
        await Work(room, 1, 5);
        var before = (await cluster.FindSilo(board))!;

        // Orders are under way at the moment of the end.
        var working = Work(room, 6, 20);
        await (isKilled ? cluster.Kill(before) : cluster.Drain(before));
        await working;

        await Work(room, 21, 25);
        var after = await cluster.FindSilo(board);
        Assert.NotNull(after);
        Assert.NotEqual(before, after);
        foreach (var tab in room.Tabs)
        {
            await tab.FollowTo(room.Tabs[0].Seq);
            Assert.Equal(await room.Truth(tab), tab.Canonical());
            Assert.Contains("idea-25", tab.Canonical(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task R9_a_web_process_follows_a_board_whose_silo_died_though_nobody_on_it_orders_anything()
    {
        await using var host = await GatewayHost.Start();
        await using var beside = await host.StartBeside();
        await using var room = await Room.Open(host, guests: 0);
        using var reader = room.People[0].At(beside.Address);
        await using var watcher = await reader.Watch(room.Board, "client-watching");
        await using var alive = new Heartbeat([.. room.Tabs, watcher]);
        var cluster = (EngineUnderTest)host.Engine;
        await Work(room, 1, 3);
        await watcher.FollowTo(room.Tabs[0].Seq);

        await cluster.Kill((await cluster.FindSilo(host.Grains.GetGrain<IBoardGrain>(room.Board)))!);
        await Work(room, 4, 6);

        // The new activation does not know this process; its next renewal, within 12 s, brings what it missed.
        await watcher.FollowTo(room.Tabs[0].Seq);
        Assert.Equal(await room.Truth(room.Tabs[0]), room.Tabs[0].Canonical());
        Assert.Contains("idea-06", watcher.Canonical(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silo_that_is_added_takes_boards_and_disturbs_none()
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 1);
        await using var alive = new Heartbeat(room.Tabs);
        await Work(room, 1, 3);

        await ((EngineUnderTest)host.Engine).Add();

        await Work(room, 4, 8);
        await room.Tabs[1].FollowTo(room.Tabs[0].Seq);
        Assert.Equal(room.Tabs[0].Canonical().Length, (await room.Truth(room.Tabs[0])).Length);
        Assert.Equal(1, room.Tabs[1].Snapshots);
    }

    private static async Task Work(Room room, int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            await room.Tabs[0].SubmitUntilDecided(number, Room.Idea($"idea-{number:00}-of-cluster"));
        }
    }
}
