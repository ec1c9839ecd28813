using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace CoCreate.Web.Http;

/// <summary>The browser client's files. Its pages (/, /j/{code}, /b/{board}) are one file; the client itself knows which is shown.</summary>
internal static class ClientFiles
{
    /// <summary>The one page.</summary>
    public const string Page = "index.html";

    /// <summary>Serves the files, compressed. Nothing of the API is compressed here: its answers hold what people wrote beside what others may choose.</summary>
    public static void Use(WebApplication app, GatewayOptions options)
    {
        if (!Directory.Exists(options.ClientFolder))
        {
            return;
        }

        app.UseWhen(context => !IsServer(context.Request.Path), files =>
        {
            files.UseResponseCompression();
            files.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(options.ClientFolder), OnPrepareResponse = SetCaching });
        });
    }

    /// <summary>Serves the page at every address that is not a file and not the server's own.</summary>
    public static void MapPages(WebApplication app, GatewayOptions options)
    {
        var page = Path.Combine(options.ClientFolder, Page);
        if (File.Exists(page))
        {
            app.MapFallback(context => SendPage(context, page));
        }
    }

    private static Task SendPage(HttpContext context, string page)
    {
        if (IsServer(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.SendFileAsync(page);
    }

    /// <summary>Files under /assets carry a hash of their content in their name and never change; all others are asked for again.</summary>
    private static void SetCaching(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    private static bool IsServer(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal)
        || path.StartsWithSegments("/hub", StringComparison.Ordinal)
        || path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
