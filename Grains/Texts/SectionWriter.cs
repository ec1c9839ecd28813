using System.Runtime.InteropServices;
using System.Text;

namespace CoCreate.Texts;

/// <summary>Puts a change together piece by piece; neighbours that say the same become one.</summary>
internal sealed class SectionWriter(int capacity)
{
    private readonly List<int> _sections = new(capacity);
    private readonly StringBuilder _inserted = new();

    /// <summary>How many pieces there are.</summary>
    public int Count => _sections.Count / 2;

    /// <summary>Adds a piece that inserts nothing, or that stays (−1).</summary>
    public void Add(int length, int insert, bool join = false) => Add(length, insert, [], join);

    /// <summary>Adds a piece with what it inserts; with <paramref name="join"/> as part of the one before it.</summary>
    public void Add(int length, int insert, ReadOnlySpan<char> text, bool join = false)
    {
        if (length == 0 && insert <= 0)
        {
            return;
        }

        _inserted.Append(text);
        var sections = CollectionsMarshal.AsSpan(_sections);
        if (sections.Length > 0 && insert <= 0 && insert == sections[^1])
        {
            sections[^2] += length;
        }
        else if (sections.Length > 0 && length == 0 && sections[^2] == 0)
        {
            sections[^1] += insert;
        }
        else if (join)
        {
            sections[^2] += length;
            sections[^1] += insert;
        }
        else
        {
            _sections.Add(length);
            _sections.Add(insert);
        }
    }

    /// <summary>The change.</summary>
    public TextChange Finish() => new([.. _sections], _inserted.ToString());
}
