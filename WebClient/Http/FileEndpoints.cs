using CoCreate.Boards;
using CoCreate.Web.Attachments;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace CoCreate.Web.Http;

/// <summary>Uploads and downloads of a board's files (R65 to R67).</summary>
internal static class FileEndpoints
{
    /// <summary>How uploads are sent: no page of another site can send this type unasked.</summary>
    public const string UploadType = "application/octet-stream";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/boards/{board}/files", Upload)
            .RequireRateLimiting(Limiting.Uploads)
            .Accepts<Stream>(UploadType)
            .WithSummary("Uploads a file to a board")
            .WithDescription("The body is the content. PNG, JPEG, WebP, GIF, PDF, STL and glTF are taken, whatever the name says. For contributors.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        api.MapGet("/boards/{board}/files/{file}", Download)
            .WithSummary("A file of a board")
            .WithDescription("For members of the board. It never changes: its address is its content's.")
            .Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<UploadedFile>, ProblemHttpResult>> Upload(
        string board, HttpContext context, IGrainFactory grains, Uploads uploads, string name = "", int width = 0, int height = 0)
    {
        var (member, problem) = await FindMember(board, Guests.Find(context), grains);
        if (member is null)
        {
            return problem!;
        }

        if (!member.Role.Includes(Role.Contributor))
        {
            return Problems.Problem(StatusCodes.Status403Forbidden, "Only contributors bring files to this board. Ask a host to let you contribute.", "notAllowed");
        }

        if (context.Request.ContentLength > Limits.FileBytes)
        {
            return TooLarge();
        }

        // Counted while it is read: a larger one ends there with an answer that says why.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        using var received = await uploads.Attachments.Receive(context.Request.Body, Limits.FileBytes, context.RequestAborted);
        if (received is null)
        {
            return TooLarge();
        }

        FileType? type;
        await using (var content = received.Read())
        {
            type = await FileTypes.Find(content, context.RequestAborted);
        }

        if (type is null)
        {
            return Problems.Problem(
                StatusCodes.Status415UnsupportedMediaType, "Boards take PNG, JPEG, WebP and GIF pictures, PDF, and STL or glTF models. Save it as one of these.", "fileType");
        }

        var isPicture = FileTypes.IsPicture(type);
        var order = new AttachFile(received.Hash, type.Value, name, received.Bytes, isPicture ? width : 0, isPicture ? height : 0);
        return await uploads.Keep(grains.GetGrain<IBoardGrain>(board), board, member.Participant, order, received) switch
        {
            null => TypedResults.Ok(new UploadedFile(received.Hash, type.Value)),
            RefusalCode.TooMany => Problems.Problem(StatusCodes.Status409Conflict, "This board has no room for more files from you. Use a smaller one.", "tooMany"),
            { } refusal => Problems.Refused(refusal),
        };
    }

    private static async Task<IResult> Download(string board, string file, HttpContext context, IGrainFactory grains, IAttachments attachments, Visitors visitors)
    {
        var (member, problem) = await FindMember(board, visitors.Find(context, board)?.Participant, grains);
        if (member is null)
        {
            return problem!;
        }

        // What a step hides, or a host, is for nobody who does not see it; knowing its address is not enough.
        if (!FolderAttachments.IsHash(file) || !await grains.GetGrain<IBoardGrain>(board).SeesFile(member.Participant, file) || attachments.Open(board, file) is not { } content)
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        var head = new byte[128];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, context.RequestAborted);
        content.Position = 0;
        var type = FileTypes.FindBySignature(head.AsSpan(0, read), content.Length);
        var headers = context.Response.Headers;
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.Vary = $"Cookie, {EmbedPasses.Header}";
        headers.ContentDisposition = FileTypes.IsPicture(type) ? "inline" : "attachment";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return TypedResults.Stream(content, FileTypes.MediaTypeOf(type), entityTag: new EntityTagHeaderValue($"\"{file}\""), enableRangeProcessing: true);
    }

    private static async Task<(Membership? Member, ProblemHttpResult? Problem)> FindMember(string board, string? participant, IGrainFactory grains)
    {
        if (participant is null)
        {
            return (null, Problems.Unknown());
        }

        if (!Ids.IsValid(board))
        {
            return (null, Problems.Refused(RefusalCode.NotFound));
        }

        var grain = grains.GetGrain<IBoardGrain>(board);
        return await grain.FindMember(participant) is { } member
            ? (member, null)
            : (null, Problems.Refused(await grain.Look("") is null ? RefusalCode.NotFound : RefusalCode.NotMember));
    }

    private static ProblemHttpResult TooLarge() => Problems.Problem(
        StatusCodes.Status413PayloadTooLarge, $"Files may have up to {Limits.FileBytes / 1024 / 1024} MB. Make it smaller and try again.", "tooLong");
}
