using CoCreate.Journals;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Utilities;

namespace CoCreate.Boards;

/// <summary>One board. Load, decide, append, apply, publish: this file tells how an edit becomes a fact that everybody sees.</summary>
/// <remarks>Reentrant: calls interleave at awaits only, and everything between two awaits is one step. Two versions of the board are held at once:
/// what is durable (<c>_committed</c>; all that anybody is shown) and what has been decided since (<c>_decided</c>; all that decisions look at).
/// Safety does not rest on being the only activation: the journal refuses an append that does not follow its latest version.</remarks>
[Reentrant]
public sealed class BoardGrain(IJournal journal, TimeProvider clock, ILogger<BoardGrain> logger, ProposalComputer? proposals = null) : Grain, IBoardGrain
{
    private static readonly TimeSpan _observerExpiry = TimeSpan.FromMinutes(1);

    private readonly CommitQueue _queue = new();
    private readonly RecentEvents _recent = new();
    private readonly Pace _pace = new();
    private readonly ObserverManager<IBoardObserver, IBoardObserver> _observers = new(_observerExpiry, logger);
    private BoardStore _store = null!;
    private BoardSnapshots _snapshots = null!;
    private ContributionTeller _teller = null!;
    private ProposalDesk _proposals = null!;
    private Board _committed = Board.Empty;
    private Board _decided = Board.Empty;
    private bool _appending;
    private bool _givenUp;

    // ---- Load ----

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _store = new BoardStore(journal, this.GetPrimaryKeyString());
        try
        {
            _committed = _decided = await _store.Load(_recent.Reset, Replayed, cancellationToken);
        }
        catch (JournalException e)
        {
            BoardLog.NotLoaded(logger, this.GetPrimaryKeyString(), e.Message);
            throw;
        }

