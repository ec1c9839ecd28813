using CoCreate.Boards;
using CoCreate.Embedded;

namespace CoCreate.Silo;

/// <summary>Hosts the grains in this process alone.</summary>
internal static class EngineHosting
{
    /// <summary>Whether several processes can share the work.</summary>
    public static bool IsForManyProcesses => false;

    /// <summary>What such a cluster needs and this build has not, with what to do; null for nothing. That it has no clusters at all is told by itself.</summary>
    public static string? Missing(ClusterSettings cluster)
    {
        _ = cluster;
        return null;
    }

    /// <summary>Adds the engine, and tells its name in one line.</summary>
    public static string AddEngine(this WebApplicationBuilder builder, ServerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.AddEmbeddedGrains(typeof(BoardGrain).Assembly);
        return "embedded, one process (a build with -p:Engine=Orleans can be a cluster)";
    }

    /// <summary>A sentence for a failure to start that comes from the engine, or null.</summary>
    public static string? Explain(Exception failure)
    {
        _ = failure;
        return null;
    }
}
