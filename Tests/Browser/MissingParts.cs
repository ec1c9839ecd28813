using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>Parts of the page are fetched when they are first wanted. Where one does not come, or breaks, the rest of the page stays, and nothing that was written is gone.</summary>
[Collection(BrowserTests.Name)]
public sealed class MissingParts(Browsers browsers)
{
    private const string Title = "Written in a tunnel";

    [Fact]
    public async Task A_part_that_does_not_come_takes_nothing_along_and_comes_with_its_style_when_it_can()
    {
        await using var ann = await browsers.LaptopThatKeepsNothing();
        await ann.MakeBoard("On a train", "Ann");
        var (isAway, asked) = (true, 0);
        await ann.Page.RouteAsync("**/assets/Palette-*", async route =>
        {
            asked++;
            await (isAway ? route.AbortAsync() : route.ContinueAsync());
        });

        await ann.Page.Keyboard.PressAsync("Control+k");
        await Expect(ann.Page.GetByText("A part of this page does not come.")).ToBeVisibleAsync();
        Assert.InRange(asked, 3, 20);
        await ann.AddIdea(Title, 420, 300);
        await ann.AllSaved();
        isAway = false;
        await Expect(ann.Page.GetByPlaceholder("What would you like to do?")).ToBeVisibleAsync();
        Assert.True(await ann.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet !== null) && document.querySelector('link[href*=Palette]') !== null"));
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
