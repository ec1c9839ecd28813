using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>Copies, and arrows that are led elsewhere: of things of every kind.</summary>
[Collection(BrowserTests.Name)]
public sealed class CopyingTests(Browsers browsers)
{
    [Fact]
    public async Task A_mixed_selection_is_copied_pasted_cut_and_taken_back_with_its_stamps_and_arrows()
    {
        await using var ann = await browsers.Laptop();
        await Mixed(ann);
        await ann.Page.Keyboard.PressAsync("Control+a");
        await Expect(ann.Page.GetByText("4 selected")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Control+c");
        await ann.Page.Mouse.MoveAsync(1000, 620);
        await ann.Page.Keyboard.PressAsync("Control+v");
        await Counts(ann, ideas: 4, notes: 2, stamps: 2, arrows: 2);
        await ann.Page.Keyboard.PressAsync("Control+z");
        await Counts(ann, ideas: 2, notes: 1, stamps: 1, arrows: 1);

        await ann.Page.Keyboard.PressAsync("Control+a");
        await ann.Page.Keyboard.PressAsync("Control+x");
        await Counts(ann, ideas: 0, notes: 0, stamps: 0, arrows: 0);
        await ann.Page.Keyboard.PressAsync("Control+v");
        await Counts(ann, ideas: 2, notes: 1, stamps: 1, arrows: 1);
        await ann.Page.Keyboard.PressAsync("Control+d");
        await Counts(ann, ideas: 4, notes: 2, stamps: 2, arrows: 2);
        await ann.AllSaved();
    }

    [Fact]
    public async Task Alt_and_drag_takes_a_copy_of_text_and_stamps_along()
    {
        await using var ann = await browsers.Laptop();
        await Mixed(ann);
        var note = ann.Page.Locator(".note").First;
        var box = (await note.BoundingBoxAsync())!;
        await ann.Page.Keyboard.DownAsync("Alt");
        await ann.Drag((box.X + 20, box.Y + 10), (box.X + 20, box.Y + 210));
        await ann.Page.Keyboard.UpAsync("Alt");
        await Counts(ann, ideas: 2, notes: 2, stamps: 1, arrows: 1);
        await Visitor.Until(async () => (await ann.Page.Locator(".note").Last.BoundingBoxAsync())!.Y > box.Y + 150, "the copy is where it was let go");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_end_of_an_arrow_is_dragged_to_another_thing_and_back_by_undo(bool touch)
    {
        await using var ann = touch ? await browsers.Tablet() : await browsers.Laptop();
        await Mixed(ann);
        await ann.Page.Locator(".wire-area").First.DispatchEventAsync("pointerdown");
        var end = (await ann.Page.Locator("[data-end=to]").BoundingBoxAsync())!;
        var note = (await ann.Page.Locator(".note").First.BoundingBoxAsync())!;
        var (from, to) = ((end.X + (end.Width / 2), end.Y + (end.Height / 2)), (note.X + 30, note.Y + 15));
        if (touch)
        {
            var fingers = new Fingers(await ann.Page.Context.NewCDPSessionAsync(ann.Page));
            await fingers.Move([from], [to]);
        }
        else
        {
            await ann.Drag(from, to);
        }

        await Expect(Arrow(ann, "Arrow from One to Heard")).ToBeAttachedAsync();
        await ann.Page.Keyboard.PressAsync("Control+z");
        await Expect(Arrow(ann, "Arrow from One to Two")).ToBeAttachedAsync();
    }

    [Fact]
    public async Task An_end_of_an_arrow_is_led_elsewhere_by_keys()
    {
        await using var ann = await browsers.Laptop();
        await Mixed(ann);
        await ann.Card("One").FocusAsync();
        await ann.Page.Keyboard.PressAsync("Space");
        await ann.Page.Keyboard.PressAsync("o");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Change where it leads…" }).PressAsync("Enter");
        await ann.Page.GetByRole(AriaRole.Option, new() { Name = "Heard" }).PressAsync("Enter");
        await Expect(Arrow(ann, "Arrow from One to Heard")).ToBeAttachedAsync();
        await ann.AllSaved();
    }

    /// <summary>Two ideas with an arrow, a stamp on the first, and text below.</summary>
    private static async Task Mixed(Visitor ann)
    {
        await ann.OpenBoard(("One", 400, 300), ("Two", 760, 300));
        await ann.Page.Keyboard.PressAsync("c");
        await ann.Drag((400, 320), (760, 320));
        await ann.Page.Keyboard.PressAsync("v");
        await ann.Card("One").ClickAsync();
        await ann.Page.Keyboard.PressAsync("s");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Flame" }).PressAsync("Enter");
        await ann.Page.Keyboard.PressAsync("v");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("t");
        await ann.Page.Keyboard.TypeAsync("Heard");
        await ann.Page.Keyboard.PressAsync("Escape");
        await ann.Page.Keyboard.PressAsync("Escape");
        await Counts(ann, ideas: 2, notes: 1, stamps: 1, arrows: 1);
    }

    private static async Task Counts(Visitor ann, int ideas, int notes, int stamps, int arrows)
    {
        await Expect(ann.Page.Locator("[data-idea]")).ToHaveCountAsync(ideas);
        await Expect(ann.Page.Locator(".note")).ToHaveCountAsync(notes);
        await Expect(ann.Page.Locator(".stamp")).ToHaveCountAsync(stamps);
        await Expect(ann.Page.Locator(".connector")).ToHaveCountAsync(arrows);
    }

    private static ILocator Arrow(Visitor ann, string name) => ann.Page.GetByRole(AriaRole.Img, new() { Name = name });
}
