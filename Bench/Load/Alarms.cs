using System.Text;

namespace CoCreate.Bench.Load;

/// <summary>Counts messages that mean trouble: a server that asks for a resend, or for a new start, is not doing what is measured.</summary>
/// <param name="start">How such a message begins; none when empty.</param>
internal sealed class Alarms(byte[] start)
{
    private const int ShownLength = 48;
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>What was heard since the last <see cref="Clear"/>, with how often; empty for nothing.</summary>
    public string Summary => string.Join(", ", _counts.Select(pair => $"{pair.Value} × {pair.Key}"));

    /// <summary>Looks at a piece of what a client received. A message that is cut by the end of a piece may be missed: alarms come in numbers.</summary>
    public void Take(ReadOnlySpan<byte> piece)
    {
        while (start.Length > 0 && piece.IndexOf(start) is var at and >= 0)
        {
            var shown = Encoding.ASCII.GetString(piece.Slice(at, Math.Min(ShownLength, piece.Length - at)));
            _counts[shown] = _counts.GetValueOrDefault(shown) + 1;
            piece = piece[(at + start.Length)..];
        }
    }

    /// <summary>Forgets what was heard.</summary>
    public void Clear() => _counts.Clear();
}
