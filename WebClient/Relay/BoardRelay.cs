using CoCreate.Boards;
using CoCreate.Web.Hub;
using CoCreate.Web.Transport;

namespace CoCreate.Web.Relay;

/// <summary>Shows one board to the browsers of this process: hears what it commits, keeps the recent part, and brings each viewer to the newest version.</summary>
/// <remarks>The grain's calls only enqueue. Everything else happens on turns, one at a time, so nothing here is locked.</remarks>
internal sealed class BoardRelay : IBoardObserver, IFeedListener, IDisposable
{
    /// <summary>A join looks this far behind what it needs, so that others who come back at the same time find it there.</summary>
    private const long BackMargin = 256;

    private readonly IBoardGrain _grain;
    private readonly RelayServices _services;
    private readonly Turns _turns;
    private readonly Ring _ring;
    private readonly Viewers _viewers = new();
    private readonly BoardFeed _feed;
    private readonly FanOut _fanOut;
    private readonly PresenceDesk _presence;
    private readonly SemaphoreSlim _oneFill = new(1);
    private readonly ITimer _renewal;
    private readonly IBoardObserver _reference;
    private readonly Action<BoardRelay> _ended;
    private readonly Action<Viewer> _whenFree;
    private long _head;
    private long _emptySince;

    /// <summary>Starts showing a board.</summary>
    /// <param name="board">The board's id.</param>
    /// <param name="services">What relays share.</param>
    /// <param name="ended">Called when this relay is of no more use.</param>
    public BoardRelay(string board, RelayServices services, Action<BoardRelay> ended)
    {
        Board = board;
        _services = services;
        _ended = ended;
        _grain = services.Grains.GetGrain<IBoardGrain>(board);
        _turns = new Turns(AfterBurst, Failed);
        _ring = new Ring(services.Options.RingEvents, services.Options.RingBytes);
        _reference = services.Grains.CreateObjectReference<IBoardObserver>(this);
        _feed = new BoardFeed(_grain, _reference, _turns, _ring, this, services);
        _fanOut = new FanOut(_ring, _viewers, _turns, services);
        _presence = new PresenceDesk(board, _grain, _viewers, _turns, services);
        _whenFree = viewer => _turns.Post(() => Freed(viewer));
        _emptySince = services.Clock.GetTimestamp();
        _renewal = services.Clock.CreateTimer(_ => _turns.Post(Renew), null, services.Options.RenewEvery, services.Options.RenewEvery);
        Snapshots = new SnapshotCache(_grain, this, services.Clock);
    }

    /// <summary>The board's id.</summary>
    public string Board { get; }

    /// <summary>Snapshots of this board.</summary>
    public SnapshotCache Snapshots { get; }

    public Task Committed(CommittedBatch batch)
    {
        _turns.Post(() => _feed.Offer(batch));
        return Task.CompletedTask;
    }

    public Task Moved()
    {
        _turns.Post(_feed.Renew);
        return Task.CompletedTask;
    }

    public Task Whispered(string from, byte[] presence)
    {
        _turns.Post(() => _presence.Hear(from, presence));
        return Task.CompletedTask;
    }

    /// <summary>Joins or resumes: the one path (R13 to R18).</summary>
    /// <param name="connection">The connection that asks.</param>
    /// <param name="request">What it has.</param>
    /// <returns>The answer, and the viewer when it is live.</returns>
    public async Task<(JoinAnswer Answer, Viewer? Viewer)> Join(BrowserConnection connection, JoinRequest request)
    {
        if (Interlocked.Read(ref _head) == 0)
        {
            await Reach(request.Epoch, request.Seq);
        }

        // Whoever's role changes between the two looks below is seen in the ring, after this version.
        var before = Interlocked.Read(ref _head);
        var (member, progress) = (_grain.FindMember(connection.Participant), _grain.FindClient(connection.Participant, request.Client));
        if (await member is not { } me)
        {
            return (JoinAnswers.Refuse(JoinStatus.NotMember), null);
        }

        if ((await progress).Taken)
        {
            return (JoinAnswers.Refuse(JoinStatus.ClientTaken), null);
        }

        await Reach(request.Epoch, request.Seq);
        await Fill(request.Epoch, request.Seq);
        var joining = new Joining(new Viewer(connection, request.Client, _whenFree), request, me, await progress, before);
        return await _turns.Run(() => Admit(joining));
    }

    /// <summary>The join's answer has left: changes may follow it.</summary>
    public void Activate(Viewer viewer) => _turns.Post(() =>
    {
        viewer.IsAnswered = true;
        viewer.State = viewer.State == ViewerState.Joining ? ViewerState.Live : viewer.State;
        _fanOut.Serve(viewer);
        _presence.CatchUp(viewer);
    });

    /// <summary>A viewer left, or joins something else.</summary>
    public void Leave(Viewer viewer) => _turns.Post(() =>
    {
        viewer.State = ViewerState.Gone;
        _viewers.Remove(viewer);
        _presence.Remove(viewer);
        _emptySince = _services.Clock.GetTimestamp();
    });

    /// <summary>Where somebody is and what they do; the last word counts (R31).</summary>
    public void Present(Viewer viewer, PresenceUpdate update) => _turns.Post(() =>
    {
        if (viewer.State != ViewerState.Gone)
        {
            _presence.Put(viewer, update);
        }
    });

    /// <summary>A submission was answered: outcomes known from before are told when the viewer has come to the version of the answer.</summary>
    public void Answered(Viewer viewer, SubmitReply reply) => _turns.Post(() =>
    {
        foreach (var outcome in reply.Resent)
        {
            _fanOut.Tell(viewer, new OutcomeMessage(outcome.Number, reply.Seq, outcome.Refusal));
        }

        _feed.Know(reply.Seq);
        _fanOut.Serve(viewer);
    });

