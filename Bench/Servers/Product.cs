using System.Globalization;
using CoCreate.Bench.Dialects;
using CoCreate.Bench.Reports;

namespace CoCreate.Bench.Servers;

/// <summary>CoCreate itself, with everything durable in a data folder of its own.</summary>
internal sealed class Product(string repository) : IContestant
{
    private const int EntriesAtOnce = 32;

    public string Name => Summary.Product;

    public Task<RunningServer> StartAsync(int rooms, int members) => StartAsync(rooms, members, members);

    /// <summary>Starts it with boards that have <paramref name="ideas"/> ideas each.</summary>
    public async Task<RunningServer> StartAsync(int rooms, int members, int ideas)
    {
        var port = ServerProcess.FreePort();
        // On the disk of the repository, since a folder for temporary files may be in memory. One at a time; what an aborted run left behind goes.
        var data = Path.Combine(repository, ".cache", "bench", "data");
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        var process = await StartProcessAsync(data, port);
        var dialect = new ProductDialect();
        try
        {
            await FillAsync(dialect, port, rooms, members, ideas);
        }
        catch
        {
            process.Dispose();
            throw;
        }

        return new(process, dialect, () => StartProcessAsync(data, port), data);
    }

    private static Task<ServerProcess> StartProcessAsync(string data, int port)
    {
        string[] command = ["dotnet", Assembly, "--port", port.ToString(CultureInfo.InvariantCulture), "--data", data, "--listen", "127.0.0.1"];
        return ServerProcess.StartAsync(command, port, Settings);
    }

    // All people of the benchmark come from one address; the limits per address are not what is measured.
    private static Dictionary<string, string> Settings => new()
    {
        ["Logging__LogLevel__Default"] = "Warning",
        ["Gateway__EntriesPerMinute"] = "1000000",
        ["Gateway__BoardsPerHour"] = "1000000",
        ["Gateway__ConnectionsPerMinute"] = "1000000",
        ["Gateway__ConnectionsPerAddress"] = "1000000",
        ["Gateway__SnapshotsPerMinute"] = "1000000",
    };

    // Where it was built depends on the engine; Bench/run knows.
    private static string Assembly =>
        Environment.GetEnvironmentVariable("BENCH_SILO") ?? throw new InvalidOperationException("BENCH_SILO does not name the server's assembly: start the benchmark with Bench/run.");

    private static async Task FillAsync(ProductDialect dialect, int port, int rooms, int members, int ideas)
    {
        using var api = new ProductApi(port);
        for (var room = 0; room < rooms; room++)
        {
            var (board, code, owner) = await api.CreateBoardAsync($"Board {room}");
            var cookies = await EnterAsync(api, code, owner, members);
            await BoardFiller.AddIdeasAsync(port, board, cookies, ideas);
            var (epoch, seq, _) = await api.FetchSnapshotAsync(board, owner, compressed: false);
            for (var member = 0; member < members; member++)
            {
                dialect.Admit(new(room, member), new(board, cookies[member], epoch, seq));
            }
        }
    }

    private static async Task<string[]> EnterAsync(ProductApi api, string code, string owner, int members)
    {
        var cookies = new string[members];
        cookies[0] = owner;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = EntriesAtOnce };
        await Parallel.ForAsync(1, members, parallel, async (member, _) => cookies[member] = await api.EnterAsync(code, $"Person {member}"));
        return cookies;
    }
}
