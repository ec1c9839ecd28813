namespace CoCreate.Boards;

/// <summary>Files that not everyone sees because of moderation: those that only held ideas and pictures show, and, while contributions wait for a host, those that nothing shows yet. Hosts and who uploaded them
/// see them. Pure.</summary>
internal static class HeldFiles
{
    /// <summary>Ids of these files.</summary>
    public static IReadOnlySet<string> Of(Board board) =>
        board.Files.IsEmpty ? System.Collections.Immutable.ImmutableHashSet<string>.Empty
        : board.Settings.Approval ? board.Files.Keys.Where(file => IsHeld(board, file)).ToHashSet()
        : board.FileUses.Where(use => use.Value.Held > 0 && IsHeld(board, use.Key)).Select(use => use.Key).ToHashSet();

    /// <summary>Whether a file is one of these.</summary>
    public static bool IsHeld(Board board, string file) =>
        board.Files.ContainsKey(file)
        && board.FileUses.GetValueOrDefault(file, FileUse.None) is { Shown: 0 } use
        && (board.Settings.Approval || use.Held > 0);

    /// <summary>Who sees one of these.</summary>
    public static Sight SightOf(Board board, FileRecord file) =>
        Sight.HostsAnd(file.Author.Length > 0 ? file.Author : board.Sealed.Files.GetValueOrDefault(file.Id, ""));

    /// <summary>What an event changed of who sees files.</summary>
    public static IEnumerable<Patch> Patches(Board before, Board after, BoardEntry entry)
    {
        if (!before.Exists || !(MayMatter(entry.Event) || ModerationChanges.ChangesHolding(before, after, entry.Event)))
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
}
