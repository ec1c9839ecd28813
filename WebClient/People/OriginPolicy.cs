using Microsoft.AspNetCore.Http;

namespace CoCreate.Web.People;

/// <summary>From which pages browsers may connect and change things: the server's own, and those on the allow-list.</summary>
internal sealed class OriginPolicy(GatewayOptions options)
{
    private readonly HashSet<string> _allowed = new(options.AllowedOrigins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a WebSocket may be opened (R2), or something changed (R40). Browsers always say which page asks;
    /// a request that does not say comes from no page, but from a program that holds a cookie of its own.</summary>
    public bool Allows(HttpRequest request) => request.Headers.Origin.Count switch
    {
        0 => true,
        1 => Allows(request.Headers.Origin[0] ?? "", request.Host),
        _ => false,
    };

    /// <remarks>Schemes are not compared: behind a proxy that ends TLS the server itself is asked over HTTP.</remarks>
    private bool Allows(string origin, HostString own) =>
        _allowed.Contains(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, WithoutDefaultPort(own, page), StringComparison.OrdinalIgnoreCase));

    private static string WithoutDefaultPort(HostString own, Uri page) =>
        page.IsDefaultPort && own.Port == page.Port ? own.Host : own.Value ?? "";
}
