using System.Text.Json.Serialization;
using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>The history's words: an event without some would be told as "changed the board".</summary>
public sealed class HistoryShapeTests
{
    [Fact]
    public void Every_event_that_is_told_has_its_words_in_the_browser()
    {
        var words = File.ReadAllText(Path.Combine(Repository.Root, "WebClient", "App", "src", "words", "past.ts"));
        var names = Attribute.GetCustomAttributes(typeof(BoardEvent), typeof(JsonDerivedTypeAttribute)).Cast<JsonDerivedTypeAttribute>()
            .Where(each => each.DerivedType != typeof(CommandRefused))
            .Select(each => ((string)each.TypeDiscriminator!).Split('/')[0]);
        Assert.Equal([], names.Where(name => !words.Contains($"'history.{name}':", StringComparison.Ordinal)));
    }
}
