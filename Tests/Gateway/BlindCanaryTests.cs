using System.Reflection;
using System.Text.RegularExpressions;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Gateway.Listening;
using CoCreate.Tests.Journals;
using CoCreate.Web.Hub;
using Microsoft.Extensions.Logging;
using static CoCreate.Tests.Gateway.Listening.Canaries;

namespace CoCreate.Tests.Gateway;

/// <summary>
/// R111, the canary: while somebody writes in a blind step, a participant, a host, an observer and a stranger ask the server for everything it has, in every way it can be asked, and hear everything it says.
/// What was written, how long it is, and the ids of what was added are in none of it; nor are they in logs, metrics and traces.
/// </summary>
/// <remarks>What there is to ask is found, not listed: all routes of the running server, all methods of the hub, all commands of browsers. A new one is asked like the others, or fails this test.</remarks>
public sealed partial class BlindCanaryTests
{
    /// <summary>What ends the hiding, and is not ordered by the host here; each is refused to anybody else.</summary>
    private static readonly Type[] _revealing = [typeof(Reveal), typeof(EndAgenda), typeof(BeginStep)];

    /// <summary>Alone; on a sheet that is somebody else's by turns; and within a segment, where one other hears it.</summary>
    [Theory]
    [InlineData("own")]
    [InlineData("sheet")]
    [InlineData("segment")]
    public async Task R111_nothing_written_in_a_blind_step_reaches_anybody_else_in_any_way_that_the_server_has(string exposure)
    {
        using var journal = new FaultyJournal(new MemoryJournal(), 5, FaultRates.Quiet, TimeProvider.System);
        using var told = new Told();
        await using var host = await GatewayHost.Start(new GatewaySetup { Journal = journal, Options = Stage.Framed, Logging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning).AddProvider(told) });
        var room = await Stage.Set(host, exposure);
        var others = new[] { room.Host, room.Bo, room.Watcher, room.Stranger, room.Onlooker }.Select(person => new Ear(person, room.Board)).ToList();
        foreach (var other in others)
        {
            await other.Listen();
        }

        // Everything that somebody can write, of which others are told the number of ideas.
        var ada = new Ear(room.Ada, room.Board);
        await ada.Listen();
        var alike = new Ear(room.Alike, room.Board);
        await alike.Listen();
        var file = await ada.Upload(Picture());
        await Write(ada, file);
        Assert.Contains(ada.Heard, text => text.Contains(Canary, StringComparison.Ordinal));

        // Who is of Ada's segment hears her where that is what the step shows, and nowhere else.
        if (exposure == "segment")
        {
            await alike.Until(text => text.Contains(Canary, StringComparison.Ordinal));
        }
        else
        {
            others.Add(alike);
        }

        // Groups are proposed to everybody, so that there must be none now; where there were, they would have come by the time that others have asked.
        await others[0].Order("""{"type":"proposeGroups","id":"proposal-one-01"}""");
        foreach (var other in others)
        {
            await other.Ask(host, []);
            await other.ComeBack();
        }

        // The board is loaded anew from its journal, and shown by another web process.
        journal.Next(JournalFault.UnknownLost);
        await ada.Order("""{"type":"changeProfile","name":"Ada again","colour":"sun"}""");
        await using var beside = await host.StartBeside();
        foreach (var other in others)
        {
            await other.ComeBack();
            var there = new Ear(other.Person.At(beside.Address), room.Board);
            await there.Listen();
            await there.Ask(beside, []);
            other.Add(there);
        }

        AssertSilent(others.SelectMany(other => other.Heard).Concat(told.Texts), ids: true);

        // Whoever guessed an id learns nothing by it: asking for it, and ordering everything about it.
        told.Clear();
        foreach (var other in others)
        {
            await other.Ask(host, [$"idea-{IdCanary}-1", file]);

            // Who says nothing for 10 s, while others ask, is taken for gone: they come back to order.
            await other.Listen();

            // A page of another site loses its connection with its first order (R169).
            await (other.Person == room.Onlooker ? Task.CompletedTask : other.OrderEverything($"idea-{IdCanary}-1", other == others[0] ? _revealing : []));
        }

        AssertSilent(others.SelectMany(other => other.Heard).Concat(told.Texts.Where(text => !text.Contains("/api/boards", StringComparison.Ordinal))), ids: false);
        var counts = others[1].Heard.SelectMany(text => HiddenCount().Matches(text)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains("2", counts);
        Assert.Contains(others[4].Heard, text => HiddenCount().IsMatch(text));

        // A sheet that is passed on is heard by who holds it now, and by nobody else.
        if (exposure == "sheet")
        {
            await PassOn(others);
        }

        // It ends as one change, and then everybody hears all of it: this test is not deaf.
        await others[0].Listen();
        await others[1].Listen();
        await others[0].Order("""{"type":"reveal"}""");
        await others[1].Until(text => text.Contains(Canary, StringComparison.Ordinal) && text.Contains($"idea-{IdCanary}-2", StringComparison.Ordinal));
        await others[4].Listen();
        Assert.Contains(others[4].Heard, text => text.Contains(Canary, StringComparison.Ordinal));
    }

