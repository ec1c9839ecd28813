using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>What a host does to lead a session, by clicks and keys.</summary>
internal static class HostSteps
{
    /// <summary>On the start page: finds a playbook by a word, reads what happens in it and makes a board with it. They are in its lobby then.</summary>
    public static async Task MakeBoardWithPlaybook(this Visitor host, string word, string playbook, string title, string name)
    {
        await host.Page.GotoAsync("/");
        await host.Page.GetByLabel("What is it about?").FillAsync(title);
        await host.Page.GetByLabel("Your name").FillAsync(name);
        await host.OpenPlaybooks();
        var dialog = host.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Search playbooks").FillAsync(word);
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(playbook)}") }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Heading, new() { Name = "What happens" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make a board with it" }).ClickAsync();
        await Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = title }).First).ToBeVisibleAsync();
        await Expect(host.Page.GetByText("People are coming in. Begin whenever you like.")).ToBeVisibleAsync();
    }

    /// <summary>Opens a board of their own with a playbook's steps; they are in its lobby then.</summary>
    public static async Task OpenBoardWithPlaybook(this Visitor host, string playbook)
    {
        var made = await host.Page.Context.APIRequest.PostAsync("/api/boards", new() { DataObject = new { title = "A park for all", name = "Ann", playbook } });
        Assert.True(made.Ok, await made.TextAsync());
        await host.Page.GotoAsync($"/b/{(await made.JsonAsync())!.Value.GetProperty("board").GetString()}");
        await Expect(host.Page.GetByText("People are coming in. Begin whenever you like.")).ToBeVisibleAsync();
    }

    /// <summary>On the start page: opens the window with playbooks to choose from.</summary>
    public static async Task OpenPlaybooks(this Visitor host)
    {
        await host.Page.Locator(".start-playbook").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(host.Page.GetByRole(AriaRole.Dialog).GetByLabel("Search playbooks")).ToBeVisibleAsync();
    }

    /// <summary>The code to join by, read from the button that shows it.</summary>
    public static async Task<string> Code(this Visitor host)
    {
        await Expect(host.ShareButton).ToBeVisibleAsync();
        var code = Regex.Match(await host.ShareButton.InnerTextAsync(), $"[{Ids.JoinCodeAlphabet}]{{{Limits.JoinCodeLength}}}$").Value;
        Assert.NotEmpty(code);
        return code;
    }

    /// <summary>The host's console beside the canvas.</summary>
    public static ILocator Console(this Visitor host) => host.Page.GetByRole(AriaRole.Complementary, new() { Name = "Host console" });

    /// <summary>Opens the console by its key.</summary>
    public static async Task OpenConsole(this Visitor host)
    {
        await host.Page.Keyboard.PressAsync("Shift+C");
        await Expect(host.Console()).ToBeVisibleAsync();
    }

    /// <summary>Opens the console by its key where it does not stand open.</summary>
    public static async Task OpenConsoleByKey(this Visitor host)
    {
        if (await host.Console().CountAsync() == 0)
        {
            await host.OpenConsole();
        }

        await Expect(host.Console()).ToBeVisibleAsync();
    }

    /// <summary>Begins the next step by its key while a vote of this one is open: it waits when the host says so, and is closed when they go on.</summary>
    public static async Task BeginAndCloseTheVote(this Visitor host, string step, string words)
    {
        var asked = host.Page.GetByRole(AriaRole.Alertdialog);
        await host.Page.Keyboard.PressAsync("Shift+N");
        await Expect(asked).ToContainTextAsync(words);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Not yet" }).ClickAsync();
        await Expect(asked).ToHaveCountAsync(0);
        await host.BeginFromConsole(step);
        await Expect(asked).ToContainTextAsync(words);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
    }

    /// <summary>Puts one person into a segment, by the window for that.</summary>
    public static async Task PutIntoSegment(this Visitor host, string person, string segment)
    {
        await host.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(" here$") }).First.ClickAsync();
        await host.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Segments", Exact = true }).ClickAsync();
        var dialog = host.Page.GetByRole(AriaRole.Dialog, new() { Name = "Segments" });
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = person }).CheckAsync();
        await dialog.GetByLabel("Segment", new() { Exact = true }).FillAsync(segment);
        await Barriers.AreNone(host, "segments");
        await dialog.GetByLabel("Segment", new() { Exact = true }).PressAsync("Enter");
        await Expect(dialog.GetByText($"1 person is in {segment} now.")).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = $"{segment}: 1 person" })).ToBeVisibleAsync();
        await host.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>Presses the large button of the console that begins the next step.</summary>
    public static Task BeginFromConsole(this Visitor host, string step) =>
        host.Console().Locator(".console-now").GetByRole(AriaRole.Button, new() { Name = $"Begin “{step}”" }).ClickAsync();
}
