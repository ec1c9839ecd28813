using CoCreate.Boards;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>What is published of votes (R130, R134).</summary>
internal static class VoteEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/boards/{board}/votes/{vote}/ballots.json", ReadBallots)
            .WithSummary("The ballots of a closed vote")
            .WithDescription("For members: rules, options, every counted ballot by its receipt and without whose it is, and the result, which can be counted again from them.")
            .Produces<BallotFile>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/boards/{board}/votes/{vote}/report", ReadReport)
            .WithSummary("How a vote was taken part in")
            .WithDescription("For hosts: first ballots by the minute, bursts, devices that several people voted from. It says neither who voted nor how.")
            .Produces<VoteReport>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> ReadBallots(string board, string vote, HttpContext context, IGrainFactory grains) =>
        Answer(board, vote, context, participant => grains.GetGrain<IBoardGrain>(board).ReadBallots(participant, vote));

    private static Task<IResult> ReadReport(string board, string vote, HttpContext context, IGrainFactory grains) =>
        Answer(board, vote, context, participant => grains.GetGrain<IBoardGrain>(board).ReadVoteReport(participant, vote));

    private static async Task<IResult> Answer(string board, string vote, HttpContext context, Func<string, Task<VoteFile>> read)
    {
        if (Guests.Find(context) is not { } participant)
        {
            return Problems.Unknown();
        }

        if (!Ids.IsValid(board) || !Ids.IsValid(vote))
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        var file = await read(participant);
        context.Response.Headers.CacheControl = "private, no-store";
        return file.Refusal is { } refusal ? Problems.Refused(refusal) : TypedResults.Bytes(file.Body, "application/json; charset=utf-8");
    }
}
