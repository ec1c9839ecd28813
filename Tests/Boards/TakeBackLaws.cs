using System.Text.Json.Nodes;
using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>R42: undo and redo, proved over random histories of several people with the server as the judge. One of them takes all their own steps back, the latest first.</summary>
public sealed class TakeBackLaws
{
    private const int Histories = 120;
    private const int Orders = 120;

    /// <summary>R42: what nobody else touched is as it was before; what somebody else changed is as they left it.</summary>
    [Fact]
    public void R42_taking_all_own_steps_back_leaves_what_others_changed_last_and_restores_the_rest()
    {
        var judged = 0;
        InEachRoom((seed, room) =>
        {
            room.TakeAllBack();
            foreach (var (unit, owner) in room.Units)
            {
                // What cannot be ordered any more cannot be had back: a group or a connector's end that somebody removed, a thing that somebody locked.
                // Nor can what lies before it, for steps are taken back one after the other.
                var cannotBe = room.LeftOnTheWay(unit).Append(owner.ByOthers).Any(way => BoardDecider.Decide(room.Board, Table.Ada, way, Table.Now).Refusal is not null);

                // A stamp on a thing goes where that goes, also when it is taken back.
                var isCarried = room.Board.Stamps.TryGetValue(unit.Id, out var stamp) && stamp.On.Length > 0;
                if (!owner.IsAmbiguous && !cannotBe && !isCarried && !room.WentByCount(unit.Id) && room.Find(unit) is { } now)
                {
                    if ((now is GroupIdeas grouped && room.WasRegrouped(unit.Id, grouped.Group)) || room.CameWith(unit, now))
                    {
                        continue;
                    }

                    judged++;
                    Assert.True(OwnStep.Same(owner.ByOthers, now), $"Seed {seed}: {unit.Kind} {unit.Id} should be {owner.ByOthers} and is {now}.");
                }
            }
        });
        Assert.True(judged > 20 * Histories, $"The rooms judged {judged} only.");
    }

    /// <summary>R42: what one added is gone unless others have made something of it, and what one removed is back.</summary>
    [Fact]
    public void R42_what_one_removed_is_back_and_what_one_added_alone_is_gone() => InEachRoom((seed, room) =>
    {
        room.TakeAllBack();
        foreach (var id in room.AddedAlone.Where(id => !room.IsHeldUp(id)))
        {
            Assert.False(room.Board.Ideas.ContainsKey(id) || room.Board.Groups.ContainsKey(id), $"Seed {seed}: {id} is still there.");
        }

        foreach (var id in room.RemovedByMe)
        {
            Assert.True(room.Board.Ideas.ContainsKey(id) || room.Board.Groups.ContainsKey(id), $"Seed {seed}: {id} is not back.");
        }
    });

    /// <summary>R42: redo after undo gives the same state again.</summary>
    [Fact]
    public void R42_doing_all_of_it_again_gives_the_same_board_again() => InEachRoom((seed, room) =>
    {
        var before = Content(room.Board);
        var undone = room.TakeAllBack();
        room.TakeBack(undone);
        var after = Content(room.Board);
        Assert.True(before == after, $"Seed {seed}:\n{string.Join('\n', before.Split('\n').Except(after.Split('\n')))}\nbecame\n{string.Join('\n', after.Split('\n').Except(before.Split('\n')))}");
    });

    /// <summary>What everyone sees. That a comment was edited stays so when the edit is taken back, a tag taken back and given again comes last, and a live tally is
    /// there from the first count on, even one of nothing.</summary>
    private static string Content(Board board)
    {
        var store = new Store();
        store.Fold(BoardPublisher.Snapshot(board, "", privateOnly: false).Everyone);
        foreach (var comment in store.All("comment"))
        {
            comment["edited"] = JsonValue.Create(false);
        }

        foreach (var vote in store.All("vote"))
        {
            vote["results"] = null;
        }

        foreach (var idea in store.All("idea"))
        {
            idea["tags"] = new JsonArray([.. idea["tags"]!.AsArray().Select(tag => (string)tag!).Order(StringComparer.Ordinal).Select(tag => JsonValue.Create(tag))]);
        }

        return store.Canonical();
    }

