using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CoCreate.Tests.Engine.Shape;

/// <summary>What a public type promises to code that uses it, as texts.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">Interface, class or struct; abstract, sealed; its base type; its type parameters.</param>
/// <param name="Interfaces">The interfaces it has.</param>
/// <param name="Members">Its visible methods, constructors, accessors and constants.</param>
/// <param name="Usage">For an attribute: what it may be put on.</param>
internal sealed record TypeShape(string Name, string Kind, IReadOnlySet<string> Interfaces, IReadOnlySet<string> Members, string Usage)
{
    private static readonly TypeNames _names = new();

    /// <summary>The public types of an assembly by name.</summary>
    public static IReadOnlyDictionary<string, TypeShape> ReadAll(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return reader.TypeDefinitions
            .Select(reader.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => Read(reader, type))
            .ToDictionary(shape => shape.Name);
    }

    private static TypeShape Read(MetadataReader reader, TypeDefinition type) => new(
        TypeNames.Name(reader, type),
        KindOf(reader, type),
        type.GetInterfaceImplementations().Select(handle => _names.Name(reader, reader.GetInterfaceImplementation(handle).Interface)).ToHashSet(),
        type.GetMethods().Select(reader.GetMethodDefinition).Where(IsVisible).Select(method => MethodOf(reader, method))
            .Concat(type.GetFields().Select(reader.GetFieldDefinition).Where(IsVisible).Select(field => FieldOf(reader, field)))
            .ToHashSet(),
        UsageOf(reader, type));

    private static string KindOf(MetadataReader reader, TypeDefinition type)
    {
        const TypeAttributes kinds = TypeAttributes.ClassSemanticsMask | TypeAttributes.Abstract | TypeAttributes.Sealed;
        return $"{type.Attributes & kinds} : {_names.Name(reader, type.BaseType)} {ParametersOf(reader, type.GetGenericParameters())}";
    }

    private static bool IsVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string MethodOf(MetadataReader reader, MethodDefinition method)
    {
        const MethodAttributes kinds = MethodAttributes.MemberAccessMask | MethodAttributes.Static | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.Abstract;
        var signature = method.DecodeSignature(_names, null);
        var parameters = method.GetParameters().Select(reader.GetParameter).Where(parameter => parameter.SequenceNumber > 0)
            .Select(parameter => $"{signature.ParameterTypes[parameter.SequenceNumber - 1]} {reader.GetString(parameter.Name)}{DefaultOf(reader, parameter)}");
        return $"{method.Attributes & kinds} {signature.ReturnType} {reader.GetString(method.Name)}{ParametersOf(reader, method.GetGenericParameters())}({string.Join(", ", parameters)})";
    }

    private static string FieldOf(MetadataReader reader, FieldDefinition field) =>
        $"{field.Attributes & FieldAttributes.FieldAccessMask} {field.DecodeSignature(_names, null)} {reader.GetString(field.Name)}{ValueOf(reader, field.GetDefaultValue())}";

    private static string ParametersOf(MetadataReader reader, GenericParameterHandleCollection parameters) =>
        string.Concat(parameters.Select(reader.GetGenericParameter).Select(parameter =>
            $"<{reader.GetString(parameter.Name)} {parameter.Attributes} {string.Join(", ", parameter.GetConstraints().Select(handle => _names.Name(reader, reader.GetGenericParameterConstraint(handle).Type)))}>"));

    private static string DefaultOf(MetadataReader reader, Parameter parameter) =>
        (parameter.Attributes & ParameterAttributes.Optional) == 0 ? "" : ValueOf(reader, parameter.GetDefaultValue());

    private static string ValueOf(MetadataReader reader, ConstantHandle handle) =>
        handle.IsNil ? "" : $" = {Convert.ToHexString(reader.GetBlobBytes(reader.GetConstant(handle).Value))}";

    private static string UsageOf(MetadataReader reader, TypeDefinition type) => string.Concat(type.GetCustomAttributes()
        .Select(reader.GetCustomAttribute)
        .Where(attribute => AttributeName(reader, attribute) == "System.AttributeUsageAttribute")
        .Select(attribute => Convert.ToHexString(reader.GetBlobBytes(attribute.Value))));

    private static string AttributeName(MetadataReader reader, CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MemberReference
        ? _names.Name(reader, reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent)
        : _names.Name(reader, reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType());
}
