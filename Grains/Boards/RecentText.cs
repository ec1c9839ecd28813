using System.Collections.Immutable;
using CoCreate.Texts;

namespace CoCreate.Boards;

/// <summary>A change of an idea's body, as it was made durable.</summary>
/// <param name="Seq">The version it led to.</param>
/// <param name="Idea">The idea.</param>
/// <param name="Change">The change of the body as it was directly before.</param>
public sealed record BodyChange(long Seq, string Idea, TextChange Change);

/// <summary>The latest changes of all bodies of a board, oldest first; as many as <see cref="Limits.RecentTextChanges"/> and <see cref="Limits.RecentTextWeight"/> allow.</summary>
/// <param name="From">Every change after this version is here.</param>
/// <param name="Weight">Characters and pieces in them.</param>
/// <param name="Changes">The changes.</param>
public sealed record RecentText(long From, int Weight, ImmutableList<BodyChange> Changes)
{
    /// <summary>Of a board on which nobody has typed.</summary>
    public static RecentText None { get; } = new(0, 0, []);

    /// <summary>With one more change; the oldest are forgotten where there are too many.</summary>
    public RecentText Add(BodyChange change)
    {
        var (from, weight, changes) = (From, Weight + WeightOf(change), Changes.Add(change));
        while (changes.Count > Limits.RecentTextChanges || weight > Limits.RecentTextWeight)
        {
            (from, weight) = (changes[0].Seq, weight - WeightOf(changes[0]));
            changes = changes.RemoveAt(0);
        }

        return new RecentText(from, weight, changes);
    }

    /// <summary>The changes of one idea's body after a version, in order.</summary>
    public IEnumerable<TextChange> After(long seq, string idea)
    {
        var first = Changes.Count;
        while (first > 0 && Changes[first - 1].Seq > seq)
        {
            first--;
        }

        for (var i = first; i < Changes.Count; i++)
        {
            if (Changes[i].Idea == idea)
            {
                yield return Changes[i].Change;
            }
        }
    }

    /// <summary>The change that led to this version, if it is the latest.</summary>
    public BodyChange? In(long seq) => Changes.Count > 0 && Changes[^1].Seq == seq ? Changes[^1] : null;

    private static int WeightOf(BodyChange change) => change.Change.Inserted.Length + change.Change.Pieces;
}
