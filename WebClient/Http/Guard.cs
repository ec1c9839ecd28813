using CoCreate.Web.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoCreate.Web.Http;

/// <summary>What every request meets first: headers that keep pages safe, and the check of those that change something.</summary>
internal sealed class Guard(RequestDelegate next, GatewayOptions options, OriginPolicy origins)
{
    private readonly string _contentPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors "
        + (options.FrameAncestors.Count == 0 ? "'none'" : string.Join(' ', options.FrameAncestors));

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = _contentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return FindFault(context.Request) is { } fault ? fault.ExecuteAsync(context) : next(context);
    }

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
