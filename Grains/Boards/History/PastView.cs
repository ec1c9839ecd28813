namespace CoCreate.Boards;

/// <summary>What somebody sees of a board as it was: what everyone saw then, of which they may still see it today. Pure.</summary>
internal static class PastView
{
    /// <summary>Why a member may not look at a version, or null when they may: hosts may always, others when they were on the board then.</summary>
    public static RefusalCode? Refuse(Board then, Member viewer) =>
        viewer.IsHost || then.Members.ContainsKey(viewer.Record.Id) ? null : RefusalCode.NotAllowed;

    /// <summary>The records, as puts. Hosts see all that everyone saw; others nothing of what is gone today, except what their own bin shows them.</summary>
    public static IEnumerable<Patch> Show(Board then, Board now, Member viewer)
    {
        var everyone = BoardView.Snapshot(then, "").Where(patch => patch.Audience.Kind == AudienceKind.Everyone && patch.Kind is not (RecordKind.Agenda or RecordKind.Phase or RecordKind.Ready));
        if (viewer.IsHost)
        {
            return everyone;
        }

        var today = BoardView.Snapshot(now, "").Where(patch => patch.Audience.Kind == AudienceKind.Everyone).Select(Key).ToHashSet();
        foreach (var item in now.Bin.Items.Values.Where(item => BinReader.MaySee(viewer, item)))
        {
            today.UnionWith(Keys(viewer, item.What));
        }

        return everyone.Where(patch => today.Contains(Key(patch))).Select(patch => patch.After is GroupRecord group && IsTitleHeld(now, viewer, group.Id) ? patch with { After = group with { Title = "" } } : patch);
    }

    /// <summary>A group is seen by all, and what it was called then may be what hosts hold back today.</summary>
    private static bool IsTitleHeld(Board now, Member viewer, string group) =>
        (now.Groups.GetValueOrDefault(group)?.Record ?? now.Bin.Find(RecordKind.Group, group)?.What.Thing) is { } today && BinReader.IsHeldFrom(viewer, today);

    private static (RecordKind Kind, string Id) Key(Patch patch) => (patch.Kind, patch.After!.Id);

    private static IEnumerable<(RecordKind Kind, string Id)> Keys(Member viewer, Binned what) => what.Comments.Where(c => !BinReader.IsHeldFrom(viewer, c)).Select(c => (RecordKind.Comment, c.Id))
        .Concat(what.Hanging.Where(hanging => !BinReader.IsHeldFrom(viewer, hanging)).Select(hanging => (Things.KindOf(hanging), hanging.Id)))
        .Append((what.Kind, what.Id));
}
