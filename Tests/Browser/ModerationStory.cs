using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>The story of a host with a door and a guest with a phone: knocking, coming in, writing, being approved, hidden with a reason, and banned (R142, R143, R145, R146, R147, R172).</summary>
[Collection(SessionTests.Name)]
public sealed class ModerationStory(Browsers browsers)
{
    [Fact]
    public async Task A_guest_knocks_is_let_in_writes_is_approved_is_hidden_with_a_reason_and_is_banned()
    {
        await using var hal = await browsers.Laptop();
        await using var pia = await browsers.Phone();
        var code = await hal.MakeBoard("What would make the trail bag yours?", "Hal");

        await The_host_sets_the_door_and_says_what_is_expected(hal);
        await The_guest_knocks_and_comes_in_by_herself_when_let_in(hal, pia, code);
        await What_she_writes_waits_and_is_approved(hal, pia);
        await What_she_changes_in_it_waits_again_as_she_is_told_before(hal, pia);
        await The_host_looks_as_a_participant_and_goes_back(hal);
        await It_is_hidden_and_she_reads_why(hal, pia);
        await She_is_banned_and_told_so(hal, pia, code);
    }

    private static async Task The_host_sets_the_door_and_says_what_is_expected(Visitor hal)
    {
        await Open(hal, "Policy");
        await hal.Page.GetByLabel("What is expected here").FillAsync("Be kind. Build on each other.");
        await hal.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(hal.Page.GetByText("Saved. Everybody can read it.")).ToBeVisibleAsync();
        await hal.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex("^Door") }).ClickAsync();
        await hal.Page.GetByRole(AriaRole.Switch, new() { NameRegex = new Regex("^Let people in one by one") }).CheckAsync();
        await hal.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(hal.Page.GetByText("Saved. It counts for everybody")).ToBeVisibleAsync();
        await hal.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex("^To approve") }).ClickAsync();
        await hal.Page.GetByRole(AriaRole.Switch, new() { NameRegex = new Regex("^Approve what people add") }).CheckAsync();
        await hal.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task The_guest_knocks_and_comes_in_by_herself_when_let_in(Visitor hal, Visitor pia, string code)
    {
        await pia.Page.GotoAsync($"/j/{code}");
        await Expect(pia.Page.GetByText("Be kind. Build on each other.")).ToBeVisibleAsync();
        await pia.Page.GetByLabel("What shall we call you?").FillAsync("Pia");
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Ask to come in" }).ClickAsync();
        await Expect(pia.Page.GetByText("You are at the door")).ToBeVisibleAsync();

        await Expect(hal.Page.GetByText("Pia asks to come in.")).ToBeVisibleAsync();
        await hal.Page.GetByRole(AriaRole.Button, new() { Name = "Let in", Exact = true }).ClickAsync();
        await Expect(pia.Page.GetByPlaceholder("Add an idea…").Or(pia.Page.GetByLabel("Add an idea…")).First).ToBeVisibleAsync();
    }

    private static async Task What_she_writes_waits_and_is_approved(Visitor hal, Visitor pia)
    {
        await pia.Page.GetByLabel("Add an idea…").FillAsync("A pocket for the phone");
        await pia.Page.Keyboard.PressAsync("Enter");
        await Expect(pia.Page.GetByText("Waits", new() { Exact = true })).ToBeVisibleAsync();

        // With the keyboard alone: the line in focus is approved with A.
        await Open(hal, "To approve");
        await hal.Page.GetByRole(AriaRole.Listitem, new() { Name = "A pocket for the phone" }).FocusAsync();
        await hal.Page.Keyboard.PressAsync("a");
        await Expect(hal.Page.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        await hal.Page.Keyboard.PressAsync("Escape");
        await Expect(pia.Page.GetByText("Waits", new() { Exact = true })).ToBeHiddenAsync();
    }

    private static async Task What_she_changes_in_it_waits_again_as_she_is_told_before(Visitor hal, Visitor pia)
    {
        await pia.Page.GetByText("A pocket for the phone").First.ClickAsync();
        await Expect(pia.Page.GetByText("If you change the words, only you and the hosts see this")).ToBeVisibleAsync();
        await pia.Page.GetByLabel("Title of the idea").FillAsync("A pocket for the phone, inside");
        await Expect(pia.Page.GetByText("Only you and the hosts see this until a host approves it.")).ToBeVisibleAsync();
        await pia.Page.GetByLabel("Title of the idea").BlurAsync();

        await Open(hal, "To approve");
        await hal.Page.GetByRole(AriaRole.Listitem, new() { Name = "A pocket for the phone, inside" }).FocusAsync();
        await hal.Page.Keyboard.PressAsync("a");
        await Expect(hal.Page.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        await hal.Page.Keyboard.PressAsync("Escape");
        await Expect(pia.Page.GetByText("If you change the words, only you and the hosts see this")).ToBeVisibleAsync();
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
    }

    private static async Task The_host_looks_as_a_participant_and_goes_back(Visitor hal)
    {
        await hal.Menu("See it as a participant");
        await Expect(hal.Page.GetByText("You see what a participant sees.")).ToBeVisibleAsync();
        await Expect(hal.Card("A pocket for the phone")).ToBeVisibleAsync();
        await hal.Page.GetByRole(AriaRole.Button, new() { Name = "Back to hosting" }).ClickAsync();
        await Expect(hal.Page.GetByText("You see what a participant sees.")).ToBeHiddenAsync();
    }

    private static async Task It_is_hidden_and_she_reads_why(Visitor hal, Visitor pia)
    {
        await hal.Card("A pocket for the phone").ClickAsync(new() { Button = MouseButton.Right });
        await hal.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Hide with a reason…" }).ClickAsync();
        await hal.Page.GetByLabel("Reason").FillAsync("It is there already.");
        await hal.Page.GetByRole(AriaRole.Button, new() { Name = "Hide", Exact = true }).ClickAsync();

        await pia.Page.GetByText("A pocket for the phone").First.ClickAsync();
        await Expect(pia.Page.GetByText("A host has hidden this: “It is there already.”")).ToBeVisibleAsync();
    }

    private static async Task She_is_banned_and_told_so(Visitor hal, Visitor pia, string code)
    {
        await hal.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("here$") }).ClickAsync();
        await hal.Page.GetByRole(AriaRole.Button, new() { Name = "Ban Pia" }).ClickAsync();
        await hal.Page.GetByLabel("Reason").FillAsync("You were asked to stop, and went on.");
        await hal.Page.GetByRole(AriaRole.Button, new() { Name = "Ban", Exact = true }).ClickAsync();

        await Expect(pia.Page.GetByText("A host has banned you from this board.")).ToBeVisibleAsync();
        await Expect(pia.Page.GetByText("You were asked to stop, and went on.")).ToBeVisibleAsync();
        await pia.Page.GotoAsync($"/j/{code}");
        await Expect(pia.Page.GetByText("A host has banned you from this board.")).ToBeVisibleAsync();
    }

    private static async Task Open(Visitor hal, string tab)
    {
        await hal.Menu("Door and moderation");
        await hal.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex($"^{tab}") }).ClickAsync();
    }
}