    private static void InEachRoom(Action<int, Room> check)
    {
        foreach (var seed in LongRun.Seeds(Histories))
        {
            var room = new Room(seed);
            room.Live(Orders);
            check(seed, room);
        }
    }

    /// <summary>One way in which a record can be changed: a setter of <see cref="OwnStep.Setters"/>.</summary>
    private readonly record struct Unit(RecordKind Kind, string Id, int Setter);

    /// <summary>Whose word counts for a unit.</summary>
    /// <param name="ByOthers">As it was before the one who takes back touched it, or as others left it last.</param>
    /// <param name="IsAmbiguous">Others gave it a value that the one who takes back had left in it too: then nobody can tell whose it is.</param>
    private sealed record Owner(ClientCommand ByOthers, bool IsAmbiguous);

    /// <summary>A board, three people and their steps. Nobody loses rights in it: what may be done when is another matter.</summary>
    private sealed class Room
    {
        private const string Me = Table.Ada;
        private readonly Random _random;
        private readonly RandomCommands _commands;
        private readonly List<OwnStep> _mine = [];
        private readonly Dictionary<Unit, List<ClientCommand>> _leftByMe = [];
        private readonly HashSet<string> _touchedByOthers = [];
        private readonly HashSet<string> _added = [];
        private readonly HashSet<(string Idea, string Group)> _addedInto = [];
        private readonly HashSet<string> _removed = [];
        private readonly HashSet<(string Idea, string Group)> _regrouped = [];
        private readonly HashSet<(string Idea, string Group)> _cameWith = [];
        private readonly HashSet<string> _wentByCount = [];

        public Room(int seed)
        {
            _random = new Random(seed);
            _commands = new RandomCommands(_random, moderates: false);
        }

        public Board Board { get; private set; } = Table.Laid;

        public Dictionary<Unit, Owner> Units { get; } = [];

        /// <summary>Ideas and groups that one added, that nobody else touched, and on which nothing of others hangs.</summary>
        public IEnumerable<string> AddedAlone => _added.Except(_touchedByOthers).Except(_removed);

        /// <summary>Ideas and groups that one removed, that were not added by oneself.</summary>
        public IEnumerable<string> RemovedByMe => _removed.Except(_added).Except(_touchedByOthers);

        public void Live(int orders)
        {
            for (var i = 0; i < orders; i++)
            {
                var actor = _random.Next(5) switch { 0 or 1 => Me, 2 => Table.Owner, 3 => Table.Bo, _ => Table.Host };
                var command = _commands.Next(Board);
                // A step of one's own does one thing to each record, and taking back is what is tried with it later.
                if ((command is TakeBack && actor == Me) || IsAboutRights(command))
                {
                    continue;
                }

                Note(actor, Order(actor, command));
            }
        }

        /// <summary>Takes all own steps back, the latest first, and gives what that changed, to be taken back in turn.</summary>
        public List<OwnStep> TakeAllBack() => TakeBack(_mine);

        public List<OwnStep> TakeBack(List<OwnStep> steps) =>
            [.. Enumerable.Reverse(steps).SelectMany(step => step.Inverse().Select(command => TakeBack(step, command))).Where(step => step.Changes.Count > 0)];

        /// <summary>Whether a connector or stamp of somebody else went to the bin with a group out of which they had taken as much as they hung on it: what is in a group and on it is counted, not named. While
        /// it is in the bin, nothing of it can be taken back.</summary>
        public bool WentByCount(string id) => _wentByCount.Contains(id);

        /// <summary>Whether somebody else brought back a group while an idea lay in the bin, or an idea while its group did: then the idea is in the group again, when both are back.</summary>
        public bool WasRegrouped(string idea, string group) => _regrouped.Contains((idea, group));

        /// <summary>Whether an idea is in a group that one's own step brought back with the idea in it, and of which others have made something since: what goes with a group stays with it. Or it is out of
        /// that group, for an earlier step had put it there too, and taking that one back finds it as it was left.</summary>
        public bool CameWith(Unit unit, ClientCommand now)
        {
            bool Came(string group) => _cameWith.Contains((unit.Id, group)) && _touchedByOthers.Contains(group);
            return now is GroupIdeas grouped ? Came(grouped.Group) : now is UngroupIdeas && LeftOnTheWay(unit).OfType<GroupIdeas>().Any(way => Came(way.Group));
        }

