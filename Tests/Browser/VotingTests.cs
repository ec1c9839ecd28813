using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>Votes by every method, by pointer, by keys and with a thumb; results that come to everybody and can be counted again.</summary>
[Collection(PollTests.Name)]
public sealed class VotingTests(Browsers browsers)
{
    private const string Question = "Where do we begin?";

    /// <summary>Ann votes with the pointer, Bob with keys alone, Pia with her thumb. Then each result is counted again in Bob's browser.</summary>
    [Theory]
    [InlineData("Dots")]
    [InlineData("Approval")]
    [InlineData("Score")]
    [InlineData("Ranking")]
    [InlineData("Pairs")]
    [InlineData("Strong wishes")]
    [InlineData("Shopping")]
    public async Task A_vote_is_given_by_pointer_by_keys_and_by_touch_and_comes_to_a_result_that_can_be_counted_again(string method)
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop(ColorScheme.Dark);
        await using var pia = await browsers.Phone(ColorScheme.Dark);
        var code = await ann.MakeBoard("A park for all", "Ann");
        await ann.BringIdeas("A lamp", "A bench", "A gate");
        await bob.Join(code, "Bob");
        await pia.Join(code, "Pia");
        await Expect(bob.Card("A gate")).ToBeVisibleAsync();
        await ann.StartVote(method, Question);

        await Vote(ann, method, button => button.ClickAsync());
        await bob.OpenVote();
        await Barriers.AreNone(bob, $"{method}, dark");
        await By_keys(bob, method);
        await pia.OpenVote();
        await Barriers.AreNone(pia, $"{method} on a phone");
        await Vote(pia, method, button => button.TapAsync());
        foreach (var person in new[] { ann, bob, pia })
        {
            await Expect(person.Page.GetByText("3 of 3 have voted")).ToBeVisibleAsync();
            await Expect(person.Page.GetByText("Your receipt")).ToBeVisibleAsync();
        }

