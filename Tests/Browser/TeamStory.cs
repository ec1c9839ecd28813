using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>A whole session of a team, by a playbook that is shipped: a silent brainstorm with groups that were proposed and a dot vote on them.</summary>
[Collection(BrowserTests.Name)]
public sealed class TeamStory(Browsers browsers)
{
    [Fact]
    public async Task A_team_writes_alone_takes_proposed_groups_votes_hidden_and_everybody_finds_their_ballot()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop(ColorScheme.Dark);
        await using var pia = await browsers.Phone();
        var code = await ann.OpenPlaybook("What makes you keep a bag for ten years?", "silent-brainstorm");
        await bob.Join(code, "Bob");
        await pia.Join(code, "Pia");
        await Expect(bob.Page.GetByText("It begins soon.")).ToBeVisibleAsync();

        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Begin “Write alone”" }).ClickAsync();
        await Everybody_writes_and_sees_only_their_own(ann, bob, pia);
        await Next(ann, asks: true);
        await All_is_seen_as_one_change(ann, bob, pia);
        await Next(ann, asks: false);
        await Proposed_groups_are_taken(ann, bob);
        await Next(ann, asks: false);
        await The_team_votes_and_nobody_sees_how_it_stands(ann, bob, pia);
        await Next(ann, asks: false);
        await Everybody_has_the_result_and_finds_their_ballot(ann, bob, pia);
    }

    private static async Task Everybody_writes_and_sees_only_their_own(Visitor ann, Visitor bob, Visitor pia)
    {
        await Write(ann, "Buckles break and cannot be repaired", "Repair broken buckles without tools", "Rain cover for heavy rain");
        await Write(bob, "Buckles that I can repair on the trail", "A rain cover that does not fly off");
        foreach (var idea in new[] { "Rain gets in under the rain cover", "Broken buckles: repair them at any shop" })
        {
            await pia.Page.GetByPlaceholder("Add an idea…").FillAsync(idea);
            await pia.Page.Keyboard.PressAsync("Enter");
            await Expect(pia.Page.Locator(".row").Filter(new() { HasText = idea })).ToBeVisibleAsync();
        }

        await Expect(ann.Page.Locator("[data-idea]")).ToHaveCountAsync(3);
        await Expect(bob.Page.Locator("[data-idea]")).ToHaveCountAsync(2);
        await Expect(pia.Page.Locator(".row")).ToHaveCountAsync(2);
    }

    private static async Task All_is_seen_as_one_change(Visitor ann, Visitor bob, Visitor pia)
    {
        await Expect(ann.Page.Locator("[data-idea]")).ToHaveCountAsync(7);
        await Expect(bob.Page.Locator("[data-idea]")).ToHaveCountAsync(7);
        await Expect(pia.Page.Locator(".row")).ToHaveCountAsync(7);
    }

    private static async Task Proposed_groups_are_taken(Visitor ann, Visitor bob)
    {
        await ann.Menu("Propose groups");
        var clusters = ann.Page.Locator(".cluster-offered");
        await Expect(clusters).ToHaveCountAsync(2);
        await Expect(ann.Page.Locator(".outline").First).ToBeVisibleAsync();
        await Expect(ann.Page.Locator(".group")).ToHaveCountAsync(0);
        await Barriers.AreNone(ann, "proposed groups");

        // The first by the pointer, the second with keys.
        await clusters.First.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Make it a group") }).ClickAsync();
        await Expect(bob.Page.Locator(".group")).ToHaveCountAsync(1);
        await clusters.First.FocusAsync();
        await ann.Page.Keyboard.PressAsync("Enter");
        await Expect(bob.Page.Locator(".group")).ToHaveCountAsync(2);
        await Expect(ann.Page.Locator(".outline")).ToHaveCountAsync(0);
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Put away" }).ClickAsync();
    }

    private static async Task The_team_votes_and_nobody_sees_how_it_stands(Visitor ann, Visitor bob, Visitor pia)
    {
        foreach (var person in new[] { ann, bob, pia })
        {
            await person.OpenVote();
            var more = person.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^One more for .*(repair|buckles)", RegexOptions.IgnoreCase) });
            await more.ClickAsync();
            await more.ClickAsync();
            await person.Page.GetByRole(AriaRole.Button, new() { Name = "I’m finished" }).ClickAsync();
            await Expect(person.Page.GetByText("Your receipt")).ToBeVisibleAsync();
        }

        await Expect(ann.Page.GetByText("3 of 3 have voted")).ToBeVisibleAsync();
        await Expect(ann.Page.Locator(".tally-row")).ToHaveCountAsync(0);
        await Expect(ann.Page.GetByText("6 dots")).ToHaveCountAsync(0);
    }

    private static async Task Everybody_has_the_result_and_finds_their_ballot(Visitor ann, Visitor bob, Visitor pia)
    {
        foreach (var person in new[] { ann, bob, pia })
        {
            await person.Page.GetByRole(AriaRole.Button, new() { Name = "See the results" }).First.ClickAsync();
            await Expect(person.Page.Locator(".tally-row").First).ToContainTextAsync("6 dots");
            await person.Page.GetByRole(AriaRole.Button, new() { Name = "Count again" }).ClickAsync();
            await Expect(person.Page.GetByText("Counted again from 3 ballots: the same result.")).ToBeVisibleAsync();
            await Expect(person.Page.GetByText("Your ballot is among them.")).ToBeVisibleAsync();
        }
    }

    /// <summary>Begins the next step; a host is asked first where it shows what was hidden.</summary>
    private static async Task Next(Visitor host, bool asks)
    {
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "Next step", Exact = true }).ClickAsync();
        if (asks)
        {
            await host.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
        }
    }

    private static async Task Write(Visitor visitor, params string[] ideas)
    {
        for (var n = 0; n < ideas.Length; n++)
        {
            await visitor.AddIdea(ideas[n], 320 + (n * 260), 420);
            await visitor.Page.Keyboard.PressAsync("Escape");
        }
    }
}
