using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoCreate.Texts;

/// <summary>Reads and writes a change as CodeMirror's <c>ChangeSet.toJSON</c> does. What CodeMirror would never write (an empty piece, a line break inside of a line)
/// cannot be read.</summary>
public sealed class TextChangeConverter : JsonConverter<TextChange>
{
    /// <inheritdoc/>
    public override TextChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A change of a text is a list of its pieces.");
        }

        var sections = new List<int>();
        var inserted = new StringBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                ReadReplacement(ref reader, sections, inserted);
            }
            else
            {
                sections.Add(ReadLength(ref reader, least: 1));
                sections.Add(-1);
            }
        }

        return new TextChange([.. sections], inserted.ToString());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextChange value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        var at = 0;
        for (var i = 0; i < value.Sections.Length; i += 2)
        {
            var (length, insert) = (value.Sections[i], value.Sections[i + 1]);
            if (insert < 0)
            {
                writer.WriteNumberValue(length);
                continue;
            }

            writer.WriteStartArray();
            writer.WriteNumberValue(length);
            if (insert > 0)
            {
                WriteLines(writer, value.Inserted.AsSpan(at, insert));
            }

            writer.WriteEndArray();
            at += insert;
        }

        writer.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter writer, ReadOnlySpan<char> lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            writer.WriteStringValue(lines[line]);
        }
    }

    private static void ReadReplacement(ref Utf8JsonReader reader, List<int> sections, StringBuilder inserted)
    {
        reader.Read();
        sections.Add(ReadLength(ref reader, least: 0));
        var start = inserted.Length;
        for (var isFirst = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; isFirst = false)
        {
            inserted.Append(isFirst ? "" : "\n").Append(ReadLine(ref reader));
        }

        sections.Add(inserted.Length - start);
        if (sections[^1] == 0 && sections[^2] == 0)
        {
            throw new JsonException("A piece of a change does something.");
        }
    }

    private static string ReadLine(ref Utf8JsonReader reader)
    {
        var line = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("What a change inserts is lines of text.");
        return line.AsSpan().IndexOfAny('\n', '\r') < 0 ? line : throw new JsonException("A line has no line break in it.");
    }

    private static int ReadLength(ref Utf8JsonReader reader, int least) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var length) && length >= least
            ? length
            : throw new JsonException("A length is a whole number, and not below zero.");
}
