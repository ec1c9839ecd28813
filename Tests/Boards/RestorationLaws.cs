using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>R45: a board that is brought back to a version shows everybody what it showed then, of all that restoring covers; proved over random histories.</summary>
public sealed class RestorationLaws
{
    private const int Histories = 120;
    private const int Orders = 250;

    /// <summary>Who made the board: a host, whose words never wait.</summary>
    private const string TheOwner = "person-owner-00";
    private static readonly string[] _kinds = ["idea", "group", "frame", "note", "image", "stamp", "connector", "comment"];

    /// <summary>R45</summary>
    [Fact]
    public void R45_a_board_brought_back_shows_the_same_records_as_it_did_then() => ForEachHistory((seed, history, then) =>
    {
        var back = BroughtBack(history.Board, then);
        var gone = Emptied(history, then);
        Assert.True(Covered(then, gone) == Covered(back, gone), $"Seed {seed}, version {then.Seq}:\n{Difference(Covered(then, gone), Covered(back, gone))}");
    });

    /// <summary>R45: what restoring does not cover is as it was before.</summary>
    [Fact]
    public void R45_people_roles_invites_the_session_and_the_budget_stay() => ForEachHistory((seed, history, then) =>
    {
        var back = BroughtBack(history.Board, then);
        Assert.True(history.Board.Settings with { Title = "", Brief = "" } == back.Settings with { Title = "", Brief = "" }, $"Seed {seed}");
        Assert.True(history.Board.Members.Values.Select(m => m.Record).ToHashSet().SetEquals(back.Members.Values.Select(m => m.Record)), $"Seed {seed}");
        Assert.True(history.Board.Invites.Keys.ToHashSet().SetEquals(back.Invites.Keys), $"Seed {seed}");
        Assert.All(back.Members.Values, m => Assert.True(m.Dots >= 0 && m.Ideas >= 0 && m.Comments >= 0 && m.Reactions >= 0, $"Seed {seed}"));
    });

    /// <summary>R45: and going to where one came from gives that again.</summary>
    [Fact]
    public void R45_bringing_back_is_taken_back_by_bringing_back_what_was_before() => ForEachHistory((seed, history, then) =>
    {
        var again = BroughtBack(BroughtBack(history.Board, then), history.Board);
        Assert.True(Covered(history.Board, []) == Covered(again, []), $"Seed {seed}, version {then.Seq}:\n{Difference(Covered(history.Board, []), Covered(again, []))}");
    });

    private static Board BroughtBack(Board now, Board then)
    {
        foreach (var step in Restoration.Steps)
        {
            foreach (var key in Restoration.Plan(step, then, now))
            {
                foreach (var fact in Restoration.Facts(step, then, now, key).ToList())
                {
                    now = BoardApplier.Apply(now, new BoardEntry(now.Seq + 1, 1_800_000_000_000, TheOwner, "", 0, fact));
                }
            }
        }

        return now;
    }

    /// <summary>Ids of what was emptied from the bin since, or is not to be had for another reason: neither on the board nor in the bin.</summary>
    private static HashSet<string> Emptied(History history, Board then)
    {
        var now = history.Board;
        var there = All(now).Concat(now.Bin.Items.Values.SelectMany(item => item.What.Comments.Select(c => c.Id).Concat(item.What.Hanging.Select(h => h.Id)).Append(item.What.Id))).ToHashSet();
        var gone = All(then).Where(id => !there.Contains(id)).ToHashSet();

        // What hosts hold back now they go on holding back, also in the bin, by itself or with what it belongs to; and what they have let go since they go on showing.
        gone.UnionWith(Table.ThingsOf(then).Where(thing => thing.Held != Holding.None).Select(thing => thing.Id));
        gone.UnionWith(then.Comments.Values.Where(c => c.Held != Holding.None || gone.Contains(c.Idea)).Select(c => c.Id));
        var things = Table.ThingsOf(now).Concat(now.Bin.Items.Values.SelectMany(item => item.What.Hanging.Append(item.What.Thing)).OfType<ThingRecord>()).ToList();
        gone.UnionWith(things.Where(thing => thing.Held != Holding.None).Select(thing => thing.Id));

        // So they do a connector that somebody has drawn to such a thing since; of a group they hold the title alone.
        var heldBack = things.Where(thing => thing.Held != Holding.None && thing is not GroupRecord).Select(thing => thing.Id).ToHashSet();
        gone.UnionWith(things.OfType<ConnectorRecord>().Where(c => heldBack.Contains(c.From) || heldBack.Contains(c.To)).Select(c => c.Id));
        gone.UnionWith(now.Comments.Values.Concat(now.Bin.Items.Values.SelectMany(item => item.What.Comment is { } alone ? [alone] : item.What.Comments)).Where(c => c.Held != Holding.None).Select(c => c.Id));

        // What belongs to something that is gone for good has no place to come back to.
        gone.UnionWith(then.Comments.Values.Where(c => gone.Contains(c.Idea)).Select(c => c.Id));
        gone.UnionWith(then.Connectors.Values.Where(c => gone.Contains(c.From) || gone.Contains(c.To)).Select(c => c.Id));
        gone.UnionWith(now.Bin.Items.Values.SelectMany(item => item.What.Thing is { } thing ? item.What.Hanging.Append(thing) : []).OfType<ConnectorRecord>()
            .Where(c => !there.Contains(c.From) || !there.Contains(c.To))
            .Select(c => c.Id));
        gone.UnionWith(then.Stamps.Values.Where(stamp => gone.Contains(stamp.On)).Select(stamp => stamp.Id));
        return gone;
    }

    private static IEnumerable<string> All(Board board) => board.Ideas.Keys.Concat(board.Groups.Keys).Concat(board.Frames.Keys).Concat(board.Notes.Keys)
        .Concat(board.Images.Keys).Concat(board.Stamps.Keys).Concat(board.Connectors.Keys).Concat(board.Comments.Keys);

    /// <summary>Of what everyone sees: title, brief, ideas, groups, connectors, comments; without dots, reactions, locks and whether a comment was ever edited.</summary>
    private static string Covered(Board board, HashSet<string> gone)
    {
        var store = new Store();
        store.Fold(BoardPublisher.Snapshot(board, "", privateOnly: false).Everyone);
        var records = _kinds.SelectMany(kind => store.All(kind)).Where(record => !gone.Contains((string)record["id"]!)).ToList();
        foreach (var record in records)
        {
            record.Remove("votes");
            record.Remove("reactions");
            record.Remove("edited");
            record.Remove("lock");
            record.Remove("lockedBy");
            if (record["group"] is { } group && gone.Contains((string)group!))
            {
                record["group"] = "";
            }
        }

        return string.Join('\n', records.Select(record => record.ToJsonString()).Order(StringComparer.Ordinal).Prepend(board.Settings.Brief).Prepend(board.Settings.Title));
    }

    private static string Difference(string one, string other) =>
        $"{string.Join('\n', one.Split('\n').Except(other.Split('\n')))}\nbecame\n{string.Join('\n', other.Split('\n').Except(one.Split('\n')))}";

    /// <summary>Of boards without an agenda, which is every fifth: what a step hid at that version is left as it is (R112).</summary>
    private static void ForEachHistory(Action<int, History, Board> check)
    {
        foreach (var seed in LongRun.Seeds(Histories).Select(each => 5 * each))
        {
            var history = new History(seed);
            history.Live(Orders);
            check(seed, history, history.Steps[new Random(seed).Next(history.Steps.Count)].After);
        }
    }
}
