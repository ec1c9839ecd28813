using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>A board in a page of another site, in real browsers: from the host's lines to the moment when they are taken back.</summary>
[Collection(SessionTests.Name)]
public sealed class EmbedStory(Browsers browsers)
{
    [Fact]
    public async Task A_page_of_another_site_shows_a_board_live_without_a_cookie_until_a_host_takes_it_back()
    {
        await using var ann = await browsers.Laptop();
        await ann.MakeBoard("What we are working on", "Ann");
        await ann.AddIdea("A lamp", 500, 400);
        await ann.AllSaved();
        var lines = await MakeLines(ann);
        await using var site = await OtherSite.Start(lines);

        await using var reader = await browsers.Laptop();
        var asked = new List<string>();
        reader.Page.Request += (_, request) => asked.Add(request.Url);
        await reader.Page.GotoAsync(site.Page);
        var frame = reader.Page.FrameLocator("iframe");
        await Expect(frame.Locator("[data-idea]").Filter(new() { HasText = "A lamp" })).ToBeVisibleAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "What we are working on" })).ToBeVisibleAsync();

        // An edit arrives by itself, and only the board is asked for.
        await ann.AddIdea("A bench", 900, 400);
        await Expect(frame.Locator("[data-idea]").Filter(new() { HasText = "A bench" })).ToBeVisibleAsync();
        Assert.DoesNotContain(asked, url => url.Contains("/api/me", StringComparison.Ordinal));

        // Nothing is kept in the browser, nobody is named, and nothing can be done.
        Assert.Empty(await reader.Page.Context.CookiesAsync());
        await Expect(frame.GetByText("Ann", new() { Exact = true })).ToHaveCountAsync(0);
        await frame.Locator("[data-idea]").First.DblClickAsync();
        await Expect(frame.Locator("textarea, input")).ToHaveCountAsync(0);
        Assert.Equal(browsers.Server.Address + "b", (await frame.GetByRole(AriaRole.Link, new() { Name = "Open in CoCreate" }).EvaluateAsync<string>("link => link.href")).Split("/b/")[0] + "/b");
        await Barriers.AreNone(reader, "a page with a board in it");

        await Pans_and_zooms(reader, frame);

        // A site that is not allowed shows nothing of it.
        await using var stranger = await browsers.Laptop();
        await stranger.Page.GotoAsync(site.PageElsewhere);
        await Visitor.Until(() => Task.FromResult(stranger.Page.Frames.Any(each => each.Url.StartsWith("chrome-error:", StringComparison.Ordinal))), "the frame is refused");

        await TakeBack(ann);
        await Expect(frame.GetByText("This board is no longer shown here")).ToBeVisibleAsync();
        await Barriers.AreNone(reader, "a page whose board was taken back");
        await reader.Page.ReloadAsync();
        await Expect(frame.GetByText("This board is no longer shown here")).ToBeVisibleAsync();
        Assert.Empty(await reader.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_frame_shows_the_step_that_runs_and_of_what_is_hidden_only_how_much()
    {
        await using var ann = await browsers.Laptop();
        await ann.MakeBoardWithPlaybook("silent", "Silent brainstorm and affinity", "Quiet ideas", "Ann");
        await using var watcher = await browsers.Phone();
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Prepare the board" }).ClickAsync();
        var address = Regex.Match(await MakeLines(ann), "src=\"([^\"]*)\"").Groups[1].Value;
        await watcher.Page.GotoAsync(address);
        await Expect(watcher.Page.GetByText("Not begun yet")).ToBeVisibleAsync();

        await ann.OpenConsole();
        await ann.Console().Locator(".console-now").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Begin") }).ClickAsync();
        await Expect(watcher.Page.GetByText("No ideas yet, hidden until the reveal")).ToBeVisibleAsync();
        await Expect(watcher.Page.Locator(".timer")).ToHaveTextAsync(new Regex("^[0-9]+:[0-9]{2}$"));
        await ann.Page.Keyboard.PressAsync("Shift+C");
        await ann.AddIdea("Nobody knows this", 500, 500);
        await Expect(watcher.Page.GetByText("1 idea, hidden until the reveal")).ToBeVisibleAsync();
        await Expect(watcher.Page.GetByText("Nobody knows this")).ToHaveCountAsync(0);
        await Barriers.AreNone(watcher, "a board in a frame, while a step hides what is written");
    }

    /// <summary>By what the Share window offers a host; answers the lines of HTML.</summary>
    private static async Task<string> MakeLines(Visitor host)
    {
        await host.ShareButton.ClickAsync();
        var dialog = host.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the lines" }).ClickAsync();
        var lines = await dialog.GetByLabel("Lines for your page").InputValueAsync();
        await Barriers.AreNone(host, "share window with the lines for another page");
        await host.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        return lines;
    }

    private static async Task TakeBack(Visitor host)
    {
        await host.ShareButton.ClickAsync();
        var dialog = host.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("Lines for your page")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Take the lines back" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Make the lines" })).ToBeVisibleAsync();
    }

    private static async Task Pans_and_zooms(Visitor reader, IFrameLocator frame)
    {
        var card = frame.Locator("[data-idea]").First;
        var before = (await card.BoundingBoxAsync())!;
        await reader.Drag((before.X + 20, before.Y + 20), (before.X + 120, before.Y + 80));
        await Visitor.Until(async () => (await card.BoundingBoxAsync())!.X > before.X + 80, "the paper moves with the hand");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await Visitor.Until(async () => (await card.BoundingBoxAsync())!.Width > before.Width + 10, "the card is nearer");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).ClickAsync();
        await Visitor.Until(async () => (await card.BoundingBoxAsync())!.Width < before.Width + 10, "everything is on the screen again");
    }
}
