using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>Parts of the page are fetched when they are first wanted. Where one does not come, or breaks, the rest of the page stays, and nothing that was written is gone.</summary>
[Collection(BrowserTests.Name)]
public sealed class MissingParts(Browsers browsers)
{
    private const string Title = "Written in a tunnel";

    [Fact]
    public async Task A_part_that_does_not_come_takes_nothing_along_and_comes_when_it_can()
    {
        await using var ann = await browsers.LaptopThatKeepsNothing();
        await ann.MakeBoard("On a train", "Ann");
        var (isAway, asked) = (true, 0);
        await ann.Page.RouteAsync("**/assets/HelpDialog-*", async route =>
        {
            asked++;
            await (isAway ? route.AbortAsync() : route.ContinueAsync());
        });

        await ann.Page.Keyboard.PressAsync("?");
        await Expect(ann.Page.GetByText("A part of this page does not come.")).ToBeVisibleAsync();
        Assert.InRange(asked, 3, 20);
        await ann.AddIdea(Title, 420, 300);
        await ann.AllSaved();
        isAway = false;
        await Expect(ann.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await AllStyled(ann, "HelpDialog");
    }

    [Fact]
    public async Task A_part_whose_style_did_not_come_ahead_of_time_is_shown_with_it()
    {
        await using var ann = await browsers.LaptopThatKeepsNothing();
        var (isAway, refused) = (true, 0);
        await ann.Page.RouteAsync("**/assets/Palette-*.css", async route =>
        {
            refused += isAway ? 1 : 0;
            await (isAway ? route.AbortAsync() : route.ContinueAsync());
        });
        await ann.MakeBoard("On a train", "Ann");
        await Visitor.Until(() => Task.FromResult(refused > 0), "the style was asked for while the browser had nothing to do");

        isAway = false;
        await ann.Page.Keyboard.PressAsync("Control+k");
        await Expect(ann.Page.GetByPlaceholder("What would you like to do?")).ToBeVisibleAsync();
        await AllStyled(ann, "Palette");
    }

    private static async Task AllStyled(Visitor visitor, string part)
    {
        var sheets = await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('link[rel=stylesheet]')].filter((link) => link.sheet !== null).map((link) => link.href)");
        Assert.Contains(sheets, sheet => sheet.Contains($"/{part}-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_that_breaks_leads_back_to_the_board_with_everything_that_was_written()
    {
        await using var ann = await browsers.LaptopThatKeepsNothing();
        await ann.MakeBoard("Broken", "Ann");
        await ann.AddIdea(Title, 420, 300);
        await ann.Page.RouteAsync("**/assets/HelpDialog-*.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "export default function Help() { throw new Error('broken'); }" }));

        await ann.Page.Keyboard.PressAsync("?");
        await Expect(ann.Page.GetByRole(AriaRole.Heading, new() { Name = "This page broke" })).ToBeVisibleAsync();
        await Barriers.AreNone(ann, "a page that broke");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Load the page anew" }).ClickAsync();
        await Expect(ann.Card(Title)).ToBeVisibleAsync();
    }
}
