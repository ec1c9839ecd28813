using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>The story of a first session, in two real browsers, by clicks and keys.</summary>
[Collection(BrowserTests.Name)]
public sealed class StoryTests(Browsers browsers)
{
    [Fact]
    public async Task Two_people_edit_one_board_and_nothing_is_lost_when_the_server_is_killed()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        var code = await ann.MakeBoard("What would make the trail bag yours?", "Ann");
        await bob.Join(code, "Bob");

        await Both_add_ideas_and_see_each_others(ann, bob);
        await One_sees_what_the_other_is_typing_and_where_they_point(ann, bob);
        await A_dragged_card_moves_for_both(ann, bob);
        await A_title_is_changed_and_a_card_gets_another_colour(ann, bob);
        await Both_vote_and_the_sum_is_shared(ann, bob);
        await A_comment_is_read_by_the_other(ann, bob);
        await Two_ideas_are_grouped(ann, bob);
        await The_server_is_killed_and_both_go_on(ann, bob);
    }

    private static async Task Both_add_ideas_and_see_each_others(Visitor ann, Visitor bob)
    {
        await ann.AddIdea("Buckles I can swap", 420, 300);
        await Expect(bob.Card("Buckles I can swap")).ToBeVisibleAsync();
        await bob.AddIdea("Publish the 3D files", 900, 300);
        await Expect(ann.Card("Publish the 3D files")).ToBeVisibleAsync();
    }

    private static async Task One_sees_what_the_other_is_typing_and_where_they_point(Visitor ann, Visitor bob)
    {
        await bob.Card("Publish the 3D files").DblClickAsync();
        await Expect(ann.Page.GetByText("Bob is typing")).ToBeVisibleAsync();
        await bob.Page.Keyboard.PressAsync("Escape");
        await bob.Page.Keyboard.PressAsync("Escape");
        await Expect(ann.Page.GetByText("Bob is typing")).ToBeHiddenAsync();
        await bob.Page.Mouse.MoveAsync(700, 620);
        await bob.Page.Mouse.MoveAsync(720, 640);
        await Expect(ann.Page.Locator(".cursor")).ToContainTextAsync("Bob");
    }

    private static async Task A_dragged_card_moves_for_both(Visitor ann, Visitor bob)
    {
        var (x, y) = await ann.Middle("Buckles I can swap");
        var before = await bob.Middle("Buckles I can swap");
        await ann.Page.Mouse.MoveAsync(x, y);
        await ann.Page.Mouse.DownAsync();
        await ann.Page.Mouse.MoveAsync(x + 60, y + 100, new() { Steps = 8 });
        await ann.Page.Mouse.MoveAsync(x + 120, y + 200, new() { Steps = 8 });
        await ann.Page.Mouse.UpAsync();
        await ann.AllSaved();
        await Until(async () => Math.Abs((await bob.Middle("Buckles I can swap")).Y - before.Y - 200) < 20);
        await ann.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task A_title_is_changed_and_a_card_gets_another_colour(Visitor ann, Visitor bob)
    {
        await bob.Card("Buckles I can swap").DblClickAsync();
        await bob.Page.Keyboard.PressAsync("End");
        await bob.Page.Keyboard.TypeAsync(" on the trail");
        await bob.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(ann.Card("Buckles I can swap on the trail")).ToBeVisibleAsync();
        await bob.Page.GetByRole(AriaRole.Button, new() { Name = "Colour", Exact = true }).First.ClickAsync();
        await bob.Page.GetByRole(AriaRole.Radio, new() { Name = "Mint green" }).Or(bob.Page.GetByRole(AriaRole.Button, new() { Name = "Mint green" })).First.ClickAsync(new() { Force = true });
        await Expect(ann.Card("Buckles I can swap on the trail")).ToHaveClassAsync(new Regex("card-mint"));
        await bob.Page.Keyboard.PressAsync("Escape");
        await bob.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task Both_vote_and_the_sum_is_shared(Visitor ann, Visitor bob)
    {
        foreach (var person in new[] { ann, bob })
        {
            await person.Card("Publish the 3D files").HoverAsync();
            await person.Card("Publish the 3D files").GetByRole(AriaRole.Button, new() { Name = "Add a dot" }).ClickAsync();
            await person.AllSaved();
        }

        foreach (var person in new[] { ann, bob })
        {
            await Expect(person.Card("Publish the 3D files")).ToHaveAccessibleNameAsync(new Regex("2 dots"));
            await Expect(person.Page.GetByText("4 dots left")).ToBeVisibleAsync();
        }
    }

    private static async Task A_comment_is_read_by_the_other(Visitor ann, Visitor bob)
    {
        await ann.Card("Publish the 3D files").ClickAsync();
        await ann.Page.Keyboard.PressAsync("o");
        var say = ann.Page.GetByPlaceholder("Add to the talk…");
        await say.FillAsync("Which licence?");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await bob.Card("Publish the 3D files").ClickAsync();
        await bob.Page.Keyboard.PressAsync("o");
        await Expect(bob.Page.GetByText("Which licence?")).ToBeVisibleAsync();
        await Close(ann);
        await Close(bob);
    }

    private static async Task Two_ideas_are_grouped(Visitor ann, Visitor bob)
    {
        await ann.Card("Publish the 3D files").ClickAsync();
        await ann.Card("Buckles I can swap on the trail").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await ann.Page.Keyboard.PressAsync("Control+g");
        await ann.Page.Keyboard.TypeAsync("Repair");
        await ann.Page.Keyboard.PressAsync("Enter");
        await ann.AllSaved();
        await Expect(bob.Page.GetByText("Repair").First).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
    }

    private async Task The_server_is_killed_and_both_go_on(Visitor ann, Visitor bob)
    {
        await browsers.Server.Kill();
        await ann.Page.Mouse.DblClickAsync(1100, 760);
        await ann.Page.Keyboard.TypeAsync("Written while the server was dead");
        await ann.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(ann.Page.GetByText(new Regex("^(You are offline|Offline)")).First).ToBeVisibleAsync();
        await browsers.Server.Start();
        await Expect(bob.Card("Written while the server was dead")).ToHaveCountAsync(1);
        await ann.AllSaved();
        await Expect(ann.Page.Locator("[data-idea]")).ToHaveCountAsync(3);
        await Expect(bob.Page.Locator("[data-idea]")).ToHaveCountAsync(3);
        await Expect(bob.Card("Publish the 3D files")).ToHaveAccessibleNameAsync(new Regex("2 dots"));
    }

    [Fact]
    public async Task On_a_phone_one_joins_with_a_name_and_adds_and_votes()
    {
        await using var ann = await browsers.Laptop();
        await using var phone = await browsers.Phone();
        var code = await ann.MakeBoard("Lunch for the workshop", "Ann");
        await phone.Join(code, "Pia");
        await Expect(phone.Page.GetByText("What is your first idea?")).ToBeVisibleAsync();
        await phone.Page.GetByPlaceholder("Add an idea…").FillAsync("Soup");
        await phone.Page.Keyboard.PressAsync("Enter");
        await Expect(ann.Card("Soup")).ToBeVisibleAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Add a dot" }).First.TapAsync();
        await Expect(ann.Card("Soup")).ToHaveAccessibleNameAsync(new Regex("1 dot\\b"));
    }

    /// <summary>R35: the same browser is the same person; two tabs are one person.</summary>
    [Fact]
    public async Task R35_a_second_tab_is_the_same_person_and_a_reload_comes_straight_back()
    {
        await using var ann = await browsers.Laptop();
        await ann.MakeBoard("Two tabs", "Ann");
        await ann.AddIdea("One", 500, 400);
        await ann.AllSaved();
        var second = await ann.AnotherTab();
        await second.Page.GotoAsync(ann.Page.Url);
        await Expect(second.Card("One")).ToBeVisibleAsync();
        await Expect(ann.Page.GetByRole(AriaRole.Button, new() { Name = "1 person here" })).ToBeVisibleAsync();
        await ann.Page.ReloadAsync();
        await Expect(ann.Card("One")).ToBeVisibleAsync();
    }

    private static async Task Close(Visitor visitor)
    {
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Keyboard.PressAsync("Escape");
        var close = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true });
        if (await close.CountAsync() > 0)
        {
            await close.First.ClickAsync();
        }

        await visitor.Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Looks again and again, as a person would, for as long as a test waits.</summary>
    private static async Task Until(Func<Task<bool>> condition)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30), "It did not come about in 30 s.");
        }
    }
}
