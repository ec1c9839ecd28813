using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;

namespace CoCreate.Embedded;

/// <summary>A class of grains: what it implements, and how one is made.</summary>
internal sealed class GrainClass(Type type)
{
    private readonly ObjectFactory _factory = ActivatorUtilities.CreateFactory(type, []);

    public Type Type => type;

    /// <summary>Whether all its calls may interleave.</summary>
    public bool IsReentrant { get; } = type.IsDefined(typeof(ReentrantAttribute));

    /// <summary>The classes of grains in these assemblies by the interfaces they implement.</summary>
    /// <exception cref="NotSupportedException">Two classes implement the same interface.</exception>
    public static Dictionary<Type, GrainClass> AllIn(IEnumerable<Assembly> assemblies)
    {
        var classes = new Dictionary<Type, GrainClass>();
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Where(IsGrain))
        {
            var found = new GrainClass(type);
            foreach (var contract in type.GetInterfaces().Where(IsContract))
            {
                if (!classes.TryAdd(contract, found))
                {
                    throw new NotSupportedException($"{contract} is implemented by both {classes[contract].Type} and {type}; keep one of them.");
                }
            }
        }

        return classes;
    }

    public IGrainBase Construct(IServiceProvider services) => (IGrainBase)_factory(services, null);

    /// <summary>Disposes of a grain that wants it.</summary>
    public static async ValueTask Dispose(IGrainBase? grain)
    {
        if (grain is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else if (grain is IDisposable synchronous)
        {
            synchronous.Dispose();
        }
    }

    private static bool IsGrain(Type type) => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(Grain));

    private static bool IsContract(Type type) => type.IsAssignableTo(typeof(IGrain)) && type != typeof(IGrain) && type != typeof(IGrainWithStringKey);
}
