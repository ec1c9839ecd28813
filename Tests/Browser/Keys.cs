using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>Somebody who has a keyboard and nothing else. Wherever they are, they can see where: the focus is on something, and shown.</summary>
internal static class Keys
{
    /// <summary>Whether something has the focus, and it, or the row or field around it, is marked: by an outline, a ring of shadow, or a caret in a field.</summary>
    private const string Shown = """
        () => {
          const marks = (el) => {
            const style = getComputedStyle(el);
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          };
          const active = document.activeElement;
          if (active === null || active === document.body) {
            return false;
          }

          return active.matches('input, textarea, [contenteditable]') || marks(active) || (active.parentElement !== null && marks(active.parentElement)) || active.matches('.canvas, .focus, section, [role=dialog], [role=alertdialog]');
        }
        """;

    /// <summary>Presses a key and looks where one is then.</summary>
    public static async Task Key(this Visitor visitor, string key)
    {
        await visitor.Page.Keyboard.PressAsync(key);
        await visitor.IsSomewhere($"after {key}");
    }

    /// <summary>Walks with Tab until something has the focus.</summary>
    public static async Task TabTo(this Visitor visitor, ILocator goal)
    {
        await Expect(goal).ToBeVisibleAsync();
        for (var steps = 0; steps < 150; steps++)
        {
            if (await goal.EvaluateAsync<bool>("el => el === document.activeElement || (el.contains(document.activeElement) && document.activeElement.matches('input'))"))
            {
                await visitor.IsSomewhere($"at {goal}");
                return;
            }

            await visitor.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {goal}.");
    }

    /// <summary>Walks to a button and presses it.</summary>
    public static async Task Press(this Visitor visitor, string button, ILocator? within = null)
    {
        await visitor.TabTo((within ?? visitor.Page.Locator("body")).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The focus comes to rest on something, and one sees where.</summary>
    public static Task IsSomewhere(this Visitor visitor, string when) =>
        Visitor.Until(() => visitor.Page.EvaluateAsync<bool>(Shown), $"one sees where the keyboard is {when}");

    /// <summary>Opens the list of commands, types a few letters and takes the first that fits.</summary>
    public static async Task Command(this Visitor visitor, string words)
    {
        await visitor.Page.Keyboard.PressAsync("Control+k");
        await Expect(visitor.Page.GetByPlaceholder("What would you like to do?")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync(words);
        await Expect(visitor.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync(new Regex(Regex.Escape(words), RegexOptions.IgnoreCase));
        await visitor.Page.Keyboard.PressAsync("Enter");
    }
}
