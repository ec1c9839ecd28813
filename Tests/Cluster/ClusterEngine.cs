using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.TestingHost;

namespace CoCreate.Tests.Engine;

/// <summary>The engine of this build: an Orleans cluster of three silos in this process, with a client of its own as a web process has.</summary>
public sealed class EngineUnderTest : IEngineFixture
{
    private readonly InProcessTestCluster _cluster;
    private bool _isStopped;

    private EngineUnderTest(InProcessTestCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public IGrainFactory Grains => _cluster.Client;

    /// <inheritdoc/>
    public bool IsCluster => true;

    /// <summary>Starts it.</summary>
    public static async Task<IEngineFixture> Start(EngineSetup setup)
    {
        var builder = new InProcessTestClusterBuilder(3);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) => setup.Services(silo.Services));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new EngineUnderTest(cluster);
    }

    /// <inheritdoc/>
    public async Task Stop()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _cluster.StopAllSilosAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _cluster.DisposeAsync();
    }
}
