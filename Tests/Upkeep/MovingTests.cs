using CoCreate.Journals;
using CoCreate.Tests.Journals;
using CoCreate.Tests.Kill;
using CoCreate.Tests.Postgres;

namespace CoCreate.Tests.Upkeep;

/// <summary>A server moves from one kind of journal to another and back, by orders as an operator gives them.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class MovingTests : IDisposable
{
    private readonly SqliteFolder _first = new();
    private readonly SqliteFolder _files = new();
    private readonly SqliteFolder _last = new();

    public void Dispose()
    {
        _first.Dispose();
        _files.Dispose();
        _last.Dispose();
    }

    [Fact]
    public async Task A_server_moves_from_SQLite_to_PostgreSQL_and_back_with_everything_that_is_stored()
    {
        using var place = new PostgresPlace();
        string[] postgres = ["--Journal:Kind=postgres", $"--Journal:ConnectionString={place.ConnectionString}", "--data", Path.Combine(_files.Path, "data")];
        await using (var journal = SqliteJournal.Open(_first.Path, TimeProvider.System))
        {
            await StoreFiller.Fill(journal, 7, boards: 3, orders: 80);
        }

        await Move(["--data", _first.Path], "there.backup", postgres);
        await StartsOn(place.ConnectionString);
        await Move(postgres, "back.backup", ["--data", _last.Path]);

        var (before, after) = (await Read(_first.Path), await Read(_last.Path));
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, before.Keys.Count(stream => stream.StartsWith("board/", StringComparison.Ordinal)));
        foreach (var (stream, batches) in before)
        {
            // To each board the two restores have added that it was restored, and nothing else.
            Assert.Equal(batches, after[stream].Take(batches.Count));
            Assert.Equal(stream.StartsWith("board/", StringComparison.Ordinal) ? 2 : 0, after[stream].Count - batches.Count);
        }
    }

    private async Task Move(string[] from, string name, string[] to)
    {
        var backup = Path.Combine(_files.Path, name);
        await Order(["backup", backup, .. from]);
        await Order(["restore", backup, .. to]);
        await Order(["verify", .. to]);
    }

    private static async Task Order(string[] order)
    {
        var (code, said, errors) = await OrderProcess.Run(order);
        Assert.True(code == 0, $"{order[0]}: {said} {errors}");
    }

    private static async Task StartsOn(string connection)
    {
        await using var server = await ServerProcess.Start("--Journal:Kind=postgres", $"--Journal:ConnectionString={connection}");
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.True((await http.GetAsync(new Uri("health/ready", UriKind.Relative))).IsSuccessStatusCode);
    }

    /// <summary>Everything that is stored: of each stream its batches, as where they begin and what is in them.</summary>
    private static async Task<Dictionary<string, List<string>>> Read(string folder)
    {
        await using var journal = SqliteJournal.Open(folder, TimeProvider.System);
        var streams = new Dictionary<string, List<string>>();
        await foreach (var stream in journal.Streams(CancellationToken.None))
        {
            // What a server keeps about itself stays where it is.
            if (stream.StartsWith("server/", StringComparison.Ordinal))
            {
                continue;
            }

            streams[stream] = [];
            await foreach (var batch in journal.Read(stream, 0, CancellationToken.None))
            {
                streams[stream].Add($"{batch.First}+{batch.Count} {Convert.ToHexString(batch.Payload.Span)}");
            }
        }

        return streams;
    }
}
