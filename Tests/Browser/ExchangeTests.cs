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

        var chooser = await ann.Page.RunAndWaitForFileChooserAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = "Choose a file" }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload
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
    public async Task A_board_is_copied_as_a_picture_of_its_size_and_its_colours()
    {
        await using var ann = await browsers.Laptop();
        await ann.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await ann.MakeBoard("A picture", "Ann");
        await ann.AddIdea("A lamp", 500, 400);
        await ann.AllSaved();
        await ann.Menu("Take the board along");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Copy: Copy as picture", Exact = true }).ClickAsync();
        await Expect(ann.Page.GetByText("Copied").First).ToBeVisibleAsync();

        var copied = await ann.Page.EvaluateAsync<JsonElement>(ReadPicture);

        // A card of 208 by 144 with 48 around it, two pixels for each unit.
        Assert.Equal((608, 480), (copied.GetProperty("width").GetInt32(), copied.GetProperty("height").GetInt32()));
        Assert.Equal(copied.GetProperty("card").GetString(), copied.GetProperty("middle").GetString());
        Assert.Equal(copied.GetProperty("paper").GetString(), copied.GetProperty("corner").GetString());
        Assert.NotEqual(copied.GetProperty("middle").GetString(), copied.GetProperty("corner").GetString());
        Assert.True(copied.GetProperty("inks").GetInt32() > 50, "There are no letters on the card.");
    }

    [Fact]
    public async Task A_boards_file_brings_its_pictures_along_and_one_that_is_damaged_makes_no_board()
    {
        await using var ann = await browsers.Laptop();
        await ann.MakeBoard("With pictures", "Ann");
        foreach (var (colour, count) in new[] { ("#204080", 1), ("#a03020", 2), ("#204080", 3) })
        {
            await ann.Page.EvaluateAsync(PastePicture, colour);
            await Expect(ann.Page.Locator(".picture-shown")).ToHaveCountAsync(count);
        }

        await ann.AllSaved();
        await ann.Menu("Take the board along");
        var saved = await Download(ann, "Save: Board");
        using var file = JsonDocument.Parse(saved);
        Assert.Equal((2, 3), (file.RootElement.GetProperty("files").GetArrayLength(), file.RootElement.GetProperty("images").GetArrayLength()));

        await using var eve = await browsers.Laptop();
        await Open(eve, saved);
        await Expect(eve.Page.Locator(".picture-shown")).ToHaveCountAsync(3);
        Assert.Equal(["300x200", "300x200", "300x200"], await eve.Page.Locator(".picture img").EvaluateAllAsync<string[]>("all => all.map((each) => `${each.naturalWidth}x${each.naturalHeight}`)"));
        await eve.Menu("Take the board along");
        var again = await Download(eve, "Save: Board");
        Assert.Equal(Pictures(saved), Pictures(again));

        var data = file.RootElement.GetProperty("files")[1].GetProperty("data").GetString()!;
        await using var zoe = await browsers.Laptop();
        await Open(zoe, System.Text.Encoding.UTF8.GetBytes(Text(saved).Replace(data, data[..^8], StringComparison.Ordinal)));
        await Expect(zoe.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is damaged, so no board was made of it");
        Assert.Empty((await (await zoe.Page.APIRequest.GetAsync("/api/me")).JsonAsync())!.Value.GetProperty("boards").EnumerateArray());
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
            Assert.Equal("", await input.InputValueAsync()); // or choosing the same file again, once it is mended, would do nothing
        }
    }

    /// <summary>What is on the clipboard, as a picture: its size, its colours in a corner and where the card is empty, the page's own, and how many dark points there are.</summary>
    private const string ReadPicture = """
        async () => {
          const [item] = await navigator.clipboard.read();
          const bitmap = await createImageBitmap(await item.getType('image/png'));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const pen = canvas.getContext('2d');
          pen.drawImage(bitmap, 0, 0);
          const at = (x, y) => [...pen.getImageData(x, y, 1, 1).data].join(' ');
          const token = (name) => {
            pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
            pen.fillRect(0, 0, 1, 1);
            return at(0, 0);
          };
          const { data } = pen.getImageData(96, 96, 416, 120);
          let inks = 0;
          for (let i = 0; i < data.length; i += 4) {
            inks += data[i] < 90 ? 1 : 0;
          }
          const [middle, corner] = [at(304, 260), at(bitmap.width - 2, bitmap.height - 2)];
          return { width: bitmap.width, height: bitmap.height, middle, corner, inks, card: token('--card-sun'), paper: token('--bg') };
        }
        """;

    private const string PastePicture = """
        async (colour) => {
          const canvas = document.createElement('canvas');
          canvas.width = 300;
          canvas.height = 200;
          const pen = canvas.getContext('2d');
          pen.fillStyle = colour;
          pen.fillRect(0, 0, 150, 200);
          const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
          const data = new DataTransfer();
          data.items.add(new File([blob], 'buckle.png', { type: 'image/png' }));
          document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    private static async Task Open(Visitor visitor, byte[] file)
    {
        await visitor.Page.GotoAsync("/");
        await visitor.Page.GetByLabel("Your name").FillAsync("Eve");
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "board.json", MimeType = "application/json", Buffer = file });
    }

    /// <summary>The pictures of a board's file and where they lie; whose they are changes.</summary>
    private static string Pictures(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        var images = json.RootElement.GetProperty("images").EnumerateArray().Select(image => string.Join(' ', image.EnumerateObject().Where(field => field.Name is not ("author" or "lockedBy")).Select(field => field.ToString()).Order(StringComparer.Ordinal)));
        var files = json.RootElement.GetProperty("files").EnumerateArray().Select(each => $"{each.GetProperty("id")} {each.GetProperty("data")}");
        return string.Join('\n', images.Concat(files).Order(StringComparer.Ordinal));
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
