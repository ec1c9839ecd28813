using CoCreate.Web.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoCreate.Web.Http;

/// <summary>What every request meets first: headers that keep pages safe, and the check of those that change something.</summary>
internal sealed class Guard(RequestDelegate next, GatewayOptions options, OriginPolicy origins)
{
    private const string ContentPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    private const string UnframedPolicy = ContentPolicy + "'none'";

    private readonly string _framedPolicy = ContentPolicy + string.Join(' ', options.FrameAncestors);

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isFramed = MayBeFramed(context.Request.Path);
        headers.ContentSecurityPolicy = isFramed ? _framedPolicy : UnframedPolicy;
        if (!isFramed)
        {
            headers.XFrameOptions = "DENY";
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return FindFault(context.Request) is { } fault ? fault.ExecuteAsync(context) : next(context);
    }

    /// <summary>Whether pages of the allowed sites may show what is at this address: a board for onlookers, and nothing else (R159).</summary>
    private bool MayBeFramed(PathString path) =>
        options.FrameAncestors.Count > 0 && path.StartsWithSegments("/e", StringComparison.Ordinal, out var board) && board.Value is ['/', .. { Length: > 0 } id] && !id.Contains('/', StringComparison.Ordinal);

    /// <summary>What is wrong with a request that would change something (R40); null for nothing.</summary>
    private ProblemHttpResult? FindFault(HttpRequest request)
    {
        if (!request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        if (!origins.Allows(request))
        {
            return Problems.Problem(StatusCodes.Status403Forbidden, "Requests from that site are not allowed here. Whoever runs the server can allow it.", "origin");
        }

        // A DELETE says everything in its address, and no page of another site can send one unasked.
        return HttpMethods.IsDelete(request.Method) || request.HasJsonContentType() || request.ContentType == FileEndpoints.UploadType
            ? null
            : Problems.Problem(StatusCodes.Status415UnsupportedMediaType, "Send the request with Content-Type: application/json, a file with application/octet-stream.", "contentType");
    }
}
