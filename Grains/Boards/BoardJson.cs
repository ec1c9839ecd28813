using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>How a board's events and state are written to the journal. Names are stored for ever.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BoardEntry))]
[JsonSerializable(typeof(BoardEntry[]))]
[JsonSerializable(typeof(VerifiedState))]
internal sealed partial class BoardJson : JsonSerializerContext;

/// <summary>A board's state with the batch it was reached by, so that a snapshot that does not belong to its stream is noticed.</summary>
/// <param name="Board">The state.</param>
/// <param name="BatchFirst">First version of the last batch in it.</param>
/// <param name="BatchHash">SHA-256 of that batch's payload, hex.</param>
internal sealed record VerifiedState(Board Board, long BatchFirst, string BatchHash);
