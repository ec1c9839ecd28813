using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Orleans.Runtime;

namespace CoCreate.Embedded;

/// <summary>Which grain: its class and its key.</summary>
internal readonly record struct GrainAddress(GrainClass Class, string Key);

/// <summary>A reference to a grain or observer. Two references to the same one are equal.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
internal class GrainProxy : DispatchProxy, IAddressable
{
    private FrozenDictionary<MethodInfo, GrainMethod> _methods = FrozenDictionary<MethodInfo, GrainMethod>.Empty;
    private GrainHost? _host;
    private ObserverMailbox? _observer;

    /// <summary>The grain's address; for an observer without a class and key.</summary>
    public GrainAddress Address { get; private set; }

    public static T ToGrain<T>(FrozenDictionary<MethodInfo, GrainMethod> methods, GrainHost host, GrainAddress address)
    {
        var reference = Create<T, GrainProxy>();
        var proxy = (GrainProxy)(object)reference!;
        (proxy._methods, proxy._host, proxy.Address) = (methods, host, address);
        return reference;
    }

    public static T ToObserver<T>(FrozenDictionary<MethodInfo, GrainMethod> methods, ObserverMailbox observer)
    {
        var reference = Create<T, GrainProxy>();
        var proxy = (GrainProxy)(object)reference!;
        (proxy._methods, proxy._observer) = (methods, observer);
        return reference;
    }

    /// <summary>Hands work to the grain's present activation, or to the observer.</summary>
    public void Post(Work work) => ((Mailbox?)_observer ?? _host!.Find(Address)).Post(work);

    /// <summary>Ends the reference to an observer.</summary>
    /// <exception cref="ArgumentException">It is a reference to a grain.</exception>
    public void Delete() =>
        (_observer ?? throw new ArgumentException("Only references to observers are deleted; grains come and go by themselves.")).Delete();

    public override bool Equals(object? other) =>
        other is GrainProxy proxy && ReferenceEquals(proxy._host, _host) && ReferenceEquals(proxy._observer, _observer) && proxy.Address == Address;

    public override int GetHashCode() => HashCode.Combine(_observer, Address);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _methods[targetMethod!].Send(this, args ?? []);
}
