using System.Text.Json;
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

        var frame = presence.TakeNews().Frame!;

        Assert.Equal([2d, 2d], Assert.Single(frame.Here).Cursor!);
        Assert.False(presence.HasNews);
        presence.Put(Entry("a", cursor: [2, 2]));
        Assert.False(presence.HasNews);
    }

    [Fact]
    public void R33_who_leaves_and_comes_back_at_once_is_not_told_of_as_gone_here_or_to_other_processes()
    {
        var presence = new Presence(_clock);
        presence.Put(Entry("a"));
        presence.TakeNews();
        presence.Remove("a");
        presence.Put(Entry("a", cursor: [1, 1]));

        var news = presence.TakeNews();

        Assert.Equal("a", Assert.Single(news.Frame!.Here).Connection);
        Assert.Empty(news.Frame.Gone);
        Assert.Empty(news.Own!.Gone);
        presence.Remove("a");
        Assert.Equal(["a"], presence.TakeNews().Frame!.Gone);
    }

    [Fact]
    public void R34_above_fifty_connections_cursors_are_not_passed_on_and_return_when_the_room_empties()
    {
        var presence = new Presence(_clock);
        for (var i = 0; i < Presence.QuietAbove; i++)
        {
            presence.Put(Entry($"c{i}", cursor: [i, i]));
        }

        Assert.False(presence.TakeNews().Frame!.Quiet);
        presence.Put(Entry("one-more", cursor: [5, 5], typing: "idea-0000001"));

        var quiet = presence.TakeNews().Frame!;
        Assert.True(quiet.Quiet);
        Assert.Null(Assert.Single(quiet.Here).Cursor);
        Assert.Equal("idea-0000001", quiet.Here[0].Typing);
        Assert.All(presence.Shown, entry => Assert.Null(entry.Cursor));

        presence.Put(Entry("c0", cursor: [9, 9]));
        Assert.False(presence.HasNews);

        presence.Remove("one-more");
        var loud = presence.TakeNews().Frame!;
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
        Assert.Equal(caret, Assert.Single(presence.TakeNews().Frame!.Here).Caret);
        presence.Put(Entry("a") with { Caret = caret });
        Assert.False(presence.HasNews);
        presence.Put(Entry("a") with { Caret = caret with { Head = 6 } });
        Assert.True(presence.HasNews);
        for (var i = 0; i < Presence.QuietAbove; i++)
        {
            presence.Put(Entry($"c{i}"));
        }

        Assert.All(presence.TakeNews().Frame!.Here, entry => Assert.Null(entry.Caret));
    }

    /// <summary>R110: in frames, for who comes, in whispers; and nothing is told of what people do meanwhile.</summary>
    [Fact]
    public void R110_while_a_step_hides_what_people_do_presence_says_who_is_here_and_nothing_else()
    {
        var presence = new Presence(_clock);
        presence.Put(Entry("a", cursor: [1, 1], typing: "idea-0000001"));
        presence.TakeNews();
        presence.Mute(true);
        var muted = presence.TakeNews();
        var bare = Entry("a");
        Assert.Equal(JsonSerializer.Serialize(bare), JsonSerializer.Serialize(Assert.Single(muted.Frame!.Here)));
        Assert.Equal(JsonSerializer.Serialize(bare), JsonSerializer.Serialize(Assert.Single(muted.Own!.Here)));
        Assert.Equal(JsonSerializer.Serialize(bare), JsonSerializer.Serialize(Assert.Single(presence.OwnAll().Here)));

        presence.Put(Entry("a", cursor: [2, 2], typing: "idea-0000002") with { Selection = ["idea-0000002"], Caret = new CaretUpdate("idea-0000002", 5, 77, 77) });
        Assert.False(presence.HasNews);
        Assert.Equal(JsonSerializer.Serialize(bare), JsonSerializer.Serialize(Assert.Single(presence.Everything().Here)));
        presence.Put(Entry("b", typing: "idea-0000002"));
        Assert.Equal(JsonSerializer.Serialize(Entry("b")), JsonSerializer.Serialize(Assert.Single(presence.TakeNews().Frame!.Here)));

        presence.Mute(false);
        Assert.Equal("idea-0000002", presence.TakeNews().Frame!.Here.Single(entry => entry.Connection == "a").Typing);
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
        Assert.Equal(["far"], presence.TakeNews().Frame!.Gone);
    }

    [Fact]
    public void A_whisper_of_all_takes_out_those_it_does_not_name_and_nobody_else()
    {
        var presence = new Presence(_clock);
        presence.Hear("other", new Whisper([Entry("stays"), Entry("leaves")], [], IsAll: false));
        presence.Hear("third", new Whisper([Entry("elsewhere")], [], IsAll: false));
        presence.Put(Entry("near"));

        presence.Hear("other", new Whisper([Entry("stays")], [], IsAll: true));

        Assert.Equal(["elsewhere", "near", "stays"], presence.Shown.Select(entry => entry.Connection).Order());
    }

    [Fact]
    public void Only_this_processes_own_people_are_whispered()
    {
        var presence = new Presence(_clock);
        presence.Hear("other", new Whisper([Entry("far")], [], IsAll: false));
        Assert.Null(presence.TakeNews().Own);

        presence.Put(Entry("near"));
        Assert.Equal("near", Assert.Single(presence.TakeNews().Own!.Here).Connection);
        Assert.Equal("near", Assert.Single(presence.OwnAll().Here).Connection);
    }

    [Fact]
    public void Who_missed_frames_is_told_who_left_lately()
    {
        var presence = new Presence(_clock);
        presence.Put(Entry("a"));
        presence.Put(Entry("b"));
        presence.TakeNews();
        presence.Remove("a");
        presence.TakeNews();

        Assert.Equal(["a"], presence.Everything().Gone);
        Assert.Equal("b", Assert.Single(presence.Everything().Here).Connection);
        _clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Empty(presence.Everything().Gone);
    }

    [Fact]
    public void R34_of_a_room_of_hundreds_a_newcomer_is_told_at_most_fifty_and_how_many_there_are()
    {
        var presence = new Presence(_clock);
        for (var i = 0; i < 400; i++)
        {
            presence.Put(Entry($"c{i}") with { Participant = $"person-{i / 2}" });
        }

        presence.Put(Entry("c399", typing: "idea-0000001") with { Participant = "person-199" });

        Assert.Equal(Presence.NamedWhenQuiet, presence.Shown.Length);
        Assert.Contains(presence.Shown, entry => entry.Typing == "idea-0000001");
        Assert.Equal(200, presence.People);
        Assert.Equal(200, presence.Participants.Distinct().Count());
    }

    [Fact]
    public void R34_who_only_comes_to_a_quiet_room_is_counted_and_not_named_until_they_do_something()
    {
        var presence = new Presence(_clock);
        for (var i = 0; i < 60; i++)
        {
            presence.Put(Entry($"c{i}"));
        }

        _ = (presence.TakeNews(), presence.Shown);
        presence.Put(Entry("late-1"));
        presence.Put(Entry("late-2"));
        var coming = presence.TakeNews();
        Assert.Equal((0, 62), (coming.Frame!.Here.Length, coming.Frame.People));
        Assert.Equal(["late-1", "late-2"], coming.Own!.Here.Select(entry => entry.Connection).Order());

        presence.Put(Entry("late-1", typing: "idea-0000001"));
        Assert.Equal("late-1", Assert.Single(presence.TakeNews().Frame!.Here).Connection);
        presence.Put(Entry("late-1"));
        Assert.Equal("", Assert.Single(presence.TakeNews().Frame!.Here).Typing);

        presence.Remove("late-1");
        presence.Remove("late-2");
        var leaving = presence.TakeNews();
        Assert.Equal(["late-1"], leaving.Frame!.Gone);
        Assert.Equal(60, leaving.Frame.People);
        Assert.Equal(["late-1", "late-2"], leaving.Own!.Gone.Order());
    }

    [Fact]
    public void R34_a_quiet_rooms_frame_names_at_most_fifty_and_the_next_one_the_rest()
    {
        var presence = new Presence(_clock);
        for (var i = 0; i < 120; i++)
        {
            presence.Put(Entry($"c{i}", typing: "idea-0000001"));
        }

        var named = new List<string>();
        while (presence.HasNews)
        {
            var here = presence.TakeNews().Frame!.Here;
            Assert.InRange(here.Length, 1, Presence.NamedWhenQuiet);
            named.AddRange(here.Select(entry => entry.Connection));
        }

        Assert.Equal(120, named.Distinct().Count());
    }

    [Fact]
    public void R34_a_laser_pointer_is_seen_in_a_quiet_room_too()
    {
        var presence = new Presence(_clock);
        for (var i = 0; i <= Presence.QuietAbove; i++)
        {
            presence.Put(Entry($"c{i}", cursor: [i, i]));
        }

        _ = presence.TakeNews();
        presence.Put(Entry("c7", cursor: [70, 70]) with { Guide = new Guidance(null, "", Laser: true, Lead: false) });
        Assert.Equal([70d, 70d], Assert.Single(presence.TakeNews().Frame!.Here).Cursor!);
        presence.Put(Entry("c7", cursor: [71, 70]) with { Guide = new Guidance(null, "", Laser: true, Lead: false) });
        Assert.Equal([71d, 70d], Assert.Single(presence.TakeNews().Frame!.Here).Cursor!);
        Assert.Single(presence.Shown, entry => entry.Cursor is not null);

        presence.Put(Entry("c7", cursor: [71, 70]));
        Assert.Null(Assert.Single(presence.TakeNews().Frame!.Here).Cursor);
    }

    [Fact]
    public void R70_guidance_is_news_only_when_it_changes()
    {
        var presence = new Presence(_clock);
        var looking = Entry("a") with { Guide = new Guidance([1, 2, 3, 4], "someone", Laser: false, Lead: true) };
        presence.Put(looking);
        _ = presence.TakeNews();

        presence.Put(looking with { Guide = looking.Guide! with { View = [1, 2, 3, 4] } });
        Assert.False(presence.HasNews);
        presence.Put(looking with { Guide = looking.Guide! with { View = [1, 2, 3, 5] } });
        Assert.Equal(5, Assert.Single(presence.TakeNews().Frame!.Here).Guide!.View![3]);
        presence.Put(looking with { Guide = looking.Guide! with { View = [1, 2, 3, 5], Lead = false } });
        Assert.False(Assert.Single(presence.TakeNews().Frame!.Here).Guide!.Lead);
        presence.Put(Entry("a"));
        Assert.Null(Assert.Single(presence.TakeNews().Frame!.Here).Guide);
    }

    /// <summary>Reconnecting leaves nobody behind: after any history of arrivals, farewells, vanished processes and lost frames the list names exactly those who are here.</summary>
    [Fact]
    public void There_are_no_ghosts_after_hundreds_of_reconnections()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var presence = new Presence(_clock);
            var shown = new Dictionary<string, PresenceEntry>();
            var here = new HashSet<string>();
            for (var step = 0; step < 400; step++)
            {
                var name = $"c{random.Next(30)}";
                if (here.Contains(name) && random.Next(2) == 0)
                {
                    here.Remove(name);
                    presence.Remove(name);
                }
                else
                {
                    here.Add(name);
                    presence.Put(Entry(name, cursor: [step, step]));
                }

                if (random.Next(4) == 0)
                {
                    Fold(shown, presence.TakeNews().Frame);
                }
            }

            Fold(shown, presence.TakeNews().Frame);
            Assert.Equal(here.Order(), shown.Keys.Order());
            Assert.Equal(here.Order(), presence.Shown.Select(entry => entry.Connection).Order());
        }
    }

    private static void Fold(Dictionary<string, PresenceEntry> shown, PresenceFrame? frame)
    {
        foreach (var connection in frame?.Gone ?? [])
        {
            shown.Remove(connection);
        }

        foreach (var entry in frame?.Here ?? [])
        {
            shown[entry.Connection] = entry;
        }
    }

    private static PresenceEntry Entry(string connection, double[]? cursor = null, string typing = "") =>
        new(connection, $"person-{connection}", cursor, [], typing, null);
}
