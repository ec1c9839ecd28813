using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>Looking along with others, pointing, and bringing everybody along, in real browsers.</summary>
[Collection(BrowserTests.Name)]
public sealed class PresenceStories(Browsers browsers)
{
    [Fact]
    public async Task People_follow_one_another_point_and_are_brought_along_by_the_host()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        var code = await ann.MakeBoard("Where to look", "Ann");
        await bob.Join(code, "Bob");
        await ann.AddIdea("Here", 500, 300);
        await Expect(bob.Card("Here")).ToBeVisibleAsync();

        await Bob_follows_Ann_until_he_takes_hold_himself(ann, bob);
        await Ann_points_with_the_laser_and_Bob_sees_it(ann, bob);
        await Ann_brings_everyone_to_her_and_lets_them_go(ann, bob);
        await Bob_hides_cursors(ann, bob);
    }

    private static async Task Bob_follows_Ann_until_he_takes_hold_himself(Visitor ann, Visitor bob)
    {
        await bob.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("people here$") }).ClickAsync();
        await bob.Page.GetByRole(AriaRole.Button, new() { Name = "See what Ann sees" }).ClickAsync();
        await Expect(bob.Page.GetByText("You see what Ann sees.")).ToBeVisibleAsync();

        await Scroll(ann, 300, 200);
        await SameView(ann, bob, "Here");

        await bob.Page.Mouse.MoveAsync(700, 500);
        await bob.Page.Mouse.WheelAsync(0, 120);
        await Expect(bob.Page.GetByText("You see what Ann sees.")).ToBeHiddenAsync();
    }

    private static async Task Ann_points_with_the_laser_and_Bob_sees_it(Visitor ann, Visitor bob)
    {
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("k");
        await Expect(ann.Page.GetByText("Everybody sees your laser pointer.")).ToBeVisibleAsync();
        await ann.Page.Mouse.MoveAsync(600, 500);
        await ann.Page.Mouse.MoveAsync(700, 550, new() { Steps = 5 });
        await Expect(bob.Page.Locator("canvas.laser")).ToHaveCountAsync(1);
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(bob.Page.Locator("canvas.laser")).ToHaveCountAsync(0);
    }

    private static async Task Ann_brings_everyone_to_her_and_lets_them_go(Visitor ann, Visitor bob)
    {
        await ann.Menu("Bring everyone to me");
        await Expect(bob.Page.GetByText("Ann shows you around.")).ToBeVisibleAsync();
        await Expect(ann.Page.GetByText("1 person looks along with you.")).ToBeVisibleAsync();
        await Scroll(ann, -200, 100);
        await SameView(ann, bob, "Here");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Let everyone go" }).ClickAsync();
        await Expect(bob.Page.GetByText("Ann shows you around.")).ToBeHiddenAsync();
        await bob.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await Expect(bob.Page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        await Expect(bob.Page.GetByText("Bring everyone to me")).ToHaveCountAsync(0);
        await bob.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task Bob_hides_cursors(Visitor ann, Visitor bob)
    {
        await ann.Page.Mouse.MoveAsync(640, 520);
        await Expect(bob.Page.Locator(".cursor")).ToContainTextAsync("Ann");
        await bob.Menu("Show other people’s cursors");
        await Expect(bob.Page.Locator(".cursor")).ToHaveCountAsync(0);
        await bob.Menu("Show other people’s cursors");
        await Expect(bob.Page.Locator(".cursor")).ToHaveCountAsync(1);
    }

    private static async Task Scroll(Visitor visitor, float x, float y)
    {
        await visitor.Page.Mouse.MoveAsync(700, 600);
        await visitor.Page.Mouse.WheelAsync(x, y);
    }

    /// <summary>Both screens are equally large, so the same card comes to stand at the same place on both.</summary>
    private static Task SameView(Visitor one, Visitor other, string card) => Visitor.Until(
        async () =>
        {
            var (a, b) = (await one.Middle(card), await other.Middle(card));
            return Math.Abs(a.X - b.X) < 4 && Math.Abs(a.Y - b.Y) < 4;
        },
        "both screens show the same part of the board");
}
