using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>Several people in the body of one idea, in real browsers.</summary>
[Collection(BrowserTests.Name)]
public sealed class TypingTests(Browsers browsers)
{
    private const string Title = "Buckles I can swap";

    [Fact]
    public async Task Three_people_type_in_one_body_at_once_and_every_character_is_kept()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop(ColorScheme.Dark);
        await using var pia = await browsers.Phone();
        await Together(ann, bob, pia);

        await Body(ann).PressSequentiallyAsync("Begin. ");
        await Expect(Body(bob)).ToHaveValueAsync("Begin. ");
        await Expect(Body(pia)).ToHaveValueAsync("Begin. ");
        await AtEnd(bob);
        await AtEnd(pia);
        await Task.WhenAll(
            Body(ann).PressSequentiallyAsync("aaaa-1 aaaa-2 aaaa-3 ", new() { Delay = 15 }),
            Body(bob).PressSequentiallyAsync("bbbb-1 bbbb-2 bbbb-3 ", new() { Delay = 15 }),
            Body(pia).PressSequentiallyAsync("cccc-1 cccc-2 cccc-3 ", new() { Delay = 15 }));

        var text = await Same(whole => whole.Length >= 7 + (3 * 21), ann, bob, pia);
        Assert.Equal(7 + (3 * 21), text.Length);
        foreach (var letter in "abc")
        {
            Assert.Equal(12, text.Count(each => each == letter));
        }

        await Carets_are_seen_and_taken_back_typing_is_only_ones_own(ann, bob, pia);
    }

    private static async Task Carets_are_seen_and_taken_back_typing_is_only_ones_own(Visitor ann, Visitor bob, Visitor pia)
    {
        await Expect(ann.Page.Locator(".caret").Filter(new() { HasText = "Bob" })).ToHaveCountAsync(1);
        await Expect(ann.Page.Locator(".caret").Filter(new() { HasText = "Pia" })).ToHaveCountAsync(1);
        await Expect(pia.Page.Locator(".caret").Filter(new() { HasText = "Ann" })).ToHaveCountAsync(1);
        if (Environment.GetEnvironmentVariable("COCREATE_SHOTS") is { } folder)
        {
            await Shoot(folder, ("ann-light", ann), ("bob-dark", bob), ("pia-phone", pia));
        }

        for (var step = 0; step < 30; step++)
        {
            await Body(bob).PressAsync("Control+z");
        }

        var text = await Same(whole => !whole.Contains('b', StringComparison.Ordinal), ann, bob, pia);
        Assert.Contains("Begin. ", text, StringComparison.Ordinal);
        Assert.Equal(12, text.Count(each => each == 'a'));
        Assert.Equal(12, text.Count(each => each == 'c'));
    }

    [Fact]
    public async Task Emoji_and_an_input_method_are_not_disturbed_while_another_types()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        await Together(ann, bob);
        await Body(ann).FillAsync("🎒🎓");
        await Expect(Body(bob)).ToHaveValueAsync("🎒🎓");

        // Bob composes Japanese with an input method while Ann types in front of him.
        await AtEnd(bob);
        var input = await bob.Page.Context.NewCDPSessionAsync(bob.Page);
        await Compose(input, "k");
        await Compose(input, "か");
        await Body(ann).PressAsync("Control+Home");
        await Body(ann).PressSequentiallyAsync("Bag ");
        await ann.AllSaved();
        await Compose(input, "かば");
        await Expect(Body(bob)).ToHaveValueAsync("🎒🎓かば");
        await Compose(input, "かばん");
        await input.SendAsync("Input.insertText", new() { ["text"] = "鞄" });
        await Same(whole => whole == "Bag 🎒🎓鞄", ann, bob);

        await bob.Page.Keyboard.InsertTextAsync("👍");
        await ann.Page.Keyboard.InsertTextAsync("🎉");
        await Same(whole => whole == "Bag 🎉🎒🎓鞄👍", ann, bob);
        await Body(bob).PressAsync("Backspace");
        await Same(whole => whole == "Bag 🎉🎒🎓鞄", ann, bob);
    }

    [Fact]
    public async Task What_is_typed_offline_and_reloaded_is_merged_when_the_connection_is_back()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        await Together(ann, bob);
        await Body(ann).FillAsync("One two three.");
        await Expect(Body(bob)).ToHaveValueAsync("One two three.");

        await bob.Page.Context.SetOfflineAsync(true);
        await browsers.Server.Kill();
        await AtEnd(bob);
        await Body(bob).PressSequentiallyAsync(" Written offline.");
        await Expect(bob.Page.GetByText(new Regex("^(You are offline|Offline)")).First).ToBeVisibleAsync();
        await browsers.Server.Start();
        await ann.AllSaved();
        await Body(ann).PressAsync("Control+Home");
        await Body(ann).PressSequentiallyAsync("Zero ");
        await ann.AllSaved();
        await bob.Page.Context.SetOfflineAsync(false);

        await Same(whole => whole == "Zero One two three. Written offline.", ann, bob);
    }

    private static async Task Together(Visitor first, params Visitor[] others)
    {
        var code = await first.MakeBoard("Typing together", "Ann");
        await first.AddIdea(Title, 420, 300);
        await first.AllSaved();
        await first.Card(Title).ClickAsync();
        await first.Page.Keyboard.PressAsync("o");
        await Body(first).ClickAsync();
        for (var i = 0; i < others.Length; i++)
        {
            await others[i].Join(code, i == 0 ? "Bob" : "Pia");
            await others[i].Page.GetByText(Title).First.ClickAsync();

            // A phone shows its list, in which a tap opens the idea; on a canvas a key does.
            if (others[i].Page.ViewportSize?.Width > 500)
            {
                await others[i].Page.Keyboard.PressAsync("o");
            }

            await Body(others[i]).ClickAsync();
        }
    }

    private static ILocator Body(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = "More about it", Exact = true });

    private static Task AtEnd(Visitor visitor) => Body(visitor).PressAsync("Control+End");

    private static Task<System.Text.Json.JsonElement?> Compose(ICDPSession input, string text) =>
        input.SendAsync("Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });

    /// <summary>Waits until all show the same text, with all that is to be in it, and gives it.</summary>
    private static async Task<string> Same(Func<string, bool> isWhole, params Visitor[] visitors)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var texts = await Task.WhenAll(visitors.Select(visitor => Body(visitor).InputValueAsync()));
            if (texts.Distinct().Count() == 1 && isWhole(texts[0]))
            {
                return texts[0];
            }

            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(30), $"After 30 s: {string.Join(" | ", texts)}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task Shoot(string folder, params (string Name, Visitor Visitor)[] shots)
    {
        foreach (var (name, visitor) in shots)
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"carets-{name}.png") });
        }
    }
}
