using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>A session led and followed by keys alone: no pointer is touched, and the focus is never lost.</summary>
[Collection(PollTests.Name)]
public sealed class KeyboardWalk(Browsers browsers)
{
    private const string Question = "Where do we begin?";

    [Fact]
    public async Task A_host_leads_a_session_by_keys_alone()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        await ann.OpenBoardWithPlaybook("silent-brainstorm");
        await bob.Join(await ann.Code(), "Bob");
        await Expect(ann.Page.GetByText("2 people are here").First).ToBeVisibleAsync();

        await ann.Page.Keyboard.PressAsync("Shift+C");
        await Expect(ann.Console()).ToBeVisibleAsync();
        await The_plan_gets_another_order(ann);
        await Steps_are_begun_extended_and_skipped(ann, bob);
        await An_idea_is_approved_and_another_one_hidden(ann, bob);
        await A_vote_is_opened_and_closed(ann, bob);
        await The_session_ends(ann, bob);
    }

    private static async Task The_plan_gets_another_order(Visitor ann)
    {
        await ann.Press("Change the plan", ann.Console());
        var plan = ann.Page.GetByRole(AriaRole.Dialog);
        await ann.Press("Move “Choose themes” up", plan);
        await ann.IsSomewhere("after a step was moved");
        await ann.Press("Use this plan", plan);
        await Expect(plan).ToHaveCountAsync(0);
        await ann.IsSomewhere("after the plan was changed");
        await Expect(ann.Console().Locator(".console-step b")).ToHaveTextAsync(["Write alone", "Read", "Choose themes", "Put together what belongs together", "Talk about the first themes"]);
    }

    private static async Task Steps_are_begun_extended_and_skipped(Visitor ann, Visitor bob)
    {
        await ann.Press("Begin “Write alone”", ann.Console());
        await Expect(ann.Console().GetByRole(AriaRole.Heading, new() { Name = "Write alone" })).ToBeVisibleAsync();
        await ann.IsSomewhere("after a step began");
        var clock = ann.Console().GetByRole(AriaRole.Timer);
        var before = await clock.InnerTextAsync();
        await ann.Key("Shift+M");
        await Expect(clock).Not.ToHaveTextAsync(before);
        await Expect(clock).ToHaveTextAsync(new Regex("^[5-9]:|^1[0-9]:"));
        await ann.Press("Begin “Put together what belongs together”", ann.Console().GetByRole(AriaRole.Tabpanel));
        await Expect(bob.Page.GetByRole(AriaRole.Heading, new() { Name = "Put together what belongs together" })).ToBeVisibleAsync();
        await ann.IsSomewhere("after steps were skipped");
        await ann.Press("Begin “Write alone”", ann.Console().GetByRole(AriaRole.Tabpanel));
        await Expect(bob.Page.GetByRole(AriaRole.Heading, new() { Name = "Write alone" })).ToBeVisibleAsync();
        await ann.IsSomewhere("after a step was begun again");
    }

    private static async Task An_idea_is_approved_and_another_one_hidden(Visitor ann, Visitor bob)
    {
        await ann.TabTo(ann.Console().GetByRole(AriaRole.Tab, new() { Selected = true }));
        await ann.Key("End");
        await Expect(ann.Console().GetByRole(AriaRole.Tab, new() { NameRegex = new Regex("^Door") })).ToBeFocusedAsync();
        await ann.TabTo(ann.Console().GetByRole(AriaRole.Switch, new() { NameRegex = new Regex("^Approve what people add") }));
        await ann.Key("Space");
        await Expect(ann.Console().GetByRole(AriaRole.Switch, new() { NameRegex = new Regex("^Approve what people add") })).ToBeCheckedAsync();

        await bob.AddIdea("A lamp", 420, 560);
        await bob.AddIdea("Rubbish", 820, 560);
        await Begin(ann, "Read");
        await ann.TabTo(ann.Console().Locator(".mod-row").Filter(new() { HasText = "A lamp" }));
        await ann.Key("a");
        await Expect(bob.Card("A lamp").GetByText("Waits")).ToHaveCountAsync(0);
        await Expect(ann.Console().Locator(".mod-row")).ToHaveCountAsync(1);
        await ann.IsSomewhere("after an idea was approved");
        await ann.TabTo(ann.Console().Locator(".mod-row").Filter(new() { HasText = "Rubbish" }));
        await ann.Key("h");
        var why = ann.Page.GetByRole(AriaRole.Alertdialog);
        await ann.TabTo(why.GetByRole(AriaRole.Textbox));
        await ann.Page.Keyboard.TypeAsync("Not about the park");
        await ann.Press("Hide", why);
        await Expect(why).ToHaveCountAsync(0);
        await Expect(ann.Console().GetByText("Not about the park")).ToBeVisibleAsync();
        await ann.IsSomewhere("after an idea was hidden");
    }

    /// <summary>Begins the next step from the console, and says yes where that shows what was hidden.</summary>
    private static async Task Begin(Visitor ann, string step)
    {
        await ann.Press($"Begin “{step}”", ann.Console().Locator(".console-now"));
        var asked = ann.Page.GetByRole(AriaRole.Alertdialog);
        var begun = ann.Console().GetByRole(AriaRole.Heading, new() { Name = step, Exact = true });
        await Expect(asked.Or(begun).First).ToBeVisibleAsync();
        if (await asked.CountAsync() > 0)
        {
            await ann.Press("Begin", asked);
        }

        await Expect(begun).ToBeVisibleAsync();
        await ann.IsSomewhere($"after {step} began");
    }

    private static async Task A_vote_is_opened_and_closed(Visitor ann, Visitor bob)
    {
        await bob.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("n");
        await ann.Page.Keyboard.TypeAsync("A bench");
        await ann.Page.Keyboard.PressAsync("Control+Enter");
        await ann.AllSaved();
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Command("Start a vote");
        var start = ann.Page.GetByRole(AriaRole.Dialog);
        await ann.TabTo(start.GetByLabel("Question"));
        await ann.Page.Keyboard.TypeAsync(Question);
        await ann.Press("Open the vote", start);
        await Expect(ann.Page.GetByRole(AriaRole.Heading, new() { Name = Question })).ToBeVisibleAsync();
        await Expect(ann.Page.Locator("[data-row]:focus")).ToHaveCountAsync(1);
        await ann.Key("1");
        await ann.Page.Keyboard.PressAsync("Enter");
        await Expect(ann.Page.GetByRole(AriaRole.Heading, new() { Name = "Your ballot is in" })).ToBeVisibleAsync();
        await ann.IsSomewhere("after the ballot is in");
        await ann.Key("Escape");

        await ann.OpenConsoleByKey();
        await ann.TabTo(ann.Console().GetByRole(AriaRole.Tab, new() { Selected = true }));
        await ann.Key("ArrowRight");
        await ann.Key("ArrowRight");
        await Expect(ann.Console().GetByRole(AriaRole.Tab, new() { Name = "Votes" })).ToBeFocusedAsync();
        await ann.Press("Close and show results", ann.Console());
        var asked = ann.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(asked).ToContainTextAsync("1 person has not voted yet.");
        await ann.Press("Close and show results", asked);
        await Expect(asked).ToHaveCountAsync(0);
        await ann.IsSomewhere("after the vote was closed");
        await ann.Press("Results", ann.Console());
        await Expect(ann.Page.Locator(".tally-row").First).ToBeVisibleAsync();
        await ann.IsSomewhere("on the page of results");
        await ann.Key("Escape");
    }

    private static async Task The_session_ends(Visitor ann, Visitor bob)
    {
        await ann.OpenConsoleByKey();
        await ann.Press("End the session", ann.Console());
        var asked = ann.Page.GetByRole(AriaRole.Alertdialog);
        await ann.Press("End it", asked);
        await Expect(bob.Page.GetByText("The session is over").First).ToBeVisibleAsync();
        await ann.IsSomewhere("after the end");
    }

    [Theory]
    [InlineData("Dots")]
    [InlineData("Ranking")]
    [InlineData("Pairs")]
    [InlineData("Shopping")]
    public async Task Somebody_joins_writes_votes_and_finds_their_ballot_by_keys_alone(string method)
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        var code = await ann.MakeBoard("A park for all", "Ann");
        await ann.BringIdeas("A lamp", "A bench");

        await bob.Page.GotoAsync($"/j/{code}");
        await bob.TabTo(bob.Page.GetByLabel("What shall we call you?"));
        await bob.Key("Control+a");
        await bob.Page.Keyboard.TypeAsync("Bob");
        await bob.Page.Keyboard.PressAsync("Enter");
        await Expect(bob.Card("A bench")).ToBeVisibleAsync();

        // A board is shown before its server has said what one may do there; the tools come with that.
        await Expect(bob.Page.GetByRole(AriaRole.Button, new() { Name = "New idea" })).ToBeVisibleAsync();
        await bob.Page.Keyboard.PressAsync("n");
        await Expect(bob.Page.GetByLabel("Title of the idea")).ToBeFocusedAsync();
        await bob.Page.Keyboard.TypeAsync("A gate");
        await bob.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(ann.Card("A gate")).ToBeVisibleAsync();
        await bob.IsSomewhere("after an idea was written");
        await bob.Page.Keyboard.PressAsync("Escape");

        await ann.StartVote(method, Question);
        await bob.Press("Vote");
        await Expect(bob.Page.GetByRole(AriaRole.Button, new() { Name = "I’m finished" })).ToBeVisibleAsync();
        await bob.IsSomewhere("on the ballot");
        await Fill(bob, method);
        await bob.Page.Keyboard.PressAsync("Enter");
        await Expect(bob.Page.GetByRole(AriaRole.Heading, new() { Name = "Your ballot is in" })).ToBeVisibleAsync();
        await bob.IsSomewhere("after the ballot is in");

        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.CloseVote();
        await Expect(bob.Page.GetByText("This vote is closed.")).ToBeVisibleAsync();
        await bob.IsSomewhere("after the vote was closed");
        await bob.Press("See the results");
        await bob.IsSomewhere("on the page of results");
        await bob.Press("Count again");
        await Expect(bob.Page.GetByText("Your ballot is among them.")).ToBeVisibleAsync();
        await bob.IsSomewhere("after the ballot was found");
        await bob.Press("Table");
        await Expect(bob.Page.GetByRole(AriaRole.Rowheader, new() { Name = "A lamp" }).First).ToBeVisibleAsync();
        await bob.Key("Escape");
        await Expect(bob.Card("A bench")).ToBeVisibleAsync();
    }

    private static async Task Fill(Visitor bob, string method)
    {
        switch (method)
        {
            case "Ranking":
                await bob.WalkTo("A bench");
                await bob.Key("1");
                await bob.WalkTo("A lamp");
                await bob.Key("+");
                break;
            case "Pairs":
                for (var pair = 0; pair < 3; pair++)
                {
                    await Expect(bob.Page.Locator(".pairs-side").First).ToBeVisibleAsync();
                    await bob.Key("ArrowLeft");
                    await Expect(bob.Page.GetByText(new Regex($"{pair + 1} of 3 compared|You compared 3 pairs|You have compared them all")).First).ToBeVisibleAsync();
                }

                break;
            default:
                await bob.WalkTo("A lamp");
                await bob.Key("1");
                await bob.Key("+");
                await bob.Key("-");
                break;
        }
    }
}
