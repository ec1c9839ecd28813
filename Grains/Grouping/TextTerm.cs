namespace CoCreate.Grouping;

/// <summary>Something in a text that could stand in a title: a word or, where nobody writes spaces, a run of characters.</summary>
/// <param name="Key">The folded form, by which it is the same elsewhere.</param>
/// <param name="Spelling">As it is written here.</param>
/// <param name="Place">Where it starts, in UTF-16 code units.</param>
/// <param name="Weight">How well such a term reads in a title.</param>
internal readonly record struct TextTerm(string Key, string Spelling, int Place, double Weight)
{
    /// <summary>Characters of a text in which terms are looked for: an idea's title, mostly.</summary>
    private const int Characters = 100;

    /// <summary>A shorter word is mostly one of those that hold a sentence together.</summary>
    private const int FullWord = 5;

    /// <summary>Vowels of Thai that are written after their consonant: no word starts with one.</summary>
    private const string NeverFirst = "ะาำๅๆฯ";

    /// <summary>Vowels of Thai that are written before their consonant: no word ends with one.</summary>
    private const string NeverLast = "เแโใไ";

    /// <summary>Where it ends.</summary>
    public int End => Place + Spelling.Length;

    /// <summary>The terms of a text, in their order.</summary>
    public static IReadOnlyList<TextTerm> In(string text)
    {
        var head = text.Length <= Characters ? text : text[..Characters];
        return [.. WritingSystems.Runs(head).SelectMany(run => In(head, run))];
    }

    private static IEnumerable<TextTerm> In(string text, TextRun run)
    {
        var word = text.Substring(run.Start, run.Length);
        return run.System switch
        {
            WritingSystem.Alphabetic when run.Length > 2 && word.Any(char.IsLetter) => [new TextTerm(TextFolding.Fold(word), word, run.Start, LengthWeight(run.Length))],
            WritingSystem.Hangul or WritingSystem.Katakana when run.Length > 1 => [new TextTerm(TextFolding.Fold(word), word, run.Start, 1)],
            WritingSystem.Han => Parts(word, run.Start, 2, 4),
            WritingSystem.Unspaced => Parts(word, run.Start, 3, 10).Where(part => IsWhole(word, part, run.Start)),
            _ => [],
        };
    }

    private static double LengthWeight(int length) => Math.Min(1, Math.Pow((double)length / FullWord, 2));

    /// <summary>All parts of a run; of two that are as common, the longer one reads better.</summary>
    private static IEnumerable<TextTerm> Parts(string run, int start, int shortest, int longest)
    {
        for (var at = 0; at < run.Length; at++)
        {
            for (var length = shortest; length <= longest && at + length <= run.Length; length++)
            {
                var part = run.Substring(at, length);
                yield return new TextTerm(part, part, start + at, Math.Sqrt((double)length / longest));
            }
        }
    }

    /// <summary>Does not cut a syllable in two.</summary>
    private static bool IsWhole(string run, TextTerm part, int start)
    {
        var after = part.End - start;
        return IsFirst(part.Spelling[0]) && !NeverLast.Contains(part.Spelling[^1], StringComparison.Ordinal) && (after == run.Length || IsFirst(run[after]));
    }

    private static bool IsFirst(char c) => char.IsLetterOrDigit(c) && !NeverFirst.Contains(c, StringComparison.Ordinal);
}
