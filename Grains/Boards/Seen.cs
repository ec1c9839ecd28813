namespace CoCreate.Boards;

/// <summary>Turns changes of records into what each audience is told of them, by who saw the record before and who sees it after.</summary>
/// <remarks>Of one event a viewer is told first what is for everyone, then what is for hosts, then what is theirs alone. So what everyone saw and few see from now on is taken from
/// everyone and then given to those few; and what few saw and everyone sees is given to everyone, over what those few had.</remarks>
internal static class Seen
{
    /// <summary>Who sees a record.</summary>
    public static Sight By(Board board, BoardRecord record) => record switch
    {
        ThingRecord thing => Sight.Of(board, thing),
        CommentRecord comment => Sight.Of(board, comment),
        FileRecord file when board.Files.ContainsKey(file.Id) => Sight.Of(board, file),
        _ => Sight.Everyone,
    };

    /// <summary>A change, split by audience. It is given as one for everyone; those that are for others are passed on as they are.</summary>
    public static IEnumerable<Patch> Split(Board before, Board after, Patch patch)
    {
        if (patch.Audience.Kind != AudienceKind.Everyone)
        {
            return [patch];
        }

        if (patch.Before is GroupRecord { Held: not Holding.None } || patch.After is GroupRecord { Held: not Holding.None })
        {
            return Titled(before, after, patch, (GroupRecord?)patch.Before, (GroupRecord?)patch.After);
        }

        var was = patch.Before is null ? Sight.Nobody : By(before, patch.Before);
        var now = patch.After is null ? Sight.Nobody : By(after, patch.After);
        var isOpen = (was.IsEveryone || patch.Before is null) && (now.IsEveryone || patch.After is null);
        return isOpen ? [patch]
            : now.IsEveryone ? [patch with { Before = null, Text = null }]
            : Narrow(after, patch, was, now);
    }

    /// <summary>The records that hosts see and not everyone does.</summary>
    public static IEnumerable<Patch> ByHosts(Board board) =>
        Hidden(board).Where(each => each.Sight.Hosts).Select(each => new Patch(Audience.Hosts, each.Kind, null, each.Record));

    /// <summary>The records that one participant sees, and neither everyone nor they as a host.</summary>
    public static IEnumerable<Patch> ByOnly(Board board, string participant)
    {
        var isHost = board.Members.GetValueOrDefault(participant) is { IsHost: true };
        return Hidden(board)
            .Where(each => each.Sight.People.Contains(participant) && !(isHost && each.Sight.Hosts))
            .Select(each => new Patch(Audience.Only(participant), each.Kind, null, each.Record))
            .Concat(Sight.HiddenFiles(board, participant).Values.Select(file => new Patch(Audience.Only(participant), RecordKind.File, null, file)));
    }

    /// <summary>What an event changed of the files that single participants see.</summary>
    public static IEnumerable<Patch> HiddenFiles(Board before, Board after, BoardEntry entry)
    {
        if (before.Veil.Files.IsEmpty && after.Veil.Files.IsEmpty)
        {
            return [];
        }

        return entry.Event switch
        {
            FileAttached => FilesOf(before, after, entry.Actor),
            StepBegun or AgendaEnded or HiddenRevealed or SheetTaken or IdeaFileAttached or ImageAdded or ThingsRemoved or RecordRestored
                or IdeaRetitled or IdeaBodyWritten or IdeaBodyChanged or IdeasTagged or ThingWritten or ContributionsApproved or ContributionsHidden or ContributionsShown =>
                after.Members.Keys.SelectMany(participant => FilesOf(before, after, participant)),
            _ => [],
        };
    }

    /// <summary>A group whose title is held, or was: everyone who sees the group is told of it as it is shown to them, and then who reads the title of the whole.</summary>
    private static IEnumerable<Patch> Titled(Board before, Board after, Patch patch, GroupRecord? was, GroupRecord? now)
    {
        var open = Split(before, after, patch with { Before = was is null ? null : Wording.Covered(was), After = now is null ? null : Wording.Covered(now) }).Where(each => each.IsChange).ToList();
        return now is null || (open.Count == 0 && was == now)
            ? open
            : open.Concat(Whole(after, now, now.Held == Holding.None ? Sight.OfWords(before, was!) : Sight.OfWords(after, now)));
    }

    private static IEnumerable<Patch> Whole(Board board, GroupRecord group, Sight sight) =>
        sight.People.Where(id => !(sight.Hosts && board.Members.GetValueOrDefault(id) is { IsHost: true })).Select(Audience.Only)
            .Concat(sight.Hosts ? [Audience.Hosts] : [])
            .Select(audience => new Patch(audience, RecordKind.Group, null, group));

