using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>Undo against another's change, the bin, the history and restoring, with two and three people in real browsers.</summary>
[Collection(BrowserTests.Name)]
public sealed class UndoTests(Browsers browsers)
{
    [Fact]
    public async Task One_takes_back_what_one_did_and_nothing_of_what_the_other_did()
    {
        await using var ann = await browsers.Laptop();
        await using var ben = await browsers.Laptop();
        var code = await ann.MakeBoard("Taking back", "Ann");
        await ben.Join(code, "Ben");
        await ann.AddIdea("Buckles", 500, 300);
        await Expect(ben.Card("Buckles")).ToBeVisibleAsync();

        await A_drag_is_one_step(ann, ben);
        await What_the_other_changed_stays(ann, ben);
        await A_removal_offers_to_be_taken_back(ann, ben);
        await The_bin_gives_back_with_the_dots(ann, ben);
    }

    [Fact]
    public async Task A_host_looks_back_and_brings_the_board_back_for_three()
    {
        await using var ann = await browsers.Laptop();
        await using var ben = await browsers.Laptop();
        await using var pia = await browsers.Phone();
        var code = await ann.MakeBoard("Looking back", "Ann");
        await ben.Join(code, "Ben");
        await pia.Join(code, "Pia");
        await ann.AddIdea("Kept", 500, 300);
        await ann.Choose("History");
        await ann.Page.GetByLabel("Name this moment").FillAsync("Round one");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Make a restore point" }).ClickAsync();
        await Expect(ann.Page.GetByRole(AriaRole.Button, new() { Name = "Restore Round one" })).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Escape");

        await Expect(ben.Card("Kept")).ToBeVisibleAsync();
        await ben.AddIdea("Scribble", 900, 500);
        await Expect(pia.Page.GetByText("Scribble")).ToBeVisibleAsync();

        await ann.Choose("History");
        await Expect(ann.Page.GetByText("Ben added “Scribble”")).ToBeVisibleAsync();
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Look at the board: Round one" }).ClickAsync();
        await Expect(ann.Page.GetByText("The board as it was,")).ToBeVisibleAsync();
        await Expect(ann.Card("Kept")).ToBeVisibleAsync();
        await Expect(ann.Card("Scribble")).ToHaveCountAsync(0);
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Restore this" }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Bring it back" }).ClickAsync();
        foreach (var person in new[] { ann, ben, pia })
        {
            await Expect(person.Page.GetByText("Kept").First).ToBeVisibleAsync();
            await Expect(person.Page.GetByText("Scribble")).ToHaveCountAsync(0);
        }
    }

    private static async Task A_drag_is_one_step(Visitor ann, Visitor ben)
    {
        var before = await ben.Middle("Buckles");
        var (x, y) = await ann.Middle("Buckles");
        await ann.Page.Mouse.MoveAsync(x, y);
        await ann.Page.Mouse.DownAsync();
        await ann.Page.Mouse.MoveAsync(x + 150, y + 180, new() { Steps = 12 });
        await ann.Page.Mouse.UpAsync();
        await Visitor.Until(async () => (await ben.Middle("Buckles")).Y > before.Y + 150, "the group has moved for the other");
        await ann.Page.Keyboard.PressAsync("Control+z");
        await Visitor.Until(async () => Math.Abs((await ben.Middle("Buckles")).Y - before.Y) < 3, "it is back for the other");
        await ann.Page.Keyboard.PressAsync("Control+Shift+z");
        await Visitor.Until(async () => (await ben.Middle("Buckles")).Y > before.Y + 150, "the group has moved for the other");
        await ann.AllSaved();
        await ann.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task What_the_other_changed_stays(Visitor ann, Visitor ben)
    {
        await ann.Card("Buckles").DblClickAsync();
        await ann.Page.Keyboard.PressAsync("Control+a");
        await ann.Page.Keyboard.TypeAsync("Straps");
        await ann.Page.Keyboard.PressAsync("Control+Enter");
        await ann.AllSaved();
        await Expect(ben.Card("Straps")).ToBeVisibleAsync();
        await ben.Card("Straps").DblClickAsync();
        await ben.Page.Keyboard.PressAsync("Control+a");
        await ben.Page.Keyboard.TypeAsync("Zips");
        await ben.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(ann.Card("Zips")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Control+z");
        await Expect(ann.Page.GetByText("Ben has changed this since. That change stays.")).ToBeVisibleAsync();
        await Expect(ben.Card("Zips")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
        await ben.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task A_removal_offers_to_be_taken_back(Visitor ann, Visitor ben)
    {
        await ben.Card("Zips").HoverAsync();
        await ben.Card("Zips").GetByRole(AriaRole.Button, new() { Name = "Add a dot" }).ClickAsync();
        await ben.AllSaved();
        await ann.Card("Zips").ClickAsync();
        await ann.Page.Keyboard.PressAsync("Delete");
        await Expect(ben.Card("Zips")).ToHaveCountAsync(0);
        await ann.Page.GetByLabel("Messages").Or(ann.Page.Locator(".toasts")).First.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(ben.Card("Zips")).ToHaveAccessibleNameAsync(new Regex("1 dot\\b"));
        await ann.AllSaved();
    }

    private static async Task The_bin_gives_back_with_the_dots(Visitor ann, Visitor ben)
    {
        await ann.Card("Zips").ClickAsync();
        await ann.Page.Keyboard.PressAsync("Delete");
        await Expect(ben.Card("Zips")).ToHaveCountAsync(0);
        await ben.Choose("Bin");
        await Expect(ben.Page.GetByText("Nothing is in the bin.")).ToBeVisibleAsync();
        await ben.Page.Keyboard.PressAsync("Escape");
        await ann.Choose("Bin");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Restore Zips" }).ClickAsync();
        await Expect(ann.Page.GetByText("Nothing is in the bin.")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(ben.Card("Zips")).ToHaveAccessibleNameAsync(new Regex("1 dot\\b"));
    }
}
