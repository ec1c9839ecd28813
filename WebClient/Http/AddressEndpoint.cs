using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>Where to send others: who opened the server as "localhost" would otherwise invite them to their own computers.</summary>
internal static class AddressEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/address", Find)
        .WithSummary("Where to send others")
        .WithDescription("The origin that the caller uses, or, where that is this computer's own (localhost), this computer's address in its network; and the sites whose pages may show boards.");

    private static Ok<AddressAnswer> Find(HttpRequest request, GatewayOptions options) => TypedResults.Ok(new AddressAnswer(
        OriginFor(request.Scheme, request.Host, options.NetworkAddress), [.. options.FrameAncestors]));

    /// <summary>The origin to send others to.</summary>
    internal static string OriginFor(string scheme, HostString host, string networkAddress)
    {
        var isOwn = host.Host == "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        return isOwn && networkAddress.Length > 0
            ? $"{scheme}://{(host.Port is { } port ? new HostString(networkAddress, port) : new HostString(networkAddress))}"
            : $"{scheme}://{host}";
    }
}
