using System.Text;
using CoCreate.Texts;

namespace CoCreate.Tests.Texts;

/// <summary>Changes of texts from a seed.</summary>
internal static class TextSamples
{
    /// <summary>A change of a text of so many characters: up to three places, each with something deleted, inserted or both.</summary>
    public static TextChange Change(Random random, int length)
    {
        var sections = new List<int>();
        var inserted = new StringBuilder();
        var at = 0;
        for (var places = random.Next(1, 4); places > 0; places--)
        {
            var keep = random.Next(length - at + 1);
            var delete = random.Next(3) == 0 ? random.Next(Math.Min(8, length - at - keep) + 1) : 0;
            var text = delete > 0 && random.Next(2) == 0 ? "" : Text(random);
            Keep(sections, keep);
            if (delete > 0 || text.Length > 0)
            {
                sections.AddRange([delete, text.Length]);
            }

            inserted.Append(text);
            at += keep + delete;
        }

        Keep(sections, length - at);
        return new TextChange([.. sections], inserted.ToString());
    }

    private static void Keep(List<int> sections, int length)
    {
        if (length > 0 && sections.Count > 0 && sections[^1] < 0)
        {
            sections[^2] += length;
        }
        else if (length > 0)
        {
            sections.AddRange([length, -1]);
        }
    }

    private static string Text(Random random) => random.Next(6) switch
    {
        0 => "🎒",
        1 => "\n",
        2 => "e\u0301\u2028\"\\",
        _ => $"{(char)('a' + random.Next(26))}{random.Next(10)}",
    };
}
