using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoCreate.Boards;
using CoCreate.Web.Http;
using CoCreate.Web.Hub;

namespace CoCreate.Tests.Wire;

/// <summary>Files that C# and TypeScript both read: what one side writes, the other side understands in the same way.
/// The other half of these tests is WebClient/App/src/wire.test.ts.</summary>
public sealed class GoldenTests
{
    private const string Folder = "Tests/Wire/golden";
    private const int Seed = 20_261_121;
    private const int SamplesEach = 4;

    private static readonly Type[] Messages =
    [
        typeof(JoinRequest), typeof(JoinAnswer), typeof(Changes), typeof(OutcomeMessage), typeof(RetryMessage), typeof(PresenceUpdate),
        typeof(PresenceFrame), typeof(ResyncMessage), typeof(ByeMessage), typeof(MadeBoard), typeof(LookAnswer), typeof(Entered), typeof(MeAnswer),
        typeof(InviteLink), typeof(HereAnswer),
    ];

    [Fact]
    public void Commands_are_written_as_the_golden_file_says() =>
        WireFiles.AssertUpToDate($"{Folder}/commands.json", Lines(WireTypes.Commands.SelectMany(command => Samples(command.Type, typeof(ClientCommand)))));

    [Fact]
    public void Messages_are_written_as_the_golden_file_says() =>
        WireFiles.AssertUpToDate($"{Folder}/messages.json", Lines(Messages.SelectMany(type => Samples(type, type).Select(json => $$"""{"{{type.Name}}":{{json}}}"""))));

    [Fact]
    public void R6_patches_are_written_as_the_golden_file_says() =>
        WireFiles.AssertUpToDate($"{Folder}/patches.json", Lines(Enum.GetValues<RecordKind>().SelectMany(PatchesOf)));

    [Fact]
    public void The_shapes_of_messages_are_as_the_golden_file_says() => WireFiles.AssertUpToDate($"{Folder}/shapes.json", WireTypes.WriteShapes());

    [Fact]
    public void Boards_live_as_the_golden_file_says() =>
        WireFiles.AssertUpToDate($"{Folder}/histories.json", Lines(Enumerable.Range(Seed, 3).SelectMany(seed => GoldenHistory.Write(seed, WireJson.Options))));

    [Fact]
    public void Commands_that_a_browser_wrote_are_read_and_say_the_same_when_written_again()
    {
        foreach (var line in JsonNode.Parse(WireFiles.Read($"{Folder}/from-browser.json"))!.AsArray())
        {
            var command = line.Deserialize<ClientCommand>(WireJson.Options)!;
            Assert.True(JsonNode.DeepEquals(line, JsonSerializer.SerializeToNode(command, WireJson.Options)), line!.ToJsonString());
        }
    }

    [Fact]
    public void A_browser_writes_every_command()
    {
        var written = JsonNode.Parse(WireFiles.Read($"{Folder}/from-browser.json"))!.AsArray().Select(line => (string)line!["type"]!);
        Assert.Equal(WireTypes.Commands.Select(command => command.Name).Order(), written.Distinct().Order());
    }

    private static IEnumerable<string> Samples(Type type, Type writtenAs)
    {
        var samples = new WireSamples(new Random(Seed));
        return Enumerable.Range(0, SamplesEach).Select(_ => JsonSerializer.Serialize(samples.Of(type), writtenAs, WireJson.Options));
    }

    private static IEnumerable<string> PatchesOf(RecordKind kind)
    {
        var samples = new WireSamples(new Random(Seed));
        var type = WireTypes.RecordOf(kind);
        for (var at = 0; at < SamplesEach; at++)
        {
            var before = (BoardRecord)samples.Of(type) with { Id = "record-0001" };
            var after = (BoardRecord)samples.Of(type) with { Id = "record-0001" };
            Patch[] patches = [new(Audience.Everyone, kind, null, before), new(Audience.Everyone, kind, before, after), new(Audience.Everyone, kind, after, null)];
            yield return $$"""{"before":{{Written(before)}},"after":{{Written(after)}},"patches":[{{Encoding.UTF8.GetString(PatchEncoder.Encode(patches))}}]}""";
        }
    }

    private static string Written(BoardRecord record) => JsonSerializer.Serialize(record, record.GetType(), WireJson.Options);

    private static string Lines(IEnumerable<string> items) => $"[\n{string.Join(",\n", items)}\n]\n";
}
