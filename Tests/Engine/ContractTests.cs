using System.Reflection;
using CoCreate.Boards;
using CoCreate.Journals;
using Orleans;

namespace CoCreate.Tests.Engine;

/// <summary>What a cluster needs of the contract and one process does not miss: every value that grains send has a lasting name and every member of it a
/// number, or it would arrive without that member; and none of them ever changes, because the embedded engine copies nothing.</summary>
public sealed class ContractTests
{
    private static readonly Assembly _contract = typeof(IBoardGrain).Assembly;

    private static readonly Type[] _interfaces = [.. _contract.GetExportedTypes().Where(type => type.IsInterface
        && (type.IsAssignableTo(typeof(IGrain)) || type.IsAssignableTo(typeof(IGrainObserver))))];

    public static TheoryData<string> SentTypes => [.. Sent().Select(type => type.FullName!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Interfaces => [.. _interfaces.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(SentTypes))]
    public void A_value_that_grains_send_is_named_numbered_and_unchanging(string name)
    {
        var type = _contract.GetType(name, throwOnError: true)!;

        Assert.True(type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false), "It lacks [GenerateSerializer].");
        Assert.True(type.IsDefined(typeof(AliasAttribute), inherit: false), "It lacks [Alias].");
        Assert.True(type.IsDefined(typeof(ImmutableAttribute), inherit: false), "It lacks [Immutable].");
        var stored = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsStored).ToList();
        Assert.All(stored, property => Assert.NotNull(property.GetCustomAttribute<IdAttribute>()));
        Assert.Equal(stored.Count, stored.Select(property => property.GetCustomAttribute<IdAttribute>()!.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void A_grain_interface_and_its_methods_have_lasting_names_of_their_own(string name)
    {
        var type = _contract.GetType(name, throwOnError: true)!;
        var names = type.GetMethods().Select(method => method.GetCustomAttribute<AliasAttribute>()?.Alias).ToList();

        Assert.True(type.IsDefined(typeof(AliasAttribute), inherit: false), "It lacks [Alias].");
        Assert.DoesNotContain(null, names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void No_two_types_have_the_same_lasting_name()
    {
        var names = Sent().Concat(_interfaces).SelectMany(type => type.GetCustomAttributes<AliasAttribute>(inherit: false)).Select(alias => alias.Alias).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void A_failure_that_grains_let_pass_to_their_callers_can_travel_with_its_reason()
    {
        Assert.True(typeof(JournalException).IsDefined(typeof(GenerateSerializerAttribute), inherit: false), "It lacks [GenerateSerializer].");
        Assert.True(typeof(JournalException).IsDefined(typeof(AliasAttribute), inherit: false), "It lacks [Alias].");
        Assert.NotNull(typeof(JournalException).GetProperty(nameof(JournalException.Failure))!.GetCustomAttribute<IdAttribute>());
    }

    /// <summary>Every class and struct of the contract that a call or its reply can carry, at any depth.</summary>
    private static HashSet<Type> Sent()
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>(_interfaces.SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
        while (open.TryDequeue(out var type))
        {
            foreach (var part in Parts(type))
            {
                open.Enqueue(part);
            }

            if (type.Assembly == _contract && !type.IsArray && !type.IsEnum && !type.IsInterface && found.Add(type))
            {
                foreach (var next in _contract.GetTypes().Where(other => other.BaseType == type).Concat(type.GetProperties().Where(IsStored).Select(property => property.PropertyType)))
                {
                    open.Enqueue(next);
                }
            }
        }

        return found;
    }

    private static Type[] Parts(Type type) => type.IsArray ? [type.GetElementType()!] : type.IsGenericType ? type.GenericTypeArguments : [];

    // Computed properties have no field behind them.
    private static bool IsStored(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
}
