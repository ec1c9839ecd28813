using CoCreate.Boards;
using CoCreate.Web.Hub;
using CoCreate.Web.Transport;

namespace CoCreate.Web.Relay;

/// <summary>Spreads the ring's events over the viewers: to each from its own cursor, whole commands only, never more than one write outstanding.</summary>
internal sealed class FanOut : IDisposable
{
    /// <summary>Frames that one viewer is sent before the others have their turn.</summary>
    private const int FramesAtOnce = 4;

    private static readonly ReadOnlyMemory<byte> _resync = FrameEncoder.Message("resync", new ResyncMessage("behind"));
    private static readonly ReadOnlyMemory<byte> _removed = FrameEncoder.Message("bye", new ByeMessage(ByeReason.Removed, -1));

    private readonly Ring _ring;
    private readonly Viewers _viewers;
    private readonly RelayServices _services;
    private readonly Turns _turns;
    private readonly FrameCache _frames;
    private readonly ITimer _alarm;
    private long _hostsUpTo;
    private long _passed;
    private long _due;
    private long _arrived;
    private bool _isArmed;
    private long _delivered;
    private long _sent;

    public FanOut(Ring ring, Viewers viewers, Turns turns, RelayServices services)
    {
        _ring = ring;
        _viewers = viewers;
        _turns = turns;
        _services = services;
        _frames = new FrameCache(ring, services.Options.FrameBytes);
        _alarm = services.Clock.CreateTimer(_ => _turns.Post(Wake), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Notes for whom a new event holds more than what everyone sees.</summary>
    /// <param name="seq">Its seq.</param>
    public void Note(long seq)
    {
        var committed = _ring[seq];
        _frames.Clear();
        _arrived = _arrived == 0 ? _services.Clock.GetTimestamp() : _arrived;
        _hostsUpTo = committed.Hosts.Length > 0 ? seq : _hostsUpTo;
        foreach (var own in committed.Private)
        {
            foreach (var viewer in _viewers.Of(own.Participant))
            {
                viewer.OwnUpTo = seq;
            }
        }

        if (committed.Outcome is { } outcome && _viewers.OfClient(outcome.Client) is { } author)
        {
            Tell(author, new OutcomeMessage(outcome.Number, seq, outcome.Refusal));
        }

        foreach (var change in committed.Access)
        {
            Follow(change);
        }
    }

    /// <summary>Sees what of the ring a viewer that is about to join is the only one, or one of few, to get.</summary>
    public void Prepare(Viewer viewer)
    {
        for (var seq = viewer.Next; seq <= _ring.Head; seq++)
        {
            var committed = _ring[seq];
            viewer.OwnUpTo = FrameEncoder.OwnPatches(committed, viewer.Participant).Length > 0 ? seq : viewer.OwnUpTo;
            _hostsUpTo = committed.Hosts.Length > 0 ? Math.Max(seq, _hostsUpTo) : _hostsUpTo;
        }
    }

    /// <summary>Has every viewer start again.</summary>
    public void RestartAll()
    {
        _frames.Clear();
        (_hostsUpTo, _passed) = (0, _ring.Head);
        foreach (var viewer in _viewers.All.ToArray())
        {
            Resync(viewer);
        }
    }

    /// <summary>Spreads what is new, if it is time; otherwise sees to it that it will be.</summary>
    public void Flush()
    {
        if (_ring.Head == _passed)
        {
            return;
        }

        var now = _services.Clock.GetTimestamp();
        if (now >= _due)
        {
            Pass(now);
        }
        else if (!_isArmed)
        {
            _isArmed = true;
            var wait = Math.Ceiling(_services.Clock.GetElapsedTime(now, _due).TotalMilliseconds);
            _alarm.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Notes an outcome, to be told once the viewer has been brought to its seq (R25).</summary>
    public void Tell(Viewer viewer, OutcomeMessage outcome)
    {
        viewer.LastDecided = Math.Max(viewer.LastDecided, outcome.Number);
        (viewer.Outcomes ??= new List<OutcomeMessage>(2)).Add(outcome);
        if (outcome.Refusal is { } code)
        {
            _services.Meters.Refused(code);
        }
    }

    /// <summary>Sends a viewer what it has not been sent, as far as its connection takes it.</summary>
    public void Serve(Viewer viewer)
    {
        for (var i = 0; i < FramesAtOnce; i++)
        {
            if (!HasNews(viewer) || !viewer.Connection.Writer.IsFree(viewer.WhenFree) || !SendNext(viewer))
            {
                return;
            }
        }

        _turns.Post(() => Serve(viewer));
    }

    /// <summary>Has a viewer start again from a snapshot (R19).</summary>
    public void Resync(Viewer viewer)
    {
        if (viewer.State is ViewerState.Joining or ViewerState.Live)
        {
            _services.Meters.Resynced();
            viewer.IsAnswered |= viewer.State == ViewerState.Live;
            viewer.State = ViewerState.Resyncing;
            Serve(viewer);
        }
    }

    public void Dispose() => _alarm.Dispose();

    private static bool HasDueOutcomes(Viewer viewer) => viewer.Outcomes is { } outcomes && outcomes[0].Seq < viewer.Next;

    private bool HasNews(Viewer viewer) => viewer.State switch
    {
        ViewerState.Live => viewer.Next <= _ring.Head || HasDueOutcomes(viewer),
        ViewerState.Resyncing => viewer.IsAnswered,
        _ => false,
    };

    private bool SendNext(Viewer viewer)
    {
        if (viewer.State == ViewerState.Live && viewer.Next < _ring.First)
        {
            Resync(viewer);
            return false;
        }

        if (viewer.State == ViewerState.Resyncing)
        {
            viewer.State = viewer.Connection.Writer.TryWrite(_resync, viewer.WhenFree) ? ViewerState.Told : viewer.State;
            return false;
        }

        var to = viewer.Next > _ring.Head ? _ring.Head : _frames.EndFrom(viewer.Next);
        if (!viewer.Connection.Writer.TryWrite(FrameFor(viewer, to, out var told), viewer.WhenFree))
        {
            return false;
        }

        _delivered += to - viewer.Next + 1;
        _sent++;
        viewer.Next = to + 1;
        Forget(viewer, told);
        return true;
    }

    private ReadOnlyMemory<byte> FrameFor(Viewer viewer, long to, out int told)
    {
        told = viewer.Outcomes is null ? 0 : viewer.Outcomes.Count(outcome => outcome.Seq <= to);
        var changes = viewer.Next > to ? default : Changes(viewer, to);
        if (told == 0)
        {
            return changes;
        }

        var outcomes = FrameEncoder.Message("outcomes", viewer.Outcomes!.Where(outcome => outcome.Seq <= to).ToArray());
        return changes.IsEmpty ? outcomes : FrameEncoder.Join(changes, outcomes);
    }

    private ReadOnlyMemory<byte> Changes(Viewer viewer, long to)
    {
        if (viewer.IsOnlooker)
        {
            return _frames.Find(viewer.Next, to, FrameAudience.Onlookers);
        }

        var forHosts = viewer.IsHost && _hostsUpTo >= viewer.Next;
        return viewer.OwnUpTo >= viewer.Next
            ? FrameEncoder.Changes(_ring, viewer.Next, to, forHosts, viewer.Participant)
            : _frames.Find(viewer.Next, to, forHosts ? FrameAudience.Hosts : FrameAudience.Everyone);
    }

    private static void Forget(Viewer viewer, int told)
    {
        if (told > 0)
        {
            viewer.Outcomes!.RemoveAll(outcome => outcome.Seq < viewer.Next);
            viewer.Outcomes = viewer.Outcomes.Count == 0 ? null : viewer.Outcomes;
        }
    }

    private void Wake() => _isArmed = false;

    private void Pass(long start)
    {
        var all = _viewers.All;
        for (var i = 0; i < all.Count; i++)
        {
            Serve(all[i]);
        }

        _passed = _ring.Head;
        var clock = _services.Clock;
        var took = clock.GetElapsedTime(start);
        _due = start + (long)(Pacing.Tick(_services.Options, took).TotalSeconds * clock.TimestampFrequency);
        _services.Meters.Delivered(_delivered, _sent);
        _services.Meters.Lag(clock.GetElapsedTime(_arrived));
        (_delivered, _sent, _arrived) = (0, 0, 0);
    }

    /// <summary>Who is no longer on the board is dismissed (R39); whose role crosses the line between hosts and others sees other things from now on (R19).</summary>
    private void Follow(AccessChange change)
    {
        var isHost = change.Role?.RunsSession() ?? false;
        foreach (var viewer in _viewers.Of(change.Participant).ToArray())
        {
            if (change.Role is null)
            {
                _viewers.Remove(viewer);
                viewer.State = ViewerState.Gone;
                _ = viewer.Connection.Writer.Write(_removed);
                viewer.Connection.Close(CloseCode.Normal);
            }
            else if (viewer.IsHost != (isHost && !viewer.IsAsParticipant))
            {
                Resync(viewer);
            }
        }
    }
}
