namespace CoCreate.Texts;

/// <summary>Walks over the pieces of a change; a piece may be consumed bit by bit.</summary>
internal struct SectionReader
{
    private const int Past = -2;

    private readonly TextChange _change;
    private int _next;
    private int _textEnd;

    public SectionReader(TextChange change)
    {
        _change = change;
        Next();
    }

    /// <summary>What is left of the piece's length in the text before.</summary>
    public int Length { get; private set; }

    /// <summary>What is left of what comes in its place; −1 where the piece stays, −2 past the last piece.</summary>
    public int Insert { get; private set; }

    /// <summary>How much of the piece was consumed.</summary>
    public int Offset { get; private set; }

    /// <summary>Number of the piece, from 1 on.</summary>
    public readonly int Index => _next;

    /// <summary>Whether there is no further piece.</summary>
    public readonly bool IsDone => Insert == Past;

    /// <summary>What is left of the piece's length in the text afterwards.</summary>
    public readonly int LengthAfter => Insert < 0 ? Length : Insert;

    /// <summary>All that the piece inserts, however much of it was consumed.</summary>
    public readonly ReadOnlySpan<char> Text => IsDone ? [] : _change.Inserted.AsSpan(_textEnd - InsertWhole, InsertWhole);

    /// <summary>The next so many characters that the piece inserts.</summary>
    public readonly ReadOnlySpan<char> TextBit(int length) => Text.Slice(Offset, length);

    private readonly int InsertWhole => Math.Max(0, _change.Sections[(_next * 2) - 1]);

    /// <summary>On to the next piece.</summary>
    public void Next()
    {
        if (_next < _change.Pieces)
        {
            (Length, Insert) = (_change.Sections[_next * 2], _change.Sections[(_next * 2) + 1]);
            _next++;
            _textEnd += InsertWhole;
        }
        else
        {
            (Length, Insert) = (0, Past);
        }

        Offset = 0;
    }

    /// <summary>Consumes so much of the text before.</summary>
    public void Forward(int length)
    {
        if (length == Length)
        {
            Next();
        }
        else
        {
            Length -= length;
            Offset += length;
        }
    }

    /// <summary>Consumes so much of the text afterwards.</summary>
    public void ForwardAfter(int length)
    {
        if (Insert == -1)
        {
            Forward(length);
        }
        else if (length == Insert)
        {
            Next();
        }
        else
        {
            Insert -= length;
            Offset += length;
        }
    }
}
