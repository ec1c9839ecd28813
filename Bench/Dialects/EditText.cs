using System.Text;
using CoCreate.Bench.Load;

namespace CoCreate.Bench.Dialects;

/// <summary>What people write in the benchmark: a mark and words that fill the edit's message up to the same length on every server.</summary>
internal static class EditText
{
    /// <summary>Bytes of an edit's message before WebSocket framing.</summary>
    public const int MessageLength = 170;

    private static readonly byte[] Words = Encoding.ASCII.GetBytes(
        " let customers follow the state of their own idea from the first note to the finished part, and tell them who works on it today, and why, in words that they would use themselves");

    /// <summary>Fills <paramref name="place"/> with the mark of <paramref name="edit"/> and words.</summary>
    public static void Fill(Span<byte> place, uint edit)
    {
        Mark.Write(place, edit);
        Words.AsSpan(0, place.Length - Mark.Length).CopyTo(place[Mark.Length..]);
    }
}
