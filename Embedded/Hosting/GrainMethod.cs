using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Concurrency;

namespace CoCreate.Embedded;

/// <summary>One method of a grain or observer interface: how calls of it are sent and run.</summary>
internal abstract class GrainMethod(MethodInfo method)
{
    private readonly int[] _observers = [.. method.GetParameters()
        .Where(parameter => parameter.ParameterType.IsAssignableTo(typeof(IGrainObserver)))
        .Select(parameter => parameter.Position)];

    /// <summary>Interface and method, for logs and messages.</summary>
    public string Name { get; } = $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>Whether calls of it may start while others await.</summary>
    public bool Interleaves { get; } = method.IsDefined(typeof(AlwaysInterleaveAttribute));

    /// <summary>All methods of an interface and of those it extends.</summary>
    public static FrozenDictionary<MethodInfo, GrainMethod> AllOf(Type contract, ILogger log) =>
        contract.GetInterfaces().Append(contract)
            .SelectMany(part => part.GetMethods())
            .ToFrozenDictionary(method => method, method => Create(method, log));

    /// <summary>Sends a call and gives the task that the caller awaits.</summary>
    public object Send(GrainProxy to, object?[] arguments)
    {
        foreach (var position in _observers)
        {
            if (arguments[position] is not (null or GrainProxy))
            {
                throw new ArgumentException($"{Name} takes a reference to an observer, not the observer itself: make one with IGrainFactory.CreateObjectReference.");
            }
        }

        return Post(to, arguments);
    }

    protected abstract object Post(GrainProxy to, object?[] arguments);

    private static GrainMethod Create(MethodInfo method, ILogger log)
    {
        var result = method.ReturnType;
        if (result == typeof(Task))
        {
            return method.IsDefined(typeof(OneWayAttribute)) ? new OneWay(method, log) : new Plain(method);
        }

        if (result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Task<>) && !method.IsGenericMethod && !method.IsDefined(typeof(OneWayAttribute)))
        {
            return (GrainMethod)Activator.CreateInstance(typeof(Answering<>).MakeGenericType(result.GenericTypeArguments), method)!;
        }

        throw new NotSupportedException($"{method.DeclaringType}.{method.Name} cannot be a grain's method: it has to return Task (a one-way one always) or Task<T> and have no type parameters.");
    }

    // (target, arguments) => ((Contract)target).Method((P0)arguments[0], …)
    private static Func<object, object?[], TTask> Compile<TTask>(MethodInfo method)
    {
        var target = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var values = method.GetParameters().Select(parameter =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(parameter.Position)), parameter.ParameterType));
        var call = Expression.Call(Expression.Convert(target, method.DeclaringType!), method, values);
        return Expression.Lambda<Func<object, object?[], TTask>>(call, target, arguments).Compile();
    }

    private sealed class Plain(MethodInfo method) : GrainMethod(method)
    {
        private readonly Func<object, object?[], Task> _body = Compile<Task>(method);

        protected override object Post(GrainProxy to, object?[] arguments)
        {
            var call = new Call(this, _body, arguments);
            to.Post(call);
            return call.Reply;
        }
    }

    private sealed class Answering<T>(MethodInfo method) : GrainMethod(method)
    {
        private readonly Func<object, object?[], Task<T>> _body = Compile<Task<T>>(method);

        protected override object Post(GrainProxy to, object?[] arguments)
        {
            var call = new Call<T>(this, _body, arguments);
            to.Post(call);
            return call.Reply;
        }
    }

    private sealed class OneWay(MethodInfo method, ILogger log) : GrainMethod(method)
    {
        private readonly Func<object, object?[], Task> _body = Compile<Task>(method);

        protected override object Post(GrainProxy to, object?[] arguments)
        {
            to.Post(new OneWayCall(this, _body, arguments, log));
            return Task.CompletedTask;
        }
    }
}
