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
internal sealed record RunningServer(ServerProcess Process, IDialect Dialect) : IDisposable
{
    public void Dispose() => Process.Dispose();
}
