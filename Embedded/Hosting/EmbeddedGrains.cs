using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace CoCreate.Embedded;

/// <summary>How the embedded engine runs grains.</summary>
public sealed class EmbeddedGrainOptions
{
    /// <summary>How long a grain stays active without being called. Default: 15 minutes.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle grains are looked for. Default: every minute.</summary>
    public TimeSpan IdleCheckPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a grain may take to end its running calls and its OnDeactivateAsync before it is dropped. Default: 30 seconds.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>Adds the embedded engine: grains in this process and no other.</summary>
/// <remarks>It keeps the promises of Orleans that grains rely on: one activation per key, turns that never overlap, activation by the first call,
/// deactivation when idle, a fresh activation after a failed one. It has no response time-outs: within one process no message is lost.</remarks>
public static class EmbeddedGrains
{
    /// <summary>Registers <see cref="IGrainFactory"/> for the grain classes of the given assemblies. The service provider constructs grains; a
    /// registered <see cref="TimeProvider"/> is their clock.</summary>
    public static IServiceCollection AddEmbeddedGrains(this IServiceCollection services, params Assembly[] grainAssemblies)
    {
        services.AddLogging();
        services.AddOptions<EmbeddedGrainOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GrainHost>(provider, GrainClass.AllIn(grainAssemblies)));
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainHost>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<GrainHost>());
        return services;
    }
}
