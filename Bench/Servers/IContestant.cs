using CoCreate.Bench.Dialects;

namespace CoCreate.Bench.Servers;

/// <summary>A server that can be measured.</summary>
internal interface IContestant
{
    /// <summary>Its name in tables.</summary>
    string Name { get; }

    /// <summary>Starts it with room for the given people. Whoever asked ends it.</summary>
    /// <param name="rooms">How many rooms (boards, documents) there are.</param>
    /// <param name="members">How many people there are in each.</param>
    Task<RunningServer> StartAsync(int rooms, int members);
}

/// <summary>A server that accepts connections, and how to talk to it.</summary>
/// <param name="Process">The process.</param>
/// <param name="Dialect">How to talk to it.</param>
/// <param name="Restart">Starts it anew after it was killed, with the same port and whatever it has stored.</param>
/// <param name="DataFolder">A folder that goes when the server does; empty for none.</param>
internal sealed record RunningServer(ServerProcess Process, IDialect Dialect, Func<Task<ServerProcess>> Restart, string DataFolder = "") : IDisposable
{
    public void Dispose()
    {
        Process.Dispose();
        if (DataFolder.Length > 0 && Directory.Exists(DataFolder))
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }
}
