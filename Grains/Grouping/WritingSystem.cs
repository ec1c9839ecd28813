namespace CoCreate.Grouping;

/// <summary>Writing systems, as far as they differ in what a word is.</summary>
internal enum WritingSystem
{
    /// <summary>No writing: space, punctuation, symbols, emoji.</summary>
    None,

    /// <summary>Words with spaces between them: Latin, Cyrillic, Arabic, Devanagari, … and digits.</summary>
    Alphabetic,

    /// <summary>Korean: spaces between words, but a syllable to each character, and endings written on.</summary>
    Hangul,

    /// <summary>Chinese characters: no spaces, a meaning to each character.</summary>
    Han,

    /// <summary>Japanese, mostly words from elsewhere.</summary>
    Katakana,

    /// <summary>Japanese, mostly endings and small words.</summary>
    Hiragana,

    /// <summary>Letters without spaces between words: Thai, Lao, Khmer, Burmese.</summary>
    Unspaced,
}

/// <summary>A part of a text in one writing system, without a space in it.</summary>
/// <param name="System">The writing system.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
internal readonly record struct TextRun(WritingSystem System, int Start, int Length);

/// <summary>Tells writing systems apart, by Unicode's blocks.</summary>
internal static class WritingSystems
{
    /// <summary>The writing system of a character. Of the two halves of a pair, the first decides.</summary>
    public static WritingSystem Of(char c) => c switch
    {
        >= '\u3041' and <= '\u309F' => WritingSystem.Hiragana,
        >= '\u30A1' and <= '\u30FF' and not '\u30FB' => WritingSystem.Katakana,
        '\u3005' or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD88F') => WritingSystem.Han,
        >= '\uAC00' and <= '\uD7A3' => WritingSystem.Hangul,
        (>= '\u0E01' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') => WritingSystem.Unspaced,
        _ => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            ? WritingSystem.Alphabetic
            : WritingSystem.None,
    };

    /// <summary>The runs of a text from its beginning to its end.</summary>
    public static List<TextRun> Runs(string text)
    {
        var runs = new List<TextRun>();
        var (system, start) = (WritingSystem.None, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var next = at == text.Length ? WritingSystem.None : char.IsLowSurrogate(text[at]) ? system : Of(text[at]);
            if (next == system && at < text.Length)
            {
                continue;
            }

            if (system != WritingSystem.None)
            {
                runs.Add(new TextRun(system, start, at - start));
            }

            (system, start) = (next, at);
        }

        return runs;
    }
}
