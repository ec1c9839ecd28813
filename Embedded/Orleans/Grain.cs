using System.Diagnostics.CodeAnalysis;
using CoCreate.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The base of grain classes. Only the engine constructs grains.</summary>
[SuppressMessage("Naming", "CA1725", Justification = "Orleans names these parameters differently in the class and in the interface.")]
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Takes the activation that is being constructed on this thread.</summary>
    /// <exception cref="InvalidOperationException">The grain was constructed by somebody else.</exception>
    protected Grain() => GrainContext = Activation.UnderConstruction
        ?? throw new InvalidOperationException("A grain is constructed by the engine alone. Take a reference from IGrainFactory.");

    /// <summary>The activation that this instance belongs to.</summary>
    public IGrainContext GrainContext { get; }

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>Services of this activation.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <summary>Ends this activation after the calls that run now. Later calls go to a fresh one.</summary>
    protected void DeactivateOnIdle() => ((IGrainBase)this).DeactivateOnIdle();

    /// <summary>Runs before the first call. When it fails, the waiting calls fail and the next call starts a fresh activation.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call. Does not run when the process dies: nothing may depend on it but speed.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>What grains may ask of their references.</summary>
public static class GrainExtensions
{
    /// <summary>The key of a grain, or of a reference to one.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain switch
    {
        IGrainBase instance => ((Activation)instance.GrainContext).Address.Key,
        GrainProxy reference => reference.Address.Key,
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
    };
}
