using System.Text;
using System.Text.Json;
using CoCreate.Boards;

namespace CoCreate.Playbooks;

/// <summary>What reading a playbook came to.</summary>
/// <param name="Playbook">The playbook; null where it cannot be read.</param>
/// <param name="Problems">What is wrong with the text, each with its path and what to do; empty where it was read.</param>
public sealed record PlaybookReading(Playbook? Playbook, IReadOnlyList<PlaybookFinding> Problems);

/// <summary>Reads the file format of playbooks (docs/PLAYBOOKS.md, docs/playbook.schema.json). Strict: what it does not know is a mistake, and every mistake is told, with its path and what to do.
/// Pure; never throws for what people wrote.</summary>
public static class PlaybookReader
{
    private static readonly JsonDocumentOptions _strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads a text.</summary>
    public static PlaybookReading Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > Limits.PlaybookBytes)
        {
            return Refused("", "tooLong", $"A playbook has at most {Limits.PlaybookBytes / 1024} KB. Shorten its texts, or make two of it.");
        }

        try
        {
            using var document = JsonDocument.Parse(text, _strict);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return Refused("", "notJson", $"This is not JSON, or a field is in it twice (line {e.LineNumber + 1}, character {e.BytePositionInLine + 1}). Check commas, quotes and brackets there.");
        }
    }

    private static PlaybookReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String)
        {
            return Refused("format", "missing", $"This is no playbook: it has to be an object with \"format\": \"{Playbook.FormatName}\".");
        }

        if (format.GetString() != Playbook.FormatName)
        {
            return Refused("format", "unknownVersion", $"This server reads \"{Playbook.FormatName}\" and not \"{Short(format.GetString()!)}\". Export the playbook again where it comes from, or bring this server up to date.");
        }

        var problems = new List<PlaybookFinding>();
        var playbook = Read(new ObjectReader(root, "", problems));
        return problems.Count > 0 ? new PlaybookReading(null, problems) : new PlaybookReading(playbook, []);
    }

    private static Playbook Read(ObjectReader from)
    {
        var people = from.Object("people");
        var playbook = new Playbook
        {
            Format = from.Text("format", 1, Limits.PlaybookTitleLength),
            Id = from.Id("id", 3, Limits.PlaybookIdLength),
            Title = from.Text("title", 1, Limits.PlaybookTitleLength),
            When = from.Text("when", 0, Limits.PlaybookTextLength, orElse: ""),
            People = new PeopleRange(people.Number("from", 1, Limits.ParticipantsPerBoard), people.Number("to", 1, Limits.ParticipantsPerBoard)),
            Minutes = from.Number("minutes", 1, Limits.PlaybookMinutes),
            Charter = from.Text("charter", 0, Limits.BriefLength, orElse: ""),
            Steps = [.. from.Objects("steps", 1, Limits.StepsPerAgenda).Select(Step)],
            Debrief = from.Texts("debrief", Limits.PlaybookQuestions, Limits.PlaybookQuestionLength),
            Tags = from.Texts("tags", Limits.TagsPerIdea, Limits.TagLength),
        };
        people.Done();
        from.Done();
        if (playbook.People.From > playbook.People.To)
        {
            people.Problem("from", "outOfRange", "It is more than \"to\". Turn them round.");
        }

        foreach (var (step, at) in playbook.Steps.Select((step, at) => (step, at)).Where(each => Array.FindIndex(playbook.Steps, other => other.Id == each.step.Id) < each.at))
        {
            from.Problem($"steps[{at}].id", "twice", $"\"{step.Id}\" is the id of an earlier step. Give this one another.");
        }

        return playbook;
    }

    private static StepPlan Step(ObjectReader from)
    {
        var step = new StepPlan
        {
            Id = from.Id("id", Limits.IdMinLength, Limits.IdMaxLength),
            Name = from.Text("name", 1, Limits.StepNameLength),
            Text = from.Text("text", 0, Limits.StepTextLength, orElse: ""),
            Seconds = from.Number("seconds", 0, Limits.StepSeconds, orElse: 0),
            Strict = from.Truth("strict"),
            Exposure = from.OneOf<Exposure>("exposure", Exposure.All),
            Sealed = from.Truth("sealed"),
            Tools = from.Some<StepTool>("tools"),
            ReadyCheck = from.Truth("readyCheck"),
            Vote = from.Has("vote") ? Vote(from.Object("vote")) : VotePlan.None,
        };
        from.Done();
        return step;
    }

    private static VotePlan Vote(ObjectReader from)
    {
        var vote = new VotePlan
        {
            Method = from.OneOf<VoteMethod>("method"),
            Budget = from.Number("budget", 0, Limits.VoteBudget, orElse: 0),
            PerOption = from.Number("perOption", 0, Limits.VoteBudget, orElse: 0),
            Options = from.OneOf<VoteOptions>("options", VoteOptions.Ideas),
            Top = from.Number("top", 0, Limits.IdeasPerBoard, orElse: 0),
            Segments = from.Texts("segments", Limits.SegmentsPerVote, Limits.SegmentLength),
            TieBreak = from.OneOf<TieBreak>("tieBreak", TieBreak.Shared),
            Live = from.Truth("live"),
        };
        from.Done();
        return vote;
    }

    private static PlaybookReading Refused(string path, string code, string text) => new(null, [new PlaybookFinding(path, FindingSeverity.Error, code, text)]);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
