using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.ExceptionServices;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Boards;
using CoCreate.Tests.Gateway;
using CoCreate.Tests.Journals;
using CoCreate.Web;
using Microsoft.Extensions.Logging;

namespace CoCreate.Tests.Telemetry;

/// <summary>A whole session with marked words in everything that people write, at the most talkative level: none of them is in a log record or in an exception.</summary>
public sealed class CanaryTests
{
    private const string Canary = "kanarie";
    private const string Address = "203.0.113.77";

    [Fact]
    public async Task Nothing_that_people_wrote_and_no_secret_or_address_of_theirs_is_in_a_log_or_an_exception()
    {
        using var records = new Recorder();
        var thrown = new ConcurrentQueue<string>();

        // The runtime names the type that a command claims to be. No person writes that, and the exception ends where the command is read.
        void Note(object? sender, FirstChanceExceptionEventArgs e) =>
            thrown.Enqueue(e.Exception.Message.StartsWith("Read unrecognized type discriminator", StringComparison.Ordinal) ? "" : e.Exception.Message);
        AppDomain.CurrentDomain.FirstChanceException += Note;
        try
        {
            var secrets = await Session(records);
            foreach (var secret in secrets.Append(Canary).Append(Address))
            {
                Assert.DoesNotContain(records.Texts, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
                Assert.DoesNotContain(thrown, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            }
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Note;
        }

        // A test of silence has to have heard something: requests, joins, and boards that the journal failed.
        Assert.Contains(records.Texts, text => text.Contains("/api/boards", StringComparison.Ordinal));
        Assert.Contains(records.Texts, text => text.StartsWith("CoCreate.Boards", StringComparison.Ordinal));
        Assert.True(records.Texts.Count > 300, $"Only {records.Texts.Count} records.");
    }

    /// <summary>A session; gives the secrets in it.</summary>
    private static async Task<string[]> Session(Recorder records)
    {
        using var journal = new FaultyJournal(new MemoryJournal(), 5, FaultRates.Quiet, TimeProvider.System);
        await using var host = await GatewayHost.Start(new GatewaySetup
        {
            Journal = journal,
            Logging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(records),
            Options = folder => new GatewayOptions { DataFolder = folder, EntriesPerMinute = 100_000, BoardsPerHour = 100_000, ConnectionsPerMinute = 100_000, TrustedProxies = ["127.0.0.1"] },
        });
        var (ann, bob) = (host.NewPerson(), host.NewPerson());
        ann.Http.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
        bob.Http.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
        var made = await ann.Post("/api/boards", new { title = Word("title"), brief = Word("brief"), name = Word("name"), segment = Word("segment") });
        var (board, code) = (made.GetProperty("board").GetString()!, made.GetProperty("joinCode").GetString()!);
        var link = (await ann.Post($"/api/boards/{board}/invites", new { role = "contributor", expiresInHours = 1, maxUses = 5 })).GetProperty("link").GetString()!;
        var secret = link.Split('#')[1];
        await bob.Enter(code, Word("guest"));
        await Work(ann, board, journal, seed: 1);
        await Work(bob, board, journal, seed: 2);
        await Misbehave(ann, board);
        return [ann.Cookie!.Split('=')[1], bob.Cookie!.Split('=')[1], secret, code];
    }

    /// <summary>Random commands with words in them, while the journal fails now and then.</summary>
    private static async Task Work(WebPerson person, string board, FaultyJournal journal, int seed)
    {
        await using var tab = await person.Watch(board, Ids.New());
        var ids = Enumerable.Range(0, 10).Select(i => $"idea-{seed:d4}-{i:d4}").ToList();
        string[] commands =
        [
            .. ids.Select(id => $$"""{"type":"addIdea","id":"{{id}}","title":"{{Word(id)}}","body":"{{Word(id)}}","colour":"sun","x":1,"y":2,"group":""}"""),
            .. ids.Select(id => $$"""{"type":"addComment","id":"talk-{{id}}","idea":"{{id}}","text":"{{Word(id)}}"}"""),
            .. ids.Select(id => $$"""{"type":"retitleIdea","id":"{{id}}","title":"{{Word(id)}}"}"""),
            $$"""{"type":"retitleIdea","id":"{{Word("no-idea")}}","title":"{{new string('x', 400)}}{{Word("long")}}"}""",
            $$"""{"type":"{{Word("type")}}","id":"{{Word("id")}}"}""",
            $$"""{"type":"addIdea","id":7,"title":["{{Word("list")}}"]}""",
        ];
        for (var number = 1; number <= commands.Length; number++)
        {
            await tab.Hub.Submit((number, commands[number - 1]));
            await tab.FollowUntil(() => tab.Last == number);
        }

        journal.Next(seed == 1 ? JournalFault.Full : JournalFault.UnknownLost);
        await tab.Hub.Submit((commands.Length + 1, commands[^3]));
        await tab.FollowUntil(() => tab.Retry is not null || tab.Last > commands.Length);
    }

    /// <summary>What no good browser sends.</summary>
    private static async Task Misbehave(WebPerson person, string board)
    {
        object[] bodies = [new { title = Word("title") }, new { title = new[] { Word("title") } }, new { code = Word("code"), name = Word("name") }, Word("body")];
        foreach (var path in (string[])["/api/boards", "/api/enter", $"/api/boards/{board}/invites", $"/api/look"])
        {
            foreach (var body in bodies)
            {
                using var answer = await person.Http.PostAsJsonAsync(path, body);
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            }
        }

        await using var hub = await person.Connect();
        await hub.Send($$"""{"type":1,"target":"{{Word("method")}}","arguments":["{{Word("argument")}}"]}""" + "\u001e");
        await hub.Send($$"""{"type":1,"target":"Join","arguments":["{{Word("argument")}}"]}""" + "\u001e" + Word("rubbish") + "\u001e");
        await hub.Ended;
    }

    private static string Word(string about) => $"{Canary}-{about}";

    /// <summary>Keeps every record: category, text, values, and exceptions with all that is in them.</summary>
    private sealed class Recorder : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _texts = new();

        public ConcurrentQueue<string> Texts => _texts;

        public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

        public void Dispose()
        {
            // What was heard is kept for as long as the test looks at it.
        }

        private sealed class Ear(Recorder recorder, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                recorder._texts.Enqueue($"{category} scope {state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(';', pairs.Select(p => $"{p.Key}={p.Value}")) : "";
                recorder._texts.Enqueue($"{category} {formatter(state, exception)} {values} {exception}");
            }
        }
    }
}