        /// <summary>Whether something that one added stays for the sake of what is in it or hangs on it, or because others have taken away what lies on its own way back: steps are taken back one after
        /// the other, so it never is again as it was left when it was added.</summary>
        public bool IsHeldUp(string id) =>
            WaysBack(id, _ => true).Any(IsGone)
            || (Board.Groups.TryGetValue(id, out var group) && group.Ideas.Any(idea => Stays(idea, id)))
            || Things.HangingOn(Board, id).Any(hanging => _touchedByOthers.Contains(hanging) || WaysBack(hanging, way => way is AttachConnector).Any(IsGone));

        /// <summary>Whether an idea stays in a group: it has no way back out of it, or it was added there and stays on the board, because others have made something of it or it is held up itself.</summary>
        private bool Stays(string idea, string group) =>
            WaysBack(idea, way => way is GroupIdeas or UngroupIdeas).Any(IsGone)
            || (_addedInto.Contains((idea, group)) && (_touchedByOthers.Contains(idea) || IsHeldUp(idea)));

        /// <summary>What a record has to become, one after the other, until it is as others left it, or as it was added.</summary>
        private IEnumerable<ClientCommand> WaysBack(string id, Func<ClientCommand, bool> wanted) =>
            _leftByMe.Keys.Where(unit => unit.Id == id).SelectMany(LeftOnTheWay).Concat(Units.Where(unit => unit.Key.Id == id).Select(unit => unit.Value.ByOthers)).Where(wanted);

        /// <summary>Whether something cannot be ordered any more because what it needs is gone, by others: what one added alone is there for as long as one's steps need it.</summary>
        private bool IsGone(ClientCommand way) => Needs(way).Except(AddedAlone).Any() && BoardDecider.Decide(Board, Me, way, Table.Now).Refusal is not null;

        private static string[] Needs(ClientCommand way) => way switch
        {
            GroupIdeas c => [c.Group],
            AttachConnector c => [c.From, c.To],
            _ => [],
        };

        /// <summary>How a unit is now, said as a command; null when its record is not there.</summary>
        public ClientCommand? Find(Unit unit)
        {
            BoardRecord? record = unit.Kind switch
            {
                RecordKind.Board => Board.Settings,
                RecordKind.Comment => Board.Comments.GetValueOrDefault(unit.Id),
                RecordKind.Mine or RecordKind.File => null,
                _ => Things.Find(Board, unit.Id),
            };
            return record is null ? null : OwnStep.Setters(record).ElementAt(unit.Setter);
        }

        /// <summary>What the one who takes back left in a unit before they left the last thing in it.</summary>
        public IEnumerable<ClientCommand> LeftOnTheWay(Unit unit) => _leftByMe.GetValueOrDefault(unit, []).SkipLast(1);

        /// <summary>Whether a command may change what people may do, by itself or in somebody's taking back, or empties the bin.</summary>
        private static bool IsAboutRights(ClientCommand? command) =>
            command is OpenSession or CloseSession or SetVoteBudget or AssignRole or RemoveParticipant or ChangeProfile or EmptyBin or LockThings
            || (command is TakeBack { Parts: { } parts } && Array.Exists(parts, part => IsAboutRights(part?.Command)));

        private OwnStep TakeBack(OwnStep step, TakeBack command)
        {
            var uncounted = command.Parts
                .Where(part => part is { Hanging: > 0, Command: RemoveThings { Ids: [var id] } } && Board.Groups.TryGetValue(id, out var group) && Things.HangingOn(Board, id).Count + group.Ideas.Count == part.Hanging)
                .SelectMany(part => Things.HangingOn(Board, ((RemoveThings)part.Command).Ids[0]))
                .Except(step.Changes.Select(change => change.Id))
                .ToList();
            var taken = Order(Me, command);
            _wentByCount.UnionWith(uncounted.Where(id => Things.Find(Board, id) is null));
            return taken;
        }

