using System.Text;
using System.Text.Json.Serialization;

namespace CoCreate.Upkeep;

/// <summary>A backup is one file: the line <c>COCREATE-BACKUP 1</c>, then gzip, then the line <c>SHA-256</c> with the hash of
/// everything before that line.</summary>
/// <remarks>
/// Unpacked, it is a row of frames: a letter, then what <see cref="BackupFrame"/> says. Numbers are little-endian; a text is its length in bytes (2) and UTF-8.
/// The file holds events and nothing that depends on where they were kept, so it fits every kind of store. docs/operations/RUNBOOK.md tells the same to people.
/// </remarks>
internal static class BackupFormat
{
    /// <summary>What the file begins with, before its version.</summary>
    public const string Magic = "COCREATE-BACKUP ";

    /// <summary>The version that is written, and the newest that can be read.</summary>
    public const int Version = 1;

    /// <summary>The largest file that goes into a backup, in bytes. Keys have about one KiB, what people may attach has 20 MiB at most.</summary>
    public const int MaxFileBytes = 32 * 1024 * 1024;

    /// <summary>The length of the last line in bytes.</summary>
    public const int LastLineLength = 74;

    /// <summary>The first line with its end.</summary>
    public static byte[] FirstLine => Encoding.ASCII.GetBytes($"{Magic}{Version}\n");

    /// <summary>The last line, for the SHA-256 of everything before it. It begins with an end of line, which no reader of gzip takes for more of the same.</summary>
    public static byte[] LastLine(byte[] hash) => Encoding.ASCII.GetBytes($"\nSHA-256 {Convert.ToHexStringLower(hash)}\n");
}

/// <summary>The frames of a backup, in the order in which they come.</summary>
internal enum BackupFrame : byte
{
    /// <summary>Length (4), <see cref="BackupManifest"/> as JSON. Once, first.</summary>
    Manifest = (byte)'M',

    /// <summary>Name (text), length (4), SHA-256 of the content (32), content. A file beside the streams, such as a key that signs cookies; anywhere between streams.</summary>
    File = (byte)'F',

    /// <summary>Name (text). A stream begins.</summary>
    Stream = (byte)'S',

    /// <summary>First version (8), count (4), length (4), checksum as in the journal (32), payload. A batch of the stream that began last.</summary>
    Batch = (byte)'B',

    /// <summary>Last version (8). The stream ends.</summary>
    StreamEnd = (byte)'E',

    /// <summary>Streams (8), events (8). Once, last.</summary>
    End = (byte)'Z',
}

/// <summary>What a backup says about itself.</summary>
/// <param name="MarkedAt">The backup's mark, Unix milliseconds by the server's clock: everything that was acknowledged before it is in the backup.</param>
/// <param name="MadeBy">The program's version.</param>
public sealed record BackupManifest(long MarkedAt, string MadeBy);

/// <summary>A backup cannot be used; the message says why and what to do.</summary>
public sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
