using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>The law of the view (R10, R11), proved over random histories: for every viewer, folding what they were sent gives their snapshot.</summary>
public sealed class ViewLaws
{
    private const int Histories = 150;
    private const int Orders = 250;

    /// <summary>R10: at every version, for everyone, for hosts and for every participant.</summary>
    [Fact]
    public void R10_folding_every_patch_gives_the_snapshot_for_every_viewer_at_every_version()
    {
        for (var seed = 1; seed <= LongRun.Times(Histories); seed++)
        {
            var history = new History(seed);
            history.Live(Orders);
            var viewers = history.People.Select(p => new Viewer(p)).Append(new Viewer("")).ToList();
            foreach (var (before, entry, after) in history.Steps)
            {
                var committed = BoardPublisher.Encode(before, after, entry, completes: true);
                foreach (var viewer in viewers)
                {
                    viewer.Fold(committed);
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

    /// <summary>R11: an invite goes to hosts alone, a ballot to its owner alone.</summary>
    [Fact]
    public void R11_no_patch_reaches_an_audience_that_may_not_see_its_record()
    {
        for (var seed = 1; seed <= LongRun.Times(Histories); seed++)
        {
            var history = new History(seed);
            history.Live(Orders);
            foreach (var (before, entry, after) in history.Steps)
            {
                foreach (var patch in BoardView.Patches(before, after, entry))
                {
                    var expected = patch.Kind switch
                    {
                        RecordKind.Invite or RecordKind.Door or RecordKind.Knock or RecordKind.Banned => AudienceKind.Hosts,
                        RecordKind.Mine or RecordKind.Ballot => AudienceKind.Participant,
                        _ => AudienceKind.Everyone,
                    };
                    Assert.True(expected == patch.Audience.Kind, $"Seed {seed}: {entry.Event} shows a {patch.Kind} to {patch.Audience}.");
                }
            }
        }
    }

    /// <summary>Somebody who holds all that they may see: hosts' records as long as they are host (they start again when that changes, as R19 says).</summary>
    private sealed class Viewer(string participant)
    {
        private readonly Store _everyone = new();
        private readonly Store _hosts = new();
        private readonly Store _own = new();

        public string Participant => participant;

        public void Fold(CommittedEvent committed)
        {
            _everyone.Fold(committed.Everyone);
            _hosts.Fold(committed.Hosts);
            foreach (var own in committed.Private.Where(p => p.Participant == participant))
            {
                _own.Fold(own.Patches);
            }
        }

        public bool Follows(Board board)
        {
            var snapshot = BoardPublisher.Snapshot(board, participant, privateOnly: false);
            return Same(_everyone, snapshot.Everyone) && Same(_hosts, snapshot.Hosts)
                && (!board.Members.ContainsKey(participant) || Same(_own, snapshot.Private));
        }

        private static bool Same(Store store, byte[] snapshot)
        {
            var fresh = new Store();
            fresh.Fold(snapshot);
            return fresh.Canonical() == store.Canonical();
        }
    }
}
