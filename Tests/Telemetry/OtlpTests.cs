using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CoCreate.Tests.Gateway;
using CoCreate.Tests.Kill;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoCreate.Tests.Telemetry;

/// <summary>A real server sends what it measures to a collector that the standard variables name.</summary>
public sealed class OtlpTests
{
    private const string Secret = "Mentioned-Nowhere-Else";

    [Fact]
    public async Task Metrics_and_traces_arrive_at_a_collector_and_hold_nothing_that_people_wrote()
    {
        await using var collector = await Collector.Start();
        await using var server = await ServerProcess.StartWith(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "300",
            ["OTEL_TRACES_SAMPLER"] = "always_on",
        });
        using var ann = new WebPerson(server.Address);
        var board = (await ann.MakeBoard($"{Secret} title", $"{Secret} name")).GetProperty("board").GetString()!;
        await using var tab = await ann.Watch(board, Ids.New());
        await tab.Hub.Submit((1, $$"""{"type":"addIdea","id":"idea-000001","title":"{{Secret}}","body":"{{Secret}}","colour":"sun","x":1,"y":2,"group":""}"""));
        await tab.Hub.Submit((2, """{"type":"retitleIdea","id":"idea-000002","title":"x"}"""));
        await tab.FollowUntil(() => tab.Last == 2);

        await collector.Hear("/v1/metrics", "cocreate.board.commands", "notFound", "cocreate.journal.append.duration", "cocreate.journal.size", "cocreate.connections", "cocreate.fanout.lag");
        await collector.Hear("/v1/traces", "cocreate.submit", "cocreate.decide", "cocreate.commit", "cocreate.publish");
        Assert.Equal(0, await server.Terminate());
        Assert.DoesNotContain(Secret, collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(ann.Cookie!.Split('=')[1], collector.Everything, StringComparison.Ordinal);
    }

    /// <summary>Takes what is sent by HTTP, and looks for words in it: protobuf keeps texts as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _web;
        private readonly ConcurrentQueue<(string Path, string Text)> _heard = new();
        private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Collector(WebApplication web) => _web = web;

        public string Address => _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public string Everything => string.Concat(_heard.Select(h => h.Text));

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var collector = new Collector(builder.Build());
            collector._web.MapPost("/v1/{kind}", collector.Take);
            await collector._web.StartAsync();
            return collector;
        }

        /// <summary>Waits until every word has come by a path.</summary>
        public async Task Hear(string path, params string[] words)
        {
            using var patience = new CancellationTokenSource(HubClient.Patience);
            while (true)
            {
                var news = _news.Task;
                var text = string.Concat(_heard.Where(h => h.Path == path).Select(h => h.Text));
                var missing = words.Where(word => !text.Contains(word, StringComparison.Ordinal)).ToList();
                if (missing.Count == 0)
                {
                    return;
                }

                await news.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Assert.False(patience.IsCancellationRequested, $"{path} never said {string.Join(", ", missing)}; it was called {_heard.Count(h => h.Path == path)} times.");
            }
        }

        public ValueTask DisposeAsync() => _web.DisposeAsync();

        private async Task Take(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _heard.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            Interlocked.Exchange(ref _news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }
}
