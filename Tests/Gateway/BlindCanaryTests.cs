using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Attachments;
using CoCreate.Tests.Journals;
using CoCreate.Web.Hub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CoCreate.Tests.Gateway;

/// <summary>
/// R111, the canary: while somebody writes in a blind step, a participant, a host, an observer and a stranger ask the server for everything it has, in every way it can be asked, and hear everything it says.
/// What was written, how long it is, and the ids of what was added are in none of it; nor are they in logs, metrics and traces.
/// </summary>
/// <remarks>What there is to ask is found, not listed: all routes of the running server, all methods of the hub, all commands of browsers. A new one is asked like the others, or fails this test.</remarks>
public sealed partial class BlindCanaryTests
{
    /// <summary>In every text that is written; with letters that JSON may escape.</summary>
    private const string Canary = "kanæri-Ωmega";

    /// <summary>In every id of what is added.</summary>
    private const string IdCanary = "canaryid";

    private const int TitleLength = 217;

    /// <summary>Lengths that nothing else has by chance.</summary>
    private const int BodyLength = 3_719;
    private const int FileLength = 48_731;

    /// <summary>What ends the hiding, and is not ordered by the host here; each is refused to anybody else.</summary>
    private static readonly Type[] _revealing = [typeof(Reveal), typeof(EndAgenda), typeof(BeginStep)];

    private readonly ConcurrentQueue<string> _told = new();

    /// <summary>Alone; on a sheet that is somebody else's by turns; and within a segment, where one other hears it.</summary>
    [Theory]
    [InlineData("own")]
    [InlineData("sheet")]
    [InlineData("segment")]
    public async Task R111_nothing_written_in_a_blind_step_reaches_anybody_else_in_any_way_that_the_server_has(string exposure)
    {
        using var journal = new FaultyJournal(new MemoryJournal(), 5, FaultRates.Quiet, TimeProvider.System);
        using var log = new Recorder(_told);
        using var meters = Meters();
        using var traces = Traces();
        await using var host = await GatewayHost.Start(new GatewaySetup { Journal = journal, Options = Framed, Logging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning).AddProvider(log) });
        var room = await Stage.Set(host, exposure);
        var others = new[] { room.Host, room.Bo, room.Watcher, room.Stranger, room.Onlooker }.Select(person => new Ear(person, room.Board)).ToList();
        foreach (var other in others)
        {
            await other.Listen();
        }

        // Everything that somebody can write, of which others are told the number of ideas.
        var ada = new Ear(room.Ada, room.Board);
        await ada.Listen();
        var alike = new Ear(room.Alike, room.Board);
        await alike.Listen();
        var file = await ada.Upload(Picture());
        await Write(ada, file);
        Assert.Contains(ada.Heard, text => text.Contains(Canary, StringComparison.Ordinal));

        // Who is of Ada's segment hears her where that is what the step shows, and nowhere else.
        if (exposure == "segment")
        {
            await alike.Until(text => text.Contains(Canary, StringComparison.Ordinal));
        }
        else
        {
            others.Add(alike);
        }

        foreach (var other in others)
        {
            await other.Ask(host, []);
            await other.ComeBack();
        }

        // The board is loaded anew from its journal, and shown by another web process.
        journal.Next(JournalFault.UnknownLost);
        await ada.Order("""{"type":"changeProfile","name":"Ada again","colour":"sun"}""");
        await using var beside = await host.StartBeside();
        foreach (var other in others)
        {
            await other.ComeBack();
            var there = new Ear(other.Person.At(beside.Address), room.Board);
            await there.Listen();
            await there.Ask(beside, []);
            other.Add(there);
        }

        AssertSilent(others.SelectMany(other => other.Heard).Concat(_told), ids: true);

        // Whoever guessed an id learns nothing by it: asking for it, and ordering everything about it.
        _told.Clear();
        foreach (var other in others)
        {
            await other.Ask(host, [$"idea-{IdCanary}-1", file]);

            // Who says nothing for 10 s, while others ask, is taken for gone: they come back to order.
            await other.Listen();

            // A page of another site loses its connection with its first order (R169).
            await (other.Person == room.Onlooker ? Task.CompletedTask : other.OrderEverything($"idea-{IdCanary}-1", other == others[0] ? _revealing : []));
        }

