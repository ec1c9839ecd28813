using System.Text;
using System.Text.Json;
using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>Laws of a board's state, proved over random histories.</summary>
public sealed class StateLaws
{
    private const int Histories = 150;
    private const int Orders = 250;

    [Fact]
    public void Replaying_the_events_as_the_journal_keeps_them_gives_the_same_board() => ForEachHistory((seed, history) =>
    {
        var replayed = Board.Empty;
        foreach (var (_, entry, _) in history.Steps)
        {
            var stored = JsonSerializer.SerializeToUtf8Bytes(entry, BoardJson.Stored.BoardEntry);
            replayed = BoardApplier.Apply(replayed, JsonSerializer.Deserialize(stored, BoardJson.Stored.BoardEntry)!);
        }

        Assert.True(Canonical(history.Board) == Canonical(replayed), $"Seed {seed}");
    });

    [Fact]
    public void A_snapshot_of_the_state_reads_back_as_the_same_board_and_goes_on_alike() => ForEachHistory((seed, history) =>
    {
        var half = history.Steps.Count / 2;
        var stored = JsonSerializer.SerializeToUtf8Bytes(new VerifiedState(history.Steps[half].Before, 1, ""), BoardJson.Stored.VerifiedState);
        var board = JsonSerializer.Deserialize(stored, BoardJson.Stored.VerifiedState)!.Board;
        board = history.Steps.Skip(half).Aggregate(board, (state, step) => BoardApplier.Apply(state, step.Entry));
        Assert.True(Canonical(history.Board) == Canonical(board), $"Seed {seed}");
    });

    [Fact]
    public void Sums_lists_and_counts_agree_at_every_version() => ForEachHistory((seed, history) =>
    {
        foreach (var (_, entry, board) in history.Steps)
        {
            Assert.True(Problem(board) is null, $"Seed {seed}, version {entry.Seq}, {entry.Event}: {Problem(board)}");
        }
    });

    [Fact]
    public void Nobody_ever_casts_a_vote_over_the_budget() => ForEachHistory((seed, history) =>
    {
        foreach (var (before, entry, after) in history.Steps.Where(s => s.Entry.Event is VoteCast))
        {
            Assert.True(after.Members[entry.Actor].Dots <= before.Settings.VoteBudget, $"Seed {seed}, version {entry.Seq}");
        }
    });

    /// <summary>Whatever is ordered: a locked thing stays as it is for who may not open its lock, except that what it hangs on may take it along or away.</summary>
    [Fact]
    public void A_locked_thing_is_changed_by_nobody_who_may_not_unlock_it() => ForEachHistory((seed, history) =>
    {
        foreach (var (before, entry, after) in history.Steps.Where(s => s.Entry.Client.Length > 0 && s.Before.Members.ContainsKey(s.Entry.Actor)))
        {
            var actor = before.Members[entry.Actor];
            foreach (var idea in before.Ideas.Values.Select(i => i.Record).Where(i => !Things.MayChange(actor, i)))
            {
                var now = after.Ideas.GetValueOrDefault(idea.Id)?.Record;
                Assert.True(Core(now) == Core(idea), $"Seed {seed}, version {entry.Seq}: {entry.Actor} changed {idea.Id}");
            }
        }
    });

    /// <summary>What a lock protects: all but votes, reactions, and the group that may be removed around it.</summary>
    private static string? Core(IdeaRecord? idea) => idea is null
        ? null
        : $"{idea.Title}|{idea.Body}|{idea.Colour}|{idea.X}|{idea.Y}|{idea.Order}|{idea.Lock}|{idea.LockedBy}|{string.Join(',', idea.Tags)}|{idea.File}|{idea.Alt}";

    [Fact]
    public void The_owner_stays_the_owner() => ForEachHistory((seed, history) =>
        Assert.True(history.Board.Members[history.People[0]].Record.Role == Role.Owner, $"Seed {seed}"));

