using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoCreate.Tests.Browser;

/// <summary>A site that is not the server's, to browsers: "localhost", where the server is at an address of numbers. Its one page shows what it is given.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _web;

    private OtherSite(WebApplication web) => _web = web;

    /// <summary>The page.</summary>
    public string Page => Address(Port);

    /// <summary>The same page from a site that the server does not know.</summary>
    public string PageElsewhere => $"http://127.0.0.1:{Port}";

    private int Port => new Uri(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <summary>Where it is at a port; at any port for 0, as the CSP's frame-ancestors says it.</summary>
    public static string Address(int port) => $"http://localhost:{(port == 0 ? "*" : $"{port}")}";

    /// <summary>Starts it.</summary>
    public static async Task<OtherSite> Start(string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var web = builder.Build();
        web.MapFallback(() => Results.Content($"<!doctype html><html lang=en><title>Our intranet</title><main><h1>What we are working on</h1>{body}</main>", "text/html; charset=utf-8"));
        await web.StartAsync();
        return new OtherSite(web);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }
}
