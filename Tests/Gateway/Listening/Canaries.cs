using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoCreate.Tests.Attachments;

namespace CoCreate.Tests.Gateway.Listening;

/// <summary>What is written where it is to reach nobody else, and what is looked for in all that others hear.</summary>
internal static partial class Canaries
{
    /// <summary>In every text that is written; with letters that JSON may escape.</summary>
    public const string Canary = "kanæri-Ωmega";

    /// <summary>In every id of what is added.</summary>
    public const string IdCanary = "canaryid";

    public const int TitleLength = 217;

    /// <summary>Lengths that nothing else has by chance.</summary>
    public const int BodyLength = 3_719;
    public const int FileLength = 48_731;

    /// <summary>So many letters, with the canary in them.</summary>
    public static string Words(int length) => Canary + new string('w', length - Canary.Length);

    /// <summary>A picture of a length of its own, with the canary in it: whoever is given it hears that.</summary>
    public static byte[] Picture()
    {
        var words = Encoding.UTF8.GetBytes(Canary);
        return [.. Samples.Png, .. words, .. new byte[FileLength - Samples.Png.Length - words.Length]];
    }

    /// <summary>Fails where the words, their lengths, or the ids if they count, are in something that was heard, in any form that texts take on their way.</summary>
    public static void AssertSilent(IEnumerable<string> heard, bool ids)
    {
        string[] forms =
        [
            Canary, JsonEncodedText.Encode(Canary).ToString(), Uri.EscapeDataString(Canary), Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Canary)), Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(Canary)),
            .. Enumerable.Range(0, 3).Select(offset => Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', offset) + Canary))[4..^4]),
            Convert.ToHexString(Encoding.UTF8.GetBytes(Canary)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Canary)),
            .. ids ? new[] { IdCanary } : [],
        ];
        foreach (var text in heard)
        {
            foreach (var form in forms)
            {
                Assert.True(!text.Contains(form, StringComparison.OrdinalIgnoreCase), $"Heard '{form}' in: {Around(text, form)}");
            }

            var length = Lengths().Match(text);
            Assert.True(!length.Success, $"Heard a length, {length.Value}, in: {Around(text, length.Value)}");
        }
    }

    private static string Around(string text, string form)
    {
        var at = Math.Max(0, text.IndexOf(form, StringComparison.OrdinalIgnoreCase) - 200);
        return text.Substring(at, Math.Min(500, text.Length - at));
    }

    [GeneratedRegex(@"(?<![\d.A-Za-z])(3719|48731)(?![\d.A-Za-z])")]
    private static partial Regex Lengths();
}
