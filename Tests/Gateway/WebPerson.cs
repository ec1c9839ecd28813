using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CoCreate.Tests.Gateway;

/// <summary>One person at one browser: the cookie it keeps, and what it asks over HTTP.</summary>
public sealed class WebPerson(Uri server) : IDisposable
{
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(500);
    private readonly CookieContainer _cookies = new();
    private readonly Uri _server = server;
    private HttpClient? _http;

    /// <summary>The pass that a page in a frame shows; null for a person.</summary>
    public string? Pass { get; init; }

    /// <summary>Asks with this person's cookie.</summary>
    public HttpClient Http => _http ??= MakeHttp();

    /// <summary>The cookie as a header has it; null for none.</summary>
    public string? Cookie => _cookies.GetCookieHeader(_server) is { Length: > 0 } header ? header : null;

    /// <summary>Makes a board.</summary>
    public Task<JsonElement> MakeBoard(string title = "Board", string name = "Ann") => Post("/api/boards", new { title, name });

    /// <summary>Enters a board by its code.</summary>
    public Task<JsonElement> Enter(string code, string name = "Bob") => Post("/api/enter", new { code, name });

    /// <summary>Posts JSON and expects it to be done.</summary>
    public async Task<JsonElement> Post(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Fetches a board's snapshot.</summary>
    public async Task<JsonElement> Snapshot(string board)
    {
        using var response = await Http.GetAsync($"/api/boards/{board}/snapshot");
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Fetches a board's snapshot of this version or a later one: the first may be one of a moment ago, which others were given too.</summary>
    public async Task<JsonElement> Snapshot(string board, long seq)
    {
        while (true)
        {
            var snapshot = await Snapshot(board);
            if (snapshot.GetProperty("seq").GetInt64() >= seq)
            {
                return snapshot;
            }

            await Task.Delay(_moment, TimeProvider.System);
        }
    }

    /// <summary>Opens a connection to the hub.</summary>
    public Task<HubClient> Connect() => HubClient.Open(_server, Cookie, pass: Pass);

    /// <summary>Opens a connection that follows a board from its snapshot on.</summary>
    /// <param name="board">The board's id.</param>
    /// <param name="client">The browser session's id.</param>
    public async Task<BoardTab> Watch(string board, string client) => await BoardTab.Open(this, board, client);

    /// <summary>The same browser at another web process.</summary>
    public WebPerson At(Uri other)
    {
        var there = new WebPerson(other) { Pass = Pass };
        foreach (Cookie cookie in _cookies.GetCookies(_server))
        {
            there._cookies.Add(other, new Cookie(cookie.Name, cookie.Value));
        }

        return there;
    }

    public void Dispose() => _http?.Dispose();

    private HttpClient MakeHttp()
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = _server };
        if (Pass is not null)
        {
            http.DefaultRequestHeaders.Add("CoCreate-Pass", Pass);
        }

        return http;
    }
}
