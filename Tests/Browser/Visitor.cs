using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>A person at a browser, by clicks and keys. Words are those on the screen.</summary>
internal sealed class Visitor(IBrowserContext context, IPage page) : IAsyncDisposable
{
    /// <summary>The page they look at.</summary>
    public IPage Page => page;

    /// <summary>The button that opens the window with link and code; the code stands on it.</summary>
    public ILocator ShareButton => page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Share") });

    /// <summary>Another tab of the same browser.</summary>
    public async Task<Visitor> AnotherTab() => new(context, await context.NewPageAsync());

    /// <summary>Makes a board on the start page, and reads its code from the button that shows it.</summary>
    public async Task<string> MakeBoard(string title, string name)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("What is it about?").FillAsync(title);
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the board" }).ClickAsync();
        await Expect(page.GetByText("What is your first idea?")).ToBeVisibleAsync();
        return await this.Code();
    }

    /// <summary>Opens a board of their own with these ideas on it, each around a point of the screen. Nothing is selected.</summary>
    public async Task OpenBoard(params (string Title, float X, float Y)[] ideas)
    {
        var made = await context.APIRequest.PostAsync("/api/boards", new() { DataObject = new { title = "Habits", name = "Ann" } });
        Assert.True(made.Ok, await made.TextAsync());
        await page.GotoAsync($"/b/{(await made.JsonAsync())!.Value.GetProperty("board").GetString()}");
        await Expect(page.GetByText("What is your first idea?")).ToBeVisibleAsync();
        foreach (var (title, x, y) in ideas)
        {
            await AddIdea(title, x, y);
            await page.Keyboard.PressAsync("Escape");
        }
    }

    /// <summary>Makes a board and adds ideas in its list, as a phone shows it first.</summary>
    public async Task OpenList(params string[] ideas)
    {
        var made = await context.APIRequest.PostAsync("/api/boards", new() { DataObject = new { title = "Habits", name = "Pia" } });
        Assert.True(made.Ok, await made.TextAsync());
        await page.GotoAsync($"/b/{(await made.JsonAsync())!.Value.GetProperty("board").GetString()}");
        foreach (var title in ideas)
        {
            await page.GetByPlaceholder("Add an idea…").FillAsync(title);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByText(title, new() { Exact = true })).ToBeVisibleAsync();
        }
    }

    /// <summary>What the button between − and + says, in percent.</summary>
    public async Task<int> Zoom() =>
        int.Parse((await page.Locator(".dock-zoom").InnerTextAsync()).Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Drags with the mouse in a few steps, as a hand does, and lets go.</summary>
    public async Task Drag((float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Titles of the selected cards, by the alphabet.</summary>
    public async Task<string> Selected() =>
        string.Join(", ", (await page.Locator(".card-selected .card-title").AllInnerTextsAsync()).Order(StringComparer.Ordinal));

    /// <summary>Looks again and again, as a person would, for as long as a test waits.</summary>
    public static async Task Until(Func<Task<bool>> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30), $"It did not come about in 30 s that {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <summary>Joins with a code as a newcomer.</summary>
    public async Task Join(string code, string name)
    {
        await page.GotoAsync($"/j/{code}");
        await page.GetByLabel("What shall we call you?").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "I’m in" }).ClickAsync();
    }

    /// <summary>Adds an idea with a double click on free paper, and finishes typing.</summary>
    public async Task AddIdea(string title, float x, float y)
    {
        await page.Mouse.DblClickAsync(x, y);
        await page.Keyboard.TypeAsync(title);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Card(title)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    /// <summary>The card with a title.</summary>
    public ILocator Card(string title) => page.Locator("[data-idea]").Filter(new() { HasText = title });

    /// <summary>Where a card's middle is on the screen.</summary>
    public async Task<(float X, float Y)> Middle(string title)
    {
        var box = await Card(title).BoundingBoxAsync() ?? throw new InvalidOperationException($"{title} is not on the screen.");
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Opens the board's menu and chooses a line of it.</summary>
    public async Task Choose(string line)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true })).First.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = line, Exact = true }).Or(page.GetByRole(AriaRole.Menuitemradio, new() { Name = line, Exact = true })).First.ClickAsync();
    }

    /// <summary>Chooses a line of the board's menu.</summary>
    public async Task Menu(string line)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menu).GetByText(line).ClickAsync();
    }

    /// <summary>Waits until everything they did is acknowledged.</summary>
    public Task AllSaved() => Expect(page.GetByText("All saved")).ToBeVisibleAsync();

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
