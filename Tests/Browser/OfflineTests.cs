using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>A board without its server: what one does is safe, also when the page is loaded anew, and is sent when the server is back.</summary>
[Collection(BrowserTests.Name)]
public sealed class OfflineTests(Browsers browsers)
{
    private const string Title = "A lamp by the gate";

    [Fact]
    public async Task What_is_done_offline_outlives_a_reload_and_is_on_the_board_when_the_server_is_back()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        var code = await ann.MakeBoard("Away", "Ann");
        await ann.AddIdea(Title, 420, 300);
        await ann.AddIdea("A bench", 800, 300);
        await ann.AllSaved();
        await PageIsKept(ann);
        await bob.Join(code, "Bob");
        await Expect(bob.Card("A bench")).ToBeVisibleAsync();

        await GoesOffline(ann);
        await ann.AddIdea("Written offline", 420, 560);
        var from = await ann.Middle("A bench");
        await ann.Drag(from, (from.X + 120, from.Y + 160));
        var moved = await ann.Middle("A bench");
        await OpenBody(ann, Title);
        await Body(ann).PressSequentiallyAsync("Before the reload.");
        await Waits(ann);
        await ann.Page.ReloadAsync();

        await Expect(ann.Card("Written offline")).ToBeVisibleAsync();
        await Expect(ann.Card(Title)).ToBeVisibleAsync();
        await Expect(ann.Page.GetByText(new Regex("This is the board as it was on .* changes wait here and will be sent when you are back"))).ToBeVisibleAsync();
        Assert.NotEqual(from, moved);
        await OpenBody(ann, Title);
        await Expect(Body(ann)).ToHaveValueAsync("Before the reload.");
        await Body(ann).PressAsync("Control+End");
        await Body(ann).PressSequentiallyAsync(" And after it.");
        await Waits(ann);
        await ann.Page.Context.SetOfflineAsync(false);

        await ann.AllSaved();
        await Expect(ann.Page.GetByText("This is the board as it was")).ToBeHiddenAsync();
        await Expect(bob.Card("Written offline")).ToBeVisibleAsync();
        await OpenBody(bob, Title);
        await Expect(Body(bob)).ToHaveValueAsync("Before the reload. And after it.");
        await Expect(bob.Page.Locator("[data-idea]")).ToHaveCountAsync(3);
        Assert.Equal(await PlaceOf(ann, "A bench"), await PlaceOf(bob, "A bench"));
    }

    [Fact]
    public async Task A_board_is_opened_at_its_address_while_the_server_is_down_and_comes_alive_with_it()
    {
        await using var ann = await browsers.Phone();
        await ann.OpenList(Title);
        await PageIsKept(ann);
        var address = ann.Page.Url;
        await ann.Page.GotoAsync("/");

        await browsers.Server.Kill();
        try
        {
            await ann.Page.GotoAsync(address);
            await Expect(ann.Page.GetByText(Title)).ToBeVisibleAsync();
            await Expect(ann.Page.GetByText("This is the board as it was on")).ToBeVisibleAsync();
        }
        finally
        {
            await browsers.Server.Start();
        }

        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Try now" }).ClickAsync();
        await Expect(ann.Page.GetByText("This is the board as it was on")).ToBeHiddenAsync();
        await Expect(ann.Page.GetByText(Title)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_the_board_itself_is_not_kept_it_is_said_that_the_changes_are()
    {
        await using var ann = await browsers.Laptop();
        await ann.MakeBoard("Away", "Ann");
        await PageIsKept(ann);
        await GoesOffline(ann);
        await ann.AddIdea(Title, 420, 300);
        await Waits(ann);
        await ann.Page.EvaluateAsync("() => new Promise((done) => { indexedDB.deleteDatabase('cocreate-boards').onsuccess = () => done(); })");
        await ann.Page.ReloadAsync();

        await Expect(ann.Page.GetByText("2 changes of yours are kept in this browser.")).ToBeVisibleAsync();
        await ann.Page.Context.SetOfflineAsync(false);
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(ann.Card(Title)).ToBeVisibleAsync();
        await ann.AllSaved();
    }

    [Fact]
    public async Task Whoever_is_banned_has_no_copy_of_the_board_left()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        await bob.Join(await ann.MakeBoard("Away", "Ann"), "Bob");
        await ann.AddIdea(Title, 420, 300);
        await Expect(bob.Card(Title)).ToBeVisibleAsync();
        await bob.Page.EvaluateAsync("() => dispatchEvent(new Event('pagehide'))");
        await Visitor.Until(async () => await KeptBoards(bob) == 1, "the board is kept");

        await ann.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("here$") }).ClickAsync();
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Ban Bob" }).ClickAsync();
        await ann.Page.GetByLabel("Reason").FillAsync("You were asked to stop, and went on.");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Ban", Exact = true }).ClickAsync();
        await Expect(bob.Page.GetByText("A host has banned you from this board.")).ToBeVisibleAsync();
        await Visitor.Until(async () => await KeptBoards(bob) == 0, "the copy is gone");
    }

    private async Task GoesOffline(Visitor visitor)
    {
        await visitor.Page.Context.SetOfflineAsync(true);

        // A connection that is open stays so when a browser is told to be offline.
        await browsers.Server.KillAndRestart();
        await Expect(visitor.Page.GetByText("You are offline.")).ToBeVisibleAsync();
    }

    private static Task<int> KeptBoards(Visitor visitor) => visitor.Page.EvaluateAsync<int>(
        """
        () => new Promise((done) => {
          const asked = indexedDB.open('cocreate-boards', 1);
          asked.onupgradeneeded = () => asked.transaction.abort();
          asked.onerror = () => done(0);
          asked.onsuccess = () => {
            const count = asked.result.transaction('boards').objectStore('boards').count();
            count.onsuccess = () => { asked.result.close(); done(count.result); };
          };
        })
        """);

    /// <summary>Waits until the browser has the whole page, as it has when somebody has worked for a few seconds.</summary>
    private static async Task PageIsKept(Visitor visitor) =>
        await visitor.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then((ready) => ready.active.state === 'activated' || new Promise((done) => ready.active.addEventListener('statechange', done)))");

    private static Task Waits(Visitor visitor) => Expect(visitor.Page.GetByText(new Regex("^Offline · \\d+ waits?$"))).ToBeVisibleAsync();

    private static async Task OpenBody(Visitor visitor, string title)
    {
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Card(title).ClickAsync();
        await visitor.Page.Keyboard.PressAsync("o");
        await Body(visitor).ClickAsync();
    }

    private static async Task<string> PlaceOf(Visitor visitor, string title) =>
        await visitor.Card(title).EvaluateAsync<string>("(card) => card.style.transform");

    private static ILocator Body(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = "More about it", Exact = true });
}
