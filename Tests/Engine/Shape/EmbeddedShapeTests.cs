using System.Reflection;
using Orleans;

namespace CoCreate.Tests.Engine.Shape;

/// <summary>Every grain is one source for both engines. So whatever the embedded engine declares in Orleans' namespaces must be there in Orleans, with the same shape.</summary>
/// <remarks>Less than Orleans has is fine: a grain that uses something the embedded engine lacks does not compile. More, or something different, would compile
/// here and nowhere else.</remarks>
public sealed class EmbeddedShapeTests
{
    private const string InSerialization = "is in Orleans.Serialization.Abstractions, whose package not every source carries";
    private const string InCore = "is in Orleans.Core, whose package not every source carries";

    // Types that cannot be compared with Microsoft.Orleans.Core.Abstractions, and why.
    private static readonly Dictionary<string, string> _elsewhere = new()
    {
        ["Orleans.GenerateSerializerAttribute"] = InSerialization,
        ["Orleans.IdAttribute"] = InSerialization,
        ["Orleans.AliasAttribute"] = InSerialization,
        ["Orleans.ImmutableAttribute"] = InSerialization,
        ["Orleans.Utilities.ObserverManager`2"] = InCore,
    };

    private static readonly IReadOnlyDictionary<string, TypeShape> _orleans = TypeShape.ReadAll(OrleansPath());

    private static readonly IReadOnlyDictionary<string, TypeShape> _embedded = TypeShape.ReadAll(typeof(Grain).Assembly.Location);

    public static TheoryData<string> Compared => [.. Declared.Except(_elsewhere.Keys)];

    private static IEnumerable<string> Declared => _embedded.Keys.Where(name => name.StartsWith("Orleans.", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Compared))]
    public void A_type_of_Orleans_namespaces_has_the_shape_that_it_has_in_Orleans(string name)
    {
        Assert.True(_orleans.TryGetValue(name, out var real), $"{name} is not in Orleans.Core.Abstractions.");
        var ours = _embedded[name];

        Assert.Equal(real.Kind, ours.Kind);
        Assert.Equal(real.Usage, ours.Usage);
        Assert.Empty(ours.Interfaces.Except(real.Interfaces));
        Assert.Empty(ours.Members.Except(real.Members));
    }

    [Fact]
    public void The_list_of_types_that_cannot_be_compared_is_true()
    {
        Assert.Empty(_elsewhere.Keys.Except(Declared));
        Assert.Empty(_elsewhere.Keys.Intersect(_orleans.Keys));
    }

    // Orleans' interfaces have more members than the embedded engine's: a class that implements one of them compiles here and not there.
    [Fact]
    public void Nobody_but_the_engine_implements_an_interface_of_the_engine()
    {
        Assembly[] ours = [typeof(EmbeddedShapeTests).Assembly, typeof(CoCreate.Boards.BoardGrain).Assembly, typeof(CoCreate.Web.Gateway).Assembly, typeof(Program).Assembly];
        var engine = typeof(Grain).Assembly;

        Assert.DoesNotContain(
            ours.SelectMany(assembly => assembly.GetTypes()),
            type => type.IsClass && !type.IsAssignableTo(typeof(Grain)) && type.GetInterfaces().Any(contract => contract.Assembly == engine && contract.GetMethods().Length > 0));
    }

    [Fact]
    public void The_version_compared_with_is_the_one_that_the_other_engine_is_built_with() =>
        Assert.Contains($"{Path.DirectorySeparatorChar}{Metadata("OrleansVersion")}{Path.DirectorySeparatorChar}", OrleansPath(), StringComparison.Ordinal);

    private static string OrleansPath() => Metadata("OrleansCoreAbstractions");

    private static string Metadata(string key) => typeof(EmbeddedShapeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
