using System.Collections.Concurrent;
using CoCreate.Boards;

namespace CoCreate.Tests.Boards.Simulation;

/// <summary>A browser reduced to what the promises are about: numbered commands that are sent until their outcome is known, and a store that follows the stream.</summary>
internal sealed class SimulatedClient(string participant, string client, Random random) : IBoardObserver
{
    private readonly ConcurrentQueue<CommittedBatch> _arrived = new();
    private readonly List<NumberedCommand> _unsettled = [];
    private readonly Dictionary<long, RefusalCode?> _outcomes = [];
    private readonly HashSet<long> _inParts = [];
    private readonly List<Task<SubmitReply>> _underWay = [];
    private Store _store = new();
    private long _next = 1;

    public string Client => client;

    public string Participant => participant;

    public long Epoch { get; private set; }

    public long Seq { get; private set; }

    /// <summary>Outcomes it was told of, by number.</summary>
    public IReadOnlyDictionary<long, RefusalCode?> Outcomes => _outcomes;

    /// <summary>Whether it was told that numbers are missing (R24): a later outcome came before an earlier one, so it has to ask for what it missed.</summary>
    public bool HasGap { get; private set; }

    /// <summary>Whether a command of this number may come to more than one event.</summary>
    public bool IsInParts(long number) => _inParts.Contains(number);

    /// <summary>Whether the outcome of everything it ever ordered is known.</summary>
    public bool IsSettled => _unsettled.Count == 0;

    /// <summary>Calls whose reply has not come.</summary>
    public int UnderWay => _underWay.Count(t => !t.IsCompleted);

    public string Canonical() => _store.Canonical();

    /// <summary>The body of an idea, as this client holds it; null where there is none.</summary>
    public string? BodyOf(string idea) => (string?)_store.Find(RecordKind.Idea, idea)?["body"];

    public Task Committed(CommittedBatch batch)
    {
        _arrived.Enqueue(batch);
        return Task.CompletedTask;
    }

    public Task Moved() => Task.CompletedTask;

    public Task Whispered(string from, byte[] presence) => Task.CompletedTask;

    /// <summary>Orders something new and sends it; now and then twice.</summary>
    public void Order(IBoardGrain board, ClientCommand command)
    {
        if (_unsettled.Count == Limits.UnsettledPerClient)
        {
            Resend(board);
            return;
        }

        if (command is TakeBack)
        {
            _inParts.Add(_next);
        }

        _unsettled.Add(new NumberedCommand(_next++, command));
        Send(board, 1);
        if (random.Next(8) == 0)
        {
            Send(board, 1);
        }
    }

    /// <summary>Sends the first of everything unsettled again.</summary>
    public void Resend(IBoardGrain board) => Send(board, 0);

    private void Send(IBoardGrain board, int latestOnly)
    {
        var commands = latestOnly > 0 ? _unsettled.TakeLast(latestOnly) : _unsettled.Take(Limits.CommandsPerMessage);
        NumberedCommand[] message = [.. commands];
        if (message.Length > 0)
        {
            _underWay.Add(board.Submit(new Submission(participant, client, message)));
        }
    }

    /// <summary>Takes in replies that came; some are lost on the way.</summary>
    public void TakeReplies(bool loseSome)
    {
        foreach (var reply in _underWay.Where(t => t.IsCompleted).ToList())
        {
            _underWay.Remove(reply);
            HasGap |= reply.IsCompletedSuccessfully && reply.Result.Status == SubmitStatus.Gap;
            if (reply.IsCompletedSuccessfully && !(loseSome && random.Next(4) == 0))
            {
                foreach (var outcome in reply.Result.Resent)
                {
                    Settle(outcome);
                }
            }
        }
    }

    /// <summary>The process it spoke to is gone: no reply will come, and no change either.</summary>
    public void LoseConnection()
    {
        _underWay.Clear();
        _arrived.Clear();
    }

    /// <summary>Takes in changes that arrived: in order, or some lost, doubled and reordered.</summary>
    public async Task TakeChanges(IBoardGrain board, bool disturbed)
    {
        var batches = new List<CommittedBatch>();
        while (_arrived.TryDequeue(out var batch))
        {
            var copies = disturbed ? random.Next(6) switch { 0 => 0, 1 => 2, _ => 1 } : 1;
            batches.AddRange(Enumerable.Repeat(batch, copies));
        }

        if (disturbed && random.Next(3) == 0)
        {
            batches = [.. batches.OrderBy(_ => random.Next())];
        }

        foreach (var batch in batches)
        {
            await Take(board, batch);
        }
    }

    /// <summary>Asks for what it missed; fetches a snapshot where that is too much.</summary>
    public async Task CatchUp(IBoardGrain board)
    {
        HasGap = false;
        var answer = await board.Pull(Epoch, Seq);
        if (answer.Missed is { } missed)
        {
            Fold(missed);
            return;
        }

        var snapshot = await board.Snapshot(participant);
        Assert.NotNull(snapshot);
        (_store, Epoch, Seq) = (new Store(), snapshot.Epoch, snapshot.Seq);
        _store.Fold(snapshot.Everyone);
        _store.Fold(snapshot.Private);
        var progress = (await board.Receive([new Newcomer(participant, client)])).Standings[0].Progress;
        foreach (var settled in _unsettled.Where(c => c.Number <= progress.Last).ToList())
        {
            Settle(new Outcome(client, settled.Number, progress.Refusals.FirstOrDefault(r => r.Number == settled.Number).Refusal));
        }
    }

    private async Task Take(IBoardGrain board, CommittedBatch batch)
    {
        if (batch.Epoch != Epoch || batch.First > Seq + 1)
        {
            await CatchUp(board);
        }

        if (batch.Epoch == Epoch && batch.First <= Seq + 1)
        {
            Fold(batch);
        }
    }

    private void Fold(CommittedBatch batch)
    {
        foreach (var committed in batch.Events.Skip((int)Math.Min(batch.Events.Length, Seq + 1 - batch.First)))
        {
            _store.Fold(committed.Everyone);
            foreach (var own in committed.Private.Where(p => p.Participant == participant))
            {
                _store.Fold(own.Patches);
            }

            Seq++;
            if (committed.Outcome is { } outcome && outcome.Client == client)
            {
                Settle(outcome);
            }
        }
    }

    private void Settle(Outcome outcome)
    {
        var known = _outcomes.TryGetValue(outcome.Number, out var before);
        Assert.True(!known || before == outcome.Refusal, $"R23: command {outcome.Number} of {client} was said to be {before} and then {outcome.Refusal}.");
        _outcomes[outcome.Number] = outcome.Refusal;
        _unsettled.RemoveAll(c => c.Number == outcome.Number);
    }
}
