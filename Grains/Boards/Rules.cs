using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>The rules of a step as they are frozen when it begins: the step with its vote, as JSON in one form, so that everybody finds the same hash.</summary>
internal static class Rules
{
    /// <summary>SHA-256 of the rules, lower-case hex: of the step's JSON in UTF-8 with the fields in the order of the wire, without spaces, and letters beyond ASCII as they are.</summary>
    public static string HashOf(StepPlan step) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(step, RulesJson.Canonical.StepPlan)));

    /// <summary>Whether two steps are the same in every rule.</summary>
    public static bool Same(StepPlan one, StepPlan other) => ReferenceEquals(one, other) || HashOf(one) == HashOf(other);
}

/// <summary>How rules are written to be hashed. It never changes: hashes are kept for ever.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StepPlan))]
internal sealed partial class RulesJson : JsonSerializerContext
{
    public static RulesJson Canonical { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
