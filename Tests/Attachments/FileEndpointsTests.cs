using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Tests.Gateway;
using CoCreate.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Tests.Attachments;

/// <summary>Uploading to a board and downloading from it, over HTTP.</summary>
public sealed class FileEndpointsTests : IAsyncLifetime
{
    private GatewayHost _host = null!;
    private WebPerson _ann = null!;
    private WebPerson _bob = null!;
    private JsonElement _made;

    private string Board => _made.GetProperty("board").GetString()!;

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.Start();
        (_ann, _bob) = (_host.NewPerson(), _host.NewPerson());
        _made = await _ann.MakeBoard();
        await _bob.Enter(_made.GetProperty("joinCode").GetString()!);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task R65_R66_a_file_is_known_to_the_board_by_its_hash_and_shown_by_things()
    {
        var file = await Uploaded(_bob, Samples.Png, "?name=buckle.svg&width=1&height=1");
        Assert.Equal("png", file.GetProperty("format").GetString());
        Assert.Equal(file.ToString(), (await Uploaded(_ann, Samples.Png, "?name=another.png")).ToString());

        var record = Assert.Single((await _ann.Snapshot(Board)).GetProperty("patches").EnumerateArray(), p => p.GetProperty("kind").GetString() == "file").GetProperty("value");
        Assert.Equal(("buckle.svg", 1, Samples.Png.Length), (record.GetProperty("name").GetString(), record.GetProperty("width").GetInt32(), record.GetProperty("bytes").GetInt32()));
    }

    [Fact]
    public async Task R65_only_contributors_of_the_board_upload_and_only_what_boards_take()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(_host.NewPerson(), Samples.Png));
        var stranger = _host.NewPerson();
        await stranger.MakeBoard();
        Assert.Equal(HttpStatusCode.Forbidden, await Status(stranger, Samples.Png));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Status(_bob, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), "?name=a.png"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Status(_bob, [], "?name=a.png"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Status(_bob, Samples.Png, mediaType: "image/png"));
        Assert.Equal(HttpStatusCode.BadRequest, await Status(_bob, Samples.Png, $"?width={Limits.PicturePixels + 1}"));

        await Order(_made, new AssignRole(await Who(_bob), Role.Observer));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(_bob, Samples.Png));
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task R65_while_the_session_is_closed_nothing_is_taken_from_contributors_and_nothing_kept()
    {
        await Order(_made, new CloseSession());
        Assert.Equal(HttpStatusCode.Conflict, await Status(_bob, Samples.Png));
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task R65_a_file_at_the_limit_is_taken_and_one_byte_past_it_is_not_however_it_is_sent()
    {
        var largest = Samples.StlOf(Limits.FileBytes);
        Assert.Equal(HttpStatusCode.OK, await Status(_bob, largest));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Status(_bob, new byte[Limits.FileBytes + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Status(_bob, new byte[Limits.FileBytes + 1], chunked: true));
        Assert.Single(Kept());
    }

    [Fact]
    public async Task R67_members_alone_read_a_file_and_it_cannot_do_anything_in_their_browser()
    {
        var picture = (await Uploaded(_bob, Samples.Png)).GetProperty("file").GetString();
        var model = (await Uploaded(_bob, Samples.Stl(3))).GetProperty("file").GetString();
        using var shown = await _ann.Http.GetAsync($"/api/boards/{Board}/files/{picture}");
        Assert.Equal(Samples.Png, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal(("image/png", "inline", "nosniff"), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition!.DispositionType, Header(shown, "X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Header(shown, "Content-Security-Policy"));
        Assert.Contains("immutable", Header(shown, "Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("private", Header(shown, "Cache-Control"), StringComparison.Ordinal);
        using var downloaded = await _ann.Http.GetAsync($"/api/boards/{Board}/files/{model}");
        Assert.Equal(("application/octet-stream", "attachment"), (downloaded.Content.Headers.ContentType!.MediaType, downloaded.Content.Headers.ContentDisposition!.DispositionType));

        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.NewPerson().Http.GetAsync($"/api/boards/{Board}/files/{picture}")).StatusCode);
        var stranger = _host.NewPerson();
        var other = await stranger.MakeBoard();
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Http.GetAsync($"/api/boards/{Board}/files/{picture}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync($"/api/boards/{other.GetProperty("board").GetString()}/files/{picture}")).StatusCode);
    }

    [Fact]
    public async Task R145_a_file_is_read_by_those_alone_who_see_what_shows_it()
    {
        var (owner, cleo) = (_ann, _host.NewPerson());
        await cleo.Enter(_made.GetProperty("joinCode").GetString()!);
        var file = (await Uploaded(owner, Samples.Png)).GetProperty("file").GetString()!;
        await Order(_made, new AddIdea("idea-held-0001", "Held", "", Colour.Sun, 0, 0, ""));
        await Order(_made, new AttachToIdea("idea-held-0001", file, ""));
        Assert.Equal(HttpStatusCode.OK, await Reads(cleo, file));

        await Order(_made, new Hide(["idea-held-0001"], "Not for all"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await Reads(cleo, file), await Reads(owner, file)));
        await Order(_made, new Show(["idea-held-0001"]));
        Assert.Equal(HttpStatusCode.OK, await Reads(cleo, file));
    }

    [Fact]
    public async Task R67_a_name_that_is_no_hash_finds_nothing()
    {
        foreach (var name in new[] { "%2e%2e%2fkeys", "..%5c..%5ckeys", new string('A', 64), new string('a', 63), $"{new string('a', 64)}.png", "%00", new string('0', 64) })
        {
            using var response = await _ann.Http.GetAsync($"/api/boards/{Board}/files/{name}");
            Assert.False(response.IsSuccessStatusCode, name);
        }
    }

    private async Task<HttpStatusCode> Reads(WebPerson person, string file)
    {
        using var response = await person.Http.GetAsync($"/api/boards/{Board}/files/{file}");
        return response.StatusCode;
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    private IEnumerable<string> Kept()
    {
        var folder = Path.Combine(_host.Web.Services.GetRequiredService<GatewayOptions>().DataFolder, "attachments");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories);
    }

    private async Task Order(JsonElement board, BoardCommand command)
    {
        var reply = await _host.Grains.GetGrain<IBoardGrain>(board.GetProperty("board").GetString()!).Order(board.GetProperty("participant").GetString()!, command);
        Assert.Null(reply.Refusal);
    }

    private static async Task<string> Who(WebPerson person)
    {
        using var me = JsonDocument.Parse(await person.Http.GetStringAsync("/api/me"));
        return me.RootElement.GetProperty("participant").GetString()!;
    }

    private async Task<JsonElement> Uploaded(WebPerson person, byte[] content, string query = "")
    {
        using var response = await Send(person, content, query);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpStatusCode> Status(WebPerson person, byte[] content, string query = "", bool chunked = false, string mediaType = "application/octet-stream")
    {
        using var response = await Send(person, content, query, chunked, mediaType);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> Send(WebPerson person, byte[] content, string query, bool chunked = false, string mediaType = "application/octet-stream")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/boards/{Board}/files{query}") { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.TransferEncodingChunked = chunked ? true : null;

        // The server answers before it has read all of what is too much.
        request.Headers.ExpectContinue = content.Length > Limits.FileBytes;
        return await person.Http.SendAsync(request);
    }
}
