using CoCreate.Bench.Dialects;
using CoCreate.Bench.Load;
using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>What one more connection that does nothing costs in memory: the slope between a small and a large crowd.</summary>
internal sealed class IdleMemory : IScenario
{
    private const int Rooms = 20;
    private const int FewMembers = 50;
    private const int MoreMembers = 150;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public string Key => "idle";

    public string Title => "memory per idle connection";

    public string Goal => "≤ 30 KB";

    public IReadOnlyList<string> Headlines => ["memory per connection"];

    public IReadOnlyList<string> Peers => PeerSets.All;

    public async Task<Row> MeasureAsync(IContestant contestant, Effort effort)
    {
        using var server = await contestant.StartAsync(Rooms, FewMembers + MoreMembers);
        using var crowd = new Crowd(server.Dialect, server.Process.Port);
        Join(crowd, 0, FewMembers);
        var few = ProcessSample.ReadMemory(server.Process.Id);
        Join(crowd, FewMembers, MoreMembers);
        var slope = (double)(ProcessSample.ReadMemory(server.Process.Id) - few) / (Rooms * MoreMembers);
        return new(contestant.Name, [new("memory per connection", "KB", slope / 1e3)], "");
    }

    private static void Join(Crowd crowd, int first, int count)
    {
        var seats = Enumerable.Range(first, count).SelectMany(member => Enumerable.Range(0, Rooms).Select(room => new Seat(room, member)));
        crowd.Connect([.. seats]);
        crowd.Rest(Rest);
    }
}
