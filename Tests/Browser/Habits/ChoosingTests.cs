using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>How people say which ideas they mean.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChoosingTests(Browsers browsers)
{
    [Fact]
    public async Task A_drag_on_nothing_selects_what_it_touches_and_Shift_adds()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 400, 300), ("Two", 700, 300), ("Three", 400, 600));
        await ann.Drag((250, 200), (560, 380));
        Assert.Equal("One", await ann.Selected());
        await ann.Card("Three").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        Assert.Equal("One, Three", await ann.Selected());
        await ann.Page.Keyboard.DownAsync("Shift");
        await ann.Drag((580, 200), (850, 380));
        await ann.Page.Keyboard.UpAsync("Shift");
        Assert.Equal("One, Three, Two", await ann.Selected());
        await Expect(ann.Page.GetByText("3 selected")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("", await ann.Selected());
        await ann.Page.Keyboard.PressAsync("Control+a");
        Assert.Equal("One, Three, Two", await ann.Selected());
    }

    [Fact]
    public async Task Arrows_walk_from_idea_to_idea_and_Space_selects_the_one_in_focus()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 400, 300), ("Two", 700, 300), ("Three", 700, 600));
        await ann.Card("One").FocusAsync();
        await ann.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ann.Card("Two")).ToBeFocusedAsync();
        await ann.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(ann.Card("Three")).ToBeFocusedAsync();
        Assert.Equal("", await ann.Selected());
        await ann.Page.Keyboard.PressAsync("Space");
        Assert.Equal("Three", await ann.Selected());
        await ann.Page.Keyboard.PressAsync("Control+ArrowUp");
        await Expect(ann.Card("Two")).ToBeFocusedAsync();
        Assert.Equal("Two", await ann.Selected());
    }

    [Fact]
    public async Task Arrows_walk_over_things_of_every_kind_which_have_names_and_Space_selects_them()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 400, 300), ("Two", 1000, 300));
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Text", Exact = true }).ClickAsync();
        await ann.Page.Mouse.ClickAsync(650, 290);
        await Expect(ann.Page.Locator(".note textarea")).ToBeFocusedAsync();
        await ann.Page.Keyboard.TypeAsync("Between them");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Frame", Exact = true }).ClickAsync();
        await ann.Drag((880, 180), (1180, 480));
        await Expect(ann.Page.Locator(".area-title input")).ToBeFocusedAsync();
        await ann.Page.Keyboard.TypeAsync("The park");
        await ann.Page.Keyboard.PressAsync("Enter");
        await ann.Page.Keyboard.PressAsync("Escape");

        await ann.Card("One").FocusAsync();
        await ann.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ann.Page.GetByRole(AriaRole.Group, new() { Name = "Between them", Exact = true })).ToBeFocusedAsync();
        Assert.Equal(1, await ann.Page.Locator(".canvas .world [tabindex='0']").CountAsync());
        await ann.Page.Keyboard.PressAsync("Space");
        await Expect(ann.Page.GetByRole(AriaRole.Group, new() { Name = "Between them, selected", Exact = true })).ToBeFocusedAsync();
        await ann.Page.Keyboard.PressAsync("Control+ArrowRight");
        await Expect(ann.Card("Two")).ToBeFocusedAsync();
        await ann.Page.Keyboard.PressAsync("Control+ArrowUp");
        await Expect(ann.Page.GetByRole(AriaRole.Group, new() { Name = "The park, selected", Exact = true })).ToBeFocusedAsync();
        await ann.Page.Keyboard.PressAsync("Delete");
        await Expect(ann.Page.GetByRole(AriaRole.Group, new() { NameRegex = new("^The park") })).ToHaveCountAsync(0);
        await Expect(ann.Card("Two")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_menu_comes_by_right_click_and_by_its_key_and_free_paper_has_one_too()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 400, 300), ("Two", 700, 300));
        var menu = ann.Page.GetByRole(AriaRole.Menu);
        await ann.Card("One").ClickAsync(new() { Button = MouseButton.Right });
        await Expect(menu.GetByRole(AriaRole.Menuitem, new() { Name = "Duplicate" })).ToBeVisibleAsync();
        Assert.Equal("One", await ann.Selected());
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToHaveCountAsync(0);

        await ann.Card("Two").FocusAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Shift+F10");
        await menu.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).ClickAsync();
        await Expect(ann.Card("Two")).ToHaveCountAsync(0);

        await ann.Page.Mouse.ClickAsync(900, 600, new() { Button = MouseButton.Right });
        await menu.GetByRole(AriaRole.Menuitem, new() { Name = "New idea here" }).ClickAsync();
        await ann.Page.Keyboard.TypeAsync("From the menu");
        await ann.Page.Keyboard.PressAsync("Enter");
        var (x, y) = await ann.Middle("From the menu");
        Assert.Equal((900, 600), (Math.Round(x), Math.Round(y)));
    }
}
