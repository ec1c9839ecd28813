using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>How people move ideas to where they belong.</summary>
[Collection(BrowserTests.Name)]
public sealed class ArrangingTests(Browsers browsers)
{
    [Fact]
    public async Task A_drag_falls_into_line_with_others_but_not_while_Ctrl_is_held()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("Still", 400, 300), ("Moved", 800, 560));
        await ann.Page.Mouse.MoveAsync(800, 560);
        await ann.Page.Mouse.DownAsync();
        await ann.Page.Mouse.MoveAsync(700, 400, new() { Steps = 4 });
        await ann.Page.Mouse.MoveAsync(760, 304, new() { Steps = 4 });
        await Expect(ann.Page.Locator(".guides path").First).ToBeAttachedAsync();
        await ann.Page.Mouse.UpAsync();
        Assert.Equal((await ann.Middle("Still")).Y, (await ann.Middle("Moved")).Y);
        await Expect(ann.Page.Locator(".guides")).ToHaveCountAsync(0);

        await ann.Page.Keyboard.DownAsync("Control");
        await ann.Drag((760, 300), (764, 325));
        await ann.Drag((764, 325), (764, 304));
        await ann.Page.Keyboard.UpAsync("Control");
        Assert.Equal((await ann.Middle("Still")).Y + 4, (await ann.Middle("Moved")).Y);
    }

    [Fact]
    public async Task Alt_and_drag_takes_a_copy_along()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("Twin", 400, 300));
        await ann.Page.Keyboard.DownAsync("Alt");
        await ann.Drag((400, 300), (760, 520));
        await ann.Page.Keyboard.UpAsync("Alt");
        await Expect(ann.Card("Twin")).ToHaveCountAsync(2);
        var boxes = await Task.WhenAll((await ann.Card("Twin").AllAsync()).Select(card => card.BoundingBoxAsync()));
        Assert.Equal([296f, 656f], boxes.Select(box => box!.X).Order());
    }

    [Fact]
    public async Task The_board_moves_along_while_something_is_held_at_its_edge()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("Stays", 400, 300), ("Carried", 700, 500));
        await ann.Page.Mouse.MoveAsync(700, 500);
        await ann.Page.Mouse.DownAsync();
        await ann.Page.Mouse.MoveAsync(1436, 500, new() { Steps = 4 });
        await Visitor.Until(async () => await ann.Card("Stays").CountAsync() == 0 || (await ann.Middle("Stays")).X < 100, "the board moves although the pointer rests");
        await ann.Page.Mouse.UpAsync();
        await Expect(ann.Card("Carried")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Arrows_nudge_and_with_Shift_ten_times_as_far_and_brackets_change_the_order()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("Under", 400, 300), ("Over", 460, 340));
        await ann.Card("Over").ClickAsync();
        var (x, y) = await ann.Middle("Over");
        await ann.Page.Keyboard.PressAsync("ArrowRight");
        await ann.Page.Keyboard.PressAsync("Shift+ArrowDown");
        Assert.Equal((x + 10, y + 100), await ann.Middle("Over"));

        await ann.Page.Keyboard.PressAsync("[");
        await Expect(ann.Page.Locator("[data-idea]").First).ToContainTextAsync("Over");
        await ann.Page.Keyboard.PressAsync("]");
        await Expect(ann.Page.Locator("[data-idea]").Last).ToContainTextAsync("Over");
    }

    [Fact]
    public async Task Several_ideas_are_aligned_and_tidied_up_from_the_bar_above_them()
    {
        await using var ann = await browsers.Laptop();
        await ann.OpenBoard(("One", 360, 320), ("Two", 760, 370), ("Three", 420, 640), ("Four", 900, 660));
        await ann.Page.Keyboard.PressAsync("Control+a");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Align and arrange" }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Align left" }).ClickAsync();
        Assert.Equal((await ann.Middle("One")).X, (await ann.Middle("Four")).X);

        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Tidy up into a grid" }).ClickAsync();
        var places = new List<(float X, float Y)>();
        foreach (var title in (string[])["One", "Two", "Three", "Four"])
        {
            places.Add(await ann.Middle(title));
        }

        Assert.Equal(2, places.Select(place => place.X).Distinct().Count());
        Assert.Equal(2, places.Select(place => place.Y).Distinct().Count());
        Assert.Equal(4, places.Distinct().Count());
    }
}
