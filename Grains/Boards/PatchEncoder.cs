using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CoCreate.Texts;

namespace CoCreate.Boards;

/// <summary>Writes patches as PROTOCOL R6 says: JSON objects in UTF-8, joined by commas, without brackets.</summary>
public static class PatchEncoder
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The names of kinds on the wire, by their numbers.</summary>
    private static readonly string[] _kinds = NamesOfKinds();

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _spare;

    /// <summary>The patches for one audience, in order; an empty array for none.</summary>
    public static byte[] Encode(IEnumerable<Patch> patches)
    {
        var (buffer, writer) = _spare ?? NewWriter();
        _spare = null;
        buffer.ResetWrittenCount();
        foreach (var patch in patches)
        {
            if (buffer.WrittenCount > 0)
            {
                buffer.Write(","u8);
            }

            writer.Reset(buffer);
            Write(writer, patch);
            writer.Flush();
        }

        var bytes = buffer.WrittenSpan.ToArray();
        _spare = buffer.Capacity <= MostKept ? (buffer, writer) : null;
        return bytes;
    }

    private const int MostKept = 256 * 1024;

    private static string[] NamesOfKinds()
    {
        var kinds = Enum.GetValues<RecordKind>();
        var names = new string[(int)kinds.Max() + 1];
        foreach (var kind in kinds)
        {
            names[(int)kind] = JsonSerializer.Serialize(kind, RecordJson.Default.RecordKind).Trim('"');
        }

        return names;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        return (buffer, new Utf8JsonWriter(buffer, _options));
    }

    private static void Write(Utf8JsonWriter writer, Patch patch)
    {
        var record = patch.After ?? patch.Before ?? throw new ArgumentException("A patch has a record before or after it.", nameof(patch));
        writer.WriteStartObject();
        writer.WriteString("op"u8, patch.Text is not null ? "text"u8 : patch.After is null ? "remove"u8 : patch.Before is null ? "put"u8 : "patch"u8);
        writer.WriteString("kind"u8, _kinds[(int)patch.Kind]);
        writer.WriteString("id"u8, record.Id);
        if (patch.Text is { } text)
        {
            writer.WriteString("field"u8, "body"u8);
            writer.WriteNumber("seq"u8, text.Seq);
            writer.WritePropertyName("changes"u8);
            JsonSerializer.Serialize(writer, text.Change, RecordJson.Default.TextChange);
        }
        else if (patch.After is not null)
        {
            writer.WritePropertyName("value"u8);
            WriteValue(writer, patch.Before, patch.After);
        }

        writer.WriteEndObject();
    }

    /// <summary>The whole record, or, where there was one before, the fields that changed.</summary>
    private static void WriteValue(Utf8JsonWriter writer, BoardRecord? before, BoardRecord after)
    {
        var type = RecordJson.Default.GetTypeInfo(after.GetType())
            ?? throw new ArgumentOutOfRangeException(nameof(after), after.GetType().Name, "This record is not known to RecordJson.");
        if (before is null)
        {
            JsonSerializer.Serialize(writer, after, type);
            return;
        }

        writer.WriteStartObject();
        foreach (var field in type.Properties)
        {
            var value = field.Get!(after);
            if (!Equals(field.Get(before), value))
            {
                writer.WritePropertyName(field.Name);
                JsonSerializer.Serialize(writer, value, RecordJson.Default.GetTypeInfo(field.PropertyType)!);
            }
        }

        writer.WriteEndObject();
    }
}

/// <summary>How records are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BoardSettingsRecord))]
[JsonSerializable(typeof(PersonRecord))]
[JsonSerializable(typeof(IdeaRecord))]
[JsonSerializable(typeof(GroupRecord))]
[JsonSerializable(typeof(ConnectorRecord))]
[JsonSerializable(typeof(CommentRecord))]
[JsonSerializable(typeof(MineRecord))]
[JsonSerializable(typeof(InviteRecord))]
[JsonSerializable(typeof(FrameRecord))]
[JsonSerializable(typeof(NoteRecord))]
[JsonSerializable(typeof(ImageRecord))]
[JsonSerializable(typeof(StampRecord))]
[JsonSerializable(typeof(FileRecord))]
[JsonSerializable(typeof(AgendaRecord))]
[JsonSerializable(typeof(PhaseRecord))]
[JsonSerializable(typeof(ReadyRecord))]
[JsonSerializable(typeof(SeatRecord))]
[JsonSerializable(typeof(TimeRequestRecord))]
[JsonSerializable(typeof(VoteRecord))]
[JsonSerializable(typeof(BallotRecord))]
[JsonSerializable(typeof(ProposalRecord))]
[JsonSerializable(typeof(DoorRecord))]
[JsonSerializable(typeof(KnockRecord))]
[JsonSerializable(typeof(BannedRecord))]
[JsonSerializable(typeof(RecordKind))]
[JsonSerializable(typeof(TextChange))]
internal sealed partial class RecordJson : JsonSerializerContext;
