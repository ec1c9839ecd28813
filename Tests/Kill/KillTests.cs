namespace CoCreate.Tests.Kill;

/// <summary>R23, R26: real clients over real WebSockets, and a real server process that is killed with SIGKILL at random moments.</summary>
public sealed class KillTests
{
    private static readonly int _rounds = LongRun.IsOn ? 20 : 3;

    [Fact]
    public async Task R26_whatever_was_acknowledged_is_there_once_after_the_server_was_killed_and_all_see_the_same()
    {
        await using var server = await ServerProcess.Start();
        await using var story = await KillStory.Begin(server, seed: 20261121);
        await story.Work(_rounds, mostBetween: 400, server.KillAndRestart);
        await story.CheckThatAllIsThereOnce();
        Assert.Equal(0, story.Retries);
    }
    /// <summary>R41: and everybody was told when to come back.</summary>
    [Fact]
    public async Task R41_nothing_is_lost_or_doubled_when_the_server_is_asked_to_end_while_people_write()
    {
        await using var server = await ServerProcess.Start();
        await using var story = await KillStory.Begin(server, seed: 20261122);
        await story.Work(LongRun.IsOn ? 20 : 2, mostBetween: 400, async () =>
        {
            Assert.Equal(0, await server.Terminate());
            await server.Start();
        });
        await story.CheckThatAllIsThereOnce();
        Assert.All(story.Tabs, tab =>
        {
            Assert.Equal("restart", tab.Bye?.GetProperty("reason").GetString());
            Assert.True(tab.Bye?.GetProperty("afterMs").GetInt32() >= 1_000);
        });
    }
}
