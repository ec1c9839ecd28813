namespace CoCreate.Boards;

/// <summary>Counts what shows each file. Whatever adds, changes or removes an idea or an image tells it here.</summary>
internal static class FileUseChanges
{
    /// <summary>The board with the counts of after a thing was changed; null for one that was not there before, or is not there any more.</summary>
    public static Board Follow(Board board, ThingRecord? was, ThingRecord? now)
    {
        var (before, after) = (UseOf(was), UseOf(now));
        return before == after ? board : Count(Count(board, before, -1), after, 1);
    }

    private static (string File, bool Held) UseOf(ThingRecord? thing) => thing switch
    {
        IdeaRecord { File.Length: > 0 } idea => (idea.File, idea.Held != Holding.None),
        ImageRecord image => (image.File, image.Held != Holding.None),
        _ => ("", false),
    };

    private static Board Count(Board board, (string File, bool Held) use, int more)
    {
        if (use.File.Length == 0)
        {
            return board;
        }

        var known = board.FileUses.GetValueOrDefault(use.File, FileUse.None);
        var uses = use.Held ? known with { Held = known.Held + more } : known with { Shown = known.Shown + more };
        return board with { FileUses = uses == FileUse.None ? board.FileUses.Remove(use.File) : board.FileUses.SetItem(use.File, uses) };
    }
}
