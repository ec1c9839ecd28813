using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>How ideas come about, are written, copied and go.</summary>
[Collection(BrowserTests.Name)]
public sealed class WritingTests(Browsers browsers)
{
    [Fact]
    public async Task Ideas_are_begun_by_double_click_N_and_Tab_and_edited_by_Enter_until_Esc_or_Ctrl_Enter()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard();
        await ann.Page.Mouse.DblClickAsync(500, 400);
        await ann.Page.Keyboard.TypeAsync("First");
        await ann.Page.Keyboard.PressAsync("Tab");
        await ann.Page.Keyboard.TypeAsync("Beside");
        await ann.Page.Keyboard.PressAsync("Control+Enter");
        Assert.Equal((await ann.Middle("First")).Y, (await ann.Middle("Beside")).Y);
        Assert.True((await ann.Middle("Beside")).X > (await ann.Middle("First")).X);

        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("n");
        await ann.Page.Keyboard.TypeAsync("By a key");
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(ann.Page.Locator(".card-editor")).ToHaveCountAsync(0);
        await Expect(ann.Card("By a key")).ToBeVisibleAsync();

        await ann.Card("First").ClickAsync();
        await ann.Page.Keyboard.PressAsync("Enter");
        await ann.Page.Keyboard.PressAsync("End");
        await ann.Page.Keyboard.TypeAsync(" of all");
        await ann.Page.Keyboard.PressAsync("Escape");
        await Expect(ann.Card("First of all")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Delete");
        await Expect(ann.Card("First of all")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Ideas_are_copied_cut_pasted_and_duplicated()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("Kept", 400, 300), ("Cut", 700, 300));
        await ann.Card("Kept").ClickAsync();
        await ann.Page.Keyboard.PressAsync("Control+c");
        await ann.Page.Mouse.MoveAsync(500, 600);
        await ann.Page.Keyboard.PressAsync("Control+v");
        await Expect(ann.Card("Kept")).ToHaveCountAsync(2);
        Assert.Equal("Kept", await ann.Selected());

        await ann.Card("Cut").ClickAsync();
        await ann.Page.Keyboard.PressAsync("Control+x");
        await Expect(ann.Card("Cut")).ToHaveCountAsync(0);
        await ann.Page.Mouse.MoveAsync(900, 600);
        await ann.Page.Keyboard.PressAsync("Control+v");
        var (x, y) = await ann.Middle("Cut");
        Assert.Equal((900, 600), (Math.Round(x), Math.Round(y)));
        await ann.Page.Keyboard.PressAsync("Control+d");
        await Expect(ann.Card("Cut")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Pasted_lines_become_an_idea_each()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard();
        await ann.Page.EvaluateAsync(
            """
            () => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', 'Soup\n\n- Bread\n- Salad');
              document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(ann.Page.Locator("[data-idea]")).ToHaveCountAsync(3);
        await Expect(ann.Card("Bread")).ToBeVisibleAsync();
        await Expect(ann.Page.GetByText("3 selected")).ToBeVisibleAsync();
    }
}
