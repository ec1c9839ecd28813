using CoCreate.Web.Http;

namespace CoCreate.Silo;

/// <summary>Health of a silo that has no web side, at the same addresses as where there is one.</summary>
internal static class SiloHealth
{
    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet("/health/ready", async (IReadiness readiness, CancellationToken cancellation) =>
            await readiness.FindObstacle(cancellation) is { } obstacle
                ? Results.Problem(obstacle, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready"));
    }
}
