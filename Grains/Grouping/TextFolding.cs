using System.Text;

namespace CoCreate.Grouping;

/// <summary>Makes texts comparable: one form for letters that people write in several ways. What is left is for comparing, never for showing.</summary>
/// <remarks>It does what Unicode's NFKC, lower case, and leaving out diacritics come to for the letters that are met in practice: Latin (also Vietnamese), Greek, Cyrillic, Arabic, kana,
/// full and half width. It needs no data of the system: the server runs without a culture (InvariantGlobalization), where <c>string.Normalize</c> does nothing.
/// Marks that are vowels or tones of their own (Thai, Devanagari) stay.</remarks>
internal static class TextFolding
{
    private const char FirstLatin = '\u00C0';
    private const char FirstAdditional = '\u1E00';
    private const char FirstHalfWidth = '\uFF66';

    /// <summary>What U+00C0 to U+024F are without their marks.</summary>
    private const string Latin =
        "aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþyaaaaaaccccccccddđđeeeeeeeeeegggg" +
        "gggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ" +
        "ƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaa" +
        "aaææǥǥggkkooooʒʒjǳǳǳggƕƿnnaaææøøaaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿ" +
        "ɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

    /// <summary>The same of U+1E00 to U+1EFF.</summary>
    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyẚſẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    /// <summary>What U+FF66 to U+FF9D are in full width.</summary>
    private const string Katakana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    /// <summary>Letters with a mark, and beside them the same without.</summary>
    private const string Marked = "ёйїўѓќάέήίόύώϊϋΐΰςأإآٱىة";
    private const string Unmarked = "еиіугкαεηιουωιυιυσاااايه";

    /// <summary>The text in the form that is compared.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var wide = Widen(c);
            if (wide is '\u3099' or '\u309A')
            {
                Voice(folded, wide - '\u3098');
            }
            else if (!IsLeftOut(wide))
            {
                folded.Append(FoldLetter(char.ToLowerInvariant(wide)));
            }
        }

        return folded.ToString();
    }

    /// <summary>Accents and points that many leave out when they type, and characters that nobody sees.</summary>
    private static bool IsLeftOut(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640' or '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\uFE00' and <= '\uFE0F');

    private static char FoldLetter(char c) =>
        c < FirstLatin ? c
        : c - FirstLatin < Latin.Length ? Latin[c - FirstLatin]
        : c >= FirstAdditional && c - FirstAdditional < Additional.Length ? Additional[c - FirstAdditional]
        : Marked.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Unmarked[at]
        : c;

    /// <summary>Half and full width as everybody else writes it.</summary>
    private static char Widen(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        '\uFF9E' => '\u3099',
        '\uFF9F' => '\u309A',
        >= FirstHalfWidth when c - FirstHalfWidth < Katakana.Length => Katakana[c - FirstHalfWidth],
        _ => c,
    };

    /// <summary>A kana with its sound mark after it (か and ゛) is the one letter that follows it in Unicode's table (が).</summary>
    private static void Voice(StringBuilder text, int steps)
    {
        if (text.Length > 0 && WritingSystems.Of(text[^1]) is WritingSystem.Hiragana or WritingSystem.Katakana)
        {
            text[^1] = (char)(text[^1] + steps);
        }
    }
}
