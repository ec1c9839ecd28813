using CoCreate.Boards;
using CoCreate.Texts;
using static CoCreate.Tests.Boards.Table;

namespace CoCreate.Tests.Boards;

/// <summary>What changes of a body come to, by example (R50 to R53).</summary>
public sealed class BodyExamples
{
    private static readonly Board _written = Laid.After(Ada, new WriteIdeaBody(AdasIdea, "The bag opens at the side."));

    [Fact]
    public void R51_two_changes_made_on_the_same_text_are_both_kept()
    {
        var board = _written
            .After(Ada, Type(_written, 4, "trail "))
            .After(Bo, Type(_written, 25, " or on top"));
        Assert.Equal("The trail bag opens at the side or on top.", BodyOf(board));
    }

    [Fact]
    public void R51_of_two_that_insert_at_one_place_the_earlier_decided_one_stands_first()
    {
        var board = _written.After(Ada, Type(_written, 0, "A")).After(Bo, Type(_written, 0, "B")).After(Bo, Type(_written, 0, "C"));
        Assert.Equal("ABCThe bag opens at the side.", BodyOf(board));
    }

    [Fact]
    public void R51_what_one_deletes_takes_nothing_with_it_that_another_typed_into_it()
    {
        var board = _written
            .After(Ada, new ChangeIdeaBody(AdasIdea, _written.Seq, new TextChange([26, 0], "")))
            .After(Bo, Type(_written, 12, "never "));
        Assert.Equal("never ", BodyOf(board));
    }

    [Fact]
    public void R51_a_body_that_is_written_anew_keeps_what_was_typed_where_it_stays_the_same()
    {
        var board = _written
            .After(Host, new WriteIdeaBody(AdasIdea, "The bag opens in front."))
            .After(Bo, Type(_written, 7, ", when full,"));
        Assert.Equal("The bag, when full, opens in front.", BodyOf(board));
    }

    [Fact]
    public void R51_the_author_of_a_new_idea_types_before_hearing_that_it_was_added()
    {
        var board = Laid
            .After(Ada, new AddIdea("idea-new-000001", "", "Soup", Colour.Sun, 0, 0, ""))
            .After(Ada, new ChangeIdeaBody("idea-new-000001", Laid.Seq - 3, new TextChange([4, -1, 0, 1], "s")));
        Assert.Equal("Soups", board.Ideas["idea-new-000001"].Record.Body);
    }

    [Fact]
    public void R52_what_the_board_no_longer_remembers_or_never_had_is_refused_as_stale()
    {
        var forgotten = _written with { RecentText = _written.RecentText with { From = _written.Seq } };
        Assert.Equal(RefusalCode.Stale, Decide(Ada, Type(Laid, 0, "x"), forgotten).Refusal);
        Assert.Null(Decide(Ada, Type(_written, 0, "x"), forgotten).Refusal);
        Assert.Equal(RefusalCode.Stale, Decide(Ada, Type(_written with { Seq = _written.Seq + 1 }, 0, "x"), _written).Refusal);
    }

    [Fact]
    public void R52_so_many_changes_are_remembered_and_not_one_more()
    {
        var board = _written;
        while (board.RecentText.Changes.Count < Limits.RecentTextChanges)
        {
            board = board.After(Ada, Type(board, 0, "x")).After(Ada, new ChangeIdeaBody(AdasIdea, board.Seq + 1, new TextChange([1, 0, 26, -1], "")));
        }

        var first = board.RecentText.Changes[0].Seq;
        board = board.After(Ada, Type(board, 0, "x"));
        Assert.Equal(Limits.RecentTextChanges, board.RecentText.Changes.Count);
        Assert.Equal(first, board.RecentText.From);
        var typed = new TextChange([(int)board.RecentText.Changes[0].Change.LengthBefore, -1, 0, 1], "y");
        Assert.Null(Decide(Bo, new ChangeIdeaBody(AdasIdea, first, typed), board).Refusal);
        Assert.Equal(RefusalCode.Stale, Decide(Bo, new ChangeIdeaBody(AdasIdea, first - 1, typed), board).Refusal);
    }

