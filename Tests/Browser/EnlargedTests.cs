using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>WCAG 1.4.4 and 1.4.10: at 200 % on a laptop (720 × 450) every control can be brought on the screen as a whole.</summary>
[Collection(SessionTests.Name)]
public sealed class EnlargedTests(Browsers browsers)
{
    [Fact]
    public async Task At_200_percent_no_control_is_cut_off()
    {
        await using var ann = await browsers.Enlarged();
        await using var bob = await browsers.Laptop();
        await ann.Page.GotoAsync("/");
        await Expect(ann.Page.GetByLabel("What is it about?")).ToBeVisibleAsync();
        await Barriers.NothingIsCutOff(ann, "start");

        var code = await bob.MakeBoard("A park for all", "Bob");
        await bob.BringIdeas("A lamp", "A bench", "A gate");
        await ann.Page.GotoAsync($"/j/{code}");
        await Expect(ann.Page.GetByLabel("What shall we call you?")).ToBeVisibleAsync();
        await Barriers.NothingIsCutOff(ann, "join");
        await ann.Join(code, "Ann");
        await Expect(ann.Page.GetByText("A gate")).ToBeVisibleAsync();
        await Barriers.NothingIsCutOff(ann, "board as a list");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Canvas", Exact = true }).ClickAsync();
        await Expect(ann.Card("A gate")).ToBeVisibleAsync();
        await Barriers.NothingIsCutOff(ann, "board");
        await ann.Card("A gate").ClickAsync();
        await Expect(ann.Page.Locator(".selection-bar")).ToBeVisibleAsync();
        await Barriers.NothingIsCutOff(ann, "board with an idea selected");

        await bob.StartVote("Dots", "Where do we begin?");
        await ann.OpenVote();
        await Barriers.NothingIsCutOff(ann, "vote");
    }

    [Fact]
    public async Task At_200_percent_no_control_of_the_console_is_cut_off()
    {
        await using var ann = await browsers.Enlarged();
        await ann.OpenList("A lamp");
        await ann.Page.GotoAsync($"{ann.Page.Url}/console");
        foreach (var tab in new[] { "Steps", "People", "Votes", "Door" })
        {
            await ann.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex($"^{tab}") }).ClickAsync();
            await Expect(ann.Page.GetByRole(AriaRole.Tabpanel, new() { NameRegex = new Regex($"^{tab}") })).ToBeVisibleAsync();
            await Barriers.NothingIsCutOff(ann, $"{tab} in the console");
        }
    }
}
