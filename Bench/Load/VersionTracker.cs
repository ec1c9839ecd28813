using System.Buffers.Text;

namespace CoCreate.Bench.Load;

/// <summary>Follows the versions in the product's <c>changes</c> messages on one connection (PROTOCOL R8, R9) and counts where one does not follow the other.</summary>
/// <param name="last">The version that the connection starts from.</param>
internal sealed class VersionTracker(long last)
{
    // The longest text from "first" to the character after the count.
    private const int LongestMatch = 64;
    private byte[] _tail = [];

    /// <summary>The last version received.</summary>
    public long Last { get; private set; } = last;

    /// <summary>How often a message did not go on where the one before it ended.</summary>
    public int Gaps { get; private set; }

    private static ReadOnlySpan<byte> First => "\"first\":"u8;

    private static ReadOnlySpan<byte> Count => ",\"count\":"u8;

    /// <summary>Takes the next piece of what the connection receives.</summary>
    public void Take(ReadOnlySpan<byte> piece)
    {
        byte[] joined = [.. _tail, .. piece];
        ReadOnlySpan<byte> rest = joined;
        while (rest.IndexOf(First) is var start and >= 0)
        {
            if (!TryTake(rest[start..]) && rest.Length - start < LongestMatch)
            {
                // Cut by the end of the piece: looked at again with the next one.
                _tail = rest[start..].ToArray();
                return;
            }

            rest = rest[(start + First.Length)..];
        }

        _tail = rest[^Math.Min(rest.Length, First.Length - 1)..].ToArray();
    }

    private bool TryTake(ReadOnlySpan<byte> text)
    {
        if (!TryReadNumber(text[First.Length..], out var first, out var rest)
            || !rest.StartsWith(Count)
            || !TryReadNumber(rest[Count.Length..], out var count, out _))
        {
            return false;
        }

        Gaps += first == Last + 1 ? 0 : 1;
        Last = first + count - 1;
        return true;
    }

    // A number at the very end may go on in the next piece.
    private static bool TryReadNumber(ReadOnlySpan<byte> text, out long number, out ReadOnlySpan<byte> rest)
    {
        var isWhole = Utf8Parser.TryParse(text, out number, out var length) && length < text.Length;
        rest = isWhole ? text[length..] : [];
        return isWhole;
    }
}
