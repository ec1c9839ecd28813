using CoCreate.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace CoCreate.Tests.Engine;

/// <summary>The engine of this build: the embedded one.</summary>
public sealed class EngineUnderTest : IEngineFixture
{
    private readonly IHost _host;

    private EngineUnderTest(IHost host) => _host = host;

    /// <inheritdoc/>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <inheritdoc/>
    public bool IsCluster => false;

    /// <summary>Starts it.</summary>
    public static async Task<IEngineFixture> Start(EngineSetup setup)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        setup.Services(builder.Services);
        builder.Services.AddEmbeddedGrains(setup.Assemblies);
        var host = builder.Build();
        await host.StartAsync();
        return new EngineUnderTest(host);
    }

    /// <inheritdoc/>
    public Task Stop() => _host.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        _host.Dispose();
    }
}
