using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Journals;

/// <summary>The keys of the journal's rows. What is stored keeps its keys for ever.</summary>
internal static class TableKeys
{
    /// <summary>The row that says how far a stream is, or what a snapshot is. It sorts behind all batches.</summary>
    public const string Head = "h";

    /// <summary>Less than the key of every batch's row.</summary>
    public const string BelowBatches = "b";

    /// <summary>Greater than the key of every batch's row.</summary>
    public const string AboveBatches = "c";

    // Not in any escaped name, so no name is ever taken for a hash.
    private const char HashMark = '=';
    private const char SlashMark = '~';
    private const char EscapeMark = '!';

    /// <summary>The partition of a stream: its name with "/" as "~" and everything but letters, digits, ".", "_" and "-" of ASCII as "!" and four
    /// hexadecimal digits; where that gets too long, "=" and the name's SHA-256. Readable, legal in every implementation of the service, and never the same for two names.</summary>
    public static string Partition(string stream)
    {
        var key = new StringBuilder(stream.Length);
        foreach (var unit in stream)
        {
            _ = IsPlain(unit) ? key.Append(unit)
                : unit == '/' ? key.Append(SlashMark)
                : key.Append(CultureInfo.InvariantCulture, $"{EscapeMark}{(int)unit:X4}");
        }

        return key.Length <= TableLimits.KeyLength ? key.ToString() : HashMark + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(stream)));
    }

    /// <summary>The row key of a batch's part; keys sort as versions and parts do.</summary>
    public static string Batch(long first, int part) => string.Create(CultureInfo.InvariantCulture, $"b{first:D19}-{part:D3}");

    /// <summary>Greater than the keys of all parts of a batch that begins at this version or before it, and less than all others'.</summary>
    public static string AfterBatch(long first) => string.Create(CultureInfo.InvariantCulture, $"b{first:D19}-~");

    /// <summary>The first version of the batch that a row key belongs to; null for a key that was never made here.</summary>
    public static long? FirstOf(string batchKey) =>
        batchKey.Length == 24 && batchKey[0] == 'b' && batchKey[20] == '-'
        && long.TryParse(batchKey.AsSpan(1, 19), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : null;

    /// <summary>The row key of a snapshot's further part. Parts of one writing have a generation in common and are replaced together.</summary>
    public static string SnapshotPart(string generation, int part) => string.Create(CultureInfo.InvariantCulture, $"p{generation}.{part:D3}");

    /// <summary>Less than the keys of all parts of a generation.</summary>
    public static string BelowSnapshot(string generation) => $"p{generation}.";

    /// <summary>Greater than the keys of all parts of a generation.</summary>
    public static string AboveSnapshot(string generation) => $"p{generation}.~";

    private static bool IsPlain(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '-';
}
