using System.Text.Json.Serialization;

namespace CoCreate.Texts;

/// <summary>A change of a text, from its first character to its last: what stays, what goes, what comes. On the wire and in journals it is written
/// as CodeMirror writes a <c>ChangeSet</c>: <c>5</c> keeps five characters, <c>[2]</c> deletes two, <c>[0,"new","lines"]</c> inserts two lines.</summary>
/// <param name="Sections">Pairs: how many UTF-16 code units of the text before, and how many come in their place; −1 for those that stay as they are.</param>
/// <param name="Inserted">What comes, for all sections together, in order. Lines are separated by "\n" alone.</param>
[GenerateSerializer, Immutable, Alias("text-change")]
[JsonConverter(typeof(TextChangeConverter))]
public sealed record TextChange([property: Id(0)] int[] Sections, [property: Id(1)] string Inserted)
{
    /// <summary>Length of the text that it can be applied to, in UTF-16 code units.</summary>
    public long LengthBefore
    {
        get
        {
            var length = 0L;
            for (var i = 0; i < Sections.Length; i += 2)
            {
                length += Sections[i];
            }

            return length;
        }
    }

    /// <summary>Length of the text afterwards, in UTF-16 code units.</summary>
    public long LengthAfter
    {
        get
        {
            var length = 0L;
            for (var i = 0; i < Sections.Length; i += 2)
            {
                length += Sections[i + 1] < 0 ? Sections[i] : Sections[i + 1];
            }

            return length;
        }
    }

    /// <summary>How many pieces it has.</summary>
    public int Pieces => Sections.Length / 2;

    /// <summary>Whether nothing stays different.</summary>
    public bool IsEmpty => Sections.Length == 0 || (Sections.Length == 2 && Sections[1] < 0);

    /// <inheritdoc/>
    public bool Equals(TextChange? other) =>
        other is not null && Inserted == other.Inserted && Sections.AsSpan().SequenceEqual(other.Sections);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Inserted, Sections.Length);
}
