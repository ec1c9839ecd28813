using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoCreate.Tests.Browser;

/// <summary>What people bring to a board and take along from it, in real browsers with real files.</summary>
[Collection(BrowserTests.Name)]
public sealed class ExchangeTests(Browsers browsers)
{
    [Fact]
    public async Task Ideas_come_in_from_text_and_files_with_a_preview_and_words_about_each_bad_line()
    {
        await using var ann = await browsers.Laptop();
        await ann.MakeBoard("Where ideas come from", "Ann");
        await ann.Menu("Bring ideas in");
        var dialog = ann.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Text", new() { Exact = true }).FillAsync("- A lamp\n\n- A bench");
        await Expect(dialog.GetByText("2 ideas", new() { Exact = true })).ToBeVisibleAsync();

        await dialog.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "park.csv",
            MimeType = "text/csv",
            Buffer = "title,body,group,colour\nA gate,wide,Ways,sun\nA path,,Ways,brown\n"u8.ToArray(),
        });
        await Expect(dialog.GetByText("2 ideas in 1 group")).ToBeVisibleAsync();
        await Expect(dialog.GetByText("Line 3: “brown” is no colour here.")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add 2 ideas" }).ClickAsync();

        await Expect(ann.Card("A gate")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("card-sun"));
        await Expect(ann.Page.GetByRole(AriaRole.Group, new() { Name = "Ways, 2 ideas" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_board_is_taken_along_in_every_form_and_its_file_opens_as_an_equal_board()
    {
        await using var ann = await browsers.Laptop();
        await using var bob = await browsers.Laptop();
        var code = await ann.MakeBoard("A park for all", "Ann");
        await bob.Join(code, "Bob");
        await bob.AllSaved();
        await bob.AddIdea("Bob’s bench", 420, 300);
        await Expect(ann.Card("Bob’s bench")).ToBeVisibleAsync();
        await ann.AddIdea("Ann’s lamp", 900, 300);
        await ann.AllSaved();

        var saved = new Dictionary<string, byte[]>();
        await ann.Menu("Take the board along");
        foreach (var form in new[] { "Picture", "Drawing", "Page", "Table", "Report", "Board" })
        {
            saved[form] = await Download(ann, $"Save: {form}");
        }

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], saved["Picture"][..4]);
        Assert.Contains("Bob’s bench", Text(saved["Drawing"]));
        Assert.StartsWith("%PDF-", Text(saved["Page"]));
        Assert.Contains("Bob’s bench,,,sun,Bob", Text(saved["Table"]));
        Assert.Contains("- **Ann’s lamp** (Ann)", Text(saved["Report"]));

        await using var eve = await browsers.Laptop();
        await eve.Page.GotoAsync("/");
        await eve.Page.GetByLabel("Your name").FillAsync("Eve");
        await eve.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "park.json", MimeType = "application/json", Buffer = saved["Board"] });
        await Expect(eve.Card("Bob’s bench")).ToContainTextAsync("Bob");
        await Expect(eve.Card("Ann’s lamp")).ToContainTextAsync("Ann");
        await Expect(eve.Page.GetByRole(AriaRole.Heading, new() { Name = "A park for all" })).ToBeVisibleAsync();

        await eve.Menu("Take the board along");
        var again = await Download(eve, "Save: Board");
        Assert.Equal(Ideas(saved["Board"]), Ideas(again));
    }

    [Fact]
    public async Task A_file_that_is_no_board_is_refused_with_what_to_do()
    {
        await using var ann = await browsers.Laptop();
        await ann.Page.GotoAsync("/");
        var input = ann.Page.Locator("input[type=file]");
        foreach (var (content, words) in new[]
        {
            ("{", "cannot be read as JSON"),
            ("[]", "holds no board"),
            ("""{"format":"cocreate-board","version":2}""", "comes from a newer CoCreate"),
        })
        {
            await input.SetInputFilesAsync(new FilePayload { Name = "x.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
            await Expect(ann.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);
        }
    }

    private static async Task<byte[]> Download(Visitor visitor, string button)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    /// <summary>The ideas of a board's file, with authors by name.</summary>
    private static string Ideas(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        var names = json.RootElement.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!, p => p.GetProperty("name").GetString()!);
        return string.Join('\n', json.RootElement.GetProperty("ideas").EnumerateArray().Select(idea => names.Aggregate(idea.GetRawText(), (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal))).Order(StringComparer.Ordinal));
    }
}
