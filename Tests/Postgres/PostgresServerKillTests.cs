using CoCreate.Tests.Kill;

namespace CoCreate.Tests.Postgres;

/// <summary>The product as users run it, on PostgreSQL: its process killed, the database killed under it, and the cable between them pulled, while people work.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class PostgresServerKillTests
{
    private static readonly int _rounds = LongRun.IsOn ? 20 : 2;
    private static readonly TimeSpan _outage = TimeSpan.FromSeconds(LongRun.IsOn ? 30 : 2);

    [Fact]
    public async Task R26_whatever_was_acknowledged_is_there_once_after_the_server_was_killed()
    {
        using var place = new PostgresPlace();
        await using var server = await Start(place.ConnectionString);
        await using var story = await KillStory.Begin(server, seed: 20261122);
        await story.Work(_rounds, mostBetween: 300, server.KillAndRestart);
        await story.CheckThatAllIsThereOnce();
    }

    [Fact]
    public async Task R26_whatever_was_acknowledged_is_there_once_after_the_database_was_killed_and_the_server_goes_on_by_itself()
    {
        using var database = new PostgresServer();
        await using var server = await Start(database.ConnectionString("board"));
        await using var story = await KillStory.Begin(server, seed: 20261123);
        await story.Work(_rounds, mostBetween: 300, () =>
        {
            database.Kill();
            database.Start();
            return Task.CompletedTask;
        });
        await story.CheckThatAllIsThereOnce();
        Assert.NotEqual(0, story.Retries);
    }

    [Theory]
    [InlineData(WireFault.Down)]
    [InlineData(WireFault.Swallow)]
    public async Task While_the_database_cannot_be_reached_edits_are_asked_for_again_and_none_is_lost(WireFault fault)
    {
        using var place = new PostgresPlace();
        await using var server = await Start(place.ConnectionString);
        await using var story = await KillStory.Begin(server, seed: 20261124);
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.True((await http.GetAsync(new Uri("health/ready", UriKind.Relative))).IsSuccessStatusCode);
        await story.Work(rounds: 1, mostBetween: 100, async () =>
        {
            place.Wire.Fault = fault;
            await Task.Delay(_outage, TimeProvider.System);
            using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
            Assert.False(answer.IsSuccessStatusCode);
            place.Wire.Fault = WireFault.None;
        });
        await story.CheckThatAllIsThereOnce();
        Assert.NotEqual(0, story.Retries);

        // The answer of a moment ago is given for a second.
        while (!(await http.GetAsync(new Uri("health/ready", UriKind.Relative))).IsSuccessStatusCode)
        {
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_server_that_cannot_reach_its_database_says_so_and_ends()
    {
        using var place = new PostgresPlace();
        place.Wire.Fault = WireFault.Down;
        var said = await ServerProcess.FailToStart("--Journal:Kind", "postgres", "--Journal:ConnectionString", place.ConnectionString);
        Assert.Contains("cannot be reached", said, StringComparison.Ordinal);
        Assert.DoesNotContain("only-for-tests", said, StringComparison.Ordinal);
    }

    private static Task<ServerProcess> Start(string connection) => ServerProcess.Start("--Journal:Kind", "postgres", "--Journal:ConnectionString", connection);
}
