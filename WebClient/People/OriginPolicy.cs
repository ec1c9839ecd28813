using Microsoft.AspNetCore.Http;

namespace CoCreate.Web.People;

/// <summary>From which pages browsers may connect and change things: the server's own, and those on the allow-list.</summary>
internal sealed class OriginPolicy(GatewayOptions options)
{
    private readonly HashSet<string> _allowed = new(options.AllowedOrigins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a WebSocket may be opened (R2). Browsers always say where from, so a request that does not is refused.</summary>
    public bool AllowsUpgrade(HttpRequest request) => request.Headers.Origin is [{ } origin] && Allows(origin, request.Host);

    /// <summary>Whether a request may change something (R40). Without an origin it comes from no page: a program that holds a cookie of its own.</summary>
    public bool AllowsChange(HttpRequest request) => request.Headers.Origin.Count == 0 || AllowsUpgrade(request);

    /// <remarks>Schemes are not compared: behind a proxy that ends TLS the server itself is asked over HTTP.</remarks>
    private bool Allows(string origin, HostString own) =>
        _allowed.Contains(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, WithoutDefaultPort(own, page), StringComparison.OrdinalIgnoreCase));

    private static string WithoutDefaultPort(HostString own, Uri page) =>
        page.IsDefaultPort && own.Port == page.Port ? own.Host : own.Value ?? "";
}
