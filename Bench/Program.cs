using System.Globalization;
using CoCreate.Bench.Peers;

namespace CoCreate.Bench;

/// <summary>The benchmark's executable: the load generator with its scenarios, and the peers that are written in C#.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        ["peer", "signalr", var port] => ServeAsync(SignalRPeer.RunAsync(Port(port))),
        ["peer", "relay", var port] => ServeAsync(RelayPeer.RunAsync(Port(port))),
        ["grouping"] => Task.FromResult(Grouping.Run()),
        ["history"] => Histories.RunAsync(),
        _ => Runner.RunAsync(arguments),
    };

    private static int Port(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<int> ServeAsync(Task serving)
    {
        await serving;
        return 0;
    }
}