    [Fact]
    public void R52_as_many_characters_are_remembered_and_the_oldest_change_goes_first()
    {
        var recent = RecentText.None;
        for (var seq = 1; recent.Weight + 1_001 <= Limits.RecentTextWeight; seq++)
        {
            recent = recent.Add(new BodyChange(seq, AdasIdea, new TextChange([0, 1_000], new string('x', 1_000))));
        }

        Assert.Equal(0, recent.From);
        var more = recent.Add(new BodyChange(999, BosIdea, new TextChange([0, 1_000], new string('y', 1_000))));
        Assert.Equal(1, more.From);
        Assert.True(more.Weight <= Limits.RecentTextWeight);
        Assert.Equal(more.Weight, more.Changes.Sum(change => change.Change.Inserted.Length + change.Change.Pieces));
    }

    [Theory]
    [InlineData(new[] { 25, -1, 0, 1 }, RefusalCode.OutOfRange)]
    [InlineData(new[] { 27, -1, 0, 1 }, RefusalCode.OutOfRange)]
    [InlineData(new[] { 8_001, -1, 0, 1 }, RefusalCode.OutOfRange)]
    public void R51_a_change_of_a_text_of_another_length_is_refused(int[] sections, RefusalCode refusal) =>
        Assert.Equal(refusal, Decide(Ada, new ChangeIdeaBody(AdasIdea, _written.Seq, new TextChange(sections, "x")), _written).Refusal);

    [Fact]
    public void R51_a_change_that_cuts_a_character_in_two_is_refused_even_when_it_did_not_know_of_it()
    {
        var board = Laid.After(Ada, new WriteIdeaBody(AdasIdea, "🎒"));
        Assert.Equal(RefusalCode.OutOfRange, Decide(Bo, Type(board, 1, "x"), board).Refusal);
        Assert.Equal(RefusalCode.OutOfRange, Decide(Bo, new ChangeIdeaBody(AdasIdea, board.Seq, new TextChange([1, 0, 1, -1], "")), board).Refusal);
        Assert.Null(Decide(Bo, Type(board, 2, "x"), board).Refusal);
    }

    [Fact]
    public void R53_a_text_that_is_too_long_only_with_what_others_inserted_is_refused_and_stays_as_it_was()
    {
        var full = Laid.After(Ada, new WriteIdeaBody(AdasIdea, new string('x', Limits.BodyLength - 2)));
        var board = full.After(Ada, Type(full, 0, "a"));
        Assert.Null(Decide(Bo, Type(full, 0, "b"), board).Refusal);
        Assert.Equal(RefusalCode.TooLong, Decide(Bo, Type(full, 0, "bb"), board).Refusal);
    }

    /// <summary>R50: what everyone is sent is as small as the typing.</summary>
    [Fact]
    public void R50_a_change_is_told_as_what_was_typed()
    {
        var entry = new BoardEntry(_written.Seq + 1, Now, Ada, "", 0, Decide(Ada, Type(_written, 4, "trail "), _written).Events[0]);
        var told = BoardPublisher.Encode(_written, BoardApplier.Apply(_written, entry), entry, completes: true);
        Assert.Equal(
            $$"""{"op":"text","kind":"idea","id":"{{AdasIdea}}","field":"body","seq":{{entry.Seq}},"changes":[4,[0,"trail "],22]}""",
            System.Text.Encoding.UTF8.GetString(told.Everyone));
    }

    [Fact]
    public void Line_breaks_of_any_kind_count_one_in_bodies()
    {
        var board = Laid
            .After(Ada, new AddIdea("idea-new-000001", "", "one\r\ntwo", Colour.Sun, 0, 0, ""))
            .After(Ada, new WriteIdeaBody(AdasIdea, "one\rtwo"));
        Assert.Equal("one\ntwo", board.Ideas["idea-new-000001"].Record.Body);
        Assert.Equal("one\ntwo", BodyOf(board));
    }

    private static ChangeIdeaBody Type(Board on, int at, string text)
    {
        var length = on.Ideas[AdasIdea].Record.Body.Length;
        int[] sections = [.. at > 0 ? new[] { at, -1 } : [], 0, text.Length, .. at < length ? new[] { length - at, -1 } : []];
        return new ChangeIdeaBody(AdasIdea, on.Seq, new TextChange(sections, text));
    }

    private static string BodyOf(Board board) => board.Ideas[AdasIdea].Record.Body;
}
