using System.Buffers;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Web.Hub;

namespace CoCreate.Web.Relay;

/// <summary>What pages of other sites see of what everyone on a board sees: what lies on it and which step runs, but nobody's name, nothing said, no votes but the dots on cards, and not the code that lets people in (R167).
/// Record by record, so that changes fold onto a snapshot as they do for everybody else.</summary>
internal static class OnlookersSight
{
    private static readonly Dictionary<string, RecordKind> _kinds = Enum.GetValues<RecordKind>().ToDictionary(kind => JsonSerializer.Serialize(kind, WireJson.Options).Trim('"'));

    /// <summary>The patches that are left of these, as JSON objects joined by commas, without brackets.</summary>
    public static byte[] Of(ReadOnlySpan<byte> everyone)
    {
        if (everyone.IsEmpty)
        {
            return [];
        }

        using var patches = JsonDocument.Parse((byte[])[(byte)'[', .. everyone, (byte)']']);
        var left = new ArrayBufferWriter<byte>(everyone.Length);
        using (var json = new Utf8JsonWriter(left, new JsonWriterOptions { Encoder = WireJson.Options.Encoder }))
        {
            json.WriteStartArray();
            foreach (var patch in patches.RootElement.EnumerateArray())
            {
                Write(json, patch);
            }

            json.WriteEndArray();
        }

        return left.WrittenSpan[1..^1].ToArray();
    }

    /// <summary>The fields of a record that are emptied; null for records that are not shown at all.</summary>
    internal static string[]? Emptied(RecordKind kind) => kind switch
    {
        RecordKind.Board => ["joinCode", "policy"],
        RecordKind.Idea or RecordKind.Group or RecordKind.Connector or RecordKind.Frame or RecordKind.Note or RecordKind.Image or RecordKind.Stamp => ["author", "lockedBy"],
        RecordKind.File => ["author", "name"],
        RecordKind.Agenda => [],
        RecordKind.Phase => ["changes"],
        RecordKind.Person or RecordKind.Comment or RecordKind.Mine or RecordKind.Invite or RecordKind.Ready or RecordKind.Seat or RecordKind.Proposal
            or RecordKind.Door or RecordKind.Knock or RecordKind.Banned or RecordKind.Vote or RecordKind.Ballot or RecordKind.TimeRequest => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Say whether pages of other sites see this kind of record."),
    };

    private static void Write(Utf8JsonWriter json, JsonElement patch)
    {
        if (Emptied(_kinds[patch.GetProperty("kind").GetString()!]) is not { } emptied)
        {
            return;
        }

        json.WriteStartObject();
        foreach (var part in patch.EnumerateObject())
        {
            if (part.Value.ValueKind == JsonValueKind.Object && part.NameEquals("value"u8))
            {
                json.WriteStartObject(part.Name);
                foreach (var field in part.Value.EnumerateObject())
                {
                    WriteField(json, field, emptied);
                }

                json.WriteEndObject();
            }
            else
            {
                part.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, JsonProperty field, string[] emptied)
    {
        if (!emptied.Contains(field.Name))
        {
            field.WriteTo(json);
        }
        else if (field.Value.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray(field.Name);
            json.WriteEndArray();
        }
        else
        {
            json.WriteString(field.Name, "");
        }
    }
}