    private static IEnumerable<Patch> FilesOf(Board before, Board after, string participant)
    {
        var (was, now) = (Sight.HiddenFiles(before, participant), Sight.HiddenFiles(after, participant));
        return was.Keys.Union(now.Keys)
            .Where(hash => !after.Files.ContainsKey(hash))
            .Select(hash => new Patch(Audience.Only(participant), RecordKind.File, was.GetValueOrDefault(hash), now.GetValueOrDefault(hash)));
    }

    private static IEnumerable<Patch> Narrow(Board board, Patch patch, Sight was, Sight now)
    {
        if (was.IsEveryone)
        {
            yield return patch with { After = null, Text = null };
            was = Sight.Nobody;
        }

        if (was.Hosts || now.Hosts)
        {
            foreach (var each in For(Audience.Hosts, patch, was.Hosts, now.Hosts))
            {
                yield return each;
            }
        }

        foreach (var participant in was.People.Union(now.People))
        {
            var isHost = board.Members.GetValueOrDefault(participant) is { IsHost: true };
            var sees = now.People.Contains(participant) && !(isHost && now.Hosts);
            var saw = was.People.Contains(participant) && !(isHost && (was.Hosts || now.Hosts));
            foreach (var each in sees || saw ? For(Audience.Only(participant), patch, saw, sees) : [])
            {
                yield return each;
            }
        }
    }

    /// <summary>A change for one audience. Who is given a record anew with a change of its text has typed that text, or looks on while it is typed: they are given it as it was, and then what was typed.</summary>
    private static Patch[] For(Audience audience, Patch patch, bool saw, bool sees) => sees && !saw && patch is { Text: not null, Before: IdeaRecord was, After: IdeaRecord now } && now with { Body = was.Body } is var old
        ? [new(audience, patch.Kind, null, old), new(audience, patch.Kind, old, now) { Text = patch.Text }]
        : [new(audience, patch.Kind, saw ? patch.Before : null, sees ? patch.After : null) { Text = saw && sees ? patch.Text : null }];

    /// <summary>Everything on the board that not everyone sees. A group whose title is held is among it twice: as others see it, where not everyone does, and then as it is.</summary>
    private static IEnumerable<(RecordKind Kind, BoardRecord Record, Sight Sight)> Hidden(Board board)
    {
        var hidden = board.Ideas.Values.Where(idea => idea.Record.Concept).Select(idea => idea.Record.Id).Concat(HeldThings(board).Where(thing => thing is not GroupRecord).Select(thing => thing.Id))
            .Concat(board.Veil.Things.Keys).Distinct();
        var titles = HeldThings(board).OfType<GroupRecord>().Select(group => (RecordKind.Group, (BoardRecord)group, Sight.OfWords(board, group)));
        var comments = board.Comments.Values.Where(comment => comment.Held != Holding.None).Select(comment => (Kind: RecordKind.Comment, Record: (BoardRecord)comment));
        return hidden.SelectMany(id => WithItsOwn(board, id)).Concat(comments).DistinctBy(each => (each.Kind, each.Record.Id))
            .Select(each => (each.Kind, Wording.Covered(each.Record), By(board, each.Record)))
            .Concat(titles)
            .Concat(HeldFiles.Of(board).Select(id => (RecordKind.File, (BoardRecord)board.Files[id], HeldFiles.SightOf(board, board.Files[id]))));
    }

    private static IEnumerable<ThingRecord> HeldThings(Board board) => board.Ideas.Values.Select(idea => (ThingRecord)idea.Record).Concat(board.Groups.Values.Select(group => group.Record))
        .Concat(board.Notes.Values).Concat(board.Images.Values).Concat(board.Frames.Values).Concat(board.Connectors.Values).Concat(board.Stamps.Values)
        .Where(thing => thing.Held != Holding.None);

    private static IEnumerable<(RecordKind Kind, BoardRecord Record)> WithItsOwn(Board board, string id)
    {
        var thing = Things.Find(board, id)!;
        return Things.HangingOn(board, id).Select(hanging => Things.Find(board, hanging)!).Prepend(thing).Select(each => (Things.KindOf(each), (BoardRecord)each))
            .Concat((board.Ideas.GetValueOrDefault(id)?.Comments ?? []).Select(comment => (RecordKind.Comment, (BoardRecord)board.Comments[comment])));
    }
}
