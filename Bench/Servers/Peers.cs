using System.Globalization;
using CoCreate.Bench.Dialects;

namespace CoCreate.Bench.Servers;

/// <summary>The servers that the product is measured beside. All keep what they know in memory.</summary>
internal static class Peers
{
    /// <summary>Every peer, the most comparable one first.</summary>
    public static IReadOnlyList<IContestant> All(string repository)
    {
        var folder = Path.Combine(repository, "Bench", "Peers");
        return
        [
            new Peer("Hocuspocus 4", port => ["node", Path.Combine(folder, "hocuspocus.mjs"), Text(port)], new HocuspocusDialect()),
            new Peer("bare WebSocket relay", port => Self("relay", port), new RelayDialect()),
            new Peer("bare SignalR group", port => Self("signalr", port), new SignalRDialect()),
            new Peer("y-websocket", _ => ["node", Path.Combine(folder, "node_modules", "y-websocket", "bin", "server.cjs")], new YWebSocketDialect()),
        ];
    }

    private static string[] Self(string peer, int port) => ["dotnet", typeof(Peers).Assembly.Location, "peer", peer, Text(port)];

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private sealed class Peer(string name, Func<int, IReadOnlyList<string>> command, IDialect dialect) : IContestant
    {
        public string Name => name;

        public async Task<RunningServer> StartAsync(int rooms, int members)
        {
            var port = ServerProcess.FreePort();
            // y-websocket reads its address from the environment.
            var environment = new Dictionary<string, string> { ["HOST"] = "127.0.0.1", ["PORT"] = Text(port), ["NODE_ENV"] = "production" };
            Task<ServerProcess> StartProcessAsync() => ServerProcess.StartAsync(command(port), port, environment);
            return new(await StartProcessAsync(), dialect, StartProcessAsync);
        }
    }
}
