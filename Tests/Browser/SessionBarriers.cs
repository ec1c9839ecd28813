using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>axe finds nothing to object to on the screens of a session, in both themes.</summary>
[Collection(SessionTests.Name)]
public sealed class SessionBarriers(Browsers browsers)
{
    private const string Silent = "Silent brainstorm and affinity";

    [Fact]
    public async Task No_screen_of_a_session_has_a_barrier_that_axe_finds()
    {
        await using var ann = await browsers.Laptop();
        await using var pia = await browsers.Phone();
        await The_picker(ann);
        await ann.MakeBoardWithPlaybook("silent", Silent, "A park for all", "Ann");
        await pia.Join(await ann.Code(), "Pia");
        await Expect(pia.Page.GetByText("It begins soon. Make yourself comfortable.")).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "lobby of a host");
        await Barriers.AreNone(pia, "lobby on a phone");

        var wall = await ann.AnotherTab();
        await wall.Page.GotoAsync($"{ann.Page.Url}/big");
        await Expect(wall.Page.GetByRole(AriaRole.Heading, new() { Name = "It begins soon" })).ToBeVisibleAsync();
        await Barriers.AreNone(wall, "big screen before it begins");

        await ann.OpenConsole();
        await ann.BeginFromConsole("Write alone");
        await The_console(ann);
        await Expect(pia.Page.GetByRole(AriaRole.Heading, new() { Name = "Write alone" })).ToBeVisibleAsync();
        await Barriers.AreNone(pia, "a step on a phone");
        await Expect(wall.Page.GetByRole(AriaRole.Heading, new() { Name = "Write alone" })).ToBeVisibleAsync();
        await Barriers.AreNone(wall, "big screen of a step");
        await The_editor(ann);
    }

    private static async Task The_picker(Visitor ann)
    {
        await ann.Page.GotoAsync("/");
        await ann.OpenPlaybooks();
        await Barriers.AreNone(ann, "playbooks to choose from");
        await ann.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Silent}") }).ClickAsync();
        await Expect(ann.Page.GetByRole(AriaRole.Heading, new() { Name = "What happens" })).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "what is in a playbook");
    }

    private static async Task The_console(Visitor ann)
    {
        await Expect(ann.Console().GetByRole(AriaRole.Timer)).ToBeVisibleAsync();
        foreach (var tab in new[] { "Steps", "People", "Votes", "Door" })
        {
            await ann.Console().GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(ann.Console().GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            await Barriers.AreNone(ann, $"{tab} in the console");
        }
    }

    private static async Task The_editor(Visitor ann)
    {
        await ann.Page.GotoAsync("/playbooks");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = Silent }).ClickAsync();
        await Expect(ann.Page.GetByRole(AriaRole.Button, new() { Name = "Save as your own" })).ToBeVisibleAsync();
        await Expect(ann.Page.GetByText("Before you begin")).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "editor of playbooks");
    }
}
