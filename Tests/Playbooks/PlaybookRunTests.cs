using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Playbooks;
using CoCreate.Tests.Engine;
using CoCreate.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Tests.Playbooks;

/// <summary>Every playbook that comes with the server is run from start to end on a real board grain, with simulated people. R165</summary>
public sealed class PlaybookRunTests
{
    public static TheoryData<string> All => [.. ShippedPlaybooks.All.Keys];

    /// <summary>R165: with as many people as it needs.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task R165_a_shipped_playbook_runs_from_start_to_end(string id)
    {
        for (var seed = 1; seed <= (LongRun.IsOn ? 20 : 1); seed++)
        {
            await Run(ShippedPlaybooks.All[id], Math.Clamp(ShippedPlaybooks.All[id].People.From, 4, 8), seed);
        }
    }

    /// <summary>R165: and with a room full.</summary>
    [Fact]
    public async Task R165_fifty_people_keep_all_laws()
    {
        string[] ids = LongRun.IsOn ? [.. ShippedPlaybooks.All.Keys] : ["silent-brainstorm"];
        foreach (var id in ids)
        {
            await Run(ShippedPlaybooks.All[id], 50, seed: 50);
        }
    }

    /// <summary>R165: people who do what comes to their minds beside it.</summary>
    [Fact]
    public async Task R165_people_who_do_other_things_beside_it_keep_all_laws()
    {
        string[] ids = LongRun.IsOn ? [.. ShippedPlaybooks.All.Keys] : ["brainwriting-635"];
        foreach (var id in ids)
        {
            await Run(ShippedPlaybooks.All[id], LongRun.IsOn ? 50 : 12, seed: 51, noisy: true);
        }
    }

    private static async Task Run(Playbook playbook, int people, int seed, bool noisy = false)
    {
        const string Board = "board-of-a-session";
        var store = new MemoryStore();
        await using var engine = await EngineUnderTest.Start(new EngineSetup
        {
            Services = services => services.AddSingleton<IJournal>(new MemoryJournal(store)).AddSingleton(new Probe()),
        });
        await using var journal = new MemoryJournal(store);
        await new Session(engine.Grains.GetGrain<IBoardGrain>(Board), playbook, people, seed, noisy ? new Noise(journal, $"board/{Board}", seed) : null).Run();
    }
}
