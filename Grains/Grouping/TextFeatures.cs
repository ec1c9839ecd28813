namespace CoCreate.Grouping;

/// <summary>What a text is compared by: its words, and the pieces of a few characters that it is made of. Words tell more; pieces also find "buckle" in "buckles" and "sykkel" in
/// "sykkelstativ", and are all there is where nobody writes spaces.</summary>
/// <remarks>Character n-grams as features for any language: W. B. Cavnar and J. M. Trenkle, N-Gram-Based Text Categorization, SDAIR 1994; P. McNamee and J. Mayfield, Character N-Gram
/// Tokenization for European Language Text Retrieval, Information Retrieval 7 (2004), who found n = 4 the best. Chinese by pairs of characters: J.-Y. Nie et al., On the use of words and n-grams
/// for Chinese information retrieval, IRAL 2000.</remarks>
internal sealed class TextFeatures
{
    /// <summary>Characters of a text that are looked at: an idea says what it is in its beginning, and a long body must not hold up a thousand others.</summary>
    public const int Characters = 400;

    /// <summary>In every language the words that are used most are the shortest (G. K. Zipf, The Psycho-Biology of Language, 1935), so that a word of fewer letters than this counts for less:
    /// a list of stop words that needs no language.</summary>
    private const float FullWord = 5f;

    /// <summary>What endings and small words of Japanese count for.</summary>
    private const float HiraganaWeight = 0.3f;

    /// <summary>What a single Chinese character between other writing counts for.</summary>
    private const float LoneHanWeight = 0.5f;

    private TextFeatures()
    {
    }

    /// <summary>Words, with how often they occur, short ones for less.</summary>
    public Dictionary<string, float> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Pieces of words, with how often they occur.</summary>
    public Dictionary<string, float> Pieces { get; } = new(StringComparer.Ordinal);

    /// <summary>The features of a text.</summary>
    public static TextFeatures Of(string text)
    {
        var folded = TextFolding.Fold(text.AsSpan(0, Math.Min(text.Length, Characters)));
        var features = new TextFeatures();
        foreach (var run in WritingSystems.Runs(folded))
        {
            features.Add(run.System, folded.Substring(run.Start, run.Length));
        }

        return features;
    }

    private void Add(WritingSystem system, string run)
    {
        switch (system)
        {
            case WritingSystem.Alphabetic when run.Length > 1:
                var weight = Math.Min(1, run.Length / FullWord);
                Count(Words, run, weight);
                Cut($" {run} ", 3, 4, weight);
                break;
            case WritingSystem.Hangul or WritingSystem.Katakana:
                Count(Words, run, 1);
                Cut(run, 2, 3, 1);
                break;
            case WritingSystem.Han when run.Length == 1:
                Count(Pieces, run, LoneHanWeight);
                break;
            case WritingSystem.Han:
                Cut(run, 2, 3, 1);
                break;
            case WritingSystem.Unspaced:
                Cut(run, 3, 5, 1);
                break;
            case WritingSystem.Hiragana:
                Cut(run, 3, 3, HiraganaWeight);
                break;
            default:
                break;
        }
    }

    private void Cut(string run, int shortest, int longest, float weight)
    {
        for (var length = shortest; length <= longest; length++)
        {
            for (var at = 0; at + length <= run.Length; at++)
            {
                Count(Pieces, run.Substring(at, length), weight);
            }
        }
    }

    private static void Count(Dictionary<string, float> counts, string feature, float weight) => counts[feature] = counts.GetValueOrDefault(feature) + weight;
}
