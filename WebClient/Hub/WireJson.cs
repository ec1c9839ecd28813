using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoCreate.Web.Hub;

/// <summary>How JSON is read and written on the wire (docs/PROTOCOL.md): camelCase, enums as their names, nothing missing, nothing null that must not be.</summary>
internal static class WireJson
{
    /// <summary>The options; used for messages of the hub and bodies of HTTP alike.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions());

    /// <summary>Sets these rules on options that somebody else owns.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.MaxDepth = Limits.MessageDepth;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowOutOfOrderMetadataProperties = true;

        // The pages' content policy and JSON's own content type make characters such as < harmless; escaped they would only be longer.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

        // By default an enum may also be written as a number, even one that names nothing.
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        return options;
    }
}