        _snapshots = new BoardSnapshots(_store, this.GetPrimaryKeyString(), _committed.Seq, logger);
        _teller = new ContributionTeller(this.GetPrimaryKeyString(), GrainFactory, StartTimer, _committed.Seq, logger);
        _proposals = new ProposalDesk(proposals ?? new(), this.GetPrimaryKeyString(), Offer, logger);
        _proposals.Committed(_committed);
        BoardMeters.Activated(1);
    }

    private void Replayed(BoardEntry entry, Board before, Board after, bool completes) =>
        _recent.Add(BoardPublisher.Encode(before, after, entry, completes));

    // ---- Decide ----

    /// <inheritdoc/>
    public async Task<SubmitReply> Submit(Submission submission)
    {
        var last = Submissions.LastOf(_decided, submission.Client);
        if (RefuseToTake(submission, last) is { } refusal)
        {
            return new SubmitReply(refusal, Submissions.LastOf(_committed, submission.Client), _committed.Seq, []);
        }

        DecideAll(submission, last);

        var status = await Durable();
        return new SubmitReply(status, Submissions.LastOf(_committed, submission.Client), _committed.Seq, status == SubmitStatus.Done ? Submissions.Resent(_committed, submission, last) : []);
    }

    /// <inheritdoc/>
    public async Task<OrderReply> Order(string actor, BoardCommand command)
    {
        ThrowIfGivenUp();
        var now = Now();
        var decision = BoardDecider.Decide(_decided, actor, command, now);
        foreach (var fact in decision.Events)
        {
            Enqueue(actor, "", 0, now, fact);
        }

        var status = await Durable();
        if (status != SubmitStatus.Done)
        {
            throw new InvalidOperationException($"The order was not made durable ({status}); it is safe to repeat it.");
        }

        return new OrderReply(decision.Refusal, _committed.Members.GetValueOrDefault(actor)?.ToMembership(), _committed.Settings.Title);
    }

    /// <inheritdoc/>
    public async Task<OrderReply> BringBack(string actor, string point, long seq)
    {
        var begun = await Order(actor, new BringBack(point, seq));
        if (begun.Refusal is not null)
        {
            return begun;
        }

        // The journal is read beside the turns: a long history holds up no edit.
        var (then, _) = await Task.Run(() => _store.ReadAt(Board.Empty, seq, CancellationToken.None));
        foreach (var step in Restoration.Steps)
        {
            foreach (var slice in Restoration.Plan(step, then, _decided).Chunk(Limits.RestorationSlice))
            {
                await BringBack(actor, then, step, slice);
            }
        }

        return begun;
    }

    /// <summary>One slice, decided on the board as it is now. Whoever is no longer host by then goes no further, nor does anybody once a step hides what is done.</summary>
    private async Task BringBack(string actor, Board then, RestorationStep step, RestorationKey[] slice)
    {
        ThrowIfGivenUp();
        var now = Now();
        foreach (var key in _decided.Members.GetValueOrDefault(actor) is { IsHost: true } && !_decided.Agenda.IsMuted ? slice : [])
        {
            foreach (var fact in Restoration.Facts(step, then, _decided, key).ToList())
            {
                Enqueue(actor, "", 0, now, fact);
            }
        }

        var status = await Durable();
        if (status != SubmitStatus.Done)
        {
            throw new InvalidOperationException($"The board was brought back in part only ({status}); it is safe to order it again.");
        }
    }

    /// <summary>What came of computing a proposal, decided on the board as it is now.</summary>
    private async Task Offer(string id, int ideas, ProposedCluster[] clusters)
    {
        if (!_givenUp && _decided.Proposal is { } proposal)
        {
            foreach (var fact in ProposalDecisions.Offer(_decided, id, ideas, clusters).Events.ToArray())
            {
                Enqueue(proposal.By, "", 0, Now(), fact);
            }

            await Durable();
        }
    }

    private SubmitStatus? RefuseToTake(Submission submission, long last)
    {
        var commands = submission.Commands;
        var fresh = commands.Count(c => c.Number > last);
        return _givenUp ? SubmitStatus.Unknown
            : !_decided.Members.ContainsKey(submission.Actor) ? SubmitStatus.NotMember
            : Submissions.IsTaken(_decided, submission.Actor, submission.Client) ? SubmitStatus.ClientTaken
            : Submissions.HasGap(commands, last) ? SubmitStatus.Gap
            : _queue.Count + fresh > Limits.PendingCommandsPerBoard ? SubmitStatus.Busy
            : fresh > 0 && !_pace.Take(submission.Actor, fresh, Now()) ? SubmitStatus.TooFast
            : null;
    }

    private void DecideAll(Submission submission, long last)
    {
        using var trace = Tracing.Decide(this.GetPrimaryKeyString(), submission.Commands.Length);
        var now = Now();
        foreach (var (number, command) in submission.Commands)
        {
            if (number > last)
            {
                Decide(submission, number, command, now);
            }
        }
    }

    private void Decide(Submission submission, long number, ClientCommand? command, long now)
    {
        var order = command is null ? null : WithBallot(submission, command, now);
        var decision = order is null ? RefusalCode.Malformed : BoardDecider.Decide(_decided, submission.Actor, order, now);
        if (decision.Refusal is { } code)
        {
            Enqueue(submission.Actor, submission.Client, number, now, new CommandRefused(code));
            return;
        }

        foreach (var fact in decision.Events)
        {
            Enqueue(submission.Actor, submission.Client, number, now, fact);
        }
    }

    /// <summary>Ballots have receipts that nobody can guess, so they are made here. Whoever votes without having taken a ballot is given one first.</summary>
    private BoardCommand WithBallot(Submission submission, ClientCommand command, long now)
    {
        var deal = command is IBallotCommand ? BallotDecisions.Dealing(_decided, submission.Actor, command, Ids.New(), submission.Device) : null;
        if (deal is null || command is TakeBallot)
        {
            return (BoardCommand?)deal ?? command;
        }

        foreach (var fact in BoardDecider.Decide(_decided, submission.Actor, deal, now).Events)
        {
            Enqueue(submission.Actor, "", 0, now, fact);
        }

        return command;
    }

    private void Enqueue(string actor, string client, long number, long now, BoardEvent fact)
    {
        var entry = new BoardEntry(_decided.Seq + 1, now, actor, client, number, fact);
        var after = BoardApplier.Apply(_decided, entry);
        _queue.Add(entry, _decided, after, _appending);
        _decided = after;
    }

    // ---- Append, apply, publish ----

    /// <summary>Completes when everything decided so far is durable, or certainly or possibly is not.</summary>
    private Task<SubmitStatus> Durable()
    {
        var latest = _queue.Latest;
        if (!_appending && !_queue.IsEmpty)
        {
            _ = AppendAll();
        }

        return latest;
    }

    /// <summary>One append at a time, until nothing waits. What arrives meanwhile forms the next batch.</summary>
    private async Task AppendAll()
    {
        _appending = true;
        try
        {
            while (!_queue.IsEmpty)
            {
                var batch = _queue.First;
                var payload = batch.Seal();
                await Append(batch, payload);
                _committed = batch.After;
                Publish(batch);
                _queue.Finish(SubmitStatus.Done);
                _snapshots.Committed(batch, payload);
            }
        }
        catch (JournalException e) when (e.Failure is JournalFailure.Full or JournalFailure.Unavailable)
        {
            // Certainly not written: take back what was decided on it, and go on.
            BoardLog.NotWritten(logger, this.GetPrimaryKeyString(), e.Message);
            _decided = _committed;
            _queue.FinishAll(e.Failure == JournalFailure.Full ? SubmitStatus.StorageFull : SubmitStatus.Unknown);
        }
        catch (Exception e)
        {
            BoardLog.GivenUp(logger, this.GetPrimaryKeyString(), _committed.Seq, e);
            GiveUp();
        }
        finally
        {
            _appending = false;
        }
    }

    private async ValueTask Append(CommitBatch batch, ReadOnlyMemory<byte> payload)
    {
        using var trace = Tracing.Commit(this.GetPrimaryKeyString(), batch.Origin, batch.Decided.Count);
        await _store.Append(batch, payload);
        BoardMeters.Committed(batch);
    }

    private void Publish(CommitBatch batch)
    {
        using var trace = Tracing.Publish(this.GetPrimaryKeyString(), batch.Origin, batch.Decided.Count);
        var events = BoardPublisher.Encode(batch);
        foreach (var committed in events)
        {
            _recent.Add(committed);
        }

        var message = new CommittedBatch(_committed.Epoch, batch.Before.Seq + 1, events);
        Tell(observer => observer.Committed(message));
        _teller.Committed(_committed);
        _proposals.Committed(_committed);
    }

    /// <summary>After any doubt: fail what waits, and let a fresh activation read the truth from the journal.</summary>
    private void GiveUp()
    {
        _givenUp = true;
        _queue.FinishAll(SubmitStatus.Unknown);
        DeactivateOnIdle();
    }

    // ---- Reads: committed state only ----

    /// <inheritdoc/>
    public Task<Membership?> FindMember(string participant)
    {
        ThrowIfGivenUp();
        return Task.FromResult(Embedding.StandingOf(_committed, participant, Now()));
    }

    /// <inheritdoc/>
    public Task<BoardLook?> Look(string secretHash)
    {
        ThrowIfGivenUp();
        return Task.FromResult(BoardDecider.Look(_committed, secretHash, Now()));
    }

    /// <inheritdoc/>
    public Task<Onlooking?> FindOnlooking(string secretHash)
    {
        ThrowIfGivenUp();
        return Task.FromResult(Embedding.Find(_committed, secretHash, Now()));
    }

    /// <inheritdoc/>
    public Task<bool> SeesFile(string participant, string file)
    {
        ThrowIfGivenUp();
        return Task.FromResult(_committed.Members.ContainsKey(participant)
            ? Sight.OfFile(_committed, participant, file) is not null
            : Embedding.FindOnlooker(_committed, participant, Now()) is not null && Embedding.ShowsFile(_committed, file));
    }

    /// <inheritdoc/>
    public Task<DoorStanding> AskDoor(string participant)
    {
        ThrowIfGivenUp();
        return Task.FromResult(DoorDecisions.StandingOf(_committed, participant));
    }

    /// <inheritdoc/>
    public async Task<BinPage?> ReadBin(string participant, long before, string words)
    {
        ThrowIfGivenUp();
        var board = _committed;
        return board.Members.TryGetValue(participant, out var viewer) ? await Task.Run(() => BinReader.Read(board, viewer, before, words)) : null;
    }

    /// <inheritdoc/>
    public async Task<VoteFile> ReadBallots(string participant, string vote)
    {
        ThrowIfGivenUp();
        var board = _committed;
        return await Task.Run(() => VotePublication.ReadBallots(board, participant, vote));
    }

    /// <inheritdoc/>
    public async Task<VoteFile> ReadVoteReport(string participant, string vote)
    {
        ThrowIfGivenUp();
        var board = _committed;
        return await Task.Run(() => VotePublication.ReadReport(board, participant, vote));
    }

    /// <inheritdoc/>
    public Task<Reception> Receive(Newcomer[] newcomers)
    {
        ThrowIfGivenUp();
        var board = _committed;
        return Task.FromResult(new Reception(board.Exists, board.Epoch, board.Seq, [.. newcomers.Take(Limits.NewcomersPerCall).Select(n => Submissions.StandingOf(board, n, Now()))]));
    }

    /// <inheritdoc/>
    public Task<BoardSnapshot?> Snapshot(string participant) => Snapshot(participant, privateOnly: false);

    /// <inheritdoc/>
    public Task<BoardSnapshot?> PrivateSnapshot(string participant) => Snapshot(participant, privateOnly: true);

    private async Task<BoardSnapshot?> Snapshot(string participant, bool privateOnly)
    {
        ThrowIfGivenUp();
        var board = _committed;

        // The state never changes, so a big board is written out beside the turns, and edits do not wait for it.
        return board.Exists ? await Task.Run(() => BoardPublisher.Snapshot(board, participant, privateOnly)) : null;
    }

    // ---- Observers ----

    /// <inheritdoc/>
    public Task<CatchUp> Subscribe(IBoardObserver observer, long epoch, long seq)
    {
        ThrowIfGivenUp();
        _observers.Subscribe(observer, observer);
        return Pull(epoch, seq);
    }

    /// <inheritdoc/>
    public Task Unsubscribe(IBoardObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<CatchUp> Pull(long epoch, long seq)
    {
        ThrowIfGivenUp();
        var missed = epoch == _committed.Epoch ? _recent.After(seq) : null;
        return Task.FromResult(new CatchUp(
            _committed.Exists, _committed.Epoch, _committed.Seq, missed is null ? null : new CommittedBatch(epoch, seq + 1, missed), _committed.Agenda.IsMuted));
    }

    /// <inheritdoc/>
    public Task Whisper(string from, byte[] presence)
    {
        Tell(observer => observer.Whispered(from, presence));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _proposals?.Stop();
        await _queue.Latest.WaitAsync(cancellationToken);
        Tell(observer => observer.Moved());
        if (_teller is not null)
        {
            BoardMeters.Activated(-1);
        }
    }

    /// <summary>Calls to observers are one way: nothing waits for them here.</summary>
    private void Tell(Func<IBoardObserver, Task> call) => _observers.Notify(observer => { _ = call(observer); });

    private IDisposable StartTimer(Func<Task> tick, TimeSpan period) =>
        this.RegisterGrainTimer(_ => tick(), new GrainTimerCreationOptions(period, period) { Interleave = true });

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private void ThrowIfGivenUp()
    {
        if (_givenUp)
        {
            throw new InvalidOperationException("The board is being loaded again; call again.");
        }
    }
}
