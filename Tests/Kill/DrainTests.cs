using System.Net;
using System.Net.Sockets;
using System.Text;
using CoCreate.Tests.Gateway;

namespace CoCreate.Tests.Kill;

/// <summary>R41: a server that is asked to end, as a deployment asks it: a real process with people at work.</summary>
public sealed class DrainTests
{
    /// <summary>A server that has not ended by then is killed by whoever runs it.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_second_signal_ends_at_once_and_until_then_nobody_new_is_served()
    {
        await using var server = await ServerProcess.Start();
        using var person = new WebPerson(server.Address);
        await person.MakeBoard();
        using var mute = await ConnectWithoutAnswering(server, person);
        Signals.Terminate(server.Process);

        // The close that the server sends, and waits for an answer to.
        Assert.True(await mute.ReceiveAsync(new byte[1]).WaitAsync(_limit) > 0);
        using var ready = await person.Http.GetAsync("/health/ready");
        using var live = await person.Http.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("being stopped", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        Assert.Equal(143, await server.Terminate());
        await server.Start();
    }

    /// <summary>While people work, one takes nothing of what is sent, and one never answers the server's close.</summary>
    [Fact]
    public async Task R41_a_server_with_people_at_work_and_with_dead_ends_is_gone_within_ten_seconds_and_nothing_is_lost()
    {
        var (boards, watchers) = LongRun.IsOn ? (50, 39) : (4, 15);
        await using var server = await ServerProcess.Start(Soak.Settings);
        await using var crowd = await SoakCrowd.Gather(server, boards, watchers, TimeSpan.FromMilliseconds(100), seed: 20_261_122);
        using var person = new WebPerson(server.Address);
        await person.MakeBoard();
        using var mute = await ConnectWithoutAnswering(server, person);
        await using var stalled = await HubClient.OpenSocket(server.Address, person.Cookie, receiveBuffer: 1_024);
        using var stop = new CancellationTokenSource();
        using var gone = new CancellationTokenSource();
        var pinging = crowd.Ping(Soak.PingEvery, gone.Token);
        var working = crowd.Work(stop.Token);
        await crowd.Acknowledge(boards * 20);

        var begun = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await server.Terminate().WaitAsync(_limit));
        var took = TimeProvider.System.GetElapsedTime(begun);

        await server.Start();
        await crowd.Acknowledge(crowd.Acknowledged + boards);
        await stop.CancelAsync();
        await working;
        await crowd.CheckThatAllIsThereOnce();
        await gone.CancelAsync();
        await pinging;
        await File.WriteAllTextAsync(
            Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, ".cache")).FullName, "drain.txt"),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{crowd.Connections} connections: gone after {took.TotalSeconds:0.0} s\n"));
    }

    [Fact]
    public async Task A_signal_during_the_start_ends_it_and_leaves_nothing_in_the_way()
    {
        await using var server = await ServerProcess.Start();
        await server.Kill();
        foreach (var whenThere in (string[])["", "server.pid", "journal.db-wal"])
        {
            var pid = Path.Combine(server.DataFolder, "server.pid");
            File.Delete(pid);
            using var starting = server.Launch();
            while (whenThere.Length > 0 && !File.Exists(Path.Combine(server.DataFolder, whenThere)) && !starting.HasExited)
            {
                await Task.Yield();
            }

            Signals.Terminate(starting);
            await starting.WaitForExitAsync().WaitAsync(_limit);
            Assert.Contains(starting.ExitCode, (int[])[0, 143]);
        }

        await server.Start();
    }

    /// <summary>A WebSocket that says hello as SignalR wants it, and never a word again.</summary>
    private static async Task<Socket> ConnectWithoutAnswering(ServerProcess server, WebPerson person)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        var request = $"GET /hub HTTP/1.1\r\nHost: {server.Address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nCookie: {person.Cookie}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var answer = new StringBuilder();
        var buffer = new byte[1];
        while (!answer.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            Assert.True(await socket.ReceiveAsync(buffer).WaitAsync(_limit) > 0);
            answer.Append((char)buffer[0]);
        }

        Assert.StartsWith("HTTP/1.1 101", answer.ToString(), StringComparison.Ordinal);
        return socket;
    }
}
