using CoCreate.Web.Http;
using Orleans.Runtime;

namespace CoCreate.Silo;

/// <summary>A web process is ready when it reaches a silo.</summary>
internal sealed class ClusterReadiness(IGrainFactory grains, TimeProvider clock) : IReadiness
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public async Task<string?> FindObstacle(CancellationToken cancellation)
    {
        try
        {
            var silos = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, cancellation).WaitAsync(_patience, clock, cancellation);
            return silos.Count > 0 ? null : "No silo is active.";
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            return "No silo can be reached.";
        }
    }
}
