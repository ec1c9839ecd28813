using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreate.Boards;

namespace CoCreate.Web.Hub;

/// <summary>A <see cref="CommandMessage"/> as it arrived: the command is null when it could not be read, so that it alone is refused (R28).</summary>
[JsonConverter(typeof(ReceivedCommandConverter))]
internal readonly record struct ReceivedCommand(long Number, ClientCommand? Command);

/// <summary>Reads a command message in one pass, and goes on behind a command that cannot be read.</summary>
internal sealed class ReceivedCommandConverter : JsonConverter<ReceivedCommand>
{
    public override ReceivedCommand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A command message is an object with a number and a command.");
        }

        var (number, command) = (0L, (ClientCommand?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isNumber = reader.ValueTextEquals("number"u8);
            var isCommand = reader.ValueTextEquals("command"u8);
            reader.Read();
            if (isNumber && !(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out number)))
            {
                throw new JsonException("A command's number is a whole number.");
            }

            command = isCommand ? ReadCommand(reader, options) : command;
            reader.Skip();
        }

        return number > 0 ? new ReceivedCommand(number, command) : throw new JsonException("Commands are numbered from 1.");
    }

    public override void Write(Utf8JsonWriter writer, ReceivedCommand value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are only received.");

    /// <summary>Reads with a copy of the reader, so that the caller's stands where it was, however this ends.</summary>
    private static ClientCommand? ReadCommand(Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<ClientCommand>(ref reader, options);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