        AssertSilent(others.SelectMany(other => other.Heard).Concat(_told.Where(text => !text.Contains("/api/boards", StringComparison.Ordinal))), ids: false);
        var counts = others[1].Heard.SelectMany(text => HiddenCount().Matches(text)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains("2", counts);
        Assert.Contains(others[4].Heard, text => HiddenCount().IsMatch(text));

        // A sheet that is passed on is heard by who holds it now, and by nobody else.
        if (exposure == "sheet")
        {
            await PassOn(others);
        }

        // It ends as one change, and then everybody hears all of it: this test is not deaf.
        await others[0].Listen();
        await others[1].Listen();
        await others[0].Order("""{"type":"reveal"}""");
        await others[1].Until(text => text.Contains(Canary, StringComparison.Ordinal) && text.Contains($"idea-{IdCanary}-2", StringComparison.Ordinal));
        await others[4].Listen();
        Assert.Contains(others[4].Heard, text => text.Contains(Canary, StringComparison.Ordinal));
    }

    private static async Task PassOn(List<Ear> others)
    {
        var before = others.ToDictionary(other => other, other => other.Heard.Count());
        await others[0].Order("""{"type":"beginStep","id":"step-blind-0002"}""");
        List<Ear> Holders() => [.. others.Where(other => other.Heard.Skip(before[other]).Any(text => text.Contains(Canary, StringComparison.Ordinal)))];
        for (var tries = 0; Holders().Count == 0; tries++)
        {
            Assert.True(tries < 3_000, "Nobody got the sheet.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        foreach (var other in others)
        {
            await other.ComeBack();
        }

        AssertSilent(others.Except([Assert.Single(Holders())]).SelectMany(other => other.Heard.Skip(before[other])), ids: false);
    }

    /// <summary>Everything that the server offers over the hub is asked above: a new method has to be, too.</summary>
    [Fact]
    public void R111_every_method_of_the_hub_is_asked() => Assert.Equal(
        ["Join", "Present", "Submit"],
        typeof(BoardHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name).Order());

    /// <summary>Writes with everything there is to write with.</summary>
    private static async Task Write(Ear ada, string file)
    {
        var title = Words(TitleLength);
        var body = Words(BodyLength);
        await ada.Present($$$"""{"cursor":[1234.5,2],"selection":["idea-{{{IdCanary}}}-1"],"typing":"idea-{{{IdCanary}}}-1","drag":{"ids":["idea-{{{IdCanary}}}-1"],"dx":1,"dy":1},"caret":{"idea":"idea-{{{IdCanary}}}-1","seq":1,"anchor":{{{BodyLength}}},"head":{{{BodyLength}}}},"guide":null}""");
        string[] commands =
        [
            $$"""{"type":"addGroup","id":"group-{{IdCanary}}","title":"{{title}}","x":0,"y":0,"width":300,"height":300}""",
            $$"""{"type":"addIdea","id":"idea-{{IdCanary}}-1","title":"{{title}}","body":"{{body}}","colour":"sun","x":1,"y":2,"group":"group-{{IdCanary}}"}""",
            $$"""{"type":"addIdea","id":"idea-{{IdCanary}}-2","title":"","body":"","colour":"sky","x":1,"y":2,"group":""}""",
            $$"""{"type":"addIdea","id":"idea-{{IdCanary}}-3","title":"{{Canary}} removed","body":"","colour":"sky","x":1,"y":2,"group":""}""",
            $$"""{"type":"retitleIdea","id":"idea-{{IdCanary}}-2","title":"{{title}}"}""",
            $$"""{"type":"writeIdeaBody","id":"idea-{{IdCanary}}-2","body":"{{body}}"}""",
            $$"""{"type":"recolourIdea","id":"idea-{{IdCanary}}-2","colour":"mint"}""",
            $$"""{"type":"attachToIdea","id":"idea-{{IdCanary}}-2","file":"{{file}}","alt":"{{Canary}} alt"}""",
            $$"""{"type":"tagIdeas","ideas":["idea-{{IdCanary}}-1"],"tag":"{{Canary}}"}""",
            $$"""{"type":"addConnector","id":"line-{{IdCanary}}","from":"idea-{{IdCanary}}-1","to":"idea-{{IdCanary}}-2","label":"{{Canary}}"}""",
            $$"""{"type":"addFrame","id":"frame-{{IdCanary}}","title":"{{title}}","x":0,"y":0,"width":300,"height":300}""",
            $$"""{"type":"addNote","id":"note-{{IdCanary}}","text":"{{body}}","size":"large","x":0,"y":0,"width":300,"height":300}""",
            $$"""{"type":"writeThing","id":"note-{{IdCanary}}","text":"{{title}}"}""",
            $$"""{"type":"addImage","id":"image-{{IdCanary}}","file":"{{file}}","alt":"{{Canary}}","x":0,"y":0,"width":300,"height":300}""",
            $$"""{"type":"addStamp","id":"stamp-{{IdCanary}}","sign":"star","x":0,"y":0,"on":"idea-{{IdCanary}}-1"}""",
            $$"""{"type":"moveThings","moves":[{"id":"idea-{{IdCanary}}-1","x":7,"y":7}]}""",
            $$"""{"type":"addComment","id":"talk-{{IdCanary}}","idea":"idea-{{IdCanary}}-1","text":"{{title}}"}""",
            $$"""{"type":"editComment","id":"talk-{{IdCanary}}","text":"{{body[..1999]}}"}""",
            $$"""{"type":"addReaction","idea":"idea-{{IdCanary}}-1","reaction":"heart"}""",
            $$"""{"type":"castVote","idea":"idea-{{IdCanary}}-1","dots":2}""",
            $$"""{"type":"removeThings","ids":["idea-{{IdCanary}}-3"]}""",
            $$"""{"type":"takeBack","parts":[{"command":{"type":"retitleIdea","id":"idea-{{IdCanary}}-2","title":"{{Canary}} back"},"left":[],"hanging":-1}]}""",
        ];
        foreach (var command in commands)
        {
            await ada.Order(command);
            await ada.Present($$$"""{"cursor":null,"selection":["note-{{{IdCanary}}}"],"typing":"idea-{{{IdCanary}}}-2","drag":null,"caret":{"idea":"idea-{{{IdCanary}}}-2","seq":1,"anchor":{{{TitleLength}}},"head":1},"guide":{"view":null,"follow":"","laser":true,"lead":false}}""");
        }

        Assert.Empty(ada.Refusals);
    }

    /// <summary>A server whose boards may be shown in pages of another site.</summary>
    private static CoCreate.Web.GatewayOptions Framed(string folder) => new()
    {
        DataFolder = folder,
        FrameAncestors = ["https://intranet.example.org"],
        EntriesPerMinute = 1_000_000,
        BoardsPerHour = 1_000_000,
        ConnectionsPerMinute = 1_000_000,
    };

    private static string Words(int length) => Canary + new string('w', length - Canary.Length);

    /// <summary>A picture of a length of its own, with the canary in it: whoever is given it hears that.</summary>
    private static byte[] Picture()
    {
        var words = Encoding.UTF8.GetBytes(Canary);
        return [.. Samples.Png, .. words, .. new byte[FileLength - Samples.Png.Length - words.Length]];
    }

    private static void AssertSilent(IEnumerable<string> heard, bool ids)
    {
        string[] forms =
        [
            Canary, JsonEncodedText.Encode(Canary).ToString(), Uri.EscapeDataString(Canary), Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Canary)), Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(Canary)),
            .. Enumerable.Range(0, 3).Select(offset => Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', offset) + Canary))[4..^4]),
            Convert.ToHexString(Encoding.UTF8.GetBytes(Canary)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Canary)),
            .. ids ? new[] { IdCanary } : [],
        ];
        foreach (var text in heard)
        {
            foreach (var form in forms)
            {
                Assert.True(!text.Contains(form, StringComparison.OrdinalIgnoreCase), $"Heard '{form}' in: {Around(text, form)}");
            }

            var length = Lengths().Match(text);
            Assert.True(!length.Success, $"Heard a length, {length.Value}, in: {Around(text, length.Value)}");
        }
    }

    private static string Around(string text, string form)
    {
        var at = Math.Max(0, text.IndexOf(form, StringComparison.OrdinalIgnoreCase) - 200);
        return text.Substring(at, Math.Min(500, text.Length - at));
    }

    [GeneratedRegex(@"(?<![\d.A-Za-z])(3719|48731)(?![\d.A-Za-z])")]
    private static partial Regex Lengths();

    [GeneratedRegex("\"hidden\":(\\d+)")]
    private static partial Regex HiddenCount();

    private MeterListener Meters()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, all) => all.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument.Name, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument.Name, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument.Name, tags));
        listener.Start();
        return listener;
    }

    private void Note(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (name.StartsWith("cocreate", StringComparison.Ordinal))
        {
            _told.Enqueue($"{name} {string.Join(';', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
        }
    }

    private ActivityListener Traces()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("CoCreate", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _told.Enqueue($"{activity.DisplayName} {string.Join(';', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>The people on their board, in the blind step.</summary>
    private sealed record Stage(string Board, WebPerson Host, WebPerson Ada, WebPerson Bo, WebPerson Alike, WebPerson Watcher, WebPerson Stranger, WebPerson Onlooker)
    {
        public static async Task<Stage> Set(GatewayHost server, string exposure)
        {
            var host = server.NewPerson();
            var made = await host.MakeBoard();
            var (board, code) = (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
            var (ada, bo, alike, watcher, stranger) = (server.NewPerson(), server.NewPerson(), server.NewPerson(), server.NewPerson(), server.NewPerson());
            await ada.Post("/api/enter", new { code, name = "Ada", segment = "customer" });
            await bo.Post("/api/enter", new { code, name = "Bo", segment = "employee" });
            await alike.Post("/api/enter", new { code, name = "Cy", segment = "customer" });
            await stranger.MakeBoard();
            var link = (await host.Post($"/api/boards/{board}/invites", new { role = "observer", expiresInHours = 1, maxUses = 5 })).GetProperty("link").GetString()!;
            await watcher.Post("/api/enter", new { board, secret = link.Split('#')[1], name = "Wim" });
            var begin = new Ear(host, board);
            await begin.Listen();
            await begin.Order("""{"type":"addIdea","id":"idea-shared-001","title":"Shared","body":"","colour":"sun","x":1,"y":2,"group":""}""");
            await begin.Order(Agenda.Replace("EXPOSURE", exposure, StringComparison.Ordinal));
            await begin.Order("""{"type":"beginStep","id":"step-blind-0001"}""");
            Assert.Empty(begin.Refusals);
            var frame = (await host.Post($"/api/boards/{board}/invites", new { role = "observer", embed = true })).GetProperty("link").GetString()!;
            var pass = (await stranger.Post("/api/embed", new { board, secret = frame.Split('#')[1] })).GetProperty("pass").GetString();
            return new Stage(board, host, ada, bo, alike, watcher, stranger, new WebPerson(server.Address) { Pass = pass });
        }

        private const string Agenda = """
            {"type":"setAgenda","playbook":"A blind one","steps":[{"id":"step-blind-0001","name":"Write alone","text":"","seconds":0,"strict":false,"exposure":"EXPOSURE","sealed":false,
            "tools":["ideas","edit","move","group","draw","comment","react","dots"],"readyCheck":true,
            "vote":{"method":"none","budget":0,"perOption":0,"options":"ideas","top":0,"segments":[],"tieBreak":"shared","live":false}},
            {"id":"step-blind-0002","name":"Write on","text":"","seconds":0,"strict":false,"exposure":"EXPOSURE","sealed":false,"tools":["ideas"],"readyCheck":true,
            "vote":{"method":"none","budget":0,"perOption":0,"options":"ideas","top":0,"segments":[],"tieBreak":"shared","live":false}}]}
            """;
    }

    /// <summary>Somebody who asks for everything and keeps all that they are told: on the socket, and in answers with their headers.</summary>
    private sealed class Ear(WebPerson person, string board)
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
            using var response = await person.Http.PostAsync($"/api/boards/{board}/files?name={Uri.EscapeDataString(Canary)}.png&width=3719&height=3719", body);
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
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>Makes a command of any type that is about one thing: every text that can be an id is its id.</summary>
    private static class Probe
    {
        public static object Of(Type type, string about)
        {
            if (type == typeof(string))
            {
                return about;
            }

            if (Nullable.GetUnderlyingType(type) is { } inner)
            {
                return Of(inner, about);
            }

            if (type.IsEnum)
            {
                return Enum.GetValues(type).GetValue(0)!;
            }

            if (type == typeof(CoCreate.Texts.TextChange))
            {
                return new CoCreate.Texts.TextChange([0, 1], "x");
            }

            if (type.IsArray)
            {
                var items = Array.CreateInstance(type.GetElementType()!, 1);
                items.SetValue(Of(type.GetElementType()!, about), 0);
                return items;
            }

            return type.IsPrimitive ? Convert.ChangeType(1, type, CultureInfo.InvariantCulture) : Record(type == typeof(ClientCommand) ? typeof(RetitleIdea) : type, about);
        }

        private static object Record(Type type, string about)
        {
            var constructor = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
            var made = constructor.Invoke([.. constructor.GetParameters().Select(each => Of(each.ParameterType, about))]);
            foreach (var property in constructor.GetParameters().Length == 0 ? type.GetProperties().Where(each => each.CanWrite) : [])
            {
                property.SetValue(made, Of(property.PropertyType, about));
            }

            return made;
        }
    }

    /// <summary>Keeps every log record.</summary>
    private sealed class Recorder(ConcurrentQueue<string> told) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            told.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // What was heard is kept for as long as the test looks at it.
        }
    }
}
