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
    private readonly Door _door;
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
    private long _nothingUpTo;
    private int _joining;
    private int _isDisposed;

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
        _door = new Door(_grain);
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
    /// <exception cref="BoardGoneException">There is no such board.</exception>
    /// <exception cref="OperationCanceledException">This relay has ended; another one is to be asked.</exception>
    public async Task<(JoinAnswer Answer, Viewer? Viewer)> Join(BrowserConnection connection, JoinRequest request)
    {
        Interlocked.Increment(ref _joining);
        try
        {
            return await TryJoin(connection, request);
        }
        finally
        {
            if (Interlocked.Decrement(ref _joining) == 0 && Interlocked.Read(ref _head) == 0)
            {
                _turns.Post(EndIfUseless);
            }
        }
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

    /// <summary>Completes when the ring has reached this version, or everything committed before this call. With zeros: when it stands anywhere.</summary>
    /// <param name="epoch">The version's epoch.</param>
    /// <param name="seq">The version's seq.</param>
    /// <param name="from">Where a ring that holds nothing yet had best begin.</param>
    /// <exception cref="BoardGoneException">There is no such board.</exception>
    public async Task Reach(long epoch, long seq, long from) => await await _turns.Run(() =>
    {
        _feed.StartAt(epoch, Math.Max(0, from - BackMargin));
        return _feed.Reach(epoch, seq);
    });

    /// <summary>Whether what this participant saw besides everyone's records is the same at both versions. False where the ring does not reach that far back.</summary>
    public async Task<bool> IsUnchangedFor(string participant, bool isHost, long epoch, long after, long upTo)
    {
        if (Interlocked.Read(ref _head) < upTo)
        {
            await Reach(epoch, upTo, after);
        }

        return await _turns.Run(() => _ring.Covers(epoch, after) && upTo <= _ring.Head && Sight.IsUnchanged(_ring, participant, isHost, after, upTo));
    }

    /// <summary>The ids of all persons who are on the board now.</summary>
    public Task<string[]> FindHere() => _turns.Run(() => _presence.Participants);

    /// <summary>How many events the ring is ahead of a version; a negative number when it cannot be reached from there.</summary>
    public Task<long> Distance(long epoch, long seq) => _turns.Run(() => _ring.Covers(epoch, seq) ? _ring.Head - seq : -1);

    void IFeedListener.Appended(long seq)
    {
        Interlocked.Exchange(ref _head, seq);
        _presence.Mute(_ring[seq].IsMuted);
        _fanOut.Note(seq);
    }

    void IFeedListener.Muted(bool isMuted) => _presence.Mute(isMuted);

    void IFeedListener.Restarted()
    {
        Interlocked.Exchange(ref _head, _ring.Head);
        _nothingUpTo = 0;
        _fanOut.RestartAll();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        _turns.Dispose();
        _renewal.Dispose();
        _feed.Dispose();
        _fanOut.Dispose();
        _presence.Dispose();
        Snapshots.Dispose();
        _services.Grains.DeleteObjectReference<IBoardObserver>(_reference);
    }

    private async Task<(JoinAnswer Answer, Viewer? Viewer)> TryJoin(BrowserConnection connection, JoinRequest request)
    {
        var (board, standing) = await _door.Ask(new Newcomer(connection.Participant, request.Client));
        if (!board.Exists)
        {
            throw new BoardGoneException();
        }

        if (standing.Member is not { } member)
        {
            return (JoinAnswers.Refuse(JoinStatus.NotMember), null);
        }

        if (standing.Progress.Taken)
        {
            return (JoinAnswers.Refuse(JoinStatus.ClientTaken), null);
        }

        // The ring begins where the browser is, if it begins with this one, and holds what happened to this person after the version of their standing.
        var (epoch, seq) = (request.Epoch, request.Seq);
        await Reach(board.Epoch, epoch == board.Epoch ? Math.Max(seq, board.Seq) : board.Seq, epoch == board.Epoch ? Math.Min(seq, board.Seq) : board.Seq);
        await Fill(epoch, seq);
        var joining = new Joining(new Viewer(connection, request.Client, _whenFree), request, member, standing.Progress, board.Epoch, board.Seq);
        return await _turns.Run(() => Admit(joining));
    }

    private (JoinAnswer Answer, Viewer? Viewer) Admit(Joining joining)
    {
        var (viewer, request) = (joining.Viewer, joining.Request);
        if (viewer.IsOnlooker ? _viewers.Onlookers >= _services.Options.OnlookersPerBoard : _viewers.All.Count - _viewers.Onlookers >= _services.Options.ViewersPerBoard)
        {
            return (JoinAnswers.Refuse(JoinStatus.Full), null);
        }

        if (!_ring.Covers(joining.Epoch, joining.Before) || !_ring.Covers(request.Epoch, request.Seq))
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

        viewer.IsAsParticipant = request.AsParticipant;
        me = request.AsParticipant && me.IsHost ? me with { Role = Role.Contributor } : me;
        (viewer.IsHost, viewer.Next, viewer.LastDecided) = (me.IsHost, request.Seq + 1, joining.Progress.Last);
        _fanOut.Prepare(viewer);
        TellWhatWasDecidedMeanwhile(viewer, joining);
        _viewers.Add(viewer);
        _presence.Arrive(viewer);
        return (JoinAnswers.Live(_ring, viewer, me, joining.Progress, _presence, _services.Bundle, _services.Clock.GetUtcNow().ToUnixTimeMilliseconds()), viewer);
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
                await _turns.Run(() => Prepend(older, seq));
            }
        }
        finally
        {
            _oneFill.Release();
        }
    }

    private bool IsOlder(long epoch, long seq) => epoch == _ring.Epoch && seq < _ring.First - 1 && seq > _nothingUpTo;

    private bool Prepend(CatchUp older, long wanted)
    {
        if (older.Missed is { } missed && missed.Epoch == _ring.Epoch && missed.Last >= _ring.First - 1)
        {
            _ring.Prepend(missed);
        }

        // What cannot be had, or has no room, is asked for once, and not by each of those who come back.
        _nothingUpTo = wanted < _ring.First - 1 ? Math.Max(_nothingUpTo, wanted) : _nothingUpTo;
        return wanted >= _ring.First - 1;
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

    /// <summary>Nobody was shown anything, and nothing is known of the board: it may not even exist.</summary>
    private void EndIfUseless()
    {
        if (_ring.Epoch == 0 && _viewers.All.Count == 0 && Volatile.Read(ref _joining) == 0)
        {
            _ended(this);
            Dispose();
        }
    }

    private void Renew()
    {
        if (_viewers.All.Count == 0 && Volatile.Read(ref _joining) == 0 && _services.Clock.GetElapsedTime(_emptySince) > _services.Options.IdleTime)
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

    /// <param name="Viewer">Who joins.</param>
    /// <param name="Request">What they have.</param>
    /// <param name="Member">Who they are.</param>
    /// <param name="Progress">What their commands came to.</param>
    /// <param name="Epoch">The epoch that this is true of.</param>
    /// <param name="Before">The version that this is true of.</param>
    private sealed record Joining(Viewer Viewer, JoinRequest Request, Membership Member, ClientProgress Progress, long Epoch, long Before);
}
