using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>What fingers do on a phone's canvas.</summary>
[Collection(BrowserTests.Name)]
public sealed class TouchTests(Browsers browsers)
{
    [Fact]
    public async Task Two_fingers_pinch_and_pan_and_one_finger_pans()
    {
        await using var pia = await browsers.Phone();
        var fingers = await OpenCanvas(pia);
        await fingers.Move([(150, 500)], [(190, 540)]);
        var (x, y) = await pia.Middle("One");
        Assert.Equal((240, 440), (Math.Round(x), Math.Round(y)));

        await fingers.Move([(150, 500), (250, 500)], [(150, 440), (250, 440)]);
        Assert.Equal(380, (await pia.Middle("One")).Y, 1.0);
        Assert.Equal(100, await pia.Zoom());

        await fingers.Move([(150, 600), (250, 600)], [(100, 600), (300, 600)]);
        await Visitor.Until(async () => await pia.Zoom() == 200, "the board is twice as near");
    }

    [Fact]
    public async Task A_double_tap_on_nothing_makes_an_idea_and_a_long_press_opens_its_menu()
    {
        await using var pia = await browsers.Phone();
        var fingers = await OpenCanvas(pia);
        await fingers.DoubleTap(200, 640);
        await pia.Page.Keyboard.TypeAsync("Tapped");
        await pia.Page.Keyboard.PressAsync("Enter");
        await Expect(pia.Card("Tapped")).ToBeVisibleAsync();

        await fingers.Touch("touchStart", [(200, 400)]);
        await Expect(pia.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" })).ToBeVisibleAsync();
        await fingers.Touch("touchEnd", []);
        await Expect(pia.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" })).ToBeVisibleAsync();
        await pia.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).TapAsync();
        await Expect(pia.Card("One")).ToHaveCountAsync(0);
        await Expect(pia.Card("Tapped")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_finger_moves_an_idea_once_it_is_selected_and_the_map_is_not_in_the_way()
    {
        await using var pia = await browsers.Phone();
        var fingers = await OpenCanvas(pia);
        await fingers.Tap(200, 400);
        await Expect(pia.Page.Locator(".card-selected")).ToHaveCountAsync(1);
        await fingers.Move([(200, 400)], [(200, 520)]);
        Assert.Equal(520, (await pia.Middle("One")).Y, 1.0);
        await Expect(pia.Page.Locator(".minimap")).ToHaveCountAsync(0);
    }

    /// <summary>The canvas of a new board with one idea, "One", around (200, 400) at 100 %.</summary>
    private static async Task<Fingers> OpenCanvas(Visitor pia)
    {
        await pia.OpenBoard();
        await pia.Page.GetByRole(AriaRole.Button, new() { Name = "Canvas" }).TapAsync();
        var fingers = new Fingers(await pia.Page.Context.NewCDPSessionAsync(pia.Page));
        await Expect(pia.Page.GetByRole(AriaRole.Region, new() { Name = "Canvas" })).ToBeVisibleAsync();
        await fingers.DoubleTap(200, 400);
        await pia.Page.Keyboard.TypeAsync("One");
        await pia.Page.Keyboard.PressAsync("Enter");
        await pia.Page.Keyboard.PressAsync("Escape");
        await Expect(pia.Card("One")).ToBeVisibleAsync();
        var (x, y) = await pia.Middle("One");
        Assert.Equal((200, 400), (Math.Round(x), Math.Round(y)));
        return fingers;
    }
}