    /// <summary>R27: what is refused changes nothing but the duplicate table.</summary>
    [Fact]
    public void R27_a_refused_command_changes_nothing() => ForEachHistory((seed, history) =>
    {
        foreach (var (before, entry, after) in history.Steps.Where(s => s.Entry.Event is CommandRefused))
        {
            Assert.True(Canonical(before with { Seq = after.Seq, Clients = after.Clients }) == Canonical(after), $"Seed {seed}, version {entry.Seq}");
        }
    });

    /// <summary>A law says nothing of what the histories never meet.</summary>
    [Fact]
    public void The_histories_meet_every_event_and_every_command()
    {
        var missing = typeof(BoardEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(BoardEvent))).ToHashSet();

        // What is rare may not be in the first of them, which the laws are tried on in a usual run; a long run has it.
        for (var seed = 1; missing.Count > 0 && seed <= 5 * Histories; seed++)
        {
            var history = new History(seed);
            history.Live(Orders);
            missing.ExceptWith(history.Steps.Select(s => s.Entry.Event.GetType()));
        }

        Assert.Empty(missing);
    }

    internal static string? Problem(Board board)
    {
        foreach (var (id, idea) in board.Ideas)
        {
            if (idea.Record.Votes != idea.Ballots.Values.Sum(b => b.Dots))
            {
                return $"{id} shows {idea.Record.Votes} dots";
            }

            if (idea.Record.Group.Length > 0 && !board.Groups[idea.Record.Group].Ideas.Contains(id))
            {
                return $"{id} is not in its group's list";
            }

            if (!idea.Comments.SetEquals(board.Comments.Values.Where(c => c.Idea == id).Select(c => c.Id)))
            {
                return $"{id} lists other comments than there are";
            }
        }

        return board.Groups.Any(g => !g.Value.Ideas.SetEquals(board.Ideas.Values.Where(i => i.Record.Group == g.Key).Select(i => i.Record.Id)))
            ? "a group lists other ideas than are in it"
            : ThingProblem(board) ?? AgendaProblem(board) ?? board.Members.Select(m => MemberProblem(board, m.Value)).FirstOrDefault(p => p is not null);
    }

    /// <summary>One id names one thing; what hangs on a thing hangs on one that is there; places, orders, locks, tags and files are as they must be.</summary>
    private static string? ThingProblem(Board board)
    {
        var things = board.Ideas.Values.Select(i => (ThingRecord)i.Record).Concat(board.Groups.Values.Select(g => g.Record)).Concat(board.Connectors.Values)
            .Concat(board.Frames.Values).Concat(board.Notes.Values).Concat(board.Images.Values).Concat(board.Stamps.Values).ToList();
        var ids = things.Select(thing => thing.Id).ToHashSet();
        var hanging = board.Connectors.Values.SelectMany(c => new[] { (c.From, c.Id), (c.To, c.Id) })
            .Concat(board.Stamps.Values.Where(s => s.On.Length > 0).Select(s => (s.On, s.Id))).ToHashSet();
        return ids.Count != things.Count ? "two things have one id"
            : hanging.Any(h => !ids.Contains(h.Item1)) ? "something hangs on a thing that is not there"
            : !hanging.SetEquals(board.Hanging.SelectMany(h => h.Value.Select(id => (h.Key, id)))) ? "a thing lists other connectors and stamps than there are"
            : things.OfType<PlacedRecord>().FirstOrDefault(thing => (Check.Round(thing.X), Check.Round(thing.Y)) != (thing.X, thing.Y)) is { } between ? $"{between.Id} lies between hundredths of a unit"
            : things.Any(thing => thing.Order > board.TopOrder) ? "a thing is above the top"
            : things.Any(thing => thing.Lock == LockMode.None != (thing.LockedBy.Length == 0)) ? "a lock is nobody's"
            : board.Ideas.Values.Any(i => i.Record.Tags.Distinct().Count() != i.Record.Tags.Count || i.Record.Tags.Count > Limits.TagsPerIdea) ? "an idea has a tag twice, or too many"
            : board.Images.Values.Any(i => !WasUploaded(board, i.File)) || board.Ideas.Values.Any(i => i.Record.File.Length > 0 && !WasUploaded(board, i.Record.File))
                ? "a picture shows what was never uploaded"
            : !UsesOfFiles(board).SequenceEqual(board.FileUses.OrderBy(use => use.Key, StringComparer.Ordinal).Select(use => (use.Key, use.Value))) ? "a file counts other uses than there are"
            : null;
    }

    private static IEnumerable<(string File, FileUse Use)> UsesOfFiles(Board board) => board.Ideas.Values.Select(idea => (idea.Record.File, IsHeld: idea.Record.Held != Holding.None))
        .Concat(board.Images.Values.Select(image => (image.File, IsHeld: image.Held != Holding.None)))
        .Where(use => use.File.Length > 0)
        .GroupBy(use => use.File)
        .OrderBy(same => same.Key, StringComparer.Ordinal)
        .Select(same => (same.Key, new FileUse(same.Count(use => !use.IsHeld), same.Count(use => use.IsHeld))));

    private static bool WasUploaded(Board board, string file) => board.Files.ContainsKey(file) || board.Veil.Files.Values.Any(own => own.ContainsKey(file));

    /// <summary>What is hidden is on the board and counted; nothing is where nothing hides it; nobody holds their own sheet, or two.</summary>
    private static string? AgendaProblem(Board board)
    {
        var (agenda, veil) = (board.Agenda, board.Veil);
        var holders = agenda.Sheets.Values.Select(sheet => sheet.Holder).Where(holder => holder.Length > 0).ToList();
        return veil.Things.Keys.Any(id => Things.Find(board, id) is null or ConnectorRecord) ? "something hidden is not on the board"
            : !agenda.IsHidden && (!veil.Things.IsEmpty || !veil.Files.IsEmpty) ? "something is hidden by nothing"
            : (agenda.Phase?.Hidden ?? 0) != veil.Things.Keys.Count(board.Ideas.ContainsKey) ? "the hidden ideas are counted wrong"
            : agenda.Phase is not null && agenda.Plan!.Steps[agenda.Plan.Index].Id != agenda.Phase.Step ? "another step runs than the agenda says"
            : holders.Distinct().Count() != holders.Count ? "somebody holds two sheets"
            : agenda.Sheets.Values.Any(sheet => sheet.Holder == sheet.Owner) ? "somebody holds their own sheet"
            : holders.Any(holder => !board.Members.ContainsKey(holder)) ? "somebody holds a sheet who is gone"
            : null;
    }

    private static string? MemberProblem(Board board, Member member)
    {
        var id = member.Record.Id;
        var ballots = board.Ideas.Values.Select(i => i.Ballots.GetValueOrDefault(id, Ballot.None)).ToList();
        return member.Ideas != board.Ideas.Values.Count(i => Authorship.Of(board, i.Record) == id) ? $"{id} has {member.Ideas} ideas"
            : member.Comments != board.Comments.Values.Count(c => Authorship.Of(board, c) == id) ? $"{id} has {member.Comments} comments"
            : member.Dots != ballots.Sum(b => b.Dots) ? $"{id} has {member.Dots} dots"
            : member.Reactions != ballots.Sum(b => b.Reactions.Count) ? $"{id} has {member.Reactions} reactions"
            : null;
    }

    private static void ForEachHistory(Action<int, History> check)
    {
        foreach (var seed in LongRun.Seeds(Histories))
        {
            var history = new History(seed);
            history.Live(Orders);
            check(seed, history);
        }
    }

    /// <summary>The whole state in one order.</summary>
    private static string Canonical(Board board)
    {
        using var state = JsonSerializer.SerializeToDocument(new VerifiedState(board, 0, ""), BoardJson.Stored.VerifiedState);
        var text = new StringBuilder();
        Write(text, state.RootElement);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    text.Append(property.Name).Append(':');
                    Write(text, property.Value);
                }

                break;
            case JsonValueKind.Array:
                // Sets have no order of their own; lists here (refusals) are sorted by number anyway.
                foreach (var item in element.EnumerateArray().Select(i => i.GetRawText()).Order(StringComparer.Ordinal))
                {
                    text.Append(item).Append(',');
                }

                break;
            default:
                text.Append(element.GetRawText()).Append(';');
                break;
        }
    }
}
