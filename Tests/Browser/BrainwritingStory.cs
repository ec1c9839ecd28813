using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>A company's session with customers on their phones: a 6-3-5 from the playbook to everybody's own ballot, with somebody who leaves and somebody who comes in the middle (R104, R107, R109, R114).</summary>
[Collection(SessionTests.Name)]
public sealed class BrainwritingStory(Browsers browsers)
{
    private const string Question = "What would make a trail bag yours for ten years?";

    [Fact]
    public async Task Customers_on_phones_pass_sheets_on_never_get_their_own_read_all_vote_by_thumb_and_find_their_ballots()
    {
        await using var ann = await browsers.Laptop();
        await using var pia = await browsers.Phone();
        await using var tom = await browsers.Phone(ColorScheme.Dark);
        await using var zoe = await browsers.Phone();
        await using var leo = await browsers.Phone();
        await ann.MakeBoardWithPlaybook("6-3-5", "6-3-5 brainwriting", Question, "Ann");
        var code = await ann.Code();
        await ann.OpenConsole();
        (Visitor Phone, string Name)[] customers = [(pia, "Pia"), (tom, "Tom"), (zoe, "Zoe")];

        await They_join_by_code_and_read_what_happens_to_their_ideas(customers, code);
        await ann.BeginFromConsole("Write your first three");
        await Each_writes_alone(ann, customers);
        await ann.BeginFromConsole("Pass on: round 2");
        await Each_gets_a_sheet_of_somebody_else("round 2", customers);
        await One_leaves_and_one_who_comes_now_goes_on_with_that_sheet(ann, tom, leo, code);
        customers = [(pia, "Pia"), (zoe, "Zoe"), (leo, "Leo")];
        await Time_is_up_and_everybody_may_finish_their_sentence(ann, pia, zoe);
        await ann.BeginFromConsole("Pass on: round 3");
        await Each_gets_a_sheet_of_somebody_else("round 3", customers);
        await All_is_shown_at_once(ann, customers);
        await They_vote_by_thumb_and_nobody_sees_how_it_stands(ann, customers);
        await All_have_the_result_and_find_their_ballot(ann, customers);
    }

    private static string First(string name) => $"{name} wants it repairable";

    private static string OnASheet(string name) => $"{name} builds on it";

