using System.Text.RegularExpressions;
using CoCreate.Tests.Browser.Habits;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>axe finds nothing to object to on a phone either, on the screens that a laptop is looked at with, in both themes.</summary>
[Collection(SessionTests.Name)]
public sealed class PhoneBarriers(Browsers browsers)
{
    private const string Bench = "A bench";
    private const string Lamp = "A lamp by the gate";

    [Fact]
    public async Task No_screen_of_a_board_has_a_barrier_on_a_phone()
    {
        await using var pia = await browsers.Phone();
        await pia.Page.GotoAsync("/");
        await Expect(pia.Page.GetByLabel("What is it about?")).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "start page");
        await pia.OpenList();
        await Expect(pia.Page.GetByText("What is your first idea?")).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "empty list");
        await pia.OpenList(Bench, Lamp);
        await Barriers.AreNone(pia, "list");
        await The_sheet_of_an_idea(pia);
        await Finding(pia);
        foreach (var line in new[] { "Invite people", "Board settings", "Door and moderation", "Your name and colour", "Bring ideas in", "Take the board along", "Votes and results", "Start a vote", "Keys and gestures", "Commands and ideas" })
        {
            await Window(pia, line);
        }

        await The_people(pia);
        await The_bin_and_the_past(pia);
        await The_canvas(pia);
    }

    private static async Task The_sheet_of_an_idea(Visitor pia)
    {
        await pia.Page.GetByText(Lamp, new() { Exact = true }).TapAsync();
        await Expect(pia.Page.GetByPlaceholder("Add to the talk…")).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "sheet of an idea");
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).TapAsync();
        await Expect(pia.Page.GetByPlaceholder("Add to the talk…")).ToBeHiddenAsync();
    }

    private static async Task Finding(Visitor pia)
    {
        await Choose(pia, "Find and filter");
        await pia.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find ideas…" }).FillAsync("lamp");
        await Expect(pia.Page.GetByText("1 idea", new() { Exact = true })).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "find and filter");
        await pia.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task Window(Visitor pia, string line)
    {
        await Choose(pia, line);
        await Expect(pia.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Barriers.AreNone(pia, line);
        await pia.Page.Keyboard.PressAsync("Escape");
        await Expect(pia.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    private static async Task The_people(Visitor pia)
    {
        await pia.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("here") }).TapAsync();
        await Expect(pia.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "people");
        await pia.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task The_bin_and_the_past(Visitor pia)
    {
        await pia.Page.GetByText(Bench, new() { Exact = true }).TapAsync();
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).Last.TapAsync();
        await Barriers.AreNone(pia, "menu of an idea");
        await pia.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).TapAsync();
        await Expect(pia.Page.Locator(".row-main").Filter(new() { HasText = Lamp })).ToBeFocusedAsync();
        await Choose(pia, "Bin");
        await Expect(pia.Page.GetByRole(AriaRole.Button, new() { Name = $"Restore {Bench}" })).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "bin");
        await pia.Page.Keyboard.PressAsync("Escape");
        await Choose(pia, "History");
        await Expect(pia.Page.GetByText("You removed something")).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "history");
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Look at the board" }).First.TapAsync();
        await Expect(pia.Page.GetByRole(AriaRole.Button, new() { Name = "Back to now" })).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "the board as it was");
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Back to now" }).TapAsync();
    }

    private static async Task The_canvas(Visitor pia)
    {
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Canvas", Exact = true }).TapAsync();
        await Expect(pia.Card(Lamp)).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "canvas");
        var fingers = new Fingers(await pia.Page.Context.NewCDPSessionAsync(pia.Page));
        var (x, y) = await pia.Middle(Lamp);
        await fingers.Tap(x, y);
        await Expect(pia.Page.Locator(".card-selected")).ToHaveCountAsync(1);
        // The sheet in which another idea was deleted does not come up for this one.
        await Expect(pia.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Barriers.AreNone(pia, "canvas with an idea selected");
    }

    private static async Task Choose(Visitor pia, string line)
    {
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).TapAsync();
        await pia.Page.GetByRole(AriaRole.Menu).GetByText(line, new() { Exact = true }).First.TapAsync();
    }
}
