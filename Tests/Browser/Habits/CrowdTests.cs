using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>A board with more ideas than are worth an element each works like any other.</summary>
[Collection(BrowserTests.Name)]
public sealed class CrowdTests(Browsers browsers)
{
    private const int Many = 300;

    [Fact]
    public async Task Hundreds_of_ideas_are_painted_and_still_chosen_walked_and_come_near()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard();
        var lines = string.Join('\n', Enumerable.Range(1, Many).Select(number => string.Create(CultureInfo.InvariantCulture, $"Idea number {number}")));
        await ann.Page.EvaluateAsync(
            """
            (text) => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', text);
              document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """,
            lines);
        await Expect(ann.Page.GetByText($"{Many} selected")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Shift+Digit1");
        await Expect(ann.Page.Locator(".tiles canvas").First).ToBeAttachedAsync();
        await Expect(ann.Page.Locator("[data-idea]")).ToHaveCountAsync(1);

        await ann.Page.Locator("[data-idea]").FocusAsync();
        var first = await ann.Page.Locator("[data-idea]").GetAttributeAsync("data-idea");
        await ann.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(ann.Page.Locator("[data-idea]:focus")).ToHaveCountAsync(1);
        Assert.NotEqual(first, await ann.Page.Locator("[data-idea]:focus").GetAttributeAsync("data-idea"));

        var (x, y) = await ann.Middle("Idea number");
        await ann.Page.Mouse.ClickAsync(x, y);
        await ann.Page.Keyboard.PressAsync("Shift+Digit2");
        await Expect(ann.Page.Locator(".tiles canvas")).ToHaveCountAsync(0);
        await Visitor.Until(async () => await ann.Page.Locator("[data-idea]").CountAsync() > 20, "cards are elements again, near by");
        await Expect(ann.Page.Locator(".card-selected")).ToHaveCountAsync(1);
    }
}
