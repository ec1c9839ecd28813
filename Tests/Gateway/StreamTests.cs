using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Tests.Gateway;

/// <summary>The stream of changes under everything that can happen to it (R8 to R12, R19, R25, R30): random histories, faulty ways, many viewers.</summary>
public sealed class StreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task R8_R9_R10_R11_R12_R25_every_viewer_holds_what_the_board_says_they_may_see_whatever_happens_on_the_way(int seed)
    {
        var faults = new ObserverFaults();
        await using var host = await GatewayHost.Start(new GatewaySetup { Between = faults.Between });
        await using var room = await Room.Open(host, guests: 3);
        var random = new Random(seed);

        foreach (var _ in LongRun.Seeds(12))
        {
            faults.Mix = (FaultMix)random.Next((int)FaultMix.LoseAll);
            await room.Act(random);
            if (random.Next(3) == 0)
            {
                await room.Tabs[random.Next(room.Tabs.Count)].Reconnect();
            }
        }

        faults.Mix = FaultMix.None;
        await room.Settle();
        foreach (var tab in room.Tabs)
        {
            Assert.Equal(await room.Truth(tab), tab.Canonical());
            Assert.Equal(await tab.Fresh(), tab.Canonical());
        }
    }

    [Fact]
    public async Task R9_a_batch_that_was_lost_is_fetched_without_waiting_for_the_next()
    {
        var faults = new ObserverFaults();
        await using var host = await GatewayHost.Start(new GatewaySetup { Between = faults.Between });
        await using var room = await Room.Open(host, guests: 1);

        faults.Mix = FaultMix.LoseAll;
        await room.Tabs[0].Hub.Submit((1, Room.Idea("idea-lost-01")));
        await room.Tabs[0].FollowUntil(() => room.Tabs[0].Outcomes.ContainsKey(1));
        await room.Tabs[1].FollowTo(room.Tabs[0].Seq);

        Assert.Equal(1, faults.Lost);
    }

    /// <summary>Nobody here orders anything, and no renewal comes: only the gap itself can tell.</summary>
    [Fact]
    public async Task R9_a_gap_is_repaired_as_soon_as_what_follows_it_arrives()
    {
        var faults = new ObserverFaults();
        await using var host = await GatewayHost.Start(new GatewaySetup
        {
            Between = faults.Between,
            Options = folder => new() { DataFolder = folder, Relay = new() { RenewEvery = TimeSpan.FromHours(1) } },
        });
        await using var beside = await host.StartBeside();
        await using var room = await Room.Open(host, guests: 0);
        using var elsewhere = room.People[0].At(beside.Address);
        await using var author = await elsewhere.Watch(room.Board, "client-elsewhere");
        faults.Mix = FaultMix.LoseAll;
        await author.SubmitUntilDecided(1, Room.Idea("idea-lost-01"));
        while (faults.Lost == 0)
        {
            await Task.Yield();
        }

        faults.Mix = FaultMix.None;
        await author.SubmitUntilDecided(2, Room.Idea("idea-heard-1"));
        await room.Tabs[0].FollowTo(author.Seq);

        Assert.Equal(await room.Truth(room.Tabs[0]), room.Tabs[0].Canonical());
        Assert.Contains("idea-lost-01", room.Tabs[0].Canonical(), StringComparison.Ordinal);
        Assert.Equal(1, room.Tabs[0].Snapshots);
    }

    [Fact]
    public async Task R19_who_fell_out_of_the_ring_starts_again_from_a_snapshot()
    {
        await using var host = await GatewayHost.Start(new GatewaySetup
        {
            Options = folder => new() { DataFolder = folder, Relay = new() { RingEvents = 16 } },
        });
        await using var room = await Room.Open(host, guests: 1);
        var relay = host.Web.Services.GetRequiredService<CoCreate.Web.Relay.Relays>().Get(room.Board);
        var (epoch, seq) = (room.Tabs[0].Epoch, room.Tabs[0].Seq);

        await room.Tabs[0].Hub.Submit([.. Enumerable.Range(1, 60).Select(i => ((long)i, Room.Idea($"idea-many-{i}")))]);
        await room.Tabs[0].FollowUntil(() => room.Tabs[0].Last == 60);
        await room.Tabs[1].FollowTo(room.Tabs[0].Seq);

        Assert.Equal(-1, await relay.Distance(epoch, seq));
        Assert.Equal(room.Tabs[0].Canonical(), await room.Tabs[0].Fresh());
    }

    [Fact]
    public async Task R19_who_becomes_a_host_starts_again_and_sees_invites_and_who_ceases_to_be_one_sees_none()
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 1);
        var (owner, guest) = (room.Tabs[0], room.Tabs[1]);
        var person = guest.Answer.GetProperty("me").GetProperty("participant").GetString();
        Assert.DoesNotContain("invite", guest.Canonical(), StringComparison.Ordinal);

        await owner.Hub.Submit((1, $$"""{"type":"assignRole","participant":"{{person}}","role":"host"}"""));
        await guest.FollowUntil(() => guest.Snapshots == 2);
        Assert.Contains("invite", guest.Canonical(), StringComparison.Ordinal);

        await owner.Hub.Submit((2, $$"""{"type":"assignRole","participant":"{{person}}","role":"contributor"}"""));
        await guest.FollowUntil(() => guest.Snapshots == 3);
        Assert.DoesNotContain("invite", guest.Canonical(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R11_R19_who_ceased_to_be_a_host_while_away_cannot_go_on_from_a_hosts_version()
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 1);
        var (owner, guest) = (room.Tabs[0], room.Tabs[1]);
        var person = guest.Answer.GetProperty("me").GetProperty("participant").GetString();
        await owner.Hub.Submit((1, $$"""{"type":"assignRole","participant":"{{person}}","role":"host"}"""));
        await guest.FollowUntil(() => guest.Snapshots == 2);

        await guest.Hub.DisposeAsync();
        await owner.Hub.Submit((2, $$"""{"type":"assignRole","participant":"{{person}}","role":"contributor"}"""));
        await owner.FollowUntil(() => owner.Outcomes.ContainsKey(2));
        await guest.Reconnect();

        Assert.Equal(3, guest.Snapshots);
        Assert.DoesNotContain("invite", guest.Canonical(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R39_who_is_removed_gets_bye_and_is_closed_and_may_not_come_back()
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 2);
        var guest = room.Tabs[1];
        var person = guest.Answer.GetProperty("me").GetProperty("participant").GetString();

        await room.Tabs[0].Hub.Submit((1, $$"""{"type":"removeParticipant","participant":"{{person}}"}"""));

        var bye = (await guest.Hub.Next("bye")).Argument;
        Assert.Equal(("removed", -1), (bye.GetProperty("reason").GetString(), bye.GetProperty("afterMs").GetInt32()));
        await guest.Hub.Ended.WaitAsync(HubClient.Patience);
        await using var again = await room.People[1].Connect();
        Assert.Equal("notMember", (await again.Join(room.Board, guest.Client, 0, 0)).GetProperty("status").GetString());
        await room.Tabs[2].FollowTo(guest.Seq + 1);
    }

    [Fact]
    public async Task R29_when_nothing_is_known_of_a_submission_the_browser_is_told_to_send_again()
    {
        var faults = new ObserverFaults();
        await using var host = await GatewayHost.Start(new GatewaySetup { Between = faults.Between });
        await using var room = await Room.Open(host, guests: 0);
        var tab = room.Tabs[0];
        await tab.Hub.Submit((1, Room.Idea("idea-first-1")));
        await tab.FollowUntil(() => tab.Outcomes.ContainsKey(1));

        faults.FailSubmits = true;
        await tab.Hub.Submit((2, Room.Idea("idea-second-")));
        await tab.FollowUntil(() => tab.Retry is not null);

        Assert.Equal(("unknown", 1), (tab.Retry!.Value.GetProperty("reason").GetString(), tab.Retry.Value.GetProperty("last").GetInt64()));
        faults.FailSubmits = false;
        await tab.SubmitUntilDecided(2, Room.Idea("idea-second-"));
    }

    [Fact]
    public async Task Two_hundred_people_who_come_at_once_while_others_edit_all_hold_the_same_board()
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 1);
        var coming = Enumerable.Range(0, 20).Select(async i =>
        {
            var person = host.NewPerson();
            await person.Enter(room.Code, $"Person {i}");
            return await Task.WhenAll(Enumerable.Range(0, 10).Select(tab => person.Watch(room.Board, $"client-{i}-{tab}")));
        }).ToArray();
        for (var i = 1; i <= 40; i++)
        {
            await room.Tabs[0].Hub.Submit((i, Room.Idea($"idea-busy-{i}")));
            await room.Tabs[0].FollowUntil(() => room.Tabs[0].Outcomes.ContainsKey(i));
        }

        var tabs = (await Task.WhenAll(coming)).SelectMany(own => own).ToArray();
        await room.Tabs[0].Hub.Submit((41, Room.Idea("idea-last-00")));
        await room.Tabs[0].FollowUntil(() => room.Tabs[0].Outcomes.ContainsKey(41));
        await room.Tabs[1].FollowTo(room.Tabs[0].Seq);
        foreach (var tab in tabs)
        {
            await tab.FollowTo(room.Tabs[0].Seq);
            Assert.Equal(room.Tabs[1].Canonical(), tab.Canonical());
            await tab.DisposeAsync();
        }
    }
}