        await Barriers.AreNone(ann, $"{method}, finished");
        await The_result_comes_to_everybody_and_is_counted_again(ann, bob, pia, method);
    }

    private static async Task The_result_comes_to_everybody_and_is_counted_again(Visitor ann, Visitor bob, Visitor pia, string method)
    {
        await ann.CloseVote();
        await Expect(ann.Page.GetByText("3 ballots of 3")).ToBeVisibleAsync();
        await Expect(ann.Page.Locator(".tally-row").First).ToContainTextAsync("A lamp");
        await Barriers.AreNone(ann, $"result of {method}");
        foreach (var person in new[] { bob, pia })
        {
            await person.Press(person.Page.GetByRole(AriaRole.Button, new() { Name = "See the results" }).Or(person.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the board" })).First);
            await Expect(person.Page.Locator(".tally-row").First.Or(person.Page.GetByRole(AriaRole.Button, new() { Name = "See the results" }))).ToBeVisibleAsync();
            if (await person.Page.Locator(".tally-row").CountAsync() == 0)
            {
                await person.Press(person.Page.GetByRole(AriaRole.Button, new() { Name = "See the results" }));
            }

            await Expect(person.Page.Locator(".tally-row").First).ToContainTextAsync("A lamp");
        }

        await bob.Page.GetByRole(AriaRole.Button, new() { Name = "Count again" }).ClickAsync();
        await Expect(bob.Page.GetByText("Counted again from 3 ballots: the same result.")).ToBeVisibleAsync();
        await Expect(bob.Page.GetByText("The rules are those that stood here")).ToBeVisibleAsync();
        await Expect(bob.Page.GetByText("Your ballot is among them.")).ToBeVisibleAsync();
        await Barriers.AreNone(bob, $"result of {method}, dark");
        await bob.Page.GetByRole(AriaRole.Button, new() { Name = "Table" }).ClickAsync();
        await Expect(bob.Page.GetByRole(AriaRole.Rowheader, new() { Name = "A lamp" }).First).ToBeVisibleAsync();
        await Barriers.AreNone(pia, $"result of {method} on a phone");
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Table" }).TapAsync();
        await Barriers.AreNone(pia, $"table of {method} on a phone");
    }

    private static async Task Vote(Visitor person, string method, Func<ILocator, Task> press)
    {
        ILocator Button(string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        switch (method)
        {
            case "Approval":
                await press(person.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^A lamp") }));
                await press(person.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^A gate") }));
                break;
            case "Score":
                await press(Button("4 for A lamp"));
                await press(Button("2 for A bench"));
                break;
            case "Ranking":
                await press(Button("A gate: put at the end of your order"));
                await press(Button("A lamp: put at the end of your order"));
                await press(Button("A lamp: one place up"));
                break;
            case "Pairs":
                for (var pair = 0; pair < 3; pair++)
                {
                    var lamp = person.Page.Locator(".pairs-side").Filter(new() { HasText = "A lamp" });
                    await Expect(person.Page.Locator(".pairs-side").First).ToBeVisibleAsync();
                    await press(await lamp.CountAsync() > 0 ? lamp : Button("Can’t decide").Or(person.Page.Locator(".pairs-cannot")).First);
                    await Expect(person.Page.GetByText(new Regex($"{pair + 1} of 3 compared|You compared 3 pairs|You have compared them all")).First).ToBeVisibleAsync();
                }

                break;
            default:
                await press(Button("One more for A lamp"));
                await press(Button("One more for A lamp"));
                await press(Button("One more for A bench"));
                await press(Button("One less for A lamp"));
                await press(Button("One more for A lamp"));
                break;
        }

        await press(Button("I’m finished"));
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Your ballot is in" })).ToBeVisibleAsync();
    }

    private static async Task By_keys(Visitor person, string method)
    {
        var keys = person.Page.Keyboard;
        switch (method)
        {
            case "Approval":
                await person.WalkTo("A lamp");
                await keys.PressAsync(" ");
                break;
            case "Score":
                await person.WalkTo("A lamp");
                await keys.PressAsync("3");
                await keys.PressAsync("+");
                break;
            case "Ranking":
                await person.WalkTo("A bench");
                await keys.PressAsync("1");
                await person.WalkTo("A lamp");
                await keys.PressAsync("+");
                await keys.PressAsync("Shift+ArrowUp");
                break;
            case "Pairs":
                for (var pair = 0; pair < 3; pair++)
                {
                    await Expect(person.Page.Locator(".pairs-side").First).ToBeVisibleAsync();
                    var sides = await person.Page.Locator(".pairs-side").AllInnerTextsAsync();
                    await keys.PressAsync(sides[0].Contains("A lamp", StringComparison.Ordinal) ? "ArrowLeft" : sides[1].Contains("A lamp", StringComparison.Ordinal) ? "ArrowRight" : " ");
                    await Expect(person.Page.GetByText(new Regex($"{pair + 1} of 3 compared|You compared 3 pairs|You have compared them all")).First).ToBeVisibleAsync();
                }

                break;
            default:
                await person.WalkTo("A lamp");
                await keys.PressAsync("1");
                await keys.PressAsync("+");
                await keys.PressAsync("-");
                await keys.PressAsync("+");
                break;
        }

        await keys.PressAsync("Enter");
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Your ballot is in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_tabs_of_one_person_cannot_give_more_than_the_person_has()
    {
        await using var ann = await browsers.Laptop();
        await ann.MakeBoard("Two tabs", "Ann");
        await ann.BringIdeas("A lamp", "A bench", "A gate");
        await ann.AllSaved();
        var second = await ann.AnotherTab();
        await second.Page.GotoAsync(ann.Page.Url);
        await Expect(second.Card("A gate")).ToBeVisibleAsync();
        await ann.StartVote("Dots", Question);
        await second.OpenVote();

        await Task.WhenAll(Give(ann, "A lamp"), Give(second, "A bench"));
        foreach (var tab in new[] { ann, second })
        {
            await Expect(tab.Page.Locator(".ballot-left")).ToContainTextAsync("No dots left");
            await Visitor.Until(async () => (await tab.Page.Locator(".option-value").AllInnerTextsAsync()).Sum(int.Parse) == 3, "both tabs show the three dots that there are");
        }
    }

    /// <summary>Presses + as long as the screen lets them.</summary>
    private static async Task Give(Visitor tab, string option)
    {
        var more = tab.Page.GetByRole(AriaRole.Button, new() { Name = $"One more for {option}", Exact = true });
        for (var n = 0; n < 3 && await more.IsEnabledAsync(); n++)
        {
            await more.DispatchEventAsync("click");
        }
    }

    [Fact]
    public async Task A_ballot_is_marked_on_cards_and_in_the_list_changed_until_the_close_and_kept_from_those_it_is_not_for()
    {
        await using var ann = await browsers.Laptop();
        await using var pia = await browsers.Phone();
        var code = await ann.MakeBoard("On cards", "Ann");
        await ann.BringIdeas("A lamp", "A bench");
        await pia.Join(code, "Pia");
        await ann.StartVote("Dots", Question);
        await ann.Page.Keyboard.PressAsync("Escape");

        await ann.Card("A lamp").GetByRole(AriaRole.Button, new() { Name = "One more for A lamp" }).ClickAsync();
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "One more for A bench" }).TapAsync();
        await Expect(ann.Page.GetByText("2 of 2 have voted")).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "marks on cards");
        await Barriers.AreNone(pia, "marks in the list");

        await pia.OpenVote();
        await Expect(pia.Page.Locator(".ballot-left")).ToContainTextAsync("2 dots left");
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "I’m finished" }).TapAsync();
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Change my ballot" }).TapAsync();
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "One less for A bench" }).TapAsync();
        await Expect(ann.Page.GetByText("1 of 2 has voted")).ToBeVisibleAsync();
        await ann.CloseVote();
        await Expect(pia.Page.GetByText("This vote is closed.")).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "a closed vote");
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "See the results" }).TapAsync();
        await Expect(pia.Page.GetByText("1 ballot of 2")).ToBeVisibleAsync();

        // The next one is for customers alone: Pia is one, her host is none.
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the board" }).ClickAsync();
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the board" }).TapAsync();
        await ann.PutIntoSegment("Pia", "Customers");
        await ann.StartVote("Approval", "Would you buy it?", "Customers");
        await Expect(ann.Page.GetByText("This vote is for: Customers.")).ToBeVisibleAsync();
        await Expect(ann.Page.GetByText("0 of 1 have voted")).ToBeVisibleAsync();
        await pia.OpenVote();
        await pia.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^A lamp") }).TapAsync();
        await Expect(ann.Page.GetByText("1 of 1 has voted")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_order_is_made_by_dragging_and_what_is_dragged_below_it_has_no_place()
    {
        await using var ann = await browsers.Laptop();
        await ann.MakeBoard("By dragging", "Ann");
        await ann.BringIdeas("A lamp", "A bench", "A gate");
        await ann.StartVote("Ranking", Question);
        foreach (var option in new[] { "A lamp", "A bench" })
        {
            await ann.Page.GetByRole(AriaRole.Button, new() { Name = $"{option}: put at the end of your order" }).ClickAsync();
        }

        await DragGrip(ann, "A gate", ann.Page.Locator(".options-ranked .option").First, above: true);
        await Expect(ann.Page.Locator(".options-ranked .option-words b")).ToHaveTextAsync(["A gate", "A lamp", "A bench"]);
        await DragGrip(ann, "A gate", ann.Page.Locator(".options-ranked .option").Nth(1), above: false);
        await Expect(ann.Page.Locator(".options-ranked .option-words b")).ToHaveTextAsync(["A lamp", "A gate", "A bench"]);
        await DragGrip(ann, "A lamp", ann.Page.Locator(".ballot-foot"), above: false);
        await Expect(ann.Page.Locator(".options-ranked .option-words b")).ToHaveTextAsync(["A gate", "A bench"]);
        await Expect(ann.Page.GetByText("2 of 3 in order")).ToBeVisibleAsync();

        await ann.Page.ReloadAsync();
        await ann.OpenVote();
        await Expect(ann.Page.Locator(".options-ranked .option-words b")).ToHaveTextAsync(["A gate", "A bench"]);
    }

    /// <summary>Drags a row by its grip to the upper or lower edge of something.</summary>
    private static async Task DragGrip(Visitor person, string option, ILocator to, bool above)
    {
        var from = await person.Page.Locator(".option-ranked").Filter(new() { HasText = option }).Locator(".option-grip").BoundingBoxAsync();
        var goal = await to.BoundingBoxAsync();
        await person.Drag((from!.X + (from.Width / 2), from.Y + (from.Height / 2)), (goal!.X + 20, above ? goal.Y + 2 : goal.Y + goal.Height - 2));
    }

    [Fact]
    public async Task A_mark_that_the_board_refuses_is_taken_back_on_the_screen_with_a_sentence()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        var code = await ann.MakeBoard("Refused", "Ann");
        await ann.BringIdeas("A lamp", "A bench");
        await bob.Join(code, "Bob");
        await Expect(bob.Card("A lamp")).ToBeVisibleAsync();
        await ann.StartVote("Dots", Question);
        await bob.OpenVote();
        await Expect(bob.Page.Locator("[data-row]").First).ToBeVisibleAsync();

        // What Bob gives while he is away reaches the board when the vote is over.
        await bob.Page.Context.SetOfflineAsync(true);
        await browsers.Server.Kill();
        await Expect(bob.Page.GetByText(new Regex("^(You are offline|Offline)")).First).ToBeVisibleAsync();
        await bob.Page.GetByRole(AriaRole.Button, new() { Name = "One more for A lamp" }).ClickAsync();
        await Expect(bob.Page.Locator(".ballot-left")).ToContainTextAsync("2 dots left");
        await browsers.Server.Start();
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.CloseVote();
        await bob.Page.Context.SetOfflineAsync(false);
        await Expect(bob.Page.GetByText("This vote is closed. Thank you for taking part.")).ToBeVisibleAsync();
        await Expect(bob.Page.Locator(".toast-bad")).ToContainTextAsync("closed");
        await Expect(ann.Page.GetByText("0 ballots of 2")).ToBeVisibleAsync();
    }
}
