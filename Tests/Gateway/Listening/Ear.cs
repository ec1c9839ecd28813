using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CoCreate.Boards;
using CoCreate.Web.Hub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Tests.Gateway.Listening;

/// <summary>Somebody who asks for everything and keeps all that they are told: on the socket, and in answers with their headers.</summary>
internal sealed partial class Ear(WebPerson person, string board)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _pingEvery = TimeSpan.FromSeconds(4);

    private readonly ConcurrentQueue<string> _heard = new();
    private readonly string _client = Ids.New();
    private readonly ConcurrentDictionary<long, string> _outcomes = new();
    private HubClient _hub = null!;
    private long _epoch;
    private long _number;

    public WebPerson Person => person;

    public IEnumerable<string> Heard => _heard;

    public List<string> Refusals { get; } = [];

    public void Add(Ear other)
    {
        foreach (var text in other.Heard)
        {
            _heard.Enqueue(text);
        }
    }

    /// <summary>Comes with nothing, as a browser does that opens the board.</summary>
    public async Task Listen()
    {
        _hub = await person.Connect();
        _ = Hear(_hub);
        _heard.Enqueue((await _hub.Join(board, _client, 0, 0)).GetRawText());
        var (epoch, seq) = await Fetch();
        _epoch = epoch;
        _heard.Enqueue((await _hub.Join(board, _client, epoch, seq)).GetRawText());
    }

    /// <summary>Goes on after a break from an early version, from one of another epoch, and anew.</summary>
    public async Task ComeBack()
    {
        foreach (var (epoch, seq) in new[] { (_epoch, 1L), (_epoch, 8L), (_epoch + 1, 8L) })
        {
            var hub = await person.Connect();
            _ = Hear(hub);
            _heard.Enqueue((await hub.Join(board, _client, epoch, seq)).GetRawText());
            await hub.Present("""{"cursor":[1,2],"selection":[],"typing":"","drag":null}""");
            _hub = hub;
        }

        await Listen();
    }

    /// <summary>Asks every route of the server with every method that it takes, about the board, and about what else was guessed.</summary>
    public async Task Ask(GatewayHost host, string[] guesses)
    {
        var routes = ((IEndpointRouteBuilder)host.Web).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.True(routes.Count > 20, "The routes of the server were not found.");
        foreach (var route in routes)
        {
            var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

            // Extended CONNECT is how HTTP/2 opens the socket that everybody here has open.
            foreach (var method in methods.Where(each => each != HttpMethods.Connect))
            {
                foreach (var path in Paths(route.RoutePattern.RawText ?? "", guesses))
                {
                    await Ask(new HttpMethod(method), path);
                }
            }
        }
    }

    /// <summary>Orders everything that a browser can, about one thing.</summary>
    public async Task OrderEverything(string about, Type[] butNot)
    {
        foreach (var command in typeof(ClientCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Where(each => !butNot.Contains(each.DerivedType)))
        {
            var made = (ClientCommand)Probe.Of(command.DerivedType, about);
            await Order(JsonSerializer.Serialize(made, WireJson.Options));
        }
    }

    public async Task<string> Upload(byte[] content)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var response = await person.Http.PostAsync($"/api/boards/{board}/files?name={Uri.EscapeDataString(Canaries.Canary)}.png&width=3719&height=3719", body);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("file").GetString()!;
    }

    public Task Present(string update) => _hub.Present(update);

    /// <summary>Orders something, and waits until it is decided. Whoever is not on the board is not answered.</summary>
    public async Task Order(string command)
    {
        var number = ++_number;
        await _hub.Submit((number, command));
        if (_epoch == 0)
        {
            // Without answers to wait for, this would be a flood, and the connection closed.
            await Task.Delay(3 * _pause, TimeProvider.System);
        }

        for (var tries = 0; _epoch > 0 && !_outcomes.ContainsKey(number); tries++)
        {
            Assert.True(tries < 3_000, $"{command} was never decided.");
            await Task.Delay(_pause, TimeProvider.System);
            if (tries % 100 == 99)
            {
                await _hub.Submit((number, command));
            }
        }
    }

    public async Task Until(Func<string, bool> condition)
    {
        for (var tries = 0; !_heard.Any(condition); tries++)
        {
            Assert.True(tries < 3_000, "It was never heard.");
            await Task.Delay(_pause, TimeProvider.System);
        }
    }

    private async Task<(long Epoch, long Seq)> Fetch()
    {
        var text = await Ask(HttpMethod.Get, $"/api/boards/{board}/snapshot");
        using var answer = JsonDocument.Parse(text);
        return answer.RootElement.TryGetProperty("seq", out var seq) ? (answer.RootElement.GetProperty("epoch").GetInt64(), seq.GetInt64()) : (0, 0);
    }

    private async Task<string> Ask(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Origin", person.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var response = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var bytes = await response.Content.ReadAsByteArrayAsync(limit.Token);
        var body = Encoding.UTF8.GetString(bytes);
        response.Content.Headers.ContentLength = null;
        _heard.Enqueue($"{response.Headers} {response.Content.Headers}");
        _heard.Enqueue(body);
        return body;
    }

    private IEnumerable<string> Paths(string pattern, string[] guesses)
    {
        var path = pattern.Replace("{board}", board, StringComparison.Ordinal).TrimStart('~');
        var open = Parameter().Matches(path).Select(match => match.Value).Distinct().ToList();
        string[] values = open.Count == 0 ? [""] : ["1", "12", "20", "28", "idea-shared-001", .. guesses];
        foreach (var value in values)
        {
            var filled = open.Aggregate(path, (all, parameter) => all.Replace(parameter, value, StringComparison.Ordinal));
            yield return filled.StartsWith('/') ? filled : $"/{filled}";
            foreach (var guess in guesses)
            {
                yield return $"{(filled.StartsWith('/') ? filled : $"/{filled}")}?words=w&about={guess}&person=&before=0";
            }
        }
    }

    /// <summary>Says that it is there, as browsers do: others may take long with all that they order (R33).</summary>
    private static async Task Stay(HubClient hub)
    {
        try
        {
            while (!hub.Messages.Completion.IsCompleted)
            {
                await hub.Ping();
                await Task.WhenAny(hub.Messages.Completion, Task.Delay(_pingEvery, TimeProvider.System));
            }
        }
        catch (Exception gone) when (gone is System.Net.WebSockets.WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    private async Task Hear(HubClient hub)
    {
        _ = Stay(hub);
        await foreach (var message in hub.Messages.ReadAllAsync())
        {
            var text = message.Argument.GetRawText();
            _heard.Enqueue($"{message.Target} {text}");
            foreach (var outcome in message.Target == "outcomes" ? message.Argument.EnumerateArray().ToArray() : [])
            {
                _outcomes[outcome.GetProperty("number").GetInt64()] = text;
                if (outcome.TryGetProperty("refusal", out var refusal))
                {
                    Refusals.Add(refusal.GetString()!);
                }
            }
        }
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
