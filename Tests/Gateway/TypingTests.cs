using System.Text.Json;

namespace CoCreate.Tests.Gateway;

/// <summary>Several people type in one body over real connections (R50, R51).</summary>
public sealed class TypingTests
{
    private const string Idea = "idea-typed-00001";

    [Fact]
    public async Task R51_what_five_people_type_at_once_is_kept_and_everybody_sees_the_same()
    {
        await using var host = await GatewayHost.Start();
        await using var room = await Room.Open(host, guests: 4);
        await room.Tabs[0].Hub.Submit((1, Room.Idea(Idea)));
        await room.Tabs[0].FollowUntil(() => room.Tabs[0].Outcomes.ContainsKey(1));
        await Task.WhenAll(room.Tabs.Select(tab => tab.FollowTo(room.Tabs[0].Seq)));

        await Task.WhenAll(room.Tabs.Select((tab, at) => Type(tab, (char)('A' + at), marks: 60, new Random(at))));

        var last = room.Tabs.Max(tab => tab.Seq);
        await Task.WhenAll(room.Tabs.Select(tab => tab.FollowTo(last)));
        var text = room.Tabs[0].BodyOf(Idea);
        Assert.All(room.Tabs, tab => Assert.Equal(text, tab.BodyOf(Idea)));
        Assert.Equal(await room.Truth(room.Tabs[0]), room.Tabs[0].Canonical());
        for (var at = 0; at < room.Tabs.Count; at++)
        {
            Assert.All(Enumerable.Range(0, 60), mark => Assert.Equal(2, text.Split($"<{(char)('A' + at)}{mark}>").Length));
        }
    }

    /// <summary>Inserts marks between others' marks, in the text as the tab shows it, one after the other.</summary>
    private static async Task Type(BoardTab tab, char letter, int marks, Random random)
    {
        for (var i = 0; i < marks; i++)
        {
            var (text, mark, number) = (tab.BodyOf(Idea), $"<{letter}{i}>", tab.Last + 1);
            var places = Enumerable.Range(0, text.Length + 1).Where(at => at == text.Length || text[at] == '<').ToArray();
            var place = places[random.Next(places.Length)];
            object[] pieces = [.. Keep(place), new object[] { 0, mark }, .. Keep(text.Length - place)];
            await tab.Hub.Submit((number, $$"""{"type":"changeIdeaBody","id":"{{Idea}}","base":{{tab.Seq}},"changes":{{JsonSerializer.Serialize(pieces)}}}"""));
            await tab.FollowUntil(() => tab.Outcomes.ContainsKey(number));
            Assert.Null(tab.Outcomes[number]);
        }
    }

    private static object[] Keep(int length) => length > 0 ? [length] : [];
}
