using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoCreate.Playbooks;

/// <summary>Writes playbooks in their file format, every field said.</summary>
public static class PlaybookWriter
{
    private static readonly PlaybookJson _readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>The text of a playbook; <see cref="PlaybookReader"/> reads it as the same.</summary>
    public static string Write(Playbook playbook) => JsonSerializer.Serialize(playbook, _readable.Playbook);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Playbook))]
internal sealed partial class PlaybookJson : JsonSerializerContext;
