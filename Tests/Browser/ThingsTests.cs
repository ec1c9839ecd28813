using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>Text, frames, stamps, pictures, locks, order and tags, by pointer and by keys; a second browser sees the same.</summary>
[Collection(BrowserTests.Name)]
public sealed class ThingsTests(Browsers browsers)
{
    private const string PastePicture = """
        async () => {
          const canvas = document.createElement('canvas');
          canvas.width = 300;
          canvas.height = 200;
          canvas.getContext('2d').fillRect(0, 0, 150, 200);
          const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
          const data = new DataTransfer();
          data.items.add(new File([blob], 'buckle.png', { type: 'image/png' }));
          document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task Things_of_every_kind_are_made_moved_and_seen_by_the_other()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop(ColorScheme.Dark);
        var code = await ann.MakeBoard("Things", "Ann");
        await bob.Join(code, "Bob");
        await ann.AddIdea("A buckle to swap", 500, 450);

        await Text_is_written_by_keys_and_moved_by_the_pointer(ann, bob);
        await A_frame_is_drawn_and_takes_along_what_lies_in_it(ann, bob);
        await A_stamp_is_put_on_an_idea_by_pointer_and_by_keys(ann, bob);
        await An_idea_is_tagged_and_locked_and_then_lies_still_for_the_other(ann, bob);
        await A_picture_is_pasted_described_and_resized(ann, bob);
        await A_connector_runs_between_text_and_idea(ann, bob);
        await Barriers.AreNone(ann, "board with things of every kind");
        await Barriers.AreNone(bob, "board with things of every kind, of the other");
        await Everything_selected_is_removed_in_one_step(ann, bob);
    }

    private static async Task Text_is_written_by_keys_and_moved_by_the_pointer(Visitor ann, Visitor bob)
    {
        await ann.Page.Keyboard.PressAsync("t");
        await ann.Page.Keyboard.TypeAsync("What we heard");
        await ann.Page.Keyboard.PressAsync("Escape");
        var note = Thing(bob, "What we heard");
        await Expect(note).ToBeVisibleAsync();
        var before = await Box(note);
        await ann.Page.Keyboard.PressAsync("Shift+ArrowUp");
        await Visitor.Until(async () => (await Box(note)).Y < before.Y - 50, "the note has moved up");
        await Drag(ann, Thing(ann, "What we heard"), 0, -100);
        await Visitor.Until(async () => (await Box(note)).Y < before.Y - 150, "the note has moved further up");
        await ann.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task A_frame_is_drawn_and_takes_along_what_lies_in_it(Visitor ann, Visitor bob)
    {
        var card = await Box(ann.Card("A buckle to swap"));
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Frame", Exact = true }).ClickAsync();
        await ann.Page.Mouse.MoveAsync(card.X - 40, card.Y - 40);
        await ann.Page.Mouse.DownAsync();
        await ann.Page.Mouse.MoveAsync(card.X + 100, card.Y + 100, new() { Steps = 4 });
        await ann.Page.Mouse.MoveAsync(card.X + card.Width + 60, card.Y + card.Height + 60, new() { Steps = 4 });
        await ann.Page.Mouse.UpAsync();
        await ann.Page.Keyboard.TypeAsync("Round one");
        await ann.Page.Keyboard.PressAsync("Enter");
        await Expect(Thing(bob, "Round one")).ToBeVisibleAsync();
        var before = await Box(bob.Card("A buckle to swap"));
        await Drag(ann, Thing(ann, "Round one"), 120, 60);
        await Visitor.Until(async () => Math.Abs((await Box(bob.Card("A buckle to swap"))).X - before.X - 120) < 20, "the idea has come along with its frame");
        await ann.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task A_stamp_is_put_on_an_idea_by_pointer_and_by_keys(Visitor ann, Visitor bob)
    {
        await ann.Page.Keyboard.PressAsync("s");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Flame" }).ClickAsync();
        var card = await Box(ann.Card("A buckle to swap"));
        await ann.Page.Mouse.ClickAsync(card.X + 30, card.Y + card.Height - 70);
        await Expect(Thing(bob, "Flame")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("v");
        await ann.Card("A buckle to swap").ClickAsync();
        await ann.Page.Keyboard.PressAsync("s");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Tick" }).PressAsync("Enter");
        await Expect(Thing(bob, "Tick")).ToBeVisibleAsync();
        await ann.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task An_idea_is_tagged_and_locked_and_then_lies_still_for_the_other(Visitor ann, Visitor bob)
    {
        await ann.Page.Keyboard.PressAsync("o");
        await ann.Page.GetByLabel("Add a tag").FillAsync("repair");
        await ann.Page.GetByLabel("Add a tag").PressAsync("Enter");
        await Expect(bob.Card("A buckle to swap")).ToContainTextAsync("repair");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).First.ClickAsync();
        await ann.Page.Keyboard.PressAsync("Control+Shift+L");
        await Expect(bob.Page.GetByLabel("locked").First).ToBeAttachedAsync();
        var before = await Box(bob.Card("A buckle to swap"));
        await Drag(bob, bob.Card("A buckle to swap"), 100, 100);
        await Expect(bob.Page.GetByText("This is locked. Unlock it first")).ToBeVisibleAsync();
        Assert.Equal(before.X, (await Box(bob.Card("A buckle to swap"))).X);
        await ann.Page.Keyboard.PressAsync("Control+Shift+L");
        await Expect(bob.Page.GetByLabel("locked")).ToHaveCountAsync(0);
        await ann.Page.Keyboard.PressAsync("Escape");
        await bob.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task A_picture_is_pasted_described_and_resized(Visitor ann, Visitor bob)
    {
        await ann.Page.EvaluateAsync(PastePicture);
        await ann.Page.GetByLabel("What does the picture show?").FillAsync("A black buckle");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        var picture = Thing(bob, "A black buckle");
        await Expect(picture).ToBeVisibleAsync();
        await Expect(picture).ToHaveClassAsync(new Regex("picture-shown"));
        var before = await Box(picture);
        var corner = await Box(Thing(ann, "A black buckle").Locator("[data-edge=se]"));
        await ann.Page.Mouse.MoveAsync(corner.X + (corner.Width / 2), corner.Y + (corner.Height / 2));
        await ann.Page.Mouse.DownAsync();
        await ann.Page.Mouse.MoveAsync(corner.X + 80, corner.Y + 60, new() { Steps = 6 });
        await ann.Page.Mouse.UpAsync();
        await Visitor.Until(async () => (await Box(picture)).Width > before.Width + 40, "the picture has grown for the other");
        var after = await Box(picture);
        Assert.Equal(before.Width / before.Height, after.Width / after.Height, 1);
        await Expect(picture).ToHaveCSSAsync("z-index", await Css(Thing(ann, "A black buckle"), "z-index"));
        var top = await Css(picture, "z-index");
        await ann.Page.Keyboard.PressAsync("[");
        await Expect(picture).Not.ToHaveCSSAsync("z-index", top);
        await ann.Page.Keyboard.PressAsync("{");
        await ann.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task A_connector_runs_between_text_and_idea(Visitor ann, Visitor bob)
    {
        await ann.Page.Keyboard.PressAsync("c");
        await Thing(ann, "What we heard").ClickAsync();
        await ann.Card("A buckle to swap").ClickAsync(new() { Position = new() { X = 90, Y = 20 } });
        await Expect(bob.Page.GetByRole(AriaRole.Img, new() { Name = "What we heard" })).ToBeAttachedAsync();
        await ann.Page.Keyboard.PressAsync("v");
        await ann.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task Everything_selected_is_removed_in_one_step(Visitor ann, Visitor bob)
    {
        await ann.Page.Keyboard.PressAsync("Control+a");
        await ann.Page.Keyboard.PressAsync("Delete");
        await Expect(bob.Page.Locator("[data-idea], .world [data-thing]")).ToHaveCountAsync(0);
    }

    private static ILocator Thing(Visitor visitor, string name) => visitor.Page.Locator($".world [data-thing][aria-label^=\"{name}\"]");

    private static async Task Drag(Visitor visitor, ILocator thing, float dx, float dy)
    {
        var box = await Box(thing);
        var (x, y) = (box.X + Math.Min(60, box.Width / 2), box.Y + Math.Min(16, box.Height / 2));
        await visitor.Page.Mouse.MoveAsync(x, y);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(x + (dx / 2), y + (dy / 2), new() { Steps = 6 });
        await visitor.Page.Mouse.MoveAsync(x + dx, y + dy, new() { Steps = 6 });
        await visitor.Page.Mouse.UpAsync();
    }

    private static async Task<LocatorBoundingBoxResult> Box(ILocator thing) =>
        await thing.First.BoundingBoxAsync() ?? throw new InvalidOperationException("It is not on the screen.");

    private static Task<string> Css(ILocator thing, string name) => thing.EvaluateAsync<string>($"element => getComputedStyle(element).getPropertyValue('{name}')");
}
