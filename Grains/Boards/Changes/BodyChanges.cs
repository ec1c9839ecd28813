using CoCreate.Texts;

namespace CoCreate.Boards;

/// <summary>Bodies of ideas: what changes of them come to, and which are remembered.</summary>
internal static class BodyChanges
{
    /// <summary>The body after a change of it.</summary>
    public static Board Changed(Board board, long seq, string id, TextChange change) =>
        change.IsEmpty
            ? board
            : IdeaChanges.Change(board, id, idea => idea with { Body = change.Apply(idea.Body) }) with
            {
                RecentText = board.RecentText.Add(new BodyChange(seq, id, change)),
            };

    /// <summary>The body written anew: a change from the old text to the new one.</summary>
    public static Board Written(Board board, long seq, IdeaBodyWritten e) =>
        Changed(board, seq, e.Id, TextEdit.Between(board.Ideas[e.Id].Record.Body, TextEdit.NormalLineBreaks(e.Body)));
}
