namespace CoCreate.Boards;

/// <summary>Files that not everyone sees because of moderation: those that only held ideas and pictures show, and, while contributions wait for a host, those that nothing shows yet. Hosts and who uploaded them
/// see them. Pure.</summary>
internal static class HeldFiles
{
    /// <summary>Ids of these files.</summary>
    public static IReadOnlySet<string> Of(Board board)
    {
        if (board.Files.IsEmpty || (!board.Settings.Approval && !Shows(board).Any(IsHeld)))
        {
            return System.Collections.Immutable.ImmutableHashSet<string>.Empty;
        }

        var shown = Shows(board).Where(thing => !IsHeld(thing)).Select(FileOf).ToHashSet();
        var kept = Shows(board).Where(IsHeld).Select(FileOf).ToHashSet();
        return board.Files.Keys.Where(file => !shown.Contains(file) && (board.Settings.Approval || kept.Contains(file))).ToHashSet();
    }

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

    /// <summary>What files are shown on.</summary>
    private static IEnumerable<ThingRecord> Shows(Board board) => board.Ideas.Values.Select(idea => (ThingRecord)idea.Record).Concat(board.Images.Values);

    private static string FileOf(ThingRecord thing) => thing is IdeaRecord idea ? idea.File : ((ImageRecord)thing).File;

    private static bool IsHeld(ThingRecord thing) => thing.Held != Holding.None;
}
