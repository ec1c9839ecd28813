namespace CoCreate.Boards;

/// <summary>Files that not everyone sees because of moderation: those that only held ideas show, and, while contributions wait for a host, those that nothing shows yet. Hosts and who uploaded them
/// see them. Pure.</summary>
internal static class HeldFiles
{
    /// <summary>Ids of these files.</summary>
    public static IReadOnlySet<string> Of(Board board)
    {
        if (board.Files.IsEmpty || (!board.Settings.Approval && !board.Ideas.Values.Any(IsHeld)))
        {
            return System.Collections.Immutable.ImmutableHashSet<string>.Empty;
        }

        var shown = board.Ideas.Values.Where(idea => !IsHeld(idea)).Select(idea => idea.Record.File).Concat(board.Images.Values.Select(image => image.File)).ToHashSet();
        var kept = board.Ideas.Values.Where(IsHeld).Select(idea => idea.Record.File).ToHashSet();
        return board.Files.Keys.Where(file => !shown.Contains(file) && (board.Settings.Approval || kept.Contains(file))).ToHashSet();
    }

    /// <summary>Who sees one of these.</summary>
    public static Sight SightOf(Board board, FileRecord file) =>
        Sight.HostsAnd(file.Author.Length > 0 ? file.Author : board.Sealed.Files.GetValueOrDefault(file.Id, ""));

    /// <summary>What an event changed of who sees files.</summary>
    public static IEnumerable<Patch> Patches(Board before, Board after, BoardEntry entry)
    {
        if (!MayMatter(entry.Event) || !before.Exists)
        {
            yield break;
        }

        var (was, now) = (Of(before), Of(after));
        foreach (var id in was.Union(now).Where(id => was.Contains(id) != now.Contains(id) && before.Files.ContainsKey(id)))
        {
            yield return new Patch(Audience.Everyone, RecordKind.File, before.Files[id], after.Files[id]);
        }
    }

    private static bool MayMatter(BoardEvent fact) => fact is IdeaFileAttached or ImageAdded or ThingsRemoved or RecordRestored or ApprovalSet
        or ContributionsApproved or ContributionsHidden or ContributionsShown;

    private static bool IsHeld(Idea idea) => idea.Record.Held != Holding.None;
}
