using CoCreate.Boards;

namespace CoCreate.Playbooks;

/// <summary>The pre-flight check: what a host would be sorry about half way through the session, each with what to do. Pure.</summary>
public static class PlaybookCheck
{
    /// <summary>What there is to say about a text: what keeps it from being read or, where it can be read, what the session lacks.</summary>
    public static IReadOnlyList<PlaybookFinding> Of(string text) => PlaybookReader.Read(text) is { Playbook: { } playbook } ? Of(playbook) : PlaybookReader.Read(text).Problems;

    /// <summary>What there is to say about a playbook that can be read, the worst first.</summary>
    public static IReadOnlyList<PlaybookFinding> Of(Playbook playbook) =>
    [
        .. OfTheWhole(playbook).Concat(OfHiding(playbook)).Concat(OfSheets(playbook)).Concat(playbook.Steps.SelectMany((step, at) => OfStep(step, at).Concat(OfVote(playbook, at))))
            .OrderBy(finding => finding.Severity),
    ];

    private static IEnumerable<PlaybookFinding> OfTheWhole(Playbook playbook)
    {
        if (string.IsNullOrWhiteSpace(playbook.When))
        {
            yield return Advice("when", "noWhen", "Say when to use it, and when not. You will have forgotten in a year, and others never knew.");
        }

        if (string.IsNullOrWhiteSpace(playbook.Charter))
        {
            yield return Warning("charter", "noCharter", "There is no charter. Say what this is for, what happens to the ideas, who decides, and by when people hear about it.");
        }
        else if (Blank(playbook.Charter) is { } blank)
        {
            yield return Advice("charter", "blanks", $"The charter still says {blank}. Put your own words there before people read it.");
        }

        if (playbook.Debrief.Length == 0)
        {
            yield return Advice("debrief", "noDebrief", "There are no questions for afterwards. Add one at least: what do we do with this, who does it, and by when?");
        }

        if (playbook.Steps.Sum(step => (long)step.Seconds) > playbook.Minutes * 60L)
        {
            yield return Warning("minutes", "tooShort", $"The timers add up to {playbook.Steps.Sum(step => (long)step.Seconds) / 60} minutes, and the session is to take {playbook.Minutes}. Shorten steps, or promise people a longer session.");
        }
    }

    /// <summary>What is written unseen has to come to light.</summary>
    private static IEnumerable<PlaybookFinding> OfHiding(Playbook playbook)
    {
        var last = Array.FindLastIndex(playbook.Steps, IsHidden);
        if (last >= 0 && !playbook.Steps.Skip(last).Any(step => !IsHidden(step)))
        {
            yield return Warning(
                $"steps[{last}].exposure", "neverRevealed", "What people write in this step is never shown to all. Add a step after it with the exposure \"all\" in which everybody reads.");
        }

        if (Array.FindIndex(playbook.Steps, step => step.Exposure == Exposure.Segment) is >= 0 and var segments)
        {
            yield return Advice($"steps[{segments}].exposure", "segments", "In this step people see what their own segment writes. See to it that they say who they are (customer, employee, …) when they come in: who says nothing is a segment too.");
        }
    }

    private static IEnumerable<PlaybookFinding> OfSheets(Playbook playbook)
    {
        var rounds = playbook.Steps.Count(step => step.Exposure == Exposure.Sheet);
        var first = Array.FindIndex(playbook.Steps, step => step.Exposure == Exposure.Sheet);
        if (rounds > 0 && playbook.People.From < 3)
        {
            yield return Warning($"steps[{first}].exposure", "tooFewForSheets", "Passing sheets on needs three people at least: two only swap, and one has nobody to pass to. Ask for more people, or let this step show everything to all.");
        }
        else if (rounds >= playbook.People.From)
        {
            yield return Advice($"steps[{first}].exposure", "roundsForMorePeople", $"With {playbook.People.From} people a sheet comes back after {playbook.People.From - 1} rounds, and there are {rounds}. Take rounds out, or ask for {rounds + 1} people.");
        }
    }

