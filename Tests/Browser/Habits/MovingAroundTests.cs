using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>How people bring the board's parts before their eyes.</summary>
[Collection(BrowserTests.Name)]
public sealed class MovingAroundTests(Browsers browsers)
{
    [Fact]
    public async Task The_wheel_pans_and_with_Ctrl_it_zooms_at_the_pointer()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 500, 400));
        var before = await ann.Middle("One");
        await ann.Page.Mouse.WheelAsync(30, 120);
        var panned = await ann.Middle("One");
        Assert.Equal((before.X - 30, before.Y - 120), panned);

        await ann.Page.Mouse.MoveAsync(panned.X, panned.Y);
        await ann.Page.Keyboard.DownAsync("Control");
        await ann.Page.Mouse.WheelAsync(0, -60);
        await ann.Page.Keyboard.UpAsync("Control");
        await Visitor.Until(async () => await ann.Zoom() > 120, "the board is nearer");
        var zoomed = await ann.Middle("One");
        Assert.Equal(panned.X, zoomed.X, 1.0);
        Assert.Equal(panned.Y, zoomed.Y, 1.0);
    }

    [Fact]
    public async Task Space_and_drag_pans_and_so_does_the_middle_button_and_the_hand()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 500, 400));
        var start = await ann.Middle("One");
        await ann.Page.Keyboard.DownAsync("Space");
        await ann.Drag((800, 600), (860, 640));
        await ann.Page.Keyboard.UpAsync("Space");
        Assert.Equal((start.X + 60, start.Y + 40), await ann.Middle("One"));

        // Text that was selected is what the middle button pastes on some systems.
        await ann.Card("One").DblClickAsync();
        await ann.Page.Keyboard.PressAsync("Control+a");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Mouse.MoveAsync(800, 600);
        await ann.Page.Mouse.DownAsync(new() { Button = MouseButton.Middle });
        await ann.Page.Mouse.MoveAsync(740, 560, new() { Steps = 4 });
        await ann.Page.Mouse.UpAsync(new() { Button = MouseButton.Middle });
        Assert.Equal(start, await ann.Middle("One"));
        await Expect(ann.Page.Locator("[data-idea]")).ToHaveCountAsync(1);

        await ann.Page.Keyboard.PressAsync("h");
        await ann.Drag((start.X, start.Y), (start.X + 100, start.Y));
        Assert.Equal((start.X + 100, start.Y), await ann.Middle("One"));
        Assert.Equal("", await ann.Selected());
        await ann.Page.Keyboard.PressAsync("v");
    }

    [Fact]
    public async Task Keys_zoom_in_and_out_to_all_and_to_what_is_selected()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 300, 300), ("Two", 1200, 700));
        await ann.Page.Keyboard.PressAsync("+");
        Assert.Equal(125, await ann.Zoom());
        await ann.Page.Keyboard.PressAsync("-");
        await ann.Page.Keyboard.PressAsync("Control+-");
        Assert.Equal(80, await ann.Zoom());
        await ann.Page.Keyboard.PressAsync("0");
        Assert.Equal(100, await ann.Zoom());

        await ann.Page.Mouse.WheelAsync(5000, 0);
        await Expect(ann.Card("One")).Not.ToBeInViewportAsync();
        await ann.Page.Keyboard.PressAsync("Shift+Digit1");
        await Expect(ann.Card("One")).ToBeInViewportAsync();
        await Expect(ann.Card("Two")).ToBeInViewportAsync();

        await ann.Card("Two").ClickAsync();
        await ann.Page.Mouse.WheelAsync(5000, 0);
        await ann.Page.Keyboard.PressAsync("Shift+Digit2");
        await Expect(ann.Card("Two")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_press_on_the_map_goes_there_and_the_map_can_be_put_away()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 400, 400));
        var map = ann.Page.Locator(".minimap");
        await Expect(map).ToBeHiddenAsync();
        await ann.Page.Mouse.WheelAsync(3000, 2000);
        await ann.AddIdea("Far away", 900, 500);
        await Expect(map).ToBeVisibleAsync();
        await Expect(ann.Card("One")).Not.ToBeInViewportAsync();
        await Visitor.Until(
            async () =>
            {
                await map.ClickAsync(new() { Position = new() { X = 14, Y = 14 } });
                return await ann.Card("One").CountAsync() > 0 && (await ann.Middle("One")).X > 0;
            },
            "the other end of the board is on the screen");
        await ann.Page.Keyboard.PressAsync("m");
        await Expect(map).ToHaveCountAsync(0);
        await ann.Page.Keyboard.PressAsync("m");
        await Expect(map).ToHaveCountAsync(1);
    }
}
