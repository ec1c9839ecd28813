using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using CoCreate.Tests.Gateway;
using CoCreate.Tests.Kill;

namespace CoCreate.Tests.Proxy;

/// <summary>The proxy's configuration (deploy/haproxy.cfg) in front of a real server.</summary>
public sealed class ProxyTests
{
    private const string Idea = """{"type":"addIdea","id":"ID","title":"T","body":"","colour":"sun","x":1,"y":2,"group":""}""";

    [ProxyFact]
    public async Task Through_the_proxy_people_join_and_see_one_anothers_edits_at_once_also_when_one_web_process_is_away()
    {
        await using var server = await ServerProcess.Start("--Gateway:TrustedProxies=127.0.0.1");
        var away = new Uri($"http://127.0.0.1:{ProxyProcess.FreePort()}");
        await using var proxy = await ProxyProcess.Start(away, server.Address);
        using var ann = new WebPerson(proxy.Address);
        using var bob = new WebPerson(proxy.Address);
        var made = await ann.MakeBoard();
        await bob.Enter(made.GetProperty("joinCode").GetString()!);
        await using var left = await ann.Watch(made.GetProperty("board").GetString()!, Ids.New());
        await using var right = await bob.Watch(left.Board, Ids.New());

        var first = Ids.New();
        await left.Hub.Submit((1, Idea.Replace("ID", first, StringComparison.Ordinal)));
        await right.FollowUntil(() => right.Canonical().Contains(first, StringComparison.Ordinal));
        var second = Ids.New();
        await right.Hub.Submit((1, Idea.Replace("ID", second, StringComparison.Ordinal)));
        await left.FollowUntil(() => left.Canonical().Contains(second, StringComparison.Ordinal));
    }

    [ProxyFact]
    public async Task Behind_the_proxy_limits_count_the_browsers_own_address_whatever_it_claims()
    {
        await using var server = await ServerProcess.Start("--Gateway:TrustedProxies=127.0.0.1", "--Gateway:BoardsPerHour=2");
        await using var proxy = await ProxyProcess.Start(server.Address, server.Address);

        Assert.Equal(HttpStatusCode.OK, await MakeBoard(proxy, "127.0.0.2"));
        Assert.Equal(HttpStatusCode.OK, await MakeBoard(proxy, "127.0.0.2", claimed: "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await MakeBoard(proxy, "127.0.0.2", claimed: "203.0.113.2"));
        Assert.Equal(HttpStatusCode.OK, await MakeBoard(proxy, "127.0.0.3"));
    }

    private static async Task<HttpStatusCode> MakeBoard(ProxyProcess proxy, string from, string? claimed = null)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(handler) { BaseAddress = proxy.Address };
        if (claimed is not null)
        {
            http.DefaultRequestHeaders.Add("X-Forwarded-For", claimed);
        }

        using var answer = await http.PostAsJsonAsync("/api/boards", new { title = "Board", name = "Ann" });
        return answer.StatusCode;
    }
}
