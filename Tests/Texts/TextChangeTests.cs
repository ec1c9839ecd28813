using System.Text.Json;
using CoCreate.Texts;

namespace CoCreate.Tests.Texts;

/// <summary>Changes of texts on the wire, and what is special about some characters.</summary>
public sealed class TextChangeTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("[5]")]
    [InlineData("[3,[2],[0,\"x\"]]")]
    [InlineData("[[0,\"\",\"\"],7]")]
    [InlineData("[[4,\"one\",\"\",\"three 日\"]]")]
    public void A_change_is_written_as_it_was_read(string json) => Assert.Equal(json, JsonSerializer.Serialize(Read(json), WireText));

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[0]")]
    [InlineData("[-1]")]
    [InlineData("[1.5]")]
    [InlineData("[2147483648]")]
    [InlineData("[[]]")]
    [InlineData("[[0]]")]
    [InlineData("[[0,\"\"]]")]
    [InlineData("[[-1,\"x\"]]")]
    [InlineData("[[1,2]]")]
    [InlineData("[[0,\"one\\ntwo\"]]")]
    [InlineData("[[0,\"one\\r\"]]")]
    [InlineData("[[0,\"\\ud83c\"]]")]
    [InlineData("[{\"retain\":5}]")]
    [InlineData("[[0,[\"x\"]]]")]
    public void What_is_no_change_cannot_be_read(string json) =>
        Assert.True(Record.Exception(() => Read(json) ?? throw new JsonException("null")) is JsonException or InvalidOperationException, json);

    /// <summary>Two signs of which one half is the same: U+1F392 and U+1F792 end alike, U+1F392 and U+1F393 begin alike.</summary>
    [Theory]
    [InlineData("a\U0001F392", "a\U0001F792", "[1,[2,\"\U0001F792\"]]")]
    [InlineData("\U0001F392a", "\U0001F393a", "[[2,\"\U0001F393\"],1]")]
    [InlineData("\U0001F392", "\U0001F792\U0001F392", "[[0,\"\U0001F792\"],2]")]
    public void What_stays_between_two_texts_is_never_half_a_sign(string before, string after, string expected)
    {
        var change = TextEdit.Between(before, after);
        Assert.False(change.SplitsPair(before));
        Assert.Equal(after, change.Apply(before));
        Assert.Equal(Read(expected).Sections, change.Sections);
    }

    [Fact]
    public void A_change_of_a_text_of_another_length_is_not_applied_mapped_or_composed()
    {
        var change = Read("[3,[0,\"x\"]]");
        Assert.Throws<ArgumentException>(() => change.Apply("four"));
        Assert.Throws<ArgumentException>(() => change.Invert("four"));
        Assert.Throws<ArgumentException>(() => change.Map(Read("[[0,\"y\"],4]")));
        Assert.Throws<ArgumentException>(() => change.Map(Read("[[4]]")));
        Assert.Throws<ArgumentException>(() => change.Map(Read("[2]")));
        Assert.Throws<ArgumentException>(() => change.Compose(Read("[3]")));
        Assert.Throws<ArgumentOutOfRangeException>(() => change.MapPosition(4));
    }

    [Theory]
    [InlineData("🎒", "[1,[0,\"x\"],1]")]
    [InlineData("a🎒b", "[2,[1],1]")]
    [InlineData("a🎒b", "[[2],2]")]
    public void A_change_that_cuts_a_surrogate_pair_is_noticed(string text, string json) => Assert.True(Read(json).SplitsPair(text));

    [Theory]
    [InlineData("🎒", "[[0,\"x\"],2,[0,\"🎒\"]]")]
    [InlineData("a🎒b", "[1,[2],1]")]
    [InlineData("e\u0301", "[1,[1]]")]
    [InlineData("👩\u200d💻", "[2,[1],2]")]
    public void A_change_between_whole_characters_cuts_none(string text, string json) => Assert.False(Read(json).SplitsPair(text));

    [Fact]
    public void Half_a_pair_that_comes_is_noticed()
    {
        Assert.True(new TextChange([0, 1], "\ud83c").SplitsPair(""));
        Assert.True(new TextChange([0, 2], "\udf92\ud83c").SplitsPair(""));
        Assert.True(new TextChange([0, 1, 1, -1, 0, 1], "\ud83c\udf92").SplitsPair("x"));
    }

    /// <summary>Changes that cut no pair still cut none when they are mapped, so that mapped changes need no second look.</summary>
    [Fact]
    public void The_change_between_two_texts_leads_from_one_to_the_other_and_cuts_no_pair()
    {
        var random = new Random(5);
        string[] parts = ["a", "b", "🎒", "🎓", "\n", "e\u0301", ""];
        string Text() => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => parts[random.Next(parts.Length)]));
        for (var i = 0; i < LongRun.Times(20_000); i++)
        {
            var (before, one, other) = (Text(), Text(), Text());
            var (a, b) = (TextEdit.Between(before, one), TextEdit.Between(before, other));
            Assert.Equal(one, a.Apply(before));
            Assert.False(a.SplitsPair(before), $"{before} to {one}");
            Assert.False(b.Map(a).SplitsPair(one), $"{before} to {one} and {other}");
        }
    }

    [Theory]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("\r\n\r\n", "\n\n")]
    [InlineData("none", "none")]
    public void Line_breaks_count_one_however_they_were_written(string text, string normal) => Assert.Equal(normal, TextEdit.NormalLineBreaks(text));

    private static readonly JsonSerializerOptions WireText = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static TextChange Read(string json) => JsonSerializer.Deserialize<TextChange>(json)!;
}