        private OwnStep Order(string actor, ClientCommand command)
        {
            var events = new List<(Board, BoardEntry, Board)>();
            foreach (var fact in BoardDecider.Decide(Board, actor, command, Table.Now).Events)
            {
                var entry = new BoardEntry(Board.Seq + 1, Table.Now, actor, "", 0, fact);
                var after = BoardApplier.Apply(Board, entry);
                events.Add((Board, entry, after));
                Board = after;
            }

            return OwnStep.Of(actor, events);
        }

        private void Note(string actor, OwnStep step)
        {
            if (actor == Me)
            {
                _mine.Add(step);
                var came = step.Changes.Where(change => change is { Kind: RecordKind.Group, IsAddition: true }).Select(change => change.Id).ToHashSet();
                _cameWith.UnionWith(step.Changes.Select(change => change.After).OfType<IdeaRecord>().Where(idea => came.Contains(idea.Group)).Select(idea => (idea.Id, idea.Group)));
            }

            foreach (var change in step.Changes)
            {
                NoteExistence(actor, change);
                NoteUnits(actor, change);
            }
        }

        private void NoteExistence(string actor, OwnChange change)
        {
            if (actor != Me)
            {
                // Somebody else's hand on it, or something of theirs that hangs on it.
                _touchedByOthers.Add(change.Id);
                _touchedByOthers.UnionWith(ThingsBehind(change));
                if (change is { Kind: RecordKind.Group, IsAddition: true })
                {
                    _regrouped.UnionWith(_removed.Where(id => !Board.Ideas.ContainsKey(id)).Select(id => (id, change.Id)));
                }
                else if (change is { Kind: RecordKind.Idea, IsAddition: true })
                {
                    _regrouped.UnionWith(Board.Bin.Items.Values.Where(item => item.What.Ideas.Contains(change.Id)).Select(item => (change.Id, item.What.Id)));
                }
            }
            else if (change.Kind is RecordKind.Idea or RecordKind.Group)
            {
                _ = change.IsAddition && !_removed.Contains(change.Id) ? _added.Add(change.Id) : change.IsRemoval && _removed.Add(change.Id);
                if (change is { IsAddition: true, After: IdeaRecord { Group.Length: > 0 } idea })
                {
                    _addedInto.Add((idea.Id, idea.Group));
                }
            }
        }

        private static IEnumerable<string> ThingsBehind(OwnChange change) => new[] { change.Before, change.After }.SelectMany(record => record switch
        {
            CommentRecord r => [r.Idea],
            ConnectorRecord r => [r.From, r.To],
            StampRecord r => [r.On],
            IdeaRecord r => [r.Group],
            _ => Array.Empty<string>(),
        });

        private void NoteUnits(string actor, OwnChange change)
        {
            var before = change.Before is null ? [] : OwnStep.Setters(change.Before).ToList();
            var after = change.After is null ? [] : OwnStep.Setters(change.After).ToList();
            for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
            {
                var unit = new Unit(change.Kind, change.Id, i);
                if (i < before.Count && i < after.Count && OwnStep.Same(before[i], after[i]))
                {
                    continue;
                }

                if (actor == Me)
                {
                    NoteMine(unit, i < before.Count ? before[i] : null, i < after.Count ? after[i] : null);
                }
                else if (i < after.Count)
                {
                    var left = _leftByMe.GetValueOrDefault(unit, []);
                    var ambiguous = left.Exists(mine => OwnStep.Same(mine, after[i])) || (Units.TryGetValue(unit, out var known) && known.IsAmbiguous);
                    Units[unit] = new Owner(after[i], ambiguous);
                }
            }
        }

        private void NoteMine(Unit unit, ClientCommand? before, ClientCommand? after)
        {
            if (before is not null && !Units.ContainsKey(unit))
            {
                Units[unit] = new Owner(before, IsAmbiguous: false);
            }

            if (after is not null)
            {
                (_leftByMe.TryGetValue(unit, out var left) ? left : _leftByMe[unit] = []).Add(after);
            }
        }
    }
}
