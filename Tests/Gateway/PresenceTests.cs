using CoCreate.Web.Hub;
using CoCreate.Web.Relay;

namespace CoCreate.Tests.Gateway;

/// <summary>The table of who is here (R31 to R34).</summary>
public sealed class PresenceTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void R31_the_last_word_counts_and_is_told_once()
    {
        var presence = new Presence(_clock);
        presence.Put(Entry("a", cursor: [1, 1]));
        presence.Put(Entry("a", cursor: [2, 2]));

        var frame = presence.TakeNews();

        Assert.Equal([2d, 2d], Assert.Single(frame.Here).Cursor!);
        Assert.False(presence.HasNews);
        presence.Put(Entry("a", cursor: [2, 2]));
        Assert.False(presence.HasNews);
    }

    [Fact]
    public void R34_above_fifty_connections_cursors_are_not_passed_on_and_return_when_the_room_empties()
    {
        var presence = new Presence(_clock);
        for (var i = 0; i < Presence.QuietAbove; i++)
        {
            presence.Put(Entry($"c{i}", cursor: [i, i]));
        }

        Assert.False(presence.TakeNews().Quiet);
        presence.Put(Entry("one-more", cursor: [5, 5], typing: "idea-0000001"));

        var quiet = presence.TakeNews();
        Assert.True(quiet.Quiet);
        Assert.Null(Assert.Single(quiet.Here).Cursor);
        Assert.Equal("idea-0000001", quiet.Here[0].Typing);
        Assert.All(presence.All, entry => Assert.Null(entry.Cursor));

        presence.Put(Entry("c0", cursor: [9, 9]));
        Assert.False(presence.HasNews);

        presence.Remove("one-more");
        var loud = presence.TakeNews();
        Assert.False(loud.Quiet);
        Assert.Equal(["one-more"], loud.Gone);
        Assert.Equal(Presence.QuietAbove, loud.Here.Length);
        Assert.Equal([9d, 9d], loud.Here.Single(entry => entry.Connection == "c0").Cursor!);
    }

    [Fact]
    public void R54_a_caret_is_told_with_its_version_and_not_in_a_quiet_room()
    {
        var presence = new Presence(_clock);
        var caret = new CaretUpdate("idea-0000001", 12, 3, 5);
        presence.Put(Entry("a") with { Caret = caret });
        Assert.Equal(caret, Assert.Single(presence.TakeNews().Here).Caret);
        presence.Put(Entry("a") with { Caret = caret });
        Assert.False(presence.HasNews);
        presence.Put(Entry("a") with { Caret = caret with { Head = 6 } });
        Assert.True(presence.HasNews);
        for (var i = 0; i < Presence.QuietAbove; i++)
        {
            presence.Put(Entry($"c{i}"));
        }

        Assert.All(presence.TakeNews().Here, entry => Assert.Null(entry.Caret));
    }

    [Fact]
    public void R33_who_was_on_a_process_that_whispers_no_more_is_gone_within_twelve_seconds()
    {
        var presence = new Presence(_clock);
        presence.Hear("other", new Whisper([Entry("far")], [], IsAll: false));
        presence.Put(Entry("near"));
        presence.TakeNews();

        _clock.Advance(TimeSpan.FromSeconds(11));
        presence.Expire();
        Assert.False(presence.HasNews);

        _clock.Advance(TimeSpan.FromSeconds(0.5));
        presence.Expire();
        Assert.Equal(["far"], presence.TakeNews().Gone);
    }

    [Fact]
    public void A_whisper_of_all_takes_out_those_it_does_not_name_and_nobody_else()
    {
        var presence = new Presence(_clock);
        presence.Hear("other", new Whisper([Entry("stays"), Entry("leaves")], [], IsAll: false));
        presence.Hear("third", new Whisper([Entry("elsewhere")], [], IsAll: false));
        presence.Put(Entry("near"));

        presence.Hear("other", new Whisper([Entry("stays")], [], IsAll: true));

        Assert.Equal(["elsewhere", "near", "stays"], presence.All.Select(entry => entry.Connection).Order());
    }

    [Fact]
    public void Only_this_processes_own_people_are_whispered()
    {
        var presence = new Presence(_clock);
        presence.Hear("other", new Whisper([Entry("far")], [], IsAll: false));
        Assert.Null(presence.OwnPart(presence.TakeNews()));

        presence.Put(Entry("near"));
        Assert.Equal("near", Assert.Single(presence.OwnPart(presence.TakeNews())!.Here).Connection);
        Assert.Equal("near", Assert.Single(presence.OwnAll().Here).Connection);
    }

    [Fact]
    public void Who_missed_frames_is_told_who_left_lately()
    {
        var presence = new Presence(_clock);
        presence.Put(Entry("a"));
        presence.Put(Entry("b"));
        presence.Remove("a");
        presence.TakeNews();

        Assert.Equal(["a"], presence.Everything().Gone);
        Assert.Equal("b", Assert.Single(presence.Everything().Here).Connection);
        _clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Empty(presence.Everything().Gone);
    }

    private static PresenceEntry Entry(string connection, double[]? cursor = null, string typing = "") =>
        new(connection, $"person-{connection}", cursor, [], typing, null);
}