    private static async Task PassOn(List<Ear> others)
    {
        var before = others.ToDictionary(other => other, other => other.Heard.Count());
        await others[0].Order("""{"type":"beginStep","id":"step-blind-0002"}""");
        List<Ear> Holders() => [.. others.Where(other => other.Heard.Skip(before[other]).Any(text => text.Contains(Canary, StringComparison.Ordinal)))];
        for (var tries = 0; Holders().Count == 0; tries++)
        {
            Assert.True(tries < 3_000, "Nobody got the sheet.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        foreach (var other in others)
        {
            await other.ComeBack();
        }

        AssertSilent(others.Except([Assert.Single(Holders())]).SelectMany(other => other.Heard.Skip(before[other])), ids: false);
    }

    /// <summary>Everything that the server offers over the hub is asked above: a new method has to be, too.</summary>
    [Fact]
    public void R111_every_method_of_the_hub_is_asked() => Assert.Equal(
        ["Join", "Present", "Submit"],
        typeof(BoardHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name).Order());

    /// <summary>Writes with everything there is to write with.</summary>
    private static async Task Write(Ear ada, string file)
    {
        var title = Words(TitleLength);
        var body = Words(BodyLength);
        await ada.Present($$$"""{"cursor":[1234.5,2],"selection":["idea-{{{IdCanary}}}-1"],"typing":"idea-{{{IdCanary}}}-1","drag":{"ids":["idea-{{{IdCanary}}}-1"],"dx":1,"dy":1},"caret":{"idea":"idea-{{{IdCanary}}}-1","seq":1,"anchor":{{{BodyLength}}},"head":{{{BodyLength}}}},"guide":null}""");
        string[] commands =
        [
            $$"""{"type":"addGroup","id":"group-{{IdCanary}}","title":"{{title}}","x":0,"y":0,"width":300,"height":300}""",
            $$"""{"type":"addIdea","id":"idea-{{IdCanary}}-1","title":"{{title}}","body":"{{body}}","colour":"sun","x":1,"y":2,"group":"group-{{IdCanary}}"}""",
            $$"""{"type":"addIdea","id":"idea-{{IdCanary}}-2","title":"","body":"","colour":"sky","x":1,"y":2,"group":""}""",
            $$"""{"type":"addIdea","id":"idea-{{IdCanary}}-3","title":"{{Canary}} removed","body":"","colour":"sky","x":1,"y":2,"group":""}""",
            $$"""{"type":"retitleIdea","id":"idea-{{IdCanary}}-2","title":"{{title}}"}""",
            $$"""{"type":"writeIdeaBody","id":"idea-{{IdCanary}}-2","body":"{{body}}"}""",
            $$"""{"type":"recolourIdea","id":"idea-{{IdCanary}}-2","colour":"mint"}""",
            $$"""{"type":"attachToIdea","id":"idea-{{IdCanary}}-2","file":"{{file}}","alt":"{{Canary}} alt"}""",
            $$"""{"type":"tagIdeas","ideas":["idea-{{IdCanary}}-1"],"tag":"{{Canary}}"}""",
            $$"""{"type":"addConnector","id":"line-{{IdCanary}}","from":"idea-{{IdCanary}}-1","to":"idea-{{IdCanary}}-2","label":"{{Canary}}"}""",
            $$"""{"type":"addFrame","id":"frame-{{IdCanary}}","title":"{{title}}","x":0,"y":0,"width":300,"height":300}""",
            $$"""{"type":"addNote","id":"note-{{IdCanary}}","text":"{{body}}","size":"large","x":0,"y":0,"width":300,"height":300}""",
            $$"""{"type":"writeThing","id":"note-{{IdCanary}}","text":"{{title}}"}""",
            $$"""{"type":"addImage","id":"image-{{IdCanary}}","file":"{{file}}","alt":"{{Canary}}","x":0,"y":0,"width":300,"height":300}""",
            $$"""{"type":"addStamp","id":"stamp-{{IdCanary}}","sign":"star","x":0,"y":0,"on":"idea-{{IdCanary}}-1"}""",
            $$"""{"type":"moveThings","moves":[{"id":"idea-{{IdCanary}}-1","x":7,"y":7}]}""",
            $$"""{"type":"addComment","id":"talk-{{IdCanary}}","idea":"idea-{{IdCanary}}-1","text":"{{title}}"}""",
            $$"""{"type":"editComment","id":"talk-{{IdCanary}}","text":"{{body[..1999]}}"}""",
            $$"""{"type":"addReaction","idea":"idea-{{IdCanary}}-1","reaction":"heart"}""",
            $$"""{"type":"castVote","idea":"idea-{{IdCanary}}-1","dots":2}""",
            $$"""{"type":"removeThings","ids":["idea-{{IdCanary}}-3"]}""",
            $$"""{"type":"takeBack","parts":[{"command":{"type":"retitleIdea","id":"idea-{{IdCanary}}-2","title":"{{Canary}} back"},"left":[],"hanging":-1}]}""",
        ];
        foreach (var command in commands)
        {
            await ada.Order(command);
            await ada.Present($$$"""{"cursor":null,"selection":["note-{{{IdCanary}}}"],"typing":"idea-{{{IdCanary}}}-2","drag":null,"caret":{"idea":"idea-{{{IdCanary}}}-2","seq":1,"anchor":{{{TitleLength}}},"head":1},"guide":{"view":null,"follow":"","laser":true,"lead":false}}""");
        }

        Assert.Empty(ada.Refusals);
    }

    [GeneratedRegex("\"hidden\":(\\d+)")]
    private static partial Regex HiddenCount();
}
