using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>axe finds nothing to object to, on every screen, in both themes.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Browsers browsers)
{
    [Fact]
    public async Task No_screen_has_a_barrier_that_axe_finds()
    {
        await using var ann = await browsers.Laptop();
        await ann.Page.GotoAsync("/");
        await Expect(ann.Page.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "start page");

        var code = await ann.MakeBoard("Accessible to all", "Ann");
        await Barriers.AreNone(ann, "empty board");
        await ann.AddIdea("An idea", 500, 400);
        await ann.AddIdea("Another idea", 900, 400);
        await Barriers.AreNone(ann, "board");
        await Check_what_opens_over_the_canvas(ann);
        await ann.Card("An idea").First.ClickAsync();
        await ann.Page.Keyboard.PressAsync("o");
        await Expect(ann.Page.GetByPlaceholder("Add to the talk…")).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "board with details");
        await ann.ShareButton.ClickAsync();
        await Expect(ann.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "invite people");
        await Taking_a_link_back_by_keys_leaves_the_keyboard_where_it_was(ann);

        await ann.Page.Keyboard.PressAsync("Escape");
        await The_bin_the_history_and_the_past(ann);
        await What_comes_in_and_goes_out(ann);

        await using var phone = await browsers.Phone();
        await phone.Page.GotoAsync($"/j/{code}");
        await Expect(phone.Page.GetByLabel("What shall we call you?")).ToBeVisibleAsync();
        await Barriers.AreNone(phone, "join page");
        await phone.Join(code, "Pia");
        await Expect(phone.Page.GetByPlaceholder("Add an idea…")).ToBeVisibleAsync();
        await Barriers.AreNone(phone, "list on a phone");
    }

    private static async Task Taking_a_link_back_by_keys_leaves_the_keyboard_where_it_was(Visitor ann)
    {
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).PressAsync("Enter");
        var made = ann.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Observer" });
        await made.GetByRole(AriaRole.Button, new() { Name = "Take back" }).PressAsync("Enter");
        await Expect(made).ToHaveCountAsync(0);
        await Expect(ann.Page.GetByRole(AriaRole.Region, new() { Name = "Links with a role" })).ToBeFocusedAsync();
    }

    private static async Task What_comes_in_and_goes_out(Visitor ann)
    {
        foreach (var line in new[] { "Bring ideas in", "Take the board along", "Board settings", "Your name and colour", "Door and moderation" })
        {
            await ann.Menu(line);
            await Expect(ann.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            if (line == "Bring ideas in")
            {
                await ann.Page.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true }).FillAsync("A lamp");
                await Expect(ann.Page.GetByText("1 idea", new() { Exact = true })).ToBeVisibleAsync();
            }

            await Barriers.AreNone(ann, line);
            await ann.Page.Keyboard.PressAsync("Escape");
            await Expect(ann.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        }

        await ann.Menu("Bring everyone to me");
        await Expect(ann.Page.GetByText("You show everyone around.")).ToBeVisibleAsync();
        await ann.Page.Mouse.MoveAsync(700, 600);
        await Expect(ann.Page.Locator("#hint")).ToBeHiddenAsync();
        await Barriers.AreNone(ann, "showing everyone around");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Let everyone go" }).ClickAsync();
    }

    private static async Task The_bin_the_history_and_the_past(Visitor ann)
    {
        await ann.Card("Another idea").ClickAsync();
        await ann.Page.Keyboard.PressAsync("Delete");
        await ann.AllSaved();
        await Barriers.AreNone(ann, "board with an offer to undo");
        await ann.Choose("Bin");
        await Expect(ann.Page.GetByRole(AriaRole.Button, new() { Name = "Restore Another idea" })).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "bin");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Choose("History");
        await Expect(ann.Page.GetByText("You removed something")).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "history");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Look at the board" }).First.ClickAsync();
        await Expect(ann.Page.GetByRole(AriaRole.Button, new() { Name = "Back to now" })).ToBeVisibleAsync();
        await Expect(ann.Card("An idea")).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "the board as it was");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Back to now" }).ClickAsync();
        await Expect(ann.ShareButton).ToBeVisibleAsync();
    }

    private static async Task Check_what_opens_over_the_canvas(Visitor ann)
    {
        await ann.Page.Keyboard.PressAsync("Control+f");
        await ann.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find ideas…" }).FillAsync("another");
        await Expect(ann.Page.GetByText("1 idea", new() { Exact = true })).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "find and filter");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Mouse.MoveAsync(700, 600);
        await ann.Page.Mouse.WheelAsync(600, 0);
        await Expect(ann.Page.Locator(".minimap")).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "map of the board");
        await ann.Page.Keyboard.PressAsync("Shift+Digit1");
        await ann.Page.Keyboard.PressAsync("Control+a");
        await Expect(ann.Page.GetByText("2 selected")).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "several selected");
        await ann.Card("An idea").First.ClickAsync(new() { Button = MouseButton.Right });
        await Expect(ann.Page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "menu of what is selected");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Control+k");
        await Expect(ann.Page.GetByRole(AriaRole.Combobox)).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "commands");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Escape");
    }
}
