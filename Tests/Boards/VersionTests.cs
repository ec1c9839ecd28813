using System.Text;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Engine;
using CoCreate.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Tests.Boards;

/// <summary>Two versions of the server side by side: an older one meets what a newer one wrote. It stops there, says so, and misreads nothing.</summary>
public sealed class VersionTests
{
    private const string BoardId = "board-of-versions";
    private const string Stream = $"board/{BoardId}";

    [Theory]
    [InlineData("""{"type":"idea-gilded/1","id":"idea-0000001"}""")]
    [InlineData("""{"type":"idea-retitled/2","id":"idea-0000001","title":"T"}""")]
    [InlineData("""{"type":"idea-retitled/1","id":"idea-0000001","title":"T","gilding":7}""")]
    public async Task An_event_of_a_newer_version_stops_the_board_with_a_message_and_is_not_passed_over(string unknown)
    {
        await using var disk = new MemoryJournal();
        await Write(disk, """{"type":"idea-retitled/1","id":"idea-0000001","title":"Before"}""");
        var known = await Load(disk);
        await Write(disk, unknown);

        await using var server = await Start(disk);
        var stopped = await Assert.ThrowsAsync<JournalException>(() => server.Grains.GetGrain<IBoardGrain>(BoardId).Pull(0, 0));

        Assert.Equal(3, known.Seq);
        Assert.Equal(JournalFailure.Damaged, stopped.Failure);
        Assert.Contains($"{Stream} cannot be read from version {known.Seq + 1}", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_boards_go_on_beside_one_that_was_written_by_a_newer_version()
    {
        await using var disk = new MemoryJournal();
        await Write(disk, """{"type":"idea-gilded/1","id":"idea-0000001"}""");
        await using var server = await Start(disk);
        await Assert.ThrowsAsync<JournalException>(() => server.Grains.GetGrain<IBoardGrain>(BoardId).Pull(0, 0));

        var other = server.Grains.GetGrain<IBoardGrain>("board-beside-it");
        await other.Order(Table.Owner, new CreateBoard("Beside", "", "ABC235", "Oda", Colour.Sun, ""));

        Assert.True((await other.Pull(0, 0)).Exists);
    }

    [Fact]
    public async Task A_snapshot_of_a_newer_version_is_not_used()
    {
        await using var disk = new MemoryJournal();
        await Write(disk, """{"type":"idea-retitled/1","id":"idea-0000001","title":"Before"}""");
        var known = await Load(disk);
        await disk.WriteSnapshot(Stream, new StoredSnapshot(known.Seq, "board/99", "{}"u8.ToArray()), CancellationToken.None);

        Assert.Equal(known.Seq, (await Load(disk)).Seq);
    }

    /// <summary>One life of a server on this disk.</summary>
    private static Task<IEngineFixture> Start(MemoryJournal disk) => EngineUnderTest.Start(new EngineSetup
    {
        Services = services => services.AddSingleton<IJournal>(disk).AddSingleton(TimeProvider.System).AddLogging(),
    });

    private static async Task<CatchUp> Load(MemoryJournal disk)
    {
        await using var server = await Start(disk);
        return await server.Grains.GetGrain<IBoardGrain>(BoardId).Pull(0, 0);
    }

    /// <summary>Appends an event as another version's server would; first what it rests on, when the board is not there yet.</summary>
    private static async Task Write(MemoryJournal disk, string stored)
    {
        await using var server = await Start(disk);
        if (!(await server.Grains.GetGrain<IBoardGrain>(BoardId).Pull(0, 0)).Exists)
        {
            await server.Grains.GetGrain<IBoardGrain>(BoardId).Order(Table.Owner, new CreateBoard("Board", "", "ABC234", "Oda", Colour.Sun, ""));
            var idea = new NumberedCommand(1, new AddIdea("idea-0000001", "T", "", Colour.Sun, 0, 0, ""));
            await server.Grains.GetGrain<IBoardGrain>(BoardId).Submit(new Submission(Table.Owner, "client-0001", [idea]));
        }

        var seq = (await server.Grains.GetGrain<IBoardGrain>(BoardId).Pull(0, 0)).Seq;
        var entry = $$"""[{"seq":{{seq + 1}},"at":1,"actor":"{{Table.Owner}}","client":"","number":0,"event":{{stored}}}]""";
        await disk.Append(Stream, seq, new JournalBatch(1, Encoding.UTF8.GetBytes(entry)), CancellationToken.None);
    }
}
