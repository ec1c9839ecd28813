using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>What people do around a vote, by clicks and keys.</summary>
internal static class VotingSteps
{
    /// <summary>Brings ideas in as lines of a text.</summary>
    public static async Task BringIdeas(this Visitor visitor, params string[] titles)
    {
        await visitor.Menu("Bring ideas in");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Text", new() { Exact = true }).FillAsync(string.Join('\n', titles.Select(title => $"- {title}")));
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Add {titles.Length} ideas" }).ClickAsync();
        await Expect(visitor.Card(titles[^1])).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Opens a vote as its host, for everybody or for one segment, and is on its ballot.</summary>
    public static async Task StartVote(this Visitor host, string method, string question, string segment = "")
    {
        await host.Menu("Start a vote");
        var dialog = host.Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator(".method").Filter(new() { Has = host.Page.GetByText(method, new() { Exact = true }) }).ClickAsync();
        await dialog.GetByLabel("Question").FillAsync(question);
        if (segment.Length > 0)
        {
            await dialog.GetByText("Ties, who votes, live tallies").ClickAsync();
            await dialog.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex($"^{Regex.Escape(segment)}") }).CheckAsync();
        }

        await Barriers.AreNone(host, "start a vote");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Open the vote" }).ClickAsync();
        await Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = question })).ToBeVisibleAsync();
    }

    /// <summary>Goes to the ballot from the line at the head of the board.</summary>
    public static async Task OpenVote(this Visitor visitor)
    {
        await visitor.Press(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Vote", Exact = true }).Or(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Your ballot", Exact = true })).First);
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "I’m finished" })).ToBeVisibleAsync();
    }

    /// <summary>Presses something with what they have: a pointer, or on a phone a finger.</summary>
    public static Task Press(this Visitor visitor, ILocator button) => visitor.Page.ViewportSize?.Width < 500 ? button.TapAsync() : button.ClickAsync();

    /// <summary>Closes the one open vote as its host, and is on its result.</summary>
    public static async Task CloseVote(this Visitor host)
    {
        await host.Menu("Votes and results");
        var dialog = host.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close and show results" }).ClickAsync();
        await Expect(dialog.GetByText("Ballots are counted as they are now")).ToBeVisibleAsync();
        await Barriers.AreNone(host, "votes and results");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close and show results" }).ClickAsync();
        await Expect(host.Page.Locator(".tally-row").First).ToBeVisibleAsync();
    }

    /// <summary>Walks with the arrows to the row of an option, wherever one's own order has it.</summary>
    public static async Task WalkTo(this Visitor visitor, string option)
    {
        await visitor.Page.Keyboard.PressAsync("Home");
        var row = visitor.Page.Locator("[data-row]:focus");
        for (var steps = 0; steps < 20 && !Regex.IsMatch(await row.InnerTextAsync(), Regex.Escape(option)); steps++)
        {
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
        }

        await Expect(row).ToContainTextAsync(option);
    }
}
