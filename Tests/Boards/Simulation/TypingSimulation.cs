using CoCreate.Boards;
using CoCreate.Texts;

namespace CoCreate.Tests.Boards.Simulation;

/// <summary>Several people type in one body while messages are lost, doubled and reordered, appends fail, and the server is killed (R51, R52).</summary>
public sealed class TypingSimulation
{
    private const int Worlds = 6;
    private const int Steps = 1_200;
    private const string Idea = "idea-typed-00001";

    [Fact]
    public async Task R51_what_was_accepted_stands_in_the_text_once_for_everybody_whatever_dies_meanwhile()
    {
        foreach (var seed in LongRun.Seeds(Worlds))
        {
            var typists = new Typists(new Random(seed));
            await using var world = new SimulatedWorld(seed, typists.Next);
            await world.Begin(people: 5);
            await AddIdea(world);
            await world.Live(Steps);
            await world.Heal();

            var board = (await world.ReadDisk()).Aggregate(Board.Empty, BoardApplier.Apply);
            var text = board.Ideas[Idea].Record.Body;
            Assert.All(world.Clients, client => Assert.Equal(text, client.BodyOf(Idea)));
            var accepted = typists.Typed.Where(typed => typed.Client.Outcomes[typed.Number] is null).ToList();
            Assert.True(accepted.Count > 30, $"Seed {seed}: only {accepted.Count} of {typists.Typed.Count} were accepted: {string.Join(", ", typists.Typed.Select(typed => typed.Client.Outcomes[typed.Number]).Distinct())}.");
            foreach (var (client, number, mark) in typists.Typed)
            {
                var expected = client.Outcomes[number] is null ? 1 : 0;
                Assert.True(text.Split(mark).Length - 1 == expected, $"Seed {seed}: {mark} of {client.Client} was told {client.Outcomes[number]} and stands in: {text}");
            }
        }
    }

    private static async Task AddIdea(SimulatedWorld world)
    {
        while (true)
        {
            try
            {
                var reply = await world.Server.Board.Order("person-000000", new AddIdea(Idea, "", "", Colour.Sun, 0, 0, ""));
                Assert.True(reply.Refusal is null or RefusalCode.Exists, $"The idea was refused: {reply.Refusal}.");

                // Where the one batch that brings it is lost, nothing else would ever tell that there is something to type in.
                foreach (var client in world.Clients)
                {
                    await client.CatchUp(world.Server.Board);
                }

                return;
            }
            catch (Exception unknown) when (unknown is InvalidOperationException or CoCreate.Journals.JournalException)
            {
                // It may or may not have been added; adding it again is refused then.
            }
        }
    }

    /// <summary>Everybody inserts marks of their own into the text as they hold it, the next one when the last one is decided, as browsers do.</summary>
    private sealed class Typists(Random random)
    {
        private readonly Dictionary<SimulatedClient, long> _numbers = [];

        public List<(SimulatedClient Client, long Number, string Mark)> Typed { get; } = [];

        public ChangeIdeaBody? Next(SimulatedClient client)
        {
            if (!client.IsSettled || client.BodyOf(Idea) is not { } text || text.Length > Limits.BodyLength - 500)
            {
                return null;
            }

            var number = _numbers[client] = _numbers.GetValueOrDefault(client) + 1;
            var mark = $"<{Typed.Count}>";
            Typed.Add((client, number, mark));
            var at = random.Next(text.Length + 1);
            while (at > 0 && at < text.Length && text[at] != '<')
            {
                at++;
            }

            int[] sections = [.. Keep(at), 0, mark.Length, .. Keep(text.Length - at)];
            return new ChangeIdeaBody(Idea, client.Seq, new TextChange(sections, mark));
        }

        private static int[] Keep(int length) => length > 0 ? [length, -1] : [];
    }
}
