using System.Net;
using CoCreate.Journals;
using CoCreate.Tests.Engine;
using CoCreate.Tests.Journals;
using CoCreate.Web;
using CoCreate.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;

namespace CoCreate.Tests.Gateway;

/// <summary>A whole server for a test: the gateway on a free port of this computer, real boards behind it, the journal in memory.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private readonly IEngineFixture _engine;
    private readonly DirectoryInfo _folder;
    private readonly List<WebPerson> _people = [];

    private readonly bool _ownsEngine;

    private GatewayHost(IEngineFixture engine, bool ownsEngine, WebApplication web, DirectoryInfo folder)
    {
        (_engine, _ownsEngine, Web, _folder) = (engine, ownsEngine, web, folder);
        Address = new Uri(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>The web application.</summary>
    public WebApplication Web { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What the boards run on.</summary>
    public IEngineFixture Engine => _engine;

    /// <summary>Reaches grains past the gateway.</summary>
    public IGrainFactory Grains => _engine.Grains;

    /// <summary>Starts a server.</summary>
    public static async Task<GatewayHost> Start(GatewaySetup? setup = null)
    {
        setup ??= new GatewaySetup();
        var engine = await EngineUnderTest.Start(new EngineSetup { Services = services => AddForGrains(services, setup) });
        return await Start(setup, engine, ownsEngine: true, Directory.CreateTempSubdirectory("cocreate-gateway-"));
    }

    /// <summary>Starts a second web process on the same boards and the same cookies' keys.</summary>
    public Task<GatewayHost> StartBeside() => Start(new GatewaySetup(), _engine, ownsEngine: false, _folder);

    private static async Task<GatewayHost> Start(GatewaySetup setup, IEngineFixture engine, bool ownsEngine, DirectoryInfo folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        setup.Logging(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, setup.Listen));
        builder.Services.AddSingleton(setup.Clock);
        builder.Services.AddSingleton(setup.Between(engine.Grains));
        builder.Services.AddSingleton<IReadiness>(setup.Readiness);
        builder.Services.AddGateway(setup.Options(folder.FullName));
        var web = builder.Build();
        web.MapGateway();
        await web.StartAsync();
        return new GatewayHost(engine, ownsEngine, web, folder);
    }

    /// <summary>Somebody new with a browser of their own.</summary>
    public WebPerson NewPerson()
    {
        var person = new WebPerson(Address);
        _people.Add(person);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        _people.ForEach(person => person.Dispose());
        await Web.StopAsync();
        await Web.DisposeAsync();
        if (_ownsEngine)
        {
            await _engine.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }

    private static void AddForGrains(IServiceCollection services, GatewaySetup setup)
    {
        services.AddSingleton(setup.Journal);
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(setup.Logging);
    }
}

/// <summary>What a test may choose about its server.</summary>
public sealed class GatewaySetup
{
    /// <summary>The gateway's clock; boards keep to the computer's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How it listens: plainly, unless a test wants TLS.</summary>
    public Action<ListenOptions> Listen { get; init; } = _ => { };

    /// <summary>Where boards are kept.</summary>
    public IJournal Journal { get; init; } = new MemoryJournal();

    /// <summary>What stands between the gateway and the grains.</summary>
    public Func<IGrainFactory, IGrainFactory> Between { get; init; } = grains => grains;

    /// <summary>Who hears what it logs; nobody by default.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = _ => { };

    /// <summary>Whether storage works, as the host sees it.</summary>
    public IReadiness Readiness { get; init; } = new AlwaysReady();

    /// <summary>The gateway's options; limits per address are out of the way by default.</summary>
    public Func<string, GatewayOptions> Options { get; init; } = folder => new GatewayOptions
    {
        DataFolder = folder,
        EntriesPerMinute = 1_000_000,
        BoardsPerHour = 1_000_000,
        ConnectionsPerMinute = 1_000_000,
    };

    private sealed class AlwaysReady : IReadiness
    {
        public Task<string?> FindObstacle(CancellationToken cancellation) => Task.FromResult<string?>(null);
    }
}
