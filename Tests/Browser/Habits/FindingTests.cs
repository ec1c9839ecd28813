using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>How people find ideas, commands and keys.</summary>
[Collection(BrowserTests.Name)]
public sealed class FindingTests(Browsers browsers)
{
    [Fact]
    public async Task The_palette_does_what_a_few_letters_say_and_goes_to_ideas()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("Zip sliders", 400, 300), ("Quiet fabric", 700, 500));
        await ann.Page.Keyboard.PressAsync("Control+k");
        var field = ann.Page.GetByRole(AriaRole.Combobox, new() { Name = "Commands and ideas" });
        await field.FillAsync("sel ev");
        await Expect(ann.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Select everything");
        await field.PressAsync("Enter");
        await Expect(field).ToHaveCountAsync(0);
        await Expect(ann.Page.GetByText("2 selected")).ToBeVisibleAsync();

        await ann.Page.Keyboard.PressAsync("Control+k");
        await field.FillAsync("fabric");
        await field.PressAsync("Enter");
        await Expect(ann.Card("Quiet fabric")).ToHaveClassAsync(new Regex("card-selected"));
        Assert.Equal("Quiet fabric", await ann.Selected());
    }

    [Fact]
    public async Task Ideas_are_found_by_text_and_colour_counted_and_gone_through()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("Rain cover", 400, 300), ("Rain hood", 700, 300), ("Dog bowl", 400, 600));
        await ann.Card("Dog bowl").ClickAsync();
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Colour" }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Radio, new() { Name = "Mint green" }).CheckAsync(new() { Force = true });
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Escape");

        await ann.Page.Keyboard.PressAsync("Control+f");
        var find = ann.Page.GetByRole(AriaRole.Search, new() { Name = "Find and filter" });
        await find.GetByRole(AriaRole.Searchbox).FillAsync("RAIN");
        await Expect(find.GetByText("2 ideas")).ToBeVisibleAsync();
        await Expect(ann.Card("Dog bowl")).ToHaveClassAsync(new Regex("card-faded"));
        await find.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(find.GetByText("1 of 2")).ToBeVisibleAsync();
        Assert.Equal("Rain cover", await ann.Selected());
        await find.GetByRole(AriaRole.Button, new() { Name = "Next one" }).ClickAsync();
        Assert.Equal("Rain hood", await ann.Selected());
        await find.GetByRole(AriaRole.Button, new() { Name = "Previous one" }).ClickAsync();
        Assert.Equal("Rain cover", await ann.Selected());

        await find.GetByRole(AriaRole.Searchbox).FillAsync("");
        await find.GetByRole(AriaRole.Button, new() { Name = "Mint green" }).ClickAsync();
        await Expect(find.GetByText("1 idea", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(ann.Card("Rain hood")).ToHaveClassAsync(new Regex("card-faded"));
        await find.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(ann.Card("Rain hood")).Not.ToHaveClassAsync(new Regex("card-faded"));
    }

    [Fact]
    public async Task The_sheet_of_keys_is_searched_and_single_keys_can_be_turned_off()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 400, 300));
        await ann.Page.Keyboard.PressAsync("?");
        var sheet = ann.Page.GetByRole(AriaRole.Dialog);
        await sheet.GetByRole(AriaRole.Searchbox).FillAsync("duplicate");
        await Expect(sheet.Locator("dt")).ToHaveTextAsync(["Duplicate"]);
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToHaveCountAsync(0);

        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Single-key shortcuts" }).ClickAsync();
        await ann.Page.Keyboard.PressAsync("n");
        await ann.Page.Keyboard.PressAsync("+");
        await ann.Page.Keyboard.PressAsync("Control+a");
        await Expect(ann.Card("One")).ToHaveClassAsync(new Regex("card-selected"));
        await Expect(ann.Page.Locator("[data-idea]")).ToHaveCountAsync(1);
        Assert.Equal(100, await ann.Zoom());
    }
}
