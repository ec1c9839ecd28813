using CoCreate.Boards;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>Boards in pages of other sites (R159, R166 to R169).</summary>
internal static class EmbedEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/embed", Enter)
        .RequireRateLimiting(Limiting.Embeds)
        .WithSummary("A pass for a page in a frame")
        .WithDescription("Exchanges the secret of an invite that is for pages of other sites for a pass, good for a quarter of an hour. It is sent in the header CoCreate-Pass or the field pass, and lets one see that "
            + "one board: membership, snapshot, files and hub. No cookie is needed, looked at or set.")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<EmbedAnswer>, ProblemHttpResult>> Enter(EmbedRequest request, IGrainFactory grains, EmbedPasses passes, GatewayOptions options)
    {
        if (options.FrameAncestors.Count == 0)
        {
            return Problems.EmbedOff();
        }

        if (!Ids.IsValid(request.Board) || request.Secret.Length is 0 or > Secrets.MaxLength
            || await grains.GetGrain<IBoardGrain>(request.Board).FindOnlooking(Secrets.Hash(request.Secret)) is not { } onlooking)
        {
            return Problems.Refused(RefusalCode.InviteInvalid);
        }

        var pass = passes.Make(request.Board, onlooking);
        return TypedResults.Ok(new EmbedAnswer(passes.Write(pass), pass.Until));
    }
}
