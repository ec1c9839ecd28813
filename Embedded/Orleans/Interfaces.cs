using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>Something that can be called from elsewhere: a grain or an observer.</summary>
    public interface IAddressable;

    /// <summary>What the engine knows of one activation of a grain.</summary>
    public interface IGrainContext
    {
        /// <summary>The grain itself; null until it was constructed.</summary>
        object? GrainInstance { get; }

        /// <summary>Services of this activation: a scope of its own.</summary>
        IServiceProvider ActivationServices { get; }

        /// <summary>Completes when the activation is gone.</summary>
        Task Deactivated { get; }

        /// <summary>Starts no further call here, waits for those that run, then deactivates. Calls that arrive meanwhile go to a fresh activation.</summary>
        void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
    }
}

namespace Orleans
{
    /// <summary>An interface of grains.</summary>
    public interface IGrain : IAddressable;

    /// <summary>An interface of grains whose key is a text.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>An interface of objects outside grains that grains may call.</summary>
    public interface IGrainObserver : IAddressable;

    /// <summary>A class of grains.</summary>
    public interface IGrainBase
    {
        /// <summary>The activation that this instance belongs to.</summary>
        IGrainContext GrainContext { get; }

        /// <summary>Runs before the first call. When it fails, the waiting calls fail and the next call starts a fresh activation.</summary>
        Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

        /// <summary>Runs after the last call.</summary>
        Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
    }

    /// <summary>Makes references to grains and observers.</summary>
    public interface IGrainFactory
    {
        /// <summary>A reference to the grain with this key. Costs little and activates nothing: the first call does.</summary>
        /// <param name="primaryKey">The grain's key; not empty.</param>
        /// <param name="grainClassNamePrefix">Chooses among several classes of one interface; the embedded engine allows one class and refuses a prefix.</param>
        TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey;

        /// <summary>A reference to an object, to be passed to grains. Calls to it arrive in order, one after another.</summary>
        TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver;

        /// <summary>Ends a reference made by <see cref="CreateObjectReference"/>: later calls to it do not arrive.</summary>
        void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver;
    }
}
