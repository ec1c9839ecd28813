using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>The law of the view (R10, R11), proved over random histories: for every viewer, folding what they were sent gives their snapshot.</summary>
public sealed class ViewLaws
{
    private const int Histories = 100;
    private const int Orders = 250;

    /// <summary>R10: at every version, for everyone, for hosts and for every participant.</summary>
    [Fact]
    public void R10_folding_every_patch_gives_the_snapshot_for_every_viewer_at_every_version()
    {
        foreach (var seed in LongRun.Seeds(Histories))
        {
            var history = new History(seed);
            history.Live(Orders);
            var viewers = history.People.Select(p => new Viewer(p)).Append(new Viewer("")).ToList();
            foreach (var (before, entry, after) in history.Steps)
            {
                var committed = BoardPublisher.Encode(before, after, entry, completes: true);
                foreach (var viewer in viewers)
                {
                    viewer.Fold(committed, after);
                }

                // Every version of some viewer, and every viewer now and then.
                var seen = entry.Seq % 25 == 0 ? viewers : [viewers[(int)(entry.Seq % viewers.Count)]];
                foreach (var viewer in seen)
                {
                    Assert.True(viewer.Follows(after), $"Seed {seed}: '{viewer.Participant}' differs at version {entry.Seq} after {entry.Event}.");
                }
            }
        }
    }

    /// <summary>R11: an invite goes to hosts alone, a ballot and a seat to its owner alone.</summary>
    [Fact]
    public void R11_no_patch_reaches_an_audience_that_may_not_see_its_record()
    {
        foreach (var seed in LongRun.Seeds(Histories))
        {
            var history = new History(seed);
            history.Live(Orders);
            foreach (var (before, entry, after) in history.Steps)
            {
                foreach (var patch in BoardView.Patches(before, after, entry))
                {
                    var isRight = patch.Kind switch
                    {
                        RecordKind.Invite or RecordKind.Door or RecordKind.Knock or RecordKind.Banned or RecordKind.TimeRequest => patch.Audience.Kind == AudienceKind.Hosts,
                        RecordKind.Mine or RecordKind.Seat or RecordKind.Ballot => patch.Audience.Kind == AudienceKind.Participant,
                        RecordKind.Board or RecordKind.Person or RecordKind.Agenda or RecordKind.Phase or RecordKind.Ready or RecordKind.Vote => patch.Audience.Kind == AudienceKind.Everyone,
                        _ => true,
                    };
                    Assert.True(isRight, $"Seed {seed}: {entry.Event} shows a {patch.Kind} to {patch.Audience}.");
                }
            }
        }
    }

    /// <summary>R11: who sees what is said here a second time, from the events alone; nothing of a hidden thing, its id included, is in what anybody else is sent.</summary>
    [Fact]
    public void R11_nothing_that_a_step_hides_is_sent_to_anybody_who_may_not_see_it()
    {
        foreach (var seed in LongRun.Seeds(Histories / 3))
        {
            var history = new History((5 * seed) + 2 + (seed % 3));
            history.Live(Orders);

            var hidden = new HiddenThings();
            var viewers = history.People.Append(Table.Nobody).ToList();
            foreach (var (before, entry, after) in history.Steps)
            {
                var forbidden = hidden.After(before, entry, after);
                if (forbidden.Count == 0)
                {
                    continue;
                }

                var committed = BoardPublisher.Encode(before, after, entry, completes: true);
                var snapshot = BoardPublisher.Snapshot(after, "", privateOnly: false);
                foreach (var viewer in viewers)
                {
                    var isHost = after.Members.GetValueOrDefault(viewer) is { IsHost: true };
                    var sent = Text(committed.Everyone) + (isHost ? Text(committed.Hosts) : "") + string.Concat(committed.Private.Where(own => own.Participant == viewer).Select(own => Text(own.Patches)))
                        + Text(snapshot.Everyone) + (isHost ? Text(snapshot.Hosts) : "")
                        + (after.Members.ContainsKey(viewer) ? Text(PatchEncoder.Encode(BoardView.PrivateSnapshot(after, viewer).Where(patch => patch.Kind != RecordKind.Mine))) : "");
                    var leak = forbidden.FirstOrDefault(thing => !thing.Seers.Contains(viewer) && sent.Contains(thing.Id, StringComparison.Ordinal)).Id;
                    Assert.True(leak is null, $"Seed {seed}, version {entry.Seq}: {entry.Event} tells {viewer} of {leak}.");
                }
            }
        }
    }