    private static async Task They_join_by_code_and_read_what_happens_to_their_ideas((Visitor Phone, string Name)[] customers, string code)
    {
        foreach (var (phone, name) in customers)
        {
            await phone.Page.GotoAsync("/");
            await phone.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(code.ToLowerInvariant());
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).TapAsync();
            await phone.Page.GetByLabel("What shall we call you?").FillAsync(name);
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "I’m in" }).TapAsync();
            await Expect(phone.Page.GetByText("It begins soon. Make yourself comfortable.")).ToBeVisibleAsync();
            var charter = phone.Page.GetByRole(AriaRole.Region, new() { Name = "What we agree on" });
            await Expect(charter.GetByText("every idea gets an answer, with a reason", new() { Exact = false })).ToBeVisibleAsync();
            await Expect(charter.GetByText("Who decides", new() { Exact = true })).ToBeVisibleAsync();
        }
    }

    private static async Task Each_writes_alone(Visitor ann, (Visitor Phone, string Name)[] customers)
    {
        foreach (var (phone, name) in customers)
        {
            await Expect(phone.Page.GetByText("Only you see what you write now.")).ToBeVisibleAsync();
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Got it" }).TapAsync();
            await phone.Page.GetByPlaceholder("Add an idea…").TapAsync();
            await phone.Page.Keyboard.TypeAsync(First(name));
            await phone.Page.Keyboard.PressAsync("Enter");
            await Expect(phone.Page.Locator(".row").Filter(new() { HasText = First(name) })).ToBeVisibleAsync();
        }

        // Once everybody has the count, everybody has all that comes to them.
        await Expect(ann.Console().GetByText("3 ideas are hidden")).ToBeVisibleAsync();
        foreach (var (phone, name) in customers)
        {
            await Expect(phone.Page.GetByText("3 ideas so far.")).ToBeVisibleAsync();
            await NothingOf(phone, customers.Where(other => other.Name != name).Select(other => First(other.Name)));
        }

        await NothingOf(ann, customers.Select(each => First(each.Name)));
    }

    /// <summary>Everybody holds a sheet, no two the same, and nobody their own; of the other sheets nothing is in their page. Then each adds to theirs.</summary>
    private static async Task Each_gets_a_sheet_of_somebody_else(string round, (Visitor Phone, string Name)[] customers)
    {
        var begun = new List<string>();
        foreach (var (phone, name) in customers)
        {
            await Expect(phone.Page.Locator(".phase-bar")).ToContainTextAsync(round);
            await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "Your sheet" })).ToBeVisibleAsync();
            await GotIt(phone);
            var held = await phone.Page.Locator(".sheet-idea").AllInnerTextsAsync();
            Assert.DoesNotContain(held, text => text.Contains(First(name), StringComparison.Ordinal));
            begun.Add(held.Count == 0 ? "" : held[0]);
            var page = await phone.Page.ContentAsync();
            Assert.All(
                customers.Where(other => other.Name != name && !held.Any(text => text.Contains(First(other.Name), StringComparison.Ordinal))),
                other => Assert.DoesNotContain(First(other.Name), page, StringComparison.Ordinal));
        }

        Assert.Equal(begun.Count, begun.Distinct().Count());
        foreach (var (phone, name) in customers)
        {
            var field = phone.Page.GetByLabel("Your idea 1");
            await field.TapAsync();
            await field.FillAsync(OnASheet(name));
            await Expect(phone.Page.Locator(".sheet-field").First.Locator(".sheet-saved svg")).ToBeVisibleAsync();
        }
    }

    private static async Task One_leaves_and_one_who_comes_now_goes_on_with_that_sheet(Visitor ann, Visitor tom, Visitor leo, string code)
    {
        var held = await tom.Page.Locator(".sheet-idea").First.InnerTextAsync();
        await ann.Console().GetByRole(AriaRole.Tab, new() { Name = "People" }).ClickAsync();
        await ann.Console().GetByRole(AriaRole.Button, new() { Name = "Roles and removing" }).ClickAsync();
        await ann.Page.Locator(".person").Filter(new() { HasText = "Tom" }).GetByRole(AriaRole.Button, new() { Name = "Remove from the board" }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(tom.Page.GetByText("A host has taken you off this board.")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Escape");

        await leo.Join(code, "Leo");
        await Expect(leo.Page.GetByRole(AriaRole.Heading, new() { Name = "Your sheet" })).ToBeVisibleAsync();
        await Expect(leo.Page.Locator(".sheet-idea").First).ToHaveTextAsync(held);
        await Expect(leo.Page.Locator(".sheet-idea").Filter(new() { HasText = OnASheet("Tom") })).ToBeVisibleAsync();
        await GotIt(leo);
        await leo.Page.GetByLabel("Your idea 1").FillAsync(OnASheet("Leo"));
        await Expect(leo.Page.Locator(".sheet-field").First.Locator(".sheet-saved svg")).ToBeVisibleAsync();
    }

    /// <summary>One customer asks for time and has it for herself, another asks and is told that there is none; for the others the time ends, takes nothing away, and ends nothing.</summary>
    private static async Task Time_is_up_and_everybody_may_finish_their_sentence(Visitor ann, Visitor pia, Visitor zoe)
    {
        await ann.Console().GetByRole(AriaRole.Button, new() { Name = "Set timer" }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Menuitem, new() { Name = "1 min from now" }).ClickAsync();
        await zoe.Page.GetByRole(AriaRole.Button, new() { Name = "Ask the hosts for more time" }).TapAsync();
        await Expect(zoe.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^You asked the hosts for more time") })).ToBeVisibleAsync();
        await Expect(ann.Console().GetByText("1 person asks for more time")).ToBeVisibleAsync();
        await NothingOf(pia, ["asks for more time"]);
        await ann.Console().GetByRole(AriaRole.Button, new() { Name = "5 minutes more for Zoe" }).ClickAsync();
        await Expect(ann.Console().GetByText("1 person asks for more time")).ToHaveCountAsync(0);
        await Expect(zoe.Page.Locator(".phase-bar .timer b")).ToHaveTextAsync(new Regex("^[56]:"));

        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Ask the hosts for more time" }).TapAsync();
        await ann.Console().GetByRole(AriaRole.Button, new() { Name = "No more time for Pia" }).ClickAsync();
        await Expect(ann.Console().GetByText("1 person asks for more time")).ToHaveCountAsync(0);
        await Expect(pia.Page.Locator(".more-time-said")).ToHaveTextAsync("No more time in this step");
        await Expect(pia.Page.GetByRole(AriaRole.Button, new() { Name = "Ask the hosts for more time" })).ToHaveCountAsync(0);
        await NothingOf(zoe, ["No more time in this step"]);

        await Expect(pia.Page.GetByText("Finish your sentence. The host goes on when people are ready.")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await Expect(zoe.Page.GetByText("Time is up.")).ToHaveCountAsync(0);
        await pia.Page.GetByLabel("Your idea 2").FillAsync("Pia finishes her sentence");
        await Expect(pia.Page.Locator(".sheet-field").Nth(1).Locator(".sheet-saved svg")).ToBeVisibleAsync();
        await Expect(pia.Page.GetByRole(AriaRole.Heading, new() { Name = "Your sheet" })).ToBeVisibleAsync();
    }

    private static async Task All_is_shown_at_once(Visitor ann, (Visitor Phone, string Name)[] customers)
    {
        await ann.Console().GetByRole(AriaRole.Tab, new() { Name = "Steps" }).ClickAsync();
        await ann.Console().GetByRole(AriaRole.Tabpanel).GetByRole(AriaRole.Button, new() { Name = "Begin “Read everything”" }).ClickAsync();
        var asked = ann.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(asked).ToContainTextAsync("11 hidden ideas become visible to everybody at once.");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
        foreach (var (phone, _) in customers)
        {
            await Expect(phone.Page.GetByText("11 new ideas: everybody sees them now.")).ToBeVisibleAsync();
            foreach (var name in new[] { "Pia", "Tom", "Zoe" })
            {
                await Expect(phone.Page.Locator(".row").Filter(new() { HasText = First(name) })).ToHaveCountAsync(1);
            }
        }

        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Show everything", Exact = true }).First.ClickAsync();
        await Expect(ann.Page.Locator(".card")).ToHaveCountAsync(11);
    }

    private static async Task They_vote_by_thumb_and_nobody_sees_how_it_stands(Visitor ann, (Visitor Phone, string Name)[] customers)
    {
        await ann.BeginFromConsole("Choose");
        foreach (var (phone, _) in customers)
        {
            await GotIt(phone);
            await phone.OpenVote();
            var more = phone.Page.GetByRole(AriaRole.Button, new() { Name = $"One more for {First("Tom")}" });
            await more.TapAsync();
            await more.TapAsync();
            await Expect(more).ToBeDisabledAsync();
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = $"One more for {First("Zoe")}" }).TapAsync();
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "I’m finished" }).TapAsync();
            await Expect(phone.Page.GetByText("Your receipt")).ToBeVisibleAsync();
        }

        foreach (var person in customers.Select(each => each.Phone).Append(ann))
        {
            await Expect(person.Page.GetByText("3 of 4 have voted").First).ToBeVisibleAsync();
            await Expect(person.Page.Locator(".tally-row")).ToHaveCountAsync(0);
            await NothingOf(person, ["6 dots"]);
        }

        await Expect(ann.Console().GetByText("How it stands is hidden from everybody until the close.")).ToBeVisibleAsync();
    }

    private static async Task All_have_the_result_and_find_their_ballot(Visitor ann, (Visitor Phone, string Name)[] customers)
    {
        await ann.BeginAndCloseTheVote("Look back", "The vote “Choose” is closed by it. 1 person has not voted yet.");
        foreach (var (phone, _) in customers)
        {
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "See the results" }).TapAsync();
            await Expect(phone.Page.Locator(".tally-row").First).ToContainTextAsync(First("Tom"));
            await Expect(phone.Page.Locator(".tally-row").First).ToContainTextAsync("6 dots");
            await Expect(phone.Page.Locator(".tally-row").Nth(1)).ToContainTextAsync("3 dots");
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Count again" }).TapAsync();
            await Expect(phone.Page.GetByText("Counted again from 3 ballots: the same result.")).ToBeVisibleAsync();
            await Expect(phone.Page.GetByText("Your ballot is among them.")).ToBeVisibleAsync();
            await Expect(phone.Page.Locator(".check-ballot")).ToContainTextAsync($"“{First("Tom")}”: 2");
        }
    }

    /// <summary>Folds what is to be done, where it stands open.</summary>
    private static async Task GotIt(Visitor phone)
    {
        await Expect(phone.Page.Locator(".step")).ToBeVisibleAsync();
        var open = phone.Page.Locator(".step-open").GetByRole(AriaRole.Button, new() { Name = "Got it" });
        if (await open.CountAsync() > 0)
        {
            await open.TapAsync();
        }
    }

    /// <summary>Nowhere in the page, shown or not, is any of these.</summary>
    private static async Task NothingOf(Visitor visitor, IEnumerable<string> texts)
    {
        var page = await visitor.Page.ContentAsync();
        Assert.All(texts, text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));
    }
}
