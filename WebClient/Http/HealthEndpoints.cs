using CoCreate.Web.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>Whether the server can do its work: the host of the grains knows.</summary>
public interface IReadiness
{
    /// <summary>What stands in the way, in a sentence for whoever runs the server; null when storage takes a durable write.</summary>
    Task<string?> FindObstacle(CancellationToken cancellation);
}

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"))
            .WithSummary("Whether the process lives")
            .WithDescription("Answers whenever the process can answer at all.");
        app.MapGet("/health/ready", Ready)
            .WithSummary("Whether the server can do its work")
            .WithDescription("200 when storage takes a durable write and the server is not being stopped; otherwise 503 with what stands in the way.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Ready(IReadiness readiness, Connections connections, CancellationToken cancellation)
    {
        var obstacle = connections.IsDraining ? "The server is being stopped." : await readiness.FindObstacle(cancellation);
        return obstacle is null
            ? TypedResults.Text("ready")
            : Problems.Problem(StatusCodes.Status503ServiceUnavailable, obstacle, "notReady");
    }
}
