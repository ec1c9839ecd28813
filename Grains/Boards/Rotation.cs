namespace CoCreate.Boards;

/// <summary>Passes the sheets of a brainwriting on. Pure. Nobody gets their own sheet; nobody gets one that they had while there is another; the sheets that the fewest have had go first, so that
/// each is had by as many as the others, within one.</summary>
/// <remarks>Each round is a matching of sheets with people: augmenting paths (Kuhn 1955, Berge 1957), begun from the sheets that the fewest have had. A sheet that has a holder in the matching keeps
/// one, so the first ones win; and a greatest matching leaves nobody without a sheet who could have one. While the people stay the same, those who have not had a sheet form a regular bipartite graph with
/// the sheets, which has a perfect matching (Kőnig 1916): after r rounds everybody has had r sheets, and each sheet r people.</remarks>
internal static class Rotation
{
    /// <summary>A sheet: whose it is, and who had it so far.</summary>
    public readonly record struct Sheet(string Id, string Owner, IReadOnlySet<string> Held);

    /// <summary>Who holds which sheet in the next round: people by the sheet's id. A sheet without a holder is not in it.</summary>
    /// <param name="sheets">The sheets.</param>
    /// <param name="people">Those who are to hold one each, each once.</param>
    public static IReadOnlyDictionary<string, string> Deal(IReadOnlyList<Sheet> sheets, IReadOnlyList<string> people)
    {
        var matching = new Matching(sheets, people);
        var byNeed = Enumerable.Range(0, sheets.Count).OrderBy(at => sheets[at].Held.Count).ThenBy(at => sheets[at].Id, StringComparer.Ordinal).ToList();
        foreach (var onlyFresh in new[] { true, false })
        {
            foreach (var sheet in byNeed)
            {
                matching.TryGive(sheet, onlyFresh);
            }
        }

        return matching.Holders();
    }

    private sealed class Matching(IReadOnlyList<Sheet> sheets, IReadOnlyList<string> people)
    {
        private readonly int[] _sheetOf = [.. people.Select(_ => -1)];
        private readonly int[] _holderOf = [.. sheets.Select(_ => -1)];

        public Dictionary<string, string> Holders() => Enumerable.Range(0, sheets.Count)
            .Where(sheet => _holderOf[sheet] >= 0)
            .ToDictionary(sheet => sheets[sheet].Id, sheet => people[_holderOf[sheet]]);

        /// <summary>Finds a holder for a sheet, where others that have one may get another one instead.</summary>
        public void TryGive(int sheet, bool onlyFresh)
        {
            if (_holderOf[sheet] < 0)
            {
                Augment(sheet, onlyFresh, new bool[people.Count]);
            }
        }

        /// <summary>Breadth first, so that no path is longer than it must be and the depth of a large room is no matter.</summary>
        private void Augment(int start, bool onlyFresh, bool[] seen)
        {
            var from = new int[people.Count];
            var waiting = new Queue<int>([start]);
            while (waiting.TryDequeue(out var sheet))
            {
                for (var step = 1; step <= people.Count; step++)
                {
                    var person = (sheet + step) % people.Count;
                    if (seen[person] || !MayHold(sheet, person, onlyFresh))
                    {
                        continue;
                    }

                    (seen[person], from[person]) = (true, sheet);
                    if (_sheetOf[person] < 0)
                    {
                        Turn(person, from);
                        return;
                    }

                    waiting.Enqueue(_sheetOf[person]);
                }
            }
        }

        private void Turn(int person, int[] from)
        {
            while (person >= 0)
            {
                var sheet = from[person];
                var next = _holderOf[sheet];
                (_holderOf[sheet], _sheetOf[person]) = (person, sheet);
                person = next;
            }
        }

        private bool MayHold(int sheet, int person, bool onlyFresh) =>
            sheets[sheet].Owner != people[person] && !(onlyFresh && sheets[sheet].Held.Contains(people[person]));
    }
}
