using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CoCreate.Tests.Engine;

/// <summary>A running engine with grains in it: the embedded one, or an Orleans cluster of several silos, whichever this build has.</summary>
public interface IEngineFixture : IAsyncDisposable
{
    /// <summary>Where references to grains come from; as a web process has it.</summary>
    IGrainFactory Grains { get; }

    /// <summary>Whether calls travel between silos, and so may overtake one another.</summary>
    bool IsCluster { get; }

    /// <summary>Stops the engine in good order: every grain is deactivated. Disposing does the same.</summary>
    Task Stop();
}

/// <summary>What a test gives to an engine.</summary>
public sealed class EngineSetup
{
    /// <summary>Adds what the grains' constructors need (a journal, a clock). With several silos it runs once per silo, so register instances to share them.</summary>
    public Action<IServiceCollection> Services { get; init; } = static _ => { };

    /// <summary>Assemblies with grain classes, for engines that do not find them by themselves.</summary>
    public Assembly[] Assemblies { get; init; } = [typeof(CoCreate.Boards.BoardGrain).Assembly, typeof(EngineSetup).Assembly];
}
