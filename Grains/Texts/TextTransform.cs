namespace CoCreate.Texts;

/// <summary>Calculates with changes as CodeMirror's <c>ChangeSet</c> does, to the last piece: what a browser foretells of a change is what the server makes of it.
/// See "Collaborative Editing in CodeMirror" by Marijn Haverbeke, and operational transformation by Ellis and Gibbs (1989).</summary>
public static class TextTransform
{
    /// <summary>The change <paramref name="change"/>, made on the same text as <paramref name="over"/>, so that it can be applied after it.
    /// Law: <c>a, then b mapped over a</c> gives the same text as <c>b, then a mapped over b as the earlier one</c>.</summary>
    /// <param name="change">The change to map.</param>
    /// <param name="over">What is applied before it.</param>
    /// <param name="before">Where both insert at one place: whether what <paramref name="change"/> inserts stands first.</param>
    /// <exception cref="ArgumentException">They are of texts of different lengths.</exception>
    public static TextChange Map(this TextChange change, TextChange over, bool before = false)
    {
        if (over.IsEmpty && change.LengthBefore == over.LengthBefore)
        {
            return change;
        }

        var result = new SectionWriter(change.Sections.Length + over.Sections.Length);
        var (a, b) = (new SectionReader(change), new SectionReader(over));

        // Number of the piece of `change` whose text has been inserted already: a piece may be dealt with bit by bit.
        var inserted = -1;
        while (!a.IsDone || !b.IsDone)
        {
            if ((a.IsDone && b.Length > 0) || (b.IsDone && a.Length > 0))
            {
                throw Mismatch();
            }

            if (a.Insert == -1 && b.Insert == -1)
            {
                var length = Math.Min(a.Length, b.Length);
                result.Add(length, -1);
                a.Forward(length);
                b.Forward(length);
            }
            else if (b.Insert >= 0 && (a.Insert < 0 || inserted == a.Index || (a.Offset == 0 && (b.Length < a.Length || (b.Length == a.Length && !before)))))
            {
                SkipOver(ref a, ref b, ref inserted, result);
            }
            else if (a.Insert >= 0)
            {
                TakeUpTo(ref a, ref b, ref inserted, result);
            }
            else
            {
                throw Mismatch();
            }
        }

        return result.Finish();
    }

    /// <summary>One change that does what <paramref name="first"/> and after it <paramref name="then"/> do.</summary>
    /// <exception cref="ArgumentException">The second one cannot be applied after the first.</exception>
    public static TextChange Compose(this TextChange first, TextChange then)
    {
        if (first.LengthAfter != then.LengthBefore)
        {
            throw Mismatch();
        }

        if (first.IsEmpty || then.IsEmpty)
        {
            return first.IsEmpty ? then : first;
        }

        var result = new SectionWriter(first.Sections.Length + then.Sections.Length);
        var (a, b) = (new SectionReader(first), new SectionReader(then));
        var open = false;
        while (!a.IsDone || !b.IsDone)
        {
            if (a.Insert == 0)
            {
                result.Add(a.Length, 0, open);
                a.Next();
            }
            else if (b.Length == 0 && !b.IsDone)
            {
                result.Add(0, b.Insert, b.Text, open);
                b.Next();
            }
            else
            {
                open = ComposeBit(ref a, ref b, open, result);
            }
        }

        return result.Finish();
    }

    /// <summary>The change that takes this one back, where <paramref name="text"/> is the text before it.</summary>
    /// <exception cref="ArgumentException">The text has another length.</exception>
    public static TextChange Invert(this TextChange change, string text)
    {
        if (change.LengthBefore != text.Length)
        {
            throw Mismatch();
        }

        var sections = change.Sections.ToArray();
        var inserted = new System.Text.StringBuilder();
        var at = 0;
        for (var i = 0; i < sections.Length; i += 2)
        {
            var (length, insert) = (sections[i], sections[i + 1]);
            if (insert >= 0)
            {
                (sections[i], sections[i + 1]) = (insert, length);
                inserted.Append(text, at, length);
            }

            at += length;
        }

        return new TextChange(sections, inserted.ToString());
    }

    /// <summary>Where a place in the text before is in the text afterwards. A place where something is inserted stands before it, or behind it
    /// with <paramref name="behind"/>; a place in what is deleted moves to its edge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place is not in the text.</exception>
    public static int MapPosition(this TextChange change, int position, bool behind = false)
    {
        var (at, after) = (0, 0);
        for (var i = 0; i < change.Sections.Length; i += 2)
        {
            var (length, insert) = (change.Sections[i], change.Sections[i + 1]);
            var end = at + length;
            if (insert < 0 && end > position)
            {
                return after + (position - at);
            }

            if (insert >= 0 && (end > position || (end == position && !behind && length == 0)))
            {
                return position == at || !behind ? after : after + insert;
            }

            after += insert < 0 ? length : insert;
            at = end;
        }

        return position <= at ? after : throw new ArgumentOutOfRangeException(nameof(position), position, $"The text has {at} characters.");
    }

    /// <summary>A piece of the other change comes first: it stays, and pieces of ours that it covers are dealt with.</summary>
    private static void SkipOver(ref SectionReader a, ref SectionReader b, ref int inserted, SectionWriter result)
    {
        var left = b.Length;
        result.Add(b.Insert, -1);
        while (left > 0)
        {
            var bit = Math.Min(a.Length, left);
            if (a.IsDone)
            {
                throw Mismatch();
            }

            if (a.Insert >= 0 && inserted < a.Index && a.Length <= bit)
            {
                result.Add(0, a.Insert, a.Text);
                inserted = a.Index;
            }

            a.Forward(bit);
            left -= bit;
        }

        b.Next();
    }

    /// <summary>A piece of ours, up to where the next piece of the other change begins that does more than delete.</summary>
    private static void TakeUpTo(ref SectionReader a, ref SectionReader b, ref int inserted, SectionWriter result)
    {
        var (length, left) = (0, a.Length);
        while (left > 0)
        {
            if (b.Insert == -1)
            {
                var bit = Math.Min(left, b.Length);
                length += bit;
                left -= bit;
                b.Forward(bit);
            }
            else if (b.Insert == 0 && b.Length < left)
            {
                left -= b.Length;
                b.Next();
            }
            else
            {
                break;
            }
        }

        var isNew = inserted < a.Index;
        result.Add(length, isNew ? a.Insert : 0, isNew ? a.Text : []);
        inserted = a.Index;
        a.Forward(a.Length - left);
    }

    private static bool ComposeBit(ref SectionReader a, ref SectionReader b, bool open, SectionWriter result)
    {
        var (length, pieces) = (Math.Min(a.LengthAfter, b.Length), result.Count);
        if (a.Insert == -1)
        {
            var insert = b.Insert == -1 ? -1 : b.Offset > 0 ? 0 : b.Insert;
            result.Add(length, insert, insert > 0 ? b.Text : [], open);
        }
        else if (b.Insert == -1)
        {
            result.Add(a.Offset > 0 ? 0 : a.Length, length, a.TextBit(length), open);
        }
        else
        {
            result.Add(a.Offset > 0 ? 0 : a.Length, b.Offset > 0 ? 0 : b.Insert, b.Offset > 0 ? [] : b.Text, open);
        }

        var stays = (a.Insert > length || (b.Insert >= 0 && b.Length > length)) && (open || result.Count > pieces);
        a.ForwardAfter(length);
        b.Forward(length);
        return stays;
    }

    private static ArgumentException Mismatch() => new("The changes are of texts of different lengths.");
}
