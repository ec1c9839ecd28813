using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>The big screen on a wall: readable from ten metres, awake, looked at by somebody who may only look, and back by itself when the server is.</summary>
[Collection(SessionTests.Name)]
public sealed class BigScreenTests(Browsers browsers)
{
    /// <summary>Counts requests for a wake lock; the page may ask for it anew when it is shown again.</summary>
    private const string CountLocks = "navigator.wakeLock && (navigator.wakeLock.request = () => { window.locks = (window.locks ?? 0) + 1; return Promise.resolve({ release: () => Promise.resolve() }); });";

    [Fact]
    public async Task The_wall_shows_time_and_the_way_in_large_stays_awake_and_comes_back_after_the_server_did()
    {
        await using var ann = await browsers.Laptop();
        await using var wall = await browsers.Wall();
        await wall.Page.AddInitScriptAsync(CountLocks);
        await ann.OpenBoardWithPlaybook("silent-brainstorm");
        var code = await ann.Code();
        await wall.Join(code, "Wall");
        await Expect(wall.Page).ToHaveURLAsync(new Regex("/b/"));
        await wall.Page.GotoAsync($"{ann.Page.Url}/big");
        await Expect(wall.Page.GetByRole(AriaRole.Heading, new() { Name = "It begins soon" })).ToBeVisibleAsync();
        await Assert_tall(wall, wall.Page.Locator(".big-join svg").First, 0.2, "the QR code");

        await ann.OpenConsole();
        await MakeObserver(ann, "Wall");
        await ann.BeginFromConsole("Write alone");
        var timer = wall.Page.Locator(".big-timer");
        await Expect(timer).ToBeVisibleAsync();
        await Assert_tall(wall, timer, 0.08, "the timer");
        Assert.True(await FontSize(timer) >= 0.08 * 1080, "The digits of the timer are lower than 8 % of the screen.");
        await Expect(wall.Page.Locator(".big-code")).ToHaveTextAsync(code);
        Assert.True(await FontSize(wall.Page.Locator(".big-code")) >= 40, "The code is too small to be read from ten metres.");
        Assert.Equal("none", await wall.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).overflowX === 'scroll' || document.documentElement.scrollWidth > innerWidth ? 'scrolls' : 'none'"));
        Assert.True(await wall.Page.EvaluateAsync<int>("() => window.locks ?? 0") >= 1, "Nothing keeps the screen awake.");

        await browsers.Server.Kill();
        await browsers.Server.Start();
        await ann.BeginFromConsole("Read");
        await Expect(wall.Page.GetByRole(AriaRole.Heading, new() { Name = "Read", Exact = true })).ToBeVisibleAsync();
        await Expect(timer).ToHaveTextAsync(new Regex("^[45]:"));
    }

    /// <summary>The host lets the wall look on and nothing else.</summary>
    private static async Task MakeObserver(Visitor ann, string name)
    {
        await ann.Console().GetByRole(AriaRole.Tab, new() { Name = "People" }).ClickAsync();
        await ann.Console().GetByRole(AriaRole.Button, new() { Name = "Roles and removing" }).ClickAsync();
        await ann.Page.Locator(".person").Filter(new() { HasText = name }).Locator(".choice-button").ClickAsync();
        await ann.Page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Observer") }).ClickAsync();
        await Expect(ann.Page.Locator(".person").Filter(new() { HasText = name }).Locator(".choice-button")).ToContainTextAsync("Observer");
        await ann.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(ann.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static Task<double> FontSize(ILocator text) => text.EvaluateAsync<double>("el => parseFloat(getComputedStyle(el).fontSize)");

    private static async Task Assert_tall(Visitor wall, ILocator what, double share, string name)
    {
        var box = await what.BoundingBoxAsync();
        Assert.True(box is not null && box.Height >= share * wall.Page.ViewportSize!.Height, $"{name} is {box?.Height} px high, less than {share:P0} of the screen.");
    }
}
