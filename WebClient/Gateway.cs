using System.Net;
using CoCreate.Web.Attachments;
using CoCreate.Web.Http;
using CoCreate.Web.Hub;
using CoCreate.Web.People;
using CoCreate.Web.Relay;
using CoCreate.Web.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoCreate.Web;

/// <summary>The web side of CoCreate: the hub, the HTTP API, the browser client's files. It needs an IGrainFactory and an <see cref="IReadiness"/> beside it.</summary>
public static class Gateway
{
    /// <summary>Registers what the gateway needs.</summary>
    public static IServiceCollection AddGateway(this IServiceCollection services, GatewayOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<GatewayMeters>();
        services.AddSingleton<OriginPolicy>();
        services.AddSingleton<Passcodes>();
        services.AddSingleton<EmbedPasses>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<Connections>();
        services.AddSingleton<Comings>();
        services.AddSingleton<HubEndpoint>();
        services.AddSingleton<IAttachments>(provider => new FolderAttachments(
            options.AttachmentsFolder.Length > 0 ? options.AttachmentsFolder : Path.Combine(options.DataFolder, "attachments"),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Uploads>();
        services.AddSingleton(ClientBundle.Find(options.ClientFolder));
        services.AddSingleton<Relays>();
        services.AddSingleton(MakeRelayServices);
        services.AddHostedService<Farewell>();
        services.AddGuests(options.DataFolder);
        services.AddSingleton<Devices>();
        services.AddLimiting(options);
        services.AddOpenApi();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.ConfigureHttpJsonOptions(json => WireJson.Apply(json.SerializerOptions));
        services.Configure<KestrelServerOptions>(kestrel => Configure(kestrel, options));
        AddHub(services);
        return services;
    }

    /// <summary>Maps the hub, the API, health, and the browser client's files.</summary>
    public static void MapGateway(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<GatewayOptions>();
        TrustProxies(app, options);
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseStatusCodePages();
        app.UseMiddleware<Guard>();
        ClientFiles.Use(app, options);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.MapOpenApi();
        HealthEndpoints.Map(app);
        var api = app.MapGroup("/api");
        BoardEndpoints.Map(api);
        PlaybookEndpoints.Map(api);
        PeopleEndpoints.Map(api);
        SnapshotEndpoint.Map(api);
        PastEndpoints.Map(api);
        FileEndpoints.Map(api);
        VoteEndpoints.Map(api);
        AddressEndpoint.Map(api);
        EmbedEndpoint.Map(api);
        api.MapFallback(() => TypedResults.NotFound()).ExcludeFromDescription();
        var hub = app.Services.GetRequiredService<HubEndpoint>();
        app.MapMethods("/hub", [HttpMethods.Get, HttpMethods.Connect], hub.Serve).RequireRateLimiting(Limiting.Connecting).ExcludeFromDescription();
        ClientFiles.MapPages(app, options);
    }

    private static void AddHub(IServiceCollection services)
    {
        services.AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = Limits.MessageBytes;
                hub.MaximumParallelInvocationsPerClient = 1;
                hub.HandshakeTimeout = TimeSpan.FromSeconds(10);
                hub.SupportedProtocols = ["json"];
            })
            .AddJsonProtocol(json => WireJson.Apply(json.PayloadSerializerOptions));
        services.RemoveAll<IHubProtocol>();
        services.AddSingleton<IHubProtocol>(provider =>
            new StrictProtocol(new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>())));
    }

    private static RelayServices MakeRelayServices(IServiceProvider services) => new(
        services.GetRequiredService<IGrainFactory>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<GatewayOptions>().Relay,
        services.GetRequiredService<GatewayMeters>(),
        services.GetRequiredService<ILoggerFactory>().CreateLogger("CoCreate.Web.Relay"),
        Ids.New(),
        services.GetRequiredService<ClientBundle>().Name,
        services.GetRequiredService<Devices>());

    private static void Configure(KestrelServerOptions kestrel, GatewayOptions options)
    {
        // Room beyond the limit of the hub, to tell those who are too many why.
        kestrel.Limits.MaxConcurrentUpgradedConnections = options.Connections + Math.Max(100, options.Connections / 10);
        kestrel.Limits.MaxConcurrentConnections = 2L * (options.Connections + 1_000);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.MessageBytes;
    }

    private static int StatusOf(Exception failure) =>
        failure is Microsoft.AspNetCore.Http.BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status503ServiceUnavailable;

    private static void TrustProxies(WebApplication app, GatewayOptions options)
    {
        if (options.TrustedProxies.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.TrustedProxies)
        {
            forwarded.KnownIPNetworks.Add(NetworkOf(proxy));
        }

        app.UseForwardedHeaders(forwarded);
    }

    private static System.Net.IPNetwork NetworkOf(string proxy) => proxy.Contains('/', StringComparison.Ordinal)
        ? System.Net.IPNetwork.Parse(proxy)
        : new System.Net.IPNetwork(IPAddress.Parse(proxy), 8 * IPAddress.Parse(proxy).GetAddressBytes().Length);
}
