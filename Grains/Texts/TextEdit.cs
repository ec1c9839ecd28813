namespace CoCreate.Texts;

/// <summary>Changes and texts: applying the one to the other, and finding the one between two of the other.</summary>
public static class TextEdit
{
    /// <summary>The text after a change.</summary>
    /// <exception cref="ArgumentException">The change is of a text of another length.</exception>
    public static string Apply(this TextChange change, string text)
    {
        if (change.LengthBefore != text.Length)
        {
            throw new ArgumentException($"The change is of a text of {change.LengthBefore} characters, this one has {text.Length}.", nameof(change));
        }

        return string.Create((int)change.LengthAfter, (change, text), static (result, source) =>
        {
            var before = source.text.AsSpan();
            var inserted = source.change.Inserted.AsSpan();
            for (var i = 0; i < source.change.Sections.Length; i += 2)
            {
                var (length, insert) = (source.change.Sections[i], source.change.Sections[i + 1]);
                var piece = insert < 0 ? before[..length] : inserted[..insert];
                piece.CopyTo(result);
                result = result[piece.Length..];
                before = before[length..];
                inserted = insert < 0 ? inserted : inserted[insert..];
            }
        });
    }

    /// <summary>A change from one text to another: what both begin with and what both end with stays, as far as no surrogate pair is split.</summary>
    public static TextChange Between(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        start -= IsInsidePair(before, start) || IsInsidePair(after, start) ? 1 : 0;
        var most = Math.Min(before.Length, after.Length) - start;
        var end = 0;
        while (end < most && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        end -= IsInsidePair(before, before.Length - end) || IsInsidePair(after, after.Length - end) ? 1 : 0;
        var result = new SectionWriter(6);
        result.Add(start, -1);
        result.Add(before.Length - start - end, after.Length - start - end, after.AsSpan(start, after.Length - start - end));
        result.Add(end, -1);
        return result.Finish();
    }

    /// <summary>Whether the change cuts a surrogate pair of <paramref name="text"/> in two, or inserts half of one: then what comes of it cannot be written as UTF-8.</summary>
    public static bool SplitsPair(this TextChange change, string text)
    {
        var (at, from) = (0, 0);
        for (var i = 0; i < change.Sections.Length; i += 2)
        {
            var insert = Math.Max(0, change.Sections[i + 1]);
            if (IsInsidePair(text, at) || IsBroken(change.Inserted.AsSpan(from, insert)))
            {
                return true;
            }

            at += change.Sections[i];
            from += insert;
        }

        return false;
    }

    /// <summary>With "\n" alone between lines, so that lengths are those of a browser's text area and of CodeMirror.</summary>
    public static string NormalLineBreaks(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    private static bool IsInsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static bool IsBroken(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }
}