    private static IEnumerable<PlaybookFinding> OfStep(StepPlan step, int at)
    {
        var path = $"steps[{at}]";
        if (string.IsNullOrWhiteSpace(step.Text))
        {
            yield return Warning($"{path}.text", "noText", "People will not know what to do in this step. Tell them in a sentence or two.");
        }

        if (step.Strict && step.Seconds == 0)
        {
            yield return Warning($"{path}.strict", "strictWithoutTimer", "Contributions are to end with the timer, and there is none: they never end. Set the seconds, or leave the end open.");
        }

        if (step.Sealed && !step.Tools.Contains(StepTool.Ideas))
        {
            yield return Warning($"{path}.sealed", "sealsNothing", "Nobody can add ideas in this step, so there is nobody’s name to keep. Add the tool \"ideas\", or take \"sealed\" away.");
        }

        if (step.Tools.Length == 0 && step.Vote.Method == VoteMethod.None)
        {
            yield return Advice($"{path}.tools", "onlyForHosts", "In this step only hosts can do anything. If people are to talk, let them comment.");
        }

        if (IsHidden(step) && step.Tools.Except([StepTool.Ideas, StepTool.Draw, StepTool.Edit, StepTool.Comment, StepTool.Move]).Any())
        {
            yield return Advice($"{path}.tools", "idleTools", "While things are hidden, what all share stays as it is: groups, reactions and dots have little to work on here. Give them to the step after.");
        }
    }

    private static IEnumerable<PlaybookFinding> OfVote(Playbook playbook, int at)
    {
        var (vote, path) = (playbook.Steps[at].Vote, $"steps[{at}].vote");
        if (vote.Method == VoteMethod.None)
        {
            yield break;
        }

        var before = playbook.Steps[..at];
        if (IsHidden(playbook.Steps[at]))
        {
            yield return Warning(path, "voteWhileHidden", "A vote is on what everybody sees, and in this step things are hidden. Put the vote into a step of its own with the exposure \"all\".");
        }

        if (vote.Options == VoteOptions.Ideas && !before.Any(step => step.Tools.Contains(StepTool.Ideas)))
        {
            yield return playbook.Steps[..(at + 1)].Any(step => step.Exposure == Exposure.Concepts)
                ? Advice(path, "nothingToVoteOn", "People add no ideas before this vote: it is on those that you bring. See that they are on the board.")
                : Warning(path, "nothingToVoteOn", "Nobody has added ideas before this vote. Put a step before it with the tool \"ideas\", or bring ideas to the board yourself.");
        }

        if (vote.Options == VoteOptions.Groups && !before.Any(step => step.Tools.Contains(StepTool.Group)))
        {
            yield return Warning(path, "nothingToVoteOn", "The vote is on groups, and nobody has made any before it. Put a step before it with the tool \"group\", or vote on ideas.");
        }

        if (vote.Top > 0 && !before.Any(step => step.Vote.Method != VoteMethod.None))
        {
            yield return Warning($"{path}.top", "noVoteBefore", "Only the best of the vote before go on, and there is no vote before. Set it to 0, or add one.");
        }

        if (IdeasBefore(playbook, at) is var ideas && ideas > VoteRules.MostOptions(vote.Method))
        {
            yield return Warning(path, "tooManyOptions", $"If {playbook.People.To} people add one idea each wherever they can, this vote has {ideas} to choose from, and it takes {VoteRules.MostOptions(vote.Method)}. Let people group ideas before it and vote on groups, take the best of a vote before, or ask fewer people.");
        }

        if (vote.Budget == 0 && vote.Method is not (VoteMethod.Approval or VoteMethod.Ranking))
        {
            yield return Warning($"{path}.budget", "noBudget", $"{What(vote.Method)} is 0, so nobody can vote. Set it.");
        }

        if (vote.PerOption > vote.Budget && vote.Budget > 0)
        {
            yield return Advice($"{path}.perOption", "limitAboveBudget", "More is allowed on one option than anybody has. Lower it, or leave it at 0.");
        }
    }

    /// <summary>The ideas that a vote would be on if everybody added one in each step before that lets them; 0 for a vote on something else.</summary>
    private static long IdeasBefore(Playbook playbook, int at) => playbook.Steps[at].Vote is { Options: VoteOptions.Ideas, Top: 0 }
        ? (long)playbook.People.To * playbook.Steps[..at].Count(step => step.Tools.Contains(StepTool.Ideas))
        : 0;

    private static string What(VoteMethod method) => method switch
    {
        VoteMethod.Score => "The highest score",
        VoteMethod.Pairwise => "The number of comparisons",
        VoteMethod.Quadratic => "The number of credits",
        VoteMethod.Budget => "The number of points to spend",
        _ => "The number of dots",
    };

    private static bool IsHidden(StepPlan step) => step.Exposure < Exposure.All;

    /// <summary>The first thing in brackets.</summary>
    private static string? Blank(string text)
    {
        var (from, to) = (text.IndexOf('[', StringComparison.Ordinal), text.IndexOf(']', StringComparison.Ordinal));
        return from >= 0 && to > from && to - from <= 60 ? text[from..(to + 1)] : null;
    }

    private static PlaybookFinding Warning(string path, string code, string text) => new(path, FindingSeverity.Warning, code, text);

    private static PlaybookFinding Advice(string path, string code, string text) => new(path, FindingSeverity.Advice, code, text);
}
