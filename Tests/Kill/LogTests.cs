namespace CoCreate.Tests.Kill;

/// <summary>What a server logs while people work: nothing, as nothing happens that an operator has to know. A line for each message would fill a disk in a day.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task While_people_write_and_watch_no_line_is_logged()
    {
        var (boards, watchers) = LongRun.IsOn ? (20, 9) : (2, 9);
        await using var server = await ServerProcess.Start(Soak.Settings);
        await using var crowd = await SoakCrowd.Gather(server, boards, watchers, TimeSpan.FromMilliseconds(100), seed: 20_261_122);
        using var stop = new CancellationTokenSource();
        using var gone = new CancellationTokenSource();
        var pinging = crowd.Ping(Soak.PingEvery, gone.Token);
        var working = crowd.Work(stop.Token);
        await crowd.Acknowledge(boards * (LongRun.IsOn ? 300 : 20));
        await stop.CancelAsync();
        await working;
        await crowd.CheckThatAllIsThereOnce();
        await gone.CancelAsync();
        await pinging;

        Assert.True(server.LogLines == 0, server.LogBegins);
    }
}
