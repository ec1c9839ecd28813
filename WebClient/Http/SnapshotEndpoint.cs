using CoCreate.Boards;
using CoCreate.Web.People;
using CoCreate.Web.Relay;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>Whole boards, for browsers that have nothing yet or fell too far behind (R15, R16).</summary>
internal static class SnapshotEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/boards/{board}/snapshot", Read)
            .RequireRateLimiting(Limiting.Snapshots)
            .WithSummary("A board as the asking person may see it")
            .WithDescription("{epoch, seq, patches}: every record as a put; with asParticipant=true a host gets what a contributor sees. Compressed with gzip where accepted; If-None-Match with an earlier ETag gives 304.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/boards/{board}/here", FindHere)
            .RequireRateLimiting(Limiting.Snapshots)
            .WithSummary("Who is on a board now")
            .WithDescription("The ids of all persons with the board open, for members of it. In large rooms the hub names only some of them.")
            .Produces<HereAnswer>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> FindHere(string board, HttpContext context, IGrainFactory grains, Relays relays) =>
        await FindFault(board, Guests.Find(context), grains) ?? TypedResults.Ok(new HereAnswer(await relays.Get(board).FindHere()));

    private static async Task<IResult> Read(string board, HttpContext context, IGrainFactory grains, Relays relays, Visitors visitors, bool asParticipant = false)
    {
        var visitor = visitors.Find(context, board);
        if (await FindFault(board, visitor?.Participant, grains) is { } fault)
        {
            return fault;
        }

        var (participant, pass) = visitor!;
        var snapshots = relays.Get(board).Snapshots;
        return await (pass is null ? snapshots.Read(participant, asParticipant) : snapshots.ReadForOnlookers()) is { } snapshot
            ? new SnapshotResult(snapshot, participant)
            : Problems.Refused(RefusalCode.NotMember);
    }

    /// <summary>Why the asking person may not see this board; null when they may.</summary>
    private static async Task<IResult?> FindFault(string board, string? participant, IGrainFactory grains)
    {
        if (participant is null)
        {
            return Problems.Unknown();
        }

        if (!Ids.IsValid(board))
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        var grain = grains.GetGrain<IBoardGrain>(board);
        return await grain.FindMember(participant) is not null ? null
            : Problems.Refused(await grain.Look("") is null ? RefusalCode.NotFound : RefusalCode.NotMember);
    }

    /// <summary>Writes a snapshot: the shared part as it is kept, then the viewer's own.</summary>
    private sealed class SnapshotResult(ViewerSnapshot snapshot, string participant) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (request, response) = (httpContext.Request, httpContext.Response);
            var tag = $"W/\"{snapshot.Shared.Epoch}-{snapshot.Shared.Seq}-{(snapshot.ForHosts ? 'h' : 'e')}-{participant}\"";
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "private, no-cache";
            response.Headers.Vary = $"Accept-Encoding, Cookie, {EmbedPasses.Header}";
            if (request.Headers.IfNoneMatch.Any(known => known is not null && known.Contains(tag, StringComparison.Ordinal)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = "application/json; charset=utf-8";
            var isCompressed = request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is null or > 0);
            await (isCompressed ? WriteCompressed(response) : WritePlain(response));
        }

        private async Task WriteCompressed(HttpResponse response)
        {
            var beginning = snapshot.Shared.Compressed.Beginning;
            var ending = snapshot.Shared.Compressed.End(snapshot.Ending);
            response.Headers.ContentEncoding = "gzip";
            response.ContentLength = beginning.Length + ending.Length;
            await response.Body.WriteAsync(beginning);
            await response.Body.WriteAsync(ending);
        }

        private async Task WritePlain(HttpResponse response)
        {
            response.ContentLength = snapshot.Shared.Text.Length + snapshot.Ending.Length;
            await response.Body.WriteAsync(snapshot.Shared.Text);
            await response.Body.WriteAsync(snapshot.Ending);
        }
    }
}
