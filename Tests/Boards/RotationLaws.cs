using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>The laws of passing sheets on (R109), over thousands of seeded brainwritings in which people come and go.</summary>
public sealed class RotationLaws
{
    private const int Seeds = 4_000;

    /// <summary>R109</summary>
    [Fact]
    public void R109_nobody_holds_their_own_sheet_or_two_and_nobody_goes_without_who_could_have_one()
    {
        foreach (var seed in LongRun.Seeds(Seeds))
        {
            var story = new Story(seed);
            for (var round = 1; round <= 12; round++)
            {
                story.Mingle();
                var dealt = story.Deal();
                Assert.True(dealt.Values.Distinct().Count() == dealt.Count, $"Seed {seed}, round {round}: somebody holds two sheets.");
                Assert.True(dealt.All(each => story.OwnerOf(each.Key) != each.Value), $"Seed {seed}, round {round}: somebody holds their own.");
                var most = story.People.Count == 1 && story.Sheets.All(sheet => sheet.Owner == story.People[0]) ? 0 : story.People.Count;
                Assert.True(dealt.Count == most, $"Seed {seed}, round {round}: {dealt.Count} of {story.People.Count} hold a sheet.");
            }
        }
    }

    /// <summary>R109: as long as nobody comes or goes, each sheet is had by as many as any other after each round, and each person has had as many sheets, none twice.</summary>
    [Fact]
    public void R109_while_the_people_stay_the_same_exposure_is_equal_after_every_round()
    {
        for (var people = 2; people <= 40; people++)
        {
            var story = new Story(people, people);
            for (var round = 1; round < people; round++)
            {
                story.Deal();
                Assert.All(story.Sheets, sheet => Assert.Equal(round, sheet.Held.Count));
            }

            // Everybody has had every other sheet: from now on they come round again, and nobody goes without.
            Assert.Equal(people, story.Deal().Count);
        }
    }

    /// <summary>R109: a sheet goes without a new reader only where all who could be one have got sheets that no more people had before.</summary>
    /// <remarks>Where those who are left can read too few of the sheets, nobody could keep exposures within one; then this is all that can be asked.</remarks>
    [Fact]
    public void R109_when_people_leave_the_sheets_that_the_fewest_have_had_go_first()
    {
        foreach (var seed in LongRun.Seeds(Seeds))
        {
            var story = new Story(seed, 3 + (seed % 9));
            for (var round = 1; round <= 10; round++)
            {
                story.Leave();
                var before = story.Sheets.ToDictionary(sheet => sheet.Id, sheet => sheet with { Held = sheet.Held.ToHashSet() });
                var dealt = story.Deal();
                Assert.True(GoFairly(story.Known(before), dealt, story.People), $"Seed {seed}, round {round}: a sheet that fewer have had was passed over.");
            }
        }
    }

    private static bool GoFairly(Dictionary<string, Rotation.Sheet> sheets, IReadOnlyDictionary<string, string> dealt, List<string> people)
    {
        // With somebody who gets a sheet again, others may have changed theirs to make room.
        if (dealt.Any(each => sheets[each.Key].Held.Contains(each.Value)))
        {
            return true;
        }

        var given = dealt.ToDictionary(each => each.Value, each => sheets[each.Key].Held.Count);
        return sheets.Values.Where(sheet => !dealt.ContainsKey(sheet.Id)).All(passed =>
            people.Where(person => person != passed.Owner && !passed.Held.Contains(person)).All(person => given.TryGetValue(person, out var had) && had <= passed.Held.Count));
    }

    [Fact]
    public void One_person_alone_holds_nothing_and_two_swap()
    {
        Assert.Empty(Rotation.Deal([new Rotation.Sheet("s", "ada", Things.None)], ["ada"]));
        Assert.Empty(Rotation.Deal([], []));
        var two = Rotation.Deal([new Rotation.Sheet("s", "ada", Things.None), new Rotation.Sheet("t", "bo", Things.None)], ["ada", "bo"]);
        Assert.Equal(("bo", "ada"), (two["s"], two["t"]));
        Assert.Equal("bo", Rotation.Deal([new Rotation.Sheet("s", "ada", Things.None)], ["bo"])["s"]);
    }

    private sealed class Story(int seed, int people = -1)
    {
        private readonly Random _random = new(seed);
        private readonly Dictionary<string, (string Owner, HashSet<string> Held)> _sheets = [];
        private readonly List<string> _people = [.. Enumerable.Range(0, people < 0 ? new Random(seed).Next(1, 9) : people).Select(i => $"person-{i:d4}")];
        private int _named = 100;

        public List<string> People => _people;

        public List<Rotation.Sheet> Sheets => [.. _sheets.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new Rotation.Sheet(each.Key, each.Value.Owner, each.Value.Held))];

        /// <summary>The sheets as they were, with those that came since: nobody had them.</summary>
        public Dictionary<string, Rotation.Sheet> Known(Dictionary<string, Rotation.Sheet> before) =>
            Sheets.ToDictionary(sheet => sheet.Id, sheet => before.GetValueOrDefault(sheet.Id, sheet with { Held = new HashSet<string>() }));

        public string OwnerOf(string sheet) => _sheets[sheet].Owner;

        public void Mingle()
        {
            if (_random.Next(3) == 0)
            {
                _people.Add($"person-{_named++:d4}");
            }

            Leave();
        }

        public void Leave()
        {
            if (_random.Next(4) == 0 && _people.Count > 1)
            {
                _people.RemoveAt(_random.Next(_people.Count));
            }
        }

        public IReadOnlyDictionary<string, string> Deal()
        {
            foreach (var person in _people.Where(person => _sheets.Values.All(sheet => sheet.Owner != person)))
            {
                _sheets[$"sheet-{_random.Next(10_000):d4}-{_sheets.Count:d3}"] = (person, []);
            }

            var dealt = Rotation.Deal(Sheets, _people);
            foreach (var (sheet, holder) in dealt)
            {
                _sheets[sheet].Held.Add(holder);
            }

            return dealt;
        }
    }
}
