using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CoCreate.Tests.Browser;

/// <summary>What keeps people from using a page.</summary>
internal static class Barriers
{
    private const string Settled = "() => Promise.all(document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => undefined)))";

    /// <summary>Names of controls of which no scrolling brings all on the screen, or that lie under something else. Where nothing scrolls for people, nothing may have to be scrolled.</summary>
    private const string CutOff = """
        () => {
          const controls = [...document.querySelectorAll('button, a[href], input, select, textarea, [role=tab], [role=switch], summary')];
          const seen = controls.filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && each.closest('.world, .hidden-words, [inert], [aria-hidden=true]') === null);
          const shut = (each) => [...function* () { for (let up = each.parentElement; up; up = up.parentElement) yield up; }()]
            .filter((up) => ['hidden', 'clip'].some((word) => getComputedStyle(up).overflow.includes(word)));
          const nameOf = (each) => each.getAttribute('aria-label') || each.innerText?.trim() || each.placeholder || each.id || each.outerHTML.slice(0, 80);
          const wide = document.scrollingElement.scrollWidth > innerWidth ? ['the page is wider than the screen'] : [];
          const isReached = (each) => {
            const box = each.getBoundingClientRect();
            const inside = box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return inside && top !== null && (each.contains(top) || top.contains(each) || top.closest('label')?.contains(each) === true);
          };
          return wide.concat(seen.filter((each) => {
            if (isReached(each)) {
              return false;
            }
            const before = shut(each).map((up) => [up, up.scrollLeft, up.scrollTop]);
            each.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
            const moved = before.some(([up, left, top]) => up.scrollLeft !== left || up.scrollTop !== top);
            before.forEach(([up, left, top]) => up.scrollTo({ left, top, behavior: 'instant' }));
            return moved || !isReached(each);
          }).map(nameOf));
        }
        """;

    /// <summary>Runs the rules, or only those named, and tells what breaks them, a line each. What is in order is not told: telling takes longer than finding.</summary>
    private const string Run = """
        async ({ only, without }) => {
          const rules = { 'target-size': { enabled: true }, ...Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) };
          const which = only.length > 0 ? { runOnly: { type: 'rule', values: only } } : { rules };
          const { violations } = await axe.run(document, { ...which, resultTypes: ['violations'] });
          return violations.map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
        }
        """;

    /// <summary>A window takes the page behind it away from those who do not see it, its heading and main part included. axe means to allow that, but tells windows from pages by what it finds at a few points of the screen.</summary>
    private static readonly string[] _withoutInWindows = ["landmark-one-main", "page-has-heading-one"];

    /// <summary>What a theme can break: all else is the same in both.</summary>
    private static readonly string[] _ofColours = ["color-contrast", "link-in-text-block"];

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Fails where axe finds something in one of the themes, targets smaller than 24 px with nothing free around them included; once what fades in is there, for until then it has the contrast of the moment.</summary>
    public static async Task AreNone(Visitor visitor, string screen)
    {
        await visitor.Page.EvaluateAsync(Settled);

        // What the pointer happens to rest on is no part of the screen.
        await visitor.Page.EvaluateAsync("() => document.getElementById('hint')?.remove()");
        var hasWindow = await visitor.Page.EvaluateAsync<bool>("() => document.querySelector('[role=dialog], [role=alertdialog]') !== null");
        await BringAxe(visitor.Page);
        await Look(visitor, screen, [], hasWindow ? _withoutInWindows : []);

        var isDark = await visitor.Page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        await Turn(visitor, toDark: !isDark);
        await Look(visitor, $"{screen}, {(isDark ? "light" : "dark")}", _ofColours, []);
        await Turn(visitor, toDark: isDark);
    }

    private static async Task Turn(Visitor visitor, bool toDark)
    {
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = toDark ? ColorScheme.Dark : ColorScheme.Light });
        await visitor.Page.EvaluateAsync(Settled);
    }

    private static async Task Look(Visitor visitor, string screen, string[] only, string[] without)
    {
        var found = await visitor.Page.EvaluateAsync<string[]>(Run, new { only, without });
        Assert.True(found.Length == 0, $"{screen}: {string.Join("; ", found)}");
    }

    /// <summary>A page keeps axe until it is left: to load it for each look takes about as long as looking. A page with frames needs it in each of them, and they are of other sites.</summary>
    private static async Task BringAxe(IPage page)
    {
        foreach (var frame in page.Frames)
        {
            if (!await frame.EvaluateAsync<bool>("() => 'axe' in window"))
            {
                await frame.EvaluateAsync($"() => {{ {_axe}; axe.configure({{ allowedOrigins: ['<unsafe_all_origins>'] }}); }}");
            }
        }
    }

    /// <summary>Fails where a control cannot be brought on the screen as a whole, or lies under something.</summary>
    public static async Task NothingIsCutOff(Visitor visitor, string screen)
    {
        await visitor.Page.EvaluateAsync(Settled);
        var cut = await visitor.Page.EvaluateAsync<string[]>(CutOff);
        Assert.True(cut.Length == 0, $"{screen}: {string.Join("; ", cut)}");
    }
}