    /// <summary>Completes when the ring has reached everything committed before this call.</summary>
    public async Task Reach(long epoch, long seq) => await await _turns.Run(() =>
    {
        _feed.StartAt(epoch, Math.Max(0, seq - BackMargin));
        return _feed.Reach();
    });

    /// <summary>Whether what this participant saw besides everyone's records is the same at both versions. False where the ring does not reach that far back.</summary>
    public async Task<bool> IsUnchangedFor(string participant, bool isHost, long epoch, long after, long upTo)
    {
        if (Interlocked.Read(ref _head) < upTo)
        {
            await Reach(epoch, after);
        }

        return await _turns.Run(() => _ring.Covers(epoch, after) && upTo <= _ring.Head && Sight.IsUnchanged(_ring, participant, isHost, after, upTo));
    }

    /// <summary>How many events the ring is ahead of a version; a negative number when it cannot be reached from there.</summary>
    public Task<long> Distance(long epoch, long seq) => _turns.Run(() => _ring.Covers(epoch, seq) ? _ring.Head - seq : -1);

    void IFeedListener.Appended(long seq)
    {
        Interlocked.Exchange(ref _head, seq);
        _fanOut.Note(seq);
    }

    void IFeedListener.Restarted()
    {
        Interlocked.Exchange(ref _head, _ring.Head);
        _fanOut.RestartAll();
    }

    public void Dispose()
    {
        _turns.Dispose();
        _renewal.Dispose();
        _feed.Dispose();
        _fanOut.Dispose();
        _presence.Dispose();
        Snapshots.Dispose();
        _services.Grains.DeleteObjectReference<IBoardObserver>(_reference);
    }

    private (JoinAnswer Answer, Viewer? Viewer) Admit(Joining joining)
    {
        var (viewer, request) = (joining.Viewer, joining.Request);
        if (!_ring.Covers(_ring.Epoch, joining.Before) || !_ring.Covers(request.Epoch, request.Seq))
        {
            return (JoinAnswers.Snapshot(_ring), null);
        }

        if (!Sight.TryFollow(_ring, joining.Member, joining.Before, out var me))
        {
            return (JoinAnswers.Refuse(JoinStatus.NotMember), null);
        }

        if (!Sight.IsSameKind(_ring, viewer.Participant, request.Seq))
        {
            return (JoinAnswers.Snapshot(_ring), null);
        }

        (viewer.IsHost, viewer.Next, viewer.LastDecided) = (me.IsHost, request.Seq + 1, joining.Progress.Last);
        _fanOut.Prepare(viewer);
        TellWhatWasDecidedMeanwhile(viewer, joining);
        _viewers.Add(viewer);
        _presence.Arrive(viewer);
        return (JoinAnswers.Live(_ring, viewer, me, joining.Progress, _presence.All), viewer);
    }

    private void TellWhatWasDecidedMeanwhile(Viewer viewer, Joining joining)
    {
        for (var seq = joining.Before + 1; seq <= _ring.Head; seq++)
        {
            if (_ring[seq].Outcome is { } outcome && outcome.Client == viewer.Client && outcome.Number > joining.Progress.Last)
            {
                _fanOut.Tell(viewer, new OutcomeMessage(outcome.Number, seq, outcome.Refusal));
            }
        }
    }

    /// <summary>Fetches older events for a viewer that has been away for longer than the ring reaches.</summary>
    private async Task Fill(long epoch, long seq)
    {
        if (!await _turns.Run(() => IsOlder(epoch, seq)))
        {
            return;
        }

        await _oneFill.WaitAsync();
        try
        {
            if (await _turns.Run(() => IsOlder(epoch, seq)))
            {
                var older = await _grain.Pull(epoch, Math.Max(0, seq - BackMargin));
                older = older.Missed is null ? await _grain.Pull(epoch, seq) : older;
                await _turns.Run(() => Prepend(older));
            }
        }
        finally
        {
            _oneFill.Release();
        }
    }

    private bool IsOlder(long epoch, long seq) => epoch == _ring.Epoch && seq < _ring.First - 1 && seq > 0;

    private bool Prepend(CatchUp older)
    {
        if (older.Missed is not { } missed || missed.Epoch != _ring.Epoch || missed.Last < _ring.First - 1)
        {
            return false;
        }

        _ring.Prepend(missed);
        return true;
    }

    private void Freed(Viewer viewer)
    {
        _fanOut.Serve(viewer);
        _presence.CatchUp(viewer);
    }

    private void AfterBurst()
    {
        _fanOut.Flush();
        _presence.Flush();
    }

    private void Renew()
    {
        if (_viewers.All.Count == 0 && _services.Clock.GetElapsedTime(_emptySince) > _services.Options.IdleTime)
        {
            _ended(this);
            _ = Unsubscribe();
            return;
        }

        _feed.Renew();
    }

    private async Task Unsubscribe()
    {
        try
        {
            await _grain.Unsubscribe(_reference);
        }
        catch (Exception failure)
        {
            // The grain drops a subscription that nobody renews.
            RelayLog.BoardUnreachable(_services.Log, failure);
        }

        Dispose();
    }

    private void Failed(Exception bug)
    {
        RelayLog.RelayFailed(_services.Log, bug, Board);
        _ended(this);
        _fanOut.RestartAll();
        Dispose();
    }

    private sealed record Joining(Viewer Viewer, JoinRequest Request, Membership Member, ClientProgress Progress, long Before);
}
