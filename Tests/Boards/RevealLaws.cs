using System.Text.Json.Nodes;
using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>The law of the reveal (R106), over random sessions: with the event that ends the hiding, everybody has everything on the board, whole, but for what hosts keep back; and what everybody once had, no later step
/// hides from them. What there is to have of things and comments is said here by the records alone, and neither by <c>Sight</c> nor by what was noted as hidden.</summary>
public sealed class RevealLaws
{
    private const int Histories = 100;
    private const int Orders = 250;

    /// <summary>Between reveals, every so many versions are looked at.</summary>
    private const int Every = 10;

    /// <summary>R106: not one of many is forgotten, neither at once nor for a later step.</summary>
    [Fact]
    public void R106_what_a_step_hid_everybody_has_whole_with_one_event_and_keeps()
    {
        var (large, files, reveals) = (0, 0, new HashSet<Type>());
        foreach (var seed in LongRun.Seeds(Histories).Select(each => (5 * each) + 2 + (each % 3)))
        {
            var history = new History(seed);
            history.Live(Orders);
            var (everybody, open) = (new Store(), new HashSet<string>());
            foreach (var (before, entry, after) in history.Steps)
            {
                everybody.Fold(BoardPublisher.Encode(before, after, entry, completes: true).Everyone);
                var isReveal = Hides(before) && !Hides(after);
                if (!isReveal && entry.Seq % Every > 0)
                {
                    continue;
                }

                var all = Open(after);
                foreach (var record in all.Where(each => !Hides(after) || open.Contains(each.Id)))
                {
                    AssertHas(everybody, record, $"Seed {seed}, version {entry.Seq}, {entry.Event}");
                }

                if (isReveal)
                {
                    var uploaded = Uploaded(before, after).ToList();
                    files += uploaded.Count;
                    Assert.True(uploaded.TrueForAll(file => everybody.Find(RecordKind.File, file) is not null), $"Seed {seed}, version {entry.Seq}, {entry.Event}: not everybody has an upload.");
                    Assert.True(Words(before).SequenceEqual(Words(after)), $"Seed {seed}, version {entry.Seq}, {entry.Event}: words were lost by it.");
                }

                if (isReveal && all.Count(each => each is IdeaRecord && !open.Contains(each.Id)) > 1)
                {
                    large++;
                    reveals.Add(entry.Event.GetType());
                }

                open = Hides(after) ? open : [.. all.Select(each => each.Id)];
            }
        }

        // A law says nothing of what the histories never meet: several ideas that come out together, by each of the ways there are.
        Assert.True(large > Histories / 4 && files > Histories / 4, $"Only {large} reveals of several ideas and {files} hidden uploads were met.");
        Assert.Equal([typeof(AgendaEnded), typeof(HiddenRevealed), typeof(StepBegun)], reveals.OrderBy(each => each.Name, StringComparer.Ordinal));
    }

    private static bool Hides(Board board) =>
        board.Agenda.Phase is { Revealed: false } phase && board.Agenda.Plan!.Steps.Single(step => step.Id == phase.Step).Exposure < Exposure.All;

    /// <summary>What people uploaded while it was hidden, where hosts do not approve what is shown.</summary>
    private static IEnumerable<string> Uploaded(Board before, Board after) => after.Settings.Approval ? []
        : before.Veil.Files.Values.SelectMany(own => own.Keys).Except(Table.ThingsOf(after).Where(thing => thing.Held != Holding.None).Select(thing => thing switch { IdeaRecord idea => idea.File, ImageRecord image => image.File, _ => "" }));

    /// <summary>What all things and comments say and show, whoever sees it.</summary>
    private static IEnumerable<string> Words(Board board) => Table.ThingsOf(board)
        .Select(thing => thing is IdeaRecord idea ? $"{idea.Id} {idea.Title} {idea.Body} {idea.File} {idea.Alt} {string.Join(',', idea.Tags)}" : $"{thing.Id} {Wording.Of(thing)}")
        .Concat(board.Comments.Values.Select(comment => $"{comment.Id} {comment.Text}")).Order(StringComparer.Ordinal);

    private static void AssertHas(Store everybody, BoardRecord record, string where)
    {
        var kind = record is ThingRecord thing ? Things.KindOf(thing) : RecordKind.Comment;
        var whole = new Store();
        whole.Fold(PatchEncoder.Encode([new Patch(Audience.Everyone, kind, null, record)]));
        var had = everybody.Find(kind, record.Id);
        Assert.True(had is not null, $"{where}: not everybody has {record.Id}.");
        Assert.True(JsonNode.DeepEquals(whole.Find(kind, record.Id), had), $"{where}: of {record.Id} everybody has another state, {had.ToJsonString()}.");
        var file = record switch { IdeaRecord idea => idea.File, ImageRecord image => image.File, _ => "" };
        Assert.True(file.Length == 0 || everybody.Find(RecordKind.File, file) is not null, $"{where}: not everybody has the file of {record.Id}.");
    }

    /// <summary>Everything that lies on a board and hosts do not keep back, nor anything that it hangs on. A group is there without the title that they hold.</summary>
    private static List<BoardRecord> Open(Board board) =>
    [
        .. Table.ThingsOf(board).Where(thing => IsOpen(board, thing)).Select(thing => thing is GroupRecord { Held: not Holding.None } group ? group with { Title = "", Held = Holding.None, HeldReason = "" } : thing),
        .. board.Comments.Values.Where(comment => comment.Held == Holding.None && IsOpen(board, board.Ideas[comment.Idea].Record)),
    ];

    private static bool IsOpen(Board board, ThingRecord thing) => thing is GroupRecord || (thing.Held == Holding.None && thing switch
    {
        IdeaRecord idea => !idea.Concept,
        ConnectorRecord line => IsOpen(board, Things.Find(board, line.From)!) && IsOpen(board, Things.Find(board, line.To)!),
        StampRecord { On.Length: > 0 } stamp => IsOpen(board, Things.Find(board, stamp.On)!),
        _ => true,
    });
}
