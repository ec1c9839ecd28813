using System.Text.Json.Nodes;
using CoCreate.Boards;
using CoCreate.Playbooks;

namespace CoCreate.Tests.Playbooks;

/// <summary>The file format of playbooks: docs/PLAYBOOKS.md, docs/playbook.schema.json and the reader say the same.</summary>
public sealed class PlaybookFormatTests
{
    private static readonly JsonSchema _schema = new(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "playbook.schema.json")))!.AsObject());

    /// <summary>R160</summary>
    [Fact]
    public void R160_every_shipped_file_is_as_the_schema_says_and_named_after_its_id()
    {
        var files = Files();
        Assert.True(files.Count >= 17);
        foreach (var file in files)
        {
            Assert.Null(_schema.Problem(JsonNode.Parse(File.ReadAllText(file))));
            Assert.Empty(PlaybookReader.Read(File.ReadAllText(file)).Problems);
            Assert.True(ShippedPlaybooks.All.ContainsKey(Path.GetFileNameWithoutExtension(file)));
        }

        Assert.Equal(files.Count, ShippedPlaybooks.All.Count);
    }

    /// <summary>R160: whatever is done to a file, the reader takes what the schema takes.</summary>
    [Fact]
    public void R160_the_reader_takes_what_the_schema_takes_and_nothing_else()
    {
        var (taken, refused) = (0, 0);
        foreach (var seed in LongRun.Seeds(3000))
        {
            var random = new Random(seed);
            var playbook = JsonNode.Parse(File.ReadAllText(Files()[random.Next(Files().Count)]))!;
            for (var times = random.Next(3); times >= 0; times--)
            {
                Damage(random, playbook.AsObject());
            }

            var (read, problems) = PlaybookReader.Read(playbook.ToJsonString());
            var schema = _schema.Problem(playbook);
            var beyond = problems.Where(each => each.Code is not "twice" || !each.Path.EndsWith(".id", StringComparison.Ordinal)).Where(each => !each.Text.Contains("more than \"to\"", StringComparison.Ordinal)).ToList();

            // Blank texts are empty to people, and not to a schema.
            beyond.RemoveAll(each => schema is null && each.Code is "empty" or "wrongType" && problems.Count > 0 && IsBlank(playbook, each.Path));
            Assert.True((schema is null) == (beyond.Count == 0), $"Seed {seed}: the schema says {schema ?? "yes"}, the reader {(beyond.Count == 0 ? "yes" : $"{beyond[0].Path}: {beyond[0].Code}")}");
            (taken, refused) = read is null ? (taken, refused + 1) : (taken + 1, refused);
        }

        Assert.True(taken > 100 && refused > 100, $"{taken} taken, {refused} refused");
    }

    /// <summary>R160</summary>
    [Fact]
    public void R160_what_is_written_is_read_as_the_same()
    {
        foreach (var playbook in ShippedPlaybooks.All.Values)
        {
            var text = PlaybookWriter.Write(playbook);
            Assert.Null(_schema.Problem(JsonNode.Parse(text)));
            Assert.Equal(text, PlaybookWriter.Write(PlaybookReader.Read(text).Playbook!));
        }
    }

    /// <summary>R160: what the page for hosts shows can be run as it stands there, and it lists what comes with the server.</summary>
    [Fact]
    public void R160_the_page_for_hosts_has_an_example_that_can_be_read_and_names_every_shipped_playbook()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "PLAYBOOKS.md"));
        var example = page.Split("```json")[1].Split("```")[0];
        Assert.Null(_schema.Problem(JsonNode.Parse(example)));
        Assert.Empty(PlaybookCheck.Of(example));
        Assert.All(ShippedPlaybooks.All.Values, playbook => Assert.Contains($"| `{playbook.Id}` | {playbook.Title} |", page, StringComparison.Ordinal));
    }

    /// <summary>R161: a path and what to do.</summary>
    [Theory]
    [InlineData("$.title", "7", "title", "wrongType", "in quotes")]
    [InlineData("$.titel", "\"x\"", "titel", "unknownField", "no such field")]
    [InlineData("$.steps[1].seconds", "-1", "steps[1].seconds", "outOfRange", "whole number")]
    [InlineData("$.steps[1].seconds", "1.5", "steps[1].seconds", "outOfRange", "whole number")]
    [InlineData("$.steps[0].exposure", "\"secret\"", "steps[0].exposure", "unknown", "\"own\"")]
    [InlineData("$.steps[0].tools", "[\"ideas\",\"ideas\"]", "steps[0].tools[1]", "twice", "twice")]
    [InlineData("$.steps[0].id", "\"short\"", "steps[0].id", "badId", "10 to 32")]
    [InlineData("$.steps[1].id", "\"step-01-write-alone\"", "steps[1].id", "twice", "another")]
    [InlineData("$.steps[3].vote.method", "\"shouting\"", "steps[3].vote.method", "unknown", "\"dots\"")]
    [InlineData("$.steps", "[]", "steps", "empty", "1 to 60")]
    [InlineData("$.people.from", "41", "people.from", "outOfRange", "Turn them round")]
    [InlineData("$.people", "null", "people", "wrongType", "object")]
    public void R161_what_is_wrong_is_told_with_its_path_and_what_to_do(string at, string value, string path, string code, string says)
    {
        var playbook = Silent();
        Set(playbook, at, JsonNode.Parse(value));
        var problem = Assert.Single(PlaybookReader.Read(playbook.ToJsonString()).Problems);
        Assert.Equal((path, code, FindingSeverity.Error), (problem.Path, problem.Code, problem.Severity));
        Assert.Contains(says, problem.Text, StringComparison.Ordinal);
    }

    /// <summary>R161</summary>
    [Fact]
    public void R161_several_mistakes_are_told_at_once()
    {
        var playbook = Silent();
        playbook["title"] = "";
        playbook["minutes"] = 0;
        playbook.Remove("people");
        Assert.Equal(["minutes", "people", "title"], PlaybookReader.Read(playbook.ToJsonString()).Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    /// <summary>R161</summary>
    [Theory]
    [InlineData("{\"format\":\"cocreate.playbook/2\"}", "unknownVersion", "cocreate.playbook/1")]
    [InlineData("{\"format\":7}", "missing", "cocreate.playbook/1")]
    [InlineData("{}", "missing", "cocreate.playbook/1")]
    [InlineData("[]", "missing", "cocreate.playbook/1")]
    [InlineData("", "notJson", "line 1")]
    [InlineData("{\n \"format\": \"cocreate.playbook/1\",\n oops", "notJson", "line 3")]
    [InlineData("{\"format\":\"cocreate.playbook/1\",\"format\":\"cocreate.playbook/1\"}", "notJson", "twice")]
    public void R161_what_is_no_playbook_of_this_version_is_refused_with_a_sentence(string text, string code, string says)
    {
        var (playbook, problems) = PlaybookReader.Read(text);
        Assert.Null(playbook);
        Assert.Equal(code, Assert.Single(problems).Code);
        Assert.Contains(says, problems[0].Text, StringComparison.Ordinal);
    }

    /// <summary>R161: at the limit, and one past it.</summary>
    [Fact]
    public void R161_texts_lists_and_files_have_limits()
    {
        var most = Silent();
        most["title"] = new string('x', Limits.PlaybookTitleLength);
        most["charter"] = new string('x', Limits.BriefLength);
        most["when"] = new string('x', Limits.PlaybookTextLength);
        most["debrief"] = new JsonArray([.. Enumerable.Range(0, Limits.PlaybookQuestions).Select(_ => JsonValue.Create(new string('x', Limits.PlaybookQuestionLength)))]);
        most["steps"] = new JsonArray([.. Enumerable.Range(0, Limits.StepsPerAgenda).Select(at => new JsonObject { ["id"] = $"step-{at:d6}", ["name"] = new string('x', Limits.StepNameLength), ["text"] = new string('x', Limits.StepTextLength) })]);
        Assert.Empty(PlaybookReader.Read(most.ToJsonString()).Problems);

        foreach (var (path, value) in new (string, JsonNode)[]
        {
            ("$.title", new string('x', Limits.PlaybookTitleLength + 1)), ("$.charter", new string('x', Limits.BriefLength + 1)), ("$.when", new string('x', Limits.PlaybookTextLength + 1)),
            ("$.debrief[0]", new string('x', Limits.PlaybookQuestionLength + 1)), ("$.steps[0].name", new string('x', Limits.StepNameLength + 1)), ("$.steps[0].text", new string('x', Limits.StepTextLength + 1)),
            ("$.minutes", Limits.PlaybookMinutes + 1), ("$.steps[0].seconds", Limits.StepSeconds + 1),
        })
        {
            var over = most.DeepClone().AsObject();
            Set(over, path, value);
            Assert.Equal(path[2..], Assert.Single(PlaybookReader.Read(over.ToJsonString()).Problems).Path);
        }

        most["debrief"]!.AsArray().Add("one more");
        most["steps"]!.AsArray().Add(new JsonObject { ["id"] = "step-one-more", ["name"] = "x" });
        Assert.Equal(["debrief", "steps"], PlaybookReader.Read(most.ToJsonString()).Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        var file = Silent().ToJsonString();
        Assert.NotNull(PlaybookReader.Read(file + new string(' ', Limits.PlaybookBytes - System.Text.Encoding.UTF8.GetByteCount(file))).Playbook);
        Assert.Equal("tooLong", Assert.Single(PlaybookReader.Read(file + new string(' ', Limits.PlaybookBytes + 1 - System.Text.Encoding.UTF8.GetByteCount(file))).Problems).Code);
    }

    /// <summary>A shipped playbook as JSON, to be spoiled.</summary>
    internal static JsonObject Silent() => JsonNode.Parse(File.ReadAllText(Files().Single(file => file.EndsWith("silent-brainstorm.json", StringComparison.Ordinal))))!.AsObject();

    /// <summary>Sets the value at a path such as "$.steps[1].name".</summary>
    internal static void Set(JsonObject root, string path, JsonNode? value)
    {
        JsonNode at = root;
        string[] parts = [.. path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1)];
        foreach (var part in parts[..^1])
        {
            at = part[0] == '[' ? at[int.Parse(part[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!;
        }

        if (parts[^1][0] == '[')
        {
            at[int.Parse(parts[^1][1..^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            at[parts[^1]] = value;
        }
    }

    private static bool IsBlank(JsonNode root, string path)
    {
        JsonNode? at = root;
        foreach (var part in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            at = part[0] == '[' ? at![int.Parse(part[1..^1], System.Globalization.CultureInfo.InvariantCulture)] : at![part];
        }

        return at is JsonValue text && text.TryGetValue<string>(out var words) && words.Length > 0 && string.IsNullOrWhiteSpace(words);
    }

    /// <summary>Changes, removes or adds a field somewhere, in one of the ways in which people do.</summary>
    private static void Damage(Random random, JsonObject root)
    {
        var objects = new List<JsonObject> { root };
        objects.AddRange(root["steps"] is JsonArray steps ? steps.OfType<JsonObject>() : []);
        objects.AddRange(objects.Skip(1).Select(step => step["vote"]).OfType<JsonObject>().ToList());
        objects.AddRange(root["people"] is JsonObject people ? [people] : []);
        var one = objects[random.Next(objects.Count)];
        string[] names = [.. one.Select(field => field.Key), "strict", "sealed", "readyCheck", "live", "tieBreak", "segments", "other"];
        var name = names[random.Next(names.Length)];
        if (random.Next(4) == 0)
        {
            one.Remove(name);
            return;
        }

        one[name] = random.Next(15) switch
        {
            0 => null,
            1 => true,
            2 => random.Next(-2, 70),
            3 => 2.5,
            4 => "",
            5 => new string('x', random.Next(5, 2100)),
            6 => new JsonArray(),
            7 => new JsonArray("ideas", "comment"),
            8 => new JsonArray("ideas", "ideas"),
            9 => new JsonObject(),
            10 => "own",
            11 => "step-other-01",
            12 => new JsonArray(new JsonObject { ["id"] = "step-single-1", ["name"] = "Alone" }),
            13 => new JsonArray([.. Enumerable.Range(0, random.Next(1, 64)).Select(_ => JsonValue.Create("word"))]),
            _ => " ",
        };
    }

    private static List<string> Files() => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "Grains", "Playbooks", "Shipped"), "*.json").Order(StringComparer.Ordinal)];
}
