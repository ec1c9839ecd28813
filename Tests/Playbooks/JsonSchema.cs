using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoCreate.Tests.Playbooks;

/// <summary>As much of JSON Schema (draft 2020-12) as docs/playbook.schema.json uses. A keyword that is not known here fails, so that none is passed over.</summary>
internal sealed class JsonSchema(JsonObject root)
{
    private static readonly string[] _notes = ["$schema", "title", "description", "default", "$defs"];

    /// <summary>The first thing in which a value is not as the schema says; null when it is.</summary>
    public string? Problem(JsonNode? value) => Problem(root, value, "");

    private string? Problem(JsonObject schema, JsonNode? value, string path) =>
        schema.Where(keyword => !_notes.Contains(keyword.Key)).Select(keyword => Problem(schema, keyword.Key, keyword.Value!, value, path)).FirstOrDefault(problem => problem is not null);

    private string? Problem(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path) => keyword switch
    {
        "$ref" => Problem((JsonObject)root["$defs"]![((string)rule!)["#/$defs/".Length..]]!, value, path),
        "type" => Unless(IsOf((string)rule!, value), path, keyword),
        "const" => Unless(JsonNode.DeepEquals(rule, value), path, keyword),
        "enum" => Unless(rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)), path, keyword),
        "minLength" or "maxLength" => value is JsonValue text && text.TryGetValue<string>(out var words) ? Unless(Within(keyword, words.Length, (int)rule!), path, keyword) : null,
        "pattern" => value is JsonValue text && text.TryGetValue<string>(out var words) ? Unless(Regex.IsMatch(words, (string)rule!), path, keyword) : null,
        "minimum" or "maximum" => IsOf("integer", value) ? Unless(Within(keyword, (int)value!, (int)rule!), path, keyword) : null,
        "minItems" or "maxItems" => value is JsonArray list ? Unless(Within(keyword, list.Count, (int)rule!), path, keyword) : null,
        "uniqueItems" => value is JsonArray list ? Unless(list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count, path, keyword) : null,
        "items" => value is JsonArray list ? list.Select((item, at) => Problem((JsonObject)rule, item, $"{path}[{at}]")).FirstOrDefault(problem => problem is not null) : null,
        "required" => value is JsonObject fields ? rule.AsArray().Select(name => Unless(fields.ContainsKey((string)name!), $"{path}.{name}", keyword)).FirstOrDefault(problem => problem is not null) : null,
        "properties" => value is JsonObject fields
            ? fields.Where(field => rule.AsObject().ContainsKey(field.Key)).Select(field => Problem((JsonObject)rule[field.Key]!, field.Value, $"{path}.{field.Key}")).FirstOrDefault(problem => problem is not null)
            : null,
        "additionalProperties" => value is JsonObject fields ? fields.Select(field => Unless(schema["properties"]!.AsObject().ContainsKey(field.Key), $"{path}.{field.Key}", keyword)).FirstOrDefault(problem => problem is not null) : null,
        _ => throw new InvalidOperationException($"The schema says '{keyword}', which these tests do not know."),
    };

    private static bool Within(string keyword, int number, int limit) => keyword.StartsWith("min", StringComparison.Ordinal) ? number >= limit : number <= limit;

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "boolean" => value is JsonValue truth && truth.TryGetValue<bool>(out _),
        "integer" => value is JsonValue number && number.TryGetValue<int>(out _),
        _ => throw new InvalidOperationException($"The schema says type '{type}', which these tests do not know."),
    };

    private static string? Unless(bool right, string path, string keyword) => right ? null : $"{path}: {keyword}";
}
