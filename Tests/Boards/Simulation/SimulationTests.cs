using CoCreate.Boards;
using CoCreate.Participants;
using CoCreate.Tests.Journals;

namespace CoCreate.Tests.Boards.Simulation;

/// <summary>The promises of a board (R9, R10, R23, R26, R27, R30) under lost, doubled and reordered messages, failing and slow appends, kills and restarts.</summary>
public sealed class SimulationTests
{
    private const int Worlds = 12;
    private const int Steps = 1500;

    [Fact]
    public Task R23_R26_every_command_is_decided_once_and_what_was_acknowledged_is_on_the_disk() => InEachWorld(async (seed, world) =>
    {
        var entries = await world.ReadDisk();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(e => e.Seq));
        foreach (var client in world.Clients)
        {
            var decided = entries.Where(e => e.Client == client.Client).ToList();
            foreach (var (entry, before) in decided.Zip(decided.Prepend(null)))
            {
                var isNext = entry.Number == (before?.Number ?? 0) + 1;
                var isPart = before is not null && entry.IsSameCommand(before) && entry.Seq == before.Seq + 1 && client.IsInParts(entry.Number);
                Assert.True(isNext || isPart, $"Seed {seed}: {entry.Number} of {client.Client} is not once and in order.");
            }

            var last = decided.Count == 0 ? 0 : decided[^1].Number;
            Assert.True(last == client.Outcomes.Count, $"Seed {seed}: {client.Client} knows of {client.Outcomes.Count} outcomes, the disk of {last}.");
            foreach (var entry in decided)
            {
                Assert.True((entry.Event as CommandRefused)?.Code == client.Outcomes[entry.Number], $"Seed {seed}: {client.Client} was told another outcome of {entry.Number}.");
            }
        }
    });

    [Fact]
    public Task R9_R10_all_clients_end_with_the_same_board_as_the_disk() => InEachWorld(async (seed, world) =>
    {
        var board = (await world.ReadDisk()).Aggregate(Board.Empty, BoardApplier.Apply);
        foreach (var client in world.Clients)
        {
            var truth = new Store();
            var snapshot = BoardPublisher.Snapshot(board, client.Participant, privateOnly: false);
            truth.Fold(snapshot.Everyone);
            truth.Fold(snapshot.Private);
            Assert.True(client.Seq == board.Seq, $"Seed {seed}: {client.Client} is at {client.Seq}, the disk at {board.Seq}.");
            Assert.True(truth.Canonical() == client.Canonical(), $"Seed {seed}: {client.Client} sees another board.");
        }
    });

    [Fact]
    public Task What_people_contributed_is_told_to_their_own_records() => InEachWorld(async (seed, world) =>
    {
        var board = (await world.ReadDisk()).Aggregate(Board.Empty, BoardApplier.Apply);
        foreach (var (participant, member) in board.Members)
        {
            var grain = world.Server.Grains.GetGrain<IParticipantGrain>(participant);
            await grain.JoinedBoard(SimulatedServer.BoardId, "Simulated", member.Record.Role);
        }

        // Somebody does something, so that the board has something to tell; the totals of all active ones go along.
        var witness = world.Clients[0];
        witness.Order(world.Server.Board, new AddIdea("idea-of-witness", "", "", Colour.Sun, 0, 0, ""));
        var expected = new Contributions(
            board.Members[witness.Participant].Ideas + 1,
            board.Members[witness.Participant].Comments,
            board.Members[witness.Participant].Dots,
            board.Members[witness.Participant].Reactions);
        Contributions told = default;
        for (var i = 0; told != expected; i++)
        {
            Assert.True(i < 10_000, $"Seed {seed}: {told} was told, not {expected}.");
            world.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
            told = (await world.Server.Grains.GetGrain<IParticipantGrain>(witness.Participant).Read()).Boards.Single().Contributions;
        }
    });

    private static async Task InEachWorld(Func<int, SimulatedWorld, Task> check, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        foreach (var seed in LongRun.Seeds(Worlds, test: test))
        {
            await using var world = new SimulatedWorld(seed);
            await world.Begin(people: 6);
            await world.Live(Steps);
            await world.Heal();
            await check(seed, world);
        }
    }
}
