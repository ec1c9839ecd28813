using CoCreate.Bench.Dialects;
using CoCreate.Bench.Load;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>A started server with a crowd on it.</summary>
internal sealed class Session : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);

    private Session(RunningServer server)
    {
        Server = server;
        Crowd = new(server.Dialect, server.Process.Port);
        Player = new(Crowd, server.Process.Id);
    }

    public RunningServer Server { get; }

    public Crowd Crowd { get; }

    public WavePlayer Player { get; }

    /// <summary>Edits that everybody has sent so far.</summary>
    public long SentEdits => Crowd.Clients.Sum(client => client.EditsSent);

    /// <summary>Starts the server and connects everybody but those who are on each board in reserve.</summary>
    public static async Task<Session> OpenAsync(IContestant contestant, int rooms, int members, int reserve = 0)
    {
        var session = new Session(await contestant.StartAsync(rooms, members + reserve));
        try
        {
            session.Connect(rooms, 0, members);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Connects <paramref name="count"/> people to each room, beginning with member <paramref name="first"/>, and lets the server settle.</summary>
    public void Connect(int rooms, int first, int count)
    {
        var seats = Enumerable.Range(first, count).SelectMany(member => Enumerable.Range(0, rooms).Select(room => new Seat(room, member))).ToArray();
        Crowd.Connect(seats);
        Crowd.Rest(Settle);
    }

    public void Dispose()
    {
        Crowd.Dispose();
        Server.Dispose();
    }
}
