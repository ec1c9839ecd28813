using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;

namespace CoCreate.Embedded;

/// <summary>The grains of this process: finds the activation of an address, makes it when there is none, ends the idle ones, and all of them at the stop.</summary>
internal sealed partial class GrainHost : IGrainFactory, IHostedService, IDisposable
{
    private readonly Dictionary<Type, GrainClass> _classes;
    private readonly ConcurrentDictionary<Type, FrozenDictionary<MethodInfo, GrainMethod>> _contracts = new();
    private readonly ConcurrentDictionary<GrainAddress, Activation> _activations = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _idleCheck;
    private volatile bool _isStopped;

    public GrainHost(Dictionary<Type, GrainClass> classes, IServiceProvider services, TimeProvider clock, IOptions<EmbeddedGrainOptions> options, ILogger<GrainHost> log)
    {
        (_classes, Services, Clock, Options, Log) = (classes, services, clock, options.Value, log);
        Stopping = _stopping.Token;
        _idleCheck = clock.CreateTimer(static host => ((GrainHost)host!).EndIdle(), this, Options.IdleCheckPeriod, Options.IdleCheckPeriod);
    }

    public IServiceProvider Services { get; }

    public TimeProvider Clock { get; }

    public EmbeddedGrainOptions Options { get; }

    public ILogger Log { get; }

    /// <summary>Cancelled when the process stops.</summary>
    public CancellationToken Stopping { get; }

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrEmpty(primaryKey);
        if (grainClassNamePrefix is not null)
        {
            throw new NotSupportedException("There is one class per grain interface here, so there is nothing to choose with a prefix.");
        }

        var address = new GrainAddress(ClassOf(typeof(TGrainInterface)), primaryKey);
        return GrainProxy.ToGrain<TGrainInterface>(MethodsOf(typeof(TGrainInterface)), this, address);
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver =>
        GrainProxy.ToObserver<TGrainObserverInterface>(MethodsOf(typeof(TGrainObserverInterface)), new ObserverMailbox(obj));

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver =>
        (obj as GrainProxy ?? throw new ArgumentException("This is the observer itself; pass what CreateObjectReference gave.", nameof(obj))).Delete();

    /// <summary>The present activation of an address; a fresh one when there is none.</summary>
    /// <exception cref="ObjectDisposedException">The process has stopped.</exception>
    public Activation Find(GrainAddress address)
    {
        if (_activations.TryGetValue(address, out var present))
        {
            return present;
        }

        ObjectDisposedException.ThrowIf(_isStopped, typeof(IGrainFactory));
        return _activations.GetOrAdd(address, static (address, host) => new Activation(host, address), this);
    }

    /// <summary>An activation is gone; the next call makes a fresh one.</summary>
    public void Forget(Activation activation) => _activations.TryRemove(KeyValuePair.Create(activation.Address, activation));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deactivates everything. Calls are still served meanwhile, because grains that end may call others; after that they are refused.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        try
        {
            while (!_activations.IsEmpty)
            {
                await DeactivateAll().WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            LogUnfinished(Log, _activations.Count);
        }

        _isStopped = true;
    }

    public void Dispose()
    {
        _idleCheck.Dispose();
        _stopping.Dispose();
    }

    private GrainClass ClassOf(Type contract) => _classes.TryGetValue(contract, out var found)
        ? found
        : throw new ArgumentException($"No grain class implements {contract}. Name its assembly in AddEmbeddedGrains.");

    private FrozenDictionary<MethodInfo, GrainMethod> MethodsOf(Type contract) => _contracts.GetOrAdd(contract, static (contract, log) => GrainMethod.AllOf(contract, log), Log);

    private Task DeactivateAll()
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The process stops.");
        var all = _activations.Values.ToList();
        foreach (var activation in all)
        {
            activation.Deactivate(reason);
        }

        return Task.WhenAll(all.Select(activation => activation.Deactivated));
    }

    private void EndIdle()
    {
        foreach (var activation in _activations.Values)
        {
            activation.DeactivateIfIdle(Options.IdleTimeout);
        }
    }

    [LoggerMessage(5, LogLevel.Warning, "The process stops before {Count} grains were deactivated.")]
    private static partial void LogUnfinished(ILogger log, int count);
}
