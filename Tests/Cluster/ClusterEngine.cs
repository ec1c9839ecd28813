using Microsoft.Extensions.DependencyInjection;
using CoCreate.Silo;
using Orleans;
using Orleans.Runtime;
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
        builder.ConfigureSilo((_, silo) =>
        {
            setup.Services(silo.Services);
            OrleansTimings.Apply(silo.Services);
        });
        builder.ConfigureClient(client => OrleansTimings.Apply(client.Services));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new EngineUnderTest(cluster);
    }

    /// <summary>The silo that holds this grain now; null for none.</summary>
    public async Task<SiloAddress?> FindSilo(IAddressable grain) =>
        await _cluster.Client.GetGrain<IManagementGrain>(0).GetActivationAddress(grain);

    /// <summary>Ends a silo without a word, as when its computer is gone.</summary>
    public Task Kill(SiloAddress silo) => _cluster.KillSiloAsync(_cluster.GetSiloForAddress(silo)!);

    /// <summary>Stops a silo in good order, as a deployment does.</summary>
    public Task Drain(SiloAddress silo) => _cluster.StopSiloAsync(_cluster.GetSiloForAddress(silo)!);

    /// <summary>Adds a silo.</summary>
    public Task Add() => _cluster.StartAdditionalSiloAsync();

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
