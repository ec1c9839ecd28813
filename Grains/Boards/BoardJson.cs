using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>How a board's events and state are written to the journal. Names are stored for ever.</summary>
/// <remarks>A field that this version does not know is an error, as an event that it does not know is: a newer version wrote it, and it means something
/// that would be lost here (docs/decisions/0017).</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(BoardEntry))]
[JsonSerializable(typeof(BoardEntry[]))]
[JsonSerializable(typeof(VerifiedState))]
internal sealed partial class BoardJson : JsonSerializerContext
{
    /// <summary>With letters beyond ASCII as they are, not as escapes: stored bytes are for reading, not for web pages.</summary>
    public static BoardJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>A board's state with the batch it was reached by, so that a snapshot that does not belong to its stream is noticed.</summary>
/// <param name="Board">The state.</param>
/// <param name="BatchFirst">First version of the last batch in it.</param>
/// <param name="BatchHash">SHA-256 of that batch's payload, hex.</param>
internal sealed record VerifiedState(Board Board, long BatchFirst, string BatchHash);
