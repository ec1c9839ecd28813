using System.Text;
using CoCreate.Boards;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>A board's bin and history, fetched when somebody looks at them (R43, R44, R45).</summary>
internal static class PastEndpoints
{
    /// <summary>The longest search in the bin, in UTF-16 code units.</summary>
    private const int MostWords = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/boards/{board}/bin", ReadBin)
            .WithSummary("What was removed from a board")
            .WithDescription("A page of the bin, the latest first: everything for hosts, what they removed themselves for others. 'before' is the last page's 'next'; 'words' searches.")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/boards/{board}/history", ReadLines)
            .WithSummary("What happened on a board")
            .WithDescription("A page of lines, the latest first, and the restore points. 'person' and 'about' (an id) choose lines; 'before' is the last page's 'next'.")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/boards/{board}/history/{seq:long}", ReadBoard)
            .WithSummary("A board as it was at a version")
            .WithDescription("{epoch, seq, at, patches}: every record as a put, without what the asking person may not see today.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/boards/{board}/moderation.csv", ReadModeration)
            .RequireRateLimiting(Limiting.Snapshots)
            .WithSummary("What the hosts of a board decided about people and what they wrote")
            .WithDescription("For hosts: a table (CSV, UTF-8) of who, when, what, whom and why, the oldest first.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("/boards/{board}/restore", Restore)
            .WithSummary("Brings a board back to what it was at a version")
            .WithDescription("For hosts. It is done as new changes, and a restore point is made first, by which it can be taken back.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<BinPage>, ProblemHttpResult>> ReadBin(string board, HttpContext context, IGrainFactory grains, long before = 0, string words = "")
    {
        if (Problem(board, context, out var participant) is { } problem)
        {
            return problem;
        }

        return words.Length > MostWords ? Problems.Refused(RefusalCode.TooLong)
            : await grains.GetGrain<IBoardGrain>(board).ReadBin(participant, before, words) is { } page ? TypedResults.Ok(page)
            : Problems.Refused(RefusalCode.NotMember);
    }

    private static async Task<Results<Ok<HistoryPage>, ProblemHttpResult>> ReadLines(
        string board, HttpContext context, IGrainFactory grains, long before = 0, string person = "", string about = "")
    {
        if (Problem(board, context, out var participant) is { } problem)
        {
            return problem;
        }

        return await grains.GetGrain<IBoardHistoryGrain>(board).ReadLines(participant, new HistoryQuestion(before, person, about)) is { } page
            ? TypedResults.Ok(page)
            : Problems.Refused(RefusalCode.NotMember);
    }

    private static async Task<IResult> ReadBoard(string board, long seq, HttpContext context, IGrainFactory grains)
    {
        if (Problem(board, context, out var participant) is { } problem)
        {
            return problem;
        }

        var past = await grains.GetGrain<IBoardHistoryGrain>(board).ReadBoard(participant, seq);
        if (past.Board is not { } shown)
        {
            return Problems.Refused(past.Refusal ?? RefusalCode.NotFound);
        }

        context.Response.Headers.CacheControl = "private, no-store";
        var text = $"{{\"epoch\":{shown.Epoch},\"seq\":{shown.Seq},\"at\":{past.At},\"patches\":[";
        byte[] body = [.. Encoding.UTF8.GetBytes(text), .. shown.Everyone, .. "]}"u8];
        return TypedResults.Bytes(body, "application/json; charset=utf-8");
    }

    private static async Task<IResult> ReadModeration(string board, HttpContext context, IGrainFactory grains)
    {
        if (Problem(board, context, out var participant) is { } problem)
        {
            return problem;
        }

        var log = await grains.GetGrain<IBoardHistoryGrain>(board).ReadModeration(participant);
        if (log.Refusal is { } code)
        {
            return Problems.Refused(code);
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(ModerationCsv.Write(log.Lines), "text/csv; charset=utf-8", "moderation.csv");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Restore(string board, RestoreRequest request, HttpContext context, IGrainFactory grains)
    {
        if (Problem(board, context, out var participant) is { } problem)
        {
            return problem;
        }

        var reply = await grains.GetGrain<IBoardGrain>(board).BringBack(participant, Ids.New(), request.Seq);
        return reply.Refusal is { } code ? Problems.Refused(code) : TypedResults.NoContent();
    }

    private static ProblemHttpResult? Problem(string board, HttpContext context, out string participant)
    {
        participant = Guests.Find(context) ?? "";
        return participant.Length == 0 ? Problems.Unknown() : Ids.IsValid(board) ? null : Problems.Refused(RefusalCode.NotFound);
    }
}