    private static string Text(byte[] patches) => System.Text.Encoding.UTF8.GetString(patches);

    /// <summary>What is hidden, from whom: a second opinion, which knows events and not <c>Sight</c>.</summary>
    private sealed class HiddenThings
    {
        private readonly Dictionary<string, (string Author, string Segment)> _things = [];

        /// <summary>The hidden things with those who saw them before the event or see them after it.</summary>
        public List<(string Id, HashSet<string> Seers)> After(Board before, BoardEntry entry, Board after)
        {
            var id = entry.Event switch
            {
                IdeaAdded e => e.Id,
                GroupAdded e => e.Id,
                FrameAdded e => e.Id,
                NoteAdded e => e.Id,
                ImageAdded e => e.Id,
                StampAdded { On.Length: 0 } e => e.Id,
                _ => "",
            };
            var was = _things.Keys.ToDictionary(thing => thing, thing => SeersOf(before, thing));
            var exposure = ExposureOf(after);
            if (exposure >= Exposure.All)
            {
                _things.Clear();
            }
            else if (id.Length > 0)
            {
                _things[id] = (entry.Actor, after.Members[entry.Actor].Record.Segment);
            }

            return [.. _things.Keys.Select(thing => (thing, was.GetValueOrDefault(thing, []).Union(SeersOf(after, thing)).ToHashSet()))];
        }

        private static Exposure ExposureOf(Board board) =>
            board.Agenda.Phase is not { Revealed: false } phase ? Exposure.All : board.Agenda.Plan!.Steps.Single(step => step.Id == phase.Step).Exposure;

        private IEnumerable<string> SeersOf(Board board, string thing)
        {
            var (author, segment) = _things[thing];
            var sheet = board.Ideas.GetValueOrDefault(thing)?.Record.Sheet ?? board.Veil.Things.GetValueOrDefault(thing)?.Sheet ?? "";
            return ExposureOf(board) switch
            {
                Exposure.Sheet => board.Agenda.Sheets.Where(each => each.Key == sheet).Select(each => each.Value.Holder).Append(author),
                Exposure.Segment => board.Members.Values.Where(member => segment.Length > 0 && member.Record.Segment == segment).Select(member => member.Record.Id).Append(author),
                _ => [author],
            };
        }
    }

    /// <summary>Somebody who holds all that they may see. Who becomes a host or ceases to be one, comes or is removed, starts again, as R19 says.</summary>
    private sealed class Viewer(string participant)
    {
        private Store _store = new();
        private bool _isHere;
        private bool _isHost;

        public string Participant => participant;

        public void Fold(CommittedEvent committed, Board after)
        {
            var member = after.Members.GetValueOrDefault(participant);
            if (_isHere != member is not null || _isHost != member is { IsHost: true })
            {
                (_isHere, _isHost, _store) = (member is not null, member is { IsHost: true }, Fresh(after, member));
                return;
            }

            _store.Fold(committed.Everyone);
            _store.Fold(_isHost ? committed.Hosts : []);
            foreach (var own in committed.Private.Where(p => _isHere && p.Participant == participant))
            {
                _store.Fold(own.Patches);
            }
        }

        public bool Follows(Board board) => Fresh(board, board.Members.GetValueOrDefault(participant)).Canonical() == _store.Canonical();

        private Store Fresh(Board board, Member? member)
        {
            var snapshot = BoardPublisher.Snapshot(board, participant, privateOnly: false);
            var store = new Store();
            store.Fold(snapshot.Everyone);
            store.Fold(member is { IsHost: true } ? snapshot.Hosts : []);
            store.Fold(snapshot.Private);
            return store;
        }
    }
}
