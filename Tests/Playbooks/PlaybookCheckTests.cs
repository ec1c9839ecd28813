using System.Text.Json.Nodes;
using CoCreate.Boards;
using CoCreate.Playbooks;

namespace CoCreate.Tests.Playbooks;

/// <summary>The pre-flight check, by what hosts forget. R162</summary>
public sealed class PlaybookCheckTests
{
    /// <summary>R162</summary>
    [Theory]
    [InlineData("$.charter", "\"\"", "charter", "noCharter")]
    [InlineData("$.when", "\"\"", "when", "noWhen")]
    [InlineData("$.debrief", "[]", "debrief", "noDebrief")]
    [InlineData("$.minutes", "20", "minutes", "tooShort")]
    [InlineData("$.steps[1].text", "\" \"", "steps[1].text", "noText")]
    [InlineData("$.steps[4].exposure", "\"own\"", "steps[4].exposure", null)]
    [InlineData("$.steps[4].exposure", "\"segment\"", "steps[4].exposure", "segments")]
    [InlineData("$.steps[1]", "{\"id\":\"step-02-read\",\"name\":\"x\",\"text\":\"x\",\"strict\":true,\"tools\":[\"comment\"]}", "steps[1].strict", "strictWithoutTimer")]
    [InlineData("$.steps[1].sealed", "true", "steps[1].sealed", "sealsNothing")]
    [InlineData("$.steps[1].tools", "[]", "steps[1].tools", "onlyForHosts")]
    [InlineData("$.steps[0].tools", "[\"ideas\",\"react\"]", "steps[0].tools", "idleTools")]
    [InlineData("$.steps[3].exposure", "\"own\"", "steps[3].vote", "voteWhileHidden")]
    [InlineData("$.steps[2].tools", "[\"move\"]", "steps[3].vote", "nothingToVoteOn")]
    [InlineData("$.steps[3].vote.top", "3", "steps[3].vote.top", "noVoteBefore")]
    [InlineData("$.steps[3].vote.budget", "0", "steps[3].vote.budget", "noBudget")]
    [InlineData("$.steps[3].vote.perOption", "9", "steps[3].vote.perOption", "limitAboveBudget")]
    [InlineData("$.steps[0].exposure", "\"sheet\"", "steps[0].exposure", null)]
    public void R162_what_a_host_would_be_sorry_about_is_found_with_what_to_do(string at, string value, string path, string? code)
    {
        var before = Codes(PlaybookFormatTests.Silent());
        var playbook = PlaybookFormatTests.Silent();
        PlaybookFormatTests.Set(playbook, at, JsonNode.Parse(value));
        var found = Codes(playbook).Except(before).ToList();
        Assert.Equal(code is not null, found.Contains((path, code!)));
        Assert.True(code is not null || found.Count == 0 || found.TrueForAll(each => each.Code is "neverRevealed" or "idleTools"), string.Join(';', found));
    }

    /// <summary>R162</summary>
    [Fact]
    public void R162_what_is_written_unseen_has_to_come_to_light()
    {
        var playbook = PlaybookFormatTests.Silent();
        playbook["steps"] = new JsonArray(playbook["steps"]![0]!.DeepClone());
        Assert.Contains(("steps[0].exposure", "neverRevealed"), Codes(playbook));
        playbook["steps"]!.AsArray().Add(new JsonObject { ["id"] = "step-02-read", ["name"] = "Read", ["text"] = "Read.", ["exposure"] = "all", ["tools"] = new JsonArray("comment") });
        Assert.DoesNotContain(("steps[0].exposure", "neverRevealed"), Codes(playbook));
    }

    /// <summary>R162: with as many people as a round needs, and with one fewer.</summary>
    [Fact]
    public void R162_sheets_need_people()
    {
        var playbook = PlaybookFormatTests.Silent();
        playbook["steps"]![0]!["exposure"] = "sheet";
        playbook["people"]!["from"] = 2;
        Assert.Contains(("steps[0].exposure", "tooFewForSheets"), Codes(playbook));
        playbook["people"]!["from"] = 3;
        Assert.DoesNotContain(Codes(playbook), each => each.Code is "tooFewForSheets" or "roundsForMorePeople");
        playbook["steps"]![1]!["exposure"] = "sheet";
        playbook["steps"]![2]!["exposure"] = "sheet";
        Assert.Contains(("steps[0].exposure", "roundsForMorePeople"), Codes(playbook));
    }

    /// <summary>R162: at as many people as the vote takes ideas of, and with one more; not where groups or the best of a vote before are voted on.</summary>
    [Theory]
    [InlineData("dots", Limits.OptionsPerVote)]
    [InlineData("ranking", Limits.ComparedOptions)]
    [InlineData("pairwise", Limits.ComparedOptions)]
    public void R162_a_vote_that_has_more_to_choose_from_than_it_takes_is_found(string method, int most)
    {
        var playbook = PlaybookFormatTests.Silent();
        var vote = playbook["steps"]![3]!["vote"]!;
        (vote["method"], vote["options"], playbook["people"]!["to"]) = (method, "ideas", most);
        Assert.DoesNotContain(("steps[3].vote", "tooManyOptions"), Codes(playbook));
        playbook["people"]!["to"] = most + 1;
        Assert.Contains(("steps[3].vote", "tooManyOptions"), Codes(playbook));
        vote["top"] = 7;
        Assert.DoesNotContain(("steps[3].vote", "tooManyOptions"), Codes(playbook));
        (vote["top"], vote["options"]) = (0, "groups");
        Assert.DoesNotContain(("steps[3].vote", "tooManyOptions"), Codes(playbook));
    }

    /// <summary>R162: nothing goes wrong in those that come with the server; only the blanks of their charters are a host's to fill, and segments and concepts theirs to think of.</summary>
    [Fact]
    public void R162_shipped_playbooks_lack_nothing_but_their_hosts_own_words()
    {
        foreach (var playbook in ShippedPlaybooks.All.Values)
        {
            Assert.DoesNotContain(PlaybookCheck.Of(playbook), finding => finding.Code is not ("blanks" or "segments" or "nothingToVoteOn") || finding.Severity != FindingSeverity.Advice);
            Assert.Contains(PlaybookCheck.Of(playbook), finding => finding.Code == "blanks");
            Assert.True(playbook.Debrief.Length >= 3, playbook.Id);
            Assert.Contains("Do not use it", playbook.When, StringComparison.Ordinal);
            Assert.All(playbook.Steps, step => Assert.InRange(step.Text.Length, 30, 500));
        }
    }

    [Fact]
    public void A_text_that_cannot_be_read_is_told_by_the_check_too() => Assert.Equal("notJson", Assert.Single(PlaybookCheck.Of("{")).Code);

    private static List<(string Path, string Code)> Codes(JsonObject playbook) => [.. PlaybookCheck.Of(playbook.ToJsonString()).Select(finding => (finding.Path, finding.Code))];
}
