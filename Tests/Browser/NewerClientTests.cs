using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>R95: a page of an older build, whose server has a newer one.</summary>
[Collection(BrowserTests.Name)]
public sealed class NewerClientTests(Browsers browsers)
{
    private const string Offer = "There is a newer version of this page.";

    [Fact]
    public async Task R95_an_older_page_loads_itself_anew_once_and_not_while_somebody_writes()
    {
        await using var visitor = await browsers.Laptop();
        var loads = await AgeThePage(visitor, aged: 1);
        await visitor.OpenBoard();
        await visitor.Page.Mouse.DblClickAsync(500, 400);
        await visitor.Page.Keyboard.TypeAsync("Half a thou");
        await Expect(visitor.Page.GetByText(Offer)).ToBeVisibleAsync();
        Assert.Equal(1, loads());

        await visitor.Page.Keyboard.TypeAsync("ght");
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Visitor.Until(() => Task.FromResult(loads() == 2), "the page is loaded anew");
        await Expect(visitor.Card("Half a thought")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText(Offer)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task R95_a_page_that_stays_old_is_loaded_anew_once_and_then_only_offered()
    {
        await using var visitor = await browsers.Laptop();
        var loads = await AgeThePage(visitor, aged: 2);
        await visitor.OpenBoard();
        await Expect(visitor.Page.GetByText(Offer)).ToBeVisibleAsync();
        Assert.Equal(2, loads());

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Load it" }).ClickAsync();
        await Visitor.Until(() => Task.FromResult(loads() == 3), "the page is loaded anew");
        await Expect(visitor.Page.GetByText("What is your first idea?")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText(Offer)).ToBeHiddenAsync();
    }

    /// <summary>The first so many loads of the page say that they are an older build, as those of a server of an older version are.</summary>
    private static async Task<Func<int>> AgeThePage(Visitor visitor, int aged)
    {
        await visitor.Page.AddInitScriptAsync($$"""
            {
              const load = Number(sessionStorage.getItem('loads') ?? 0) + 1;
              sessionStorage.setItem('loads', load);
              const ages = new MutationObserver(() => {
                const mark = document.querySelector('meta[name="bundle"]');
                if (mark !== null) {
                  ages.disconnect();
                  mark.content = load <= {{aged}} ? '1-00' : mark.content;
                }
              });
              ages.observe(document, { childList: true, subtree: true });
            }
            """);
        var loads = 0;
        visitor.Page.Load += (_, _) => Interlocked.Increment(ref loads);
        return () => Volatile.Read(ref loads);
    }
}
