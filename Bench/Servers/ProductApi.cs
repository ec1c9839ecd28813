using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CoCreate.Bench.Servers;

/// <summary>The product's HTTP API, as far as the benchmark needs it.</summary>
internal sealed class ProductApi(int port) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 64 })
    {
        BaseAddress = new($"http://localhost:{port}"),
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Makes a board; answers its id, its join code and its owner's cookie.</summary>
    public async Task<(string Board, string Code, string Cookie)> CreateBoardAsync(string title)
    {
        using var response = await PostAsync("/api/boards", new { title, name = "Owner" });
        var made = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!, CookieOf(response));
    }

    /// <summary>Lets somebody new enter with a code; answers their cookie.</summary>
    public async Task<string> EnterAsync(string code, string name)
    {
        using var response = await PostAsync("/api/enter", new { code, name });
        return CookieOf(response);
    }

    /// <summary>Fetches the snapshot as a browser does and answers its version and how many bytes came over the wire.</summary>
    public async Task<(long Epoch, long Seq, long WireBytes)> FetchSnapshotAsync(string board, string cookie, bool compressed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/boards/{board}/snapshot");
        request.Headers.Add("Cookie", cookie);
        if (compressed)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        }

        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync();
        if (compressed)
        {
            return (0, 0, body.Length);
        }

        var snapshot = JsonDocument.Parse(body).RootElement;
        return (snapshot.GetProperty("epoch").GetInt64(), snapshot.GetProperty("seq").GetInt64(), body.Length);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, object body)
    {
        var response = await _http.PostAsJsonAsync(path, body);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path} was answered with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }

        return response;
    }

    private static string CookieOf(HttpResponseMessage response) =>
        string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
}
