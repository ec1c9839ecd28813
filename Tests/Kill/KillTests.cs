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
}
