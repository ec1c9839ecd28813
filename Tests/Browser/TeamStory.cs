using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>A whole session of a team with the playbook of a silent brainstorm, from the start page to one's own ballot, by clicks, keys and taps.</summary>
[Collection(SessionTests.Name)]
public sealed class TeamStory(Browsers browsers)
{
    private const string Question = "What makes you keep a bag for ten years?";
    private const string Buckles = "Buckles that I can repair on the trail";
    private const string Cover = "A rain cover that stays where it is";
    private const string Shop = "Any shop can repair it";

    [Fact]
    public async Task A_team_writes_alone_reads_together_votes_hidden_and_everybody_finds_their_ballot()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop(ColorScheme.Dark);
        await using var pia = await browsers.Phone();

        await ann.MakeBoardWithPlaybook("silent", "Silent brainstorm and affinity", Question, "Ann");
        var code = await ann.Code();
        await bob.Join(code, "Bob");
        await pia.Join(code, "Pia");
        await All_wait_in_the_lobby(ann, bob, pia);
        await ann.OpenConsole();

        await ann.BeginFromConsole("Write alone");
        await Each_writes_and_nobody_sees_what_another_wrote(ann, bob, pia);
        await The_host_is_asked_and_shows_it_all_at_once(ann, bob, pia);
        await ann.BeginFromConsole("Put together what belongs together");
        await A_member_puts_together(ann, bob, pia);
        await ann.BeginFromConsole("Choose themes");
        await Members_vote_and_nobody_sees_how_it_stands(ann, bob, pia);
        await ann.BeginAndCloseTheVote("Talk about the first themes", "The vote “Choose themes” is closed by it. 1 person has not voted yet.");
        await The_next_step_closes_the_vote_and_all_have_the_result(ann, bob, pia);
        await The_host_ends_it(ann, bob, pia);
    }

    private static async Task All_wait_in_the_lobby(Visitor ann, Visitor bob, Visitor pia)
    {
        foreach (var person in new[] { ann, bob, pia })
        {
            await Expect(person.Page.GetByText("3 people are here").First).ToBeVisibleAsync();
            await Expect(person.Page.Locator(".lobby-steps li")).ToHaveCountAsync(5);
        }

        await Expect(bob.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Begin") })).ToHaveCountAsync(0);
    }

    private static async Task Each_writes_and_nobody_sees_what_another_wrote(Visitor ann, Visitor bob, Visitor pia)
    {
        foreach (var member in new[] { bob, pia })
        {
            await Expect(member.Page.GetByText("Nobody sees yours until everybody is done.")).ToBeVisibleAsync();
            await member.Press(member.Page.GetByRole(AriaRole.Button, new() { Name = "Got it" }));
        }

        await bob.AddIdea(Buckles, 420, 420);
        await bob.AddIdea(Cover, 760, 420);
        await pia.Page.GetByPlaceholder("Add an idea…").TapAsync();
        await pia.Page.Keyboard.TypeAsync(Shop);
        await pia.Page.Keyboard.PressAsync("Enter");
        await Expect(pia.Page.Locator(".row").Filter(new() { HasText = Shop })).ToBeVisibleAsync();

        // Once everybody has the count, everybody has all that comes to them.
        foreach (var person in new[] { ann, bob, pia })
        {
            await Expect(person.Page.GetByText("3 ideas so far.")).ToBeVisibleAsync();
        }

        await Expect(ann.Console().GetByText("3 ideas are hidden")).ToBeVisibleAsync();
        await NothingOf(ann, Buckles, Cover, Shop);
        await NothingOf(bob, Shop);
        await NothingOf(pia, Buckles, Cover);

        // A browser that comes anew is told no more than one that was there.
        await ann.Page.ReloadAsync();
        await Expect(ann.Page.GetByText("3 ideas so far.")).ToBeVisibleAsync();
        await NothingOf(ann, Buckles, Cover, Shop);
        await ann.OpenConsole();
    }

    private static async Task The_host_is_asked_and_shows_it_all_at_once(Visitor ann, Visitor bob, Visitor pia)
    {
        foreach (var member in new[] { bob, pia })
        {
            await member.Press(member.Page.GetByRole(AriaRole.Button, new() { Name = "I’m finished" }));
        }

        await Expect(ann.Console().GetByText("2 of 2 finished")).ToBeVisibleAsync();
        await ann.BeginFromConsole("Read");
        var asked = ann.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(asked).ToContainTextAsync("3 hidden ideas become visible to everybody at once. That cannot be taken back.");
        await NothingOf(ann, Buckles, Cover, Shop);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
        foreach (var (person, idea) in new[] { (ann, ".card"), (bob, ".card"), (pia, ".row") })
        {
            // What is out of sight on the canvas is not in the page.
            await Visitor.Until(
                async () =>
                {
                    await person.Page.Keyboard.PressAsync("Shift+Digit1");
                    return await person.Page.Locator(idea).Filter(new() { HasText = Shop }).CountAsync() == 1;
                },
                "what was hidden is seen");
            foreach (var title in new[] { Buckles, Cover, Shop })
            {
                await Expect(person.Page.Locator(idea).Filter(new() { HasText = title })).ToHaveCountAsync(1);
            }
        }
    }

    private static async Task A_member_puts_together(Visitor ann, Visitor bob, Visitor pia)
    {
        await bob.Press(bob.Page.GetByRole(AriaRole.Button, new() { Name = "Got it" }));
        await bob.Page.Keyboard.PressAsync("Shift+Digit1");
        await Group(bob, "Repair", Buckles, Shop);
        await Group(bob, "Rain", Cover);
        foreach (var person in new[] { ann, pia })
        {
            await Expect(person.Page.GetByText(new Regex("^Repair( 2)?$")).First).ToBeVisibleAsync();
            await Expect(person.Page.GetByText(new Regex("^Rain( 1)?$")).First).ToBeVisibleAsync();
        }
    }

    private static async Task Members_vote_and_nobody_sees_how_it_stands(Visitor ann, Visitor bob, Visitor pia)
    {
        foreach (var member in new[] { bob, pia })
        {
            await member.OpenVote();
            await member.Press(member.Page.GetByRole(AriaRole.Button, new() { Name = "One more for Repair" }));
            await member.Press(member.Page.GetByRole(AriaRole.Button, new() { Name = "One more for Repair" }));
            await Expect(member.Page.GetByRole(AriaRole.Button, new() { Name = "One more for Repair" })).ToBeDisabledAsync();
            await member.Press(member.Page.GetByRole(AriaRole.Button, new() { Name = "One more for Rain" }));
            await member.Press(member.Page.GetByRole(AriaRole.Button, new() { Name = "I’m finished" }));
            await Expect(member.Page.GetByText("Your receipt")).ToBeVisibleAsync();
        }

        foreach (var person in new[] { ann, bob, pia })
        {
            await Expect(person.Page.GetByText("2 of 3 have voted").First).ToBeVisibleAsync();
            await Expect(person.Page.Locator(".tally-row")).ToHaveCountAsync(0);
            await Expect(person.Page.GetByText("4 dots")).ToHaveCountAsync(0);
        }
    }

    private static async Task The_next_step_closes_the_vote_and_all_have_the_result(Visitor ann, Visitor bob, Visitor pia)
    {
        foreach (var person in new[] { ann, bob, pia })
        {
            await person.Press(person.Page.GetByRole(AriaRole.Button, new() { Name = "See the results" }));
            await Expect(person.Page.Locator(".tally-row").First).ToContainTextAsync("Repair");
            await Expect(person.Page.Locator(".tally-row").First).ToContainTextAsync("4 dots");
            await Expect(person.Page.Locator(".tally-row").Nth(1)).ToContainTextAsync("2 dots");
            await Expect(person.Page.GetByText("2 ballots of 3")).ToBeVisibleAsync();
        }

        foreach (var member in new[] { bob, pia })
        {
            await member.Press(member.Page.GetByRole(AriaRole.Button, new() { Name = "Count again" }));
            await Expect(member.Page.GetByText("Counted again from 2 ballots: the same result.")).ToBeVisibleAsync();
            await Expect(member.Page.GetByText("Your ballot is among them.")).ToBeVisibleAsync();
            await Expect(member.Page.Locator(".check-ballot")).ToContainTextAsync("Repair");
        }

        foreach (var person in new[] { ann, bob, pia })
        {
            await person.Press(person.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the board" }));
        }
    }

    private static async Task The_host_ends_it(Visitor ann, Visitor bob, Visitor pia)
    {
        await ann.Console().GetByRole(AriaRole.Button, new() { Name = "End the session" }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        foreach (var person in new[] { ann, bob, pia })
        {
            await Expect(person.Page.GetByText("The session is over").First).ToBeVisibleAsync();
        }
    }

    private static async Task Group(Visitor visitor, string name, params string[] ideas)
    {
        foreach (var idea in ideas)
        {
            await visitor.Card(idea).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        }

        await visitor.Page.Keyboard.PressAsync("Control+g");
        await visitor.Page.Keyboard.TypeAsync(name);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.AllSaved();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Nowhere in the page, shown or not, is any of these.</summary>
    private static async Task NothingOf(Visitor visitor, params string[] texts)
    {
        var page = await visitor.Page.ContentAsync();
        Assert.All(texts, text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));
    }
}
