using CoCreate.Boards;
using CoCreate.Web.People;
using CoCreate.Web.Relay;
using CoCreate.Web.Transport;

namespace CoCreate.Web.Hub;

/// <summary>What one connection shows and sends: the board it last joined (R4), as whom, and the submissions under way.</summary>
internal sealed class BrowserSession(BrowserConnection connection, Relays relays, Comings comings, RelayServices services, Passcodes passcodes)
{
    /// <summary>Submissions of one connection under way at once; past it the connection's next message waits.</summary>
    private const int MaxUnderWay = 32;

    private static readonly ReadOnlyMemory<byte> _resync = FrameEncoder.Message("resync", new ResyncMessage("joinFirst"));
    private static readonly ReadOnlyMemory<byte> _removed = FrameEncoder.Message("bye", new ByeMessage(ByeReason.Removed, -1));

    /// <summary>A slow hash is made for a host who sets a passcode, no faster than this per second and at once.</summary>
    private Allowance _seals = new(0.2, 5);

    private Allowance _joins = new(Limits.JoinsPerSecond, Limits.JoinBurst);
    private Allowance _presence = new(Limits.PresencePerSecond, Limits.PresenceBurst);
    private Calm _calm = new(services.Clock);
    private Shown? _shown;
    private int _underWay;
    private long _highest;
    private volatile bool _isClosing;

    /// <summary>Joins or resumes a board (R13); whatever was shown before is not shown any more.</summary>
    public async Task<JoinAnswer> Join(JoinRequest request)
    {
        Leave();
        if (!Ids.IsValid(request.Board) || !Ids.IsValid(request.Client))
        {
            return JoinAnswers.Refuse(JoinStatus.NotFound);
        }

        if (connection.Pass is { } pass && pass.Board != request.Board)
        {
            return JoinAnswers.Refuse(JoinStatus.NotMember);
        }

        if (!_joins.TryTake(1, services.Clock) || !comings.TryJoin(connection.Counted))
        {
            return JoinAnswers.Refuse(JoinStatus.TooFast);
        }

        try
        {
            return await TryJoin(request);
        }
        catch (BoardGoneException)
        {
            return JoinAnswers.Refuse(JoinStatus.NotFound);
        }
        catch (Exception failure)
        {
            // A board that cannot be loaded is the operator's concern; the browser is told to come again (R17).
            RelayLog.JoinFailed(services.Log, failure, request.Board);
            return JoinAnswers.Refuse(JoinStatus.Unavailable);
        }
    }

    /// <summary>Sends commands to the board, in order. Completes at once, unless much is under way already: then when these are decided.</summary>
    public Task Submit(ReceivedCommand[] commands)
    {
        if (_shown is not { } shown)
        {
            return connection.Writer.Write(_resync);
        }

        if (commands.Length is 0 or > Limits.CommandsPerMessage)
        {
            connection.Abort();
            return Task.CompletedTask;
        }

        if (_isClosing || shown.Calm.IsOn)
        {
            // What comes before the time that the browser was told is among what it sends again then (R94).
            return Task.CompletedTask;
        }

        // The connection's next message waits while a passcode is sealed, so that commands stay in order.
        return Array.Exists(commands, command => PasscodeSeal.IsNeeded(command.Command))
            ? SealAndSubmit(shown, commands)
            : SubmitRuns(shown, commands);
    }

    private async Task SealAndSubmit(Shown shown, ReceivedCommand[] commands)
    {
        var isHost = shown.Viewer.IsHost;
        var isSealed = commands.ToArray();
        for (var i = 0; i < commands.Length; i++)
        {
            if (PasscodeSeal.IsNeeded(commands[i].Command) && isHost && !_seals.TryTake(1, services.Clock))
            {
                await Retry(shown, RetryReason.TooFast, shown.Viewer.LastDecided);
                return;
            }

            isSealed[i] = commands[i] with { Command = await PasscodeSeal.Seal(commands[i].Command, isHost, passcodes) };
        }

        await SubmitRuns(shown, isSealed);
    }

    private Task SubmitRuns(Shown shown, ReceivedCommand[] commands)
    {
        var last = Task.CompletedTask;
        foreach (var run in Runs(commands))
        {
            last = Submit(shown, run);
        }

        return Volatile.Read(ref _underWay) > MaxUnderWay ? last : Task.CompletedTask;
    }

    /// <summary>Takes no more commands: those that come from now on stay with the browser, which sends them again when it is back.</summary>
    public void StopTaking() => _isClosing = true;

    /// <summary>Whether every command that was taken is decided and its outcome was told, or is about to be.</summary>
    public bool IsSettled => Volatile.Read(ref _underWay) == 0 && (_shown is not { Viewer: var viewer } || (viewer.LastDecided >= _highest && viewer.Outcomes is null or []));

    /// <summary>Says where the person is (R31); what comes faster than the limit is left out.</summary>
    public void Present(PresenceUpdate update)
    {
        if (_presence.TryTake(1, services.Clock) && _shown is var (relay, viewer, _) && IsSound(update))
        {
            relay.Present(viewer, update);
        }
    }

    /// <summary>Shows nothing any more.</summary>
    public void Leave()
    {
        if (_shown is var (relay, viewer, _))
        {
            relay.Leave(viewer);
            (_shown, _highest) = (null, 0);
        }
    }

    private async Task<JoinAnswer> TryJoin(JoinRequest request)
    {
        var (relay, answer, viewer) = await JoinRelay(request);
        if (viewer is not null)
        {
            // What is still under way belongs to the join before: whatever becomes of it, the browser sends again at once and is heard.
            _calm = _calm.Anew();
            _shown = new Shown(relay, viewer, _calm);
            connection.AfterAnswer(() => relay.Activate(viewer));
        }

        return answer;
    }

    /// <summary>A relay that nobody needed may end at the moment somebody comes; the next one is asked then.</summary>
    private async Task<(BoardRelay Relay, JoinAnswer Answer, Viewer? Viewer)> JoinRelay(JoinRequest request)
    {
        var relay = relays.Get(request.Board);
        try
        {
            var (answer, viewer) = await relay.Join(connection, request);
            return (relay, answer, viewer);
        }
        catch (OperationCanceledException)
        {
            var next = relays.Get(request.Board);
            var (answer, viewer) = await next.Join(connection, request);
            return (next, answer, viewer);
        }
    }

    /// <summary>Splits commands where a number is missing, so that those before the gap are decided and those after it are told of it (R24).</summary>
    private static IEnumerable<NumberedCommand[]> Runs(ReceivedCommand[] commands)
    {
        var start = 0;
        for (var i = 1; i <= commands.Length; i++)
        {
            if (i == commands.Length || commands[i].Number != commands[i - 1].Number + 1)
            {
                yield return [.. commands[start..i].Select(command => new NumberedCommand(command.Number, command.Command))];
                start = i;
            }
        }
    }

    private async Task Submit(Shown shown, NumberedCommand[] commands)
    {
        var (relay, viewer, _) = shown;
        Interlocked.Increment(ref _underWay);
        _highest = Math.Max(_highest, commands[^1].Number);
        using var trace = Tracing.Submit(relay.Board, commands.Length);
        try
        {
            var grain = services.Grains.GetGrain<IBoardGrain>(relay.Board);
            await Conclude(shown, await grain.Submit(new Submission(connection.Participant, viewer.Client, commands, DeviceOf(relay, commands))));
        }
        catch (Exception failure)
        {
            // Whatever went wrong, nothing is known of the outcome; sending the same numbers again is safe (R29).
            RelayLog.SubmitFailed(services.Log, failure, relay.Board);
            await Retry(shown, RetryReason.Unknown, viewer.LastDecided);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    /// <summary>Tells the browser what it does not learn from the stream. It waits for the connection, so that a browser that does not read cannot pile up answers.</summary>
    private Task Conclude(Shown shown, SubmitReply reply)
    {
        shown.Relay.Answered(shown.Viewer, reply);
        return reply.Status switch
        {
            SubmitStatus.Done => Settled(shown),
            SubmitStatus.Unknown => Retry(shown, RetryReason.Unknown, reply.Last),
            SubmitStatus.Busy => Retry(shown, RetryReason.Busy, reply.Last),
            SubmitStatus.TooFast => Retry(shown, RetryReason.TooFast, reply.Last),
            SubmitStatus.Gap => Retry(shown, RetryReason.Gap, reply.Last),
            SubmitStatus.StorageFull => Retry(shown, RetryReason.StorageFull, reply.Last),
            SubmitStatus.NotMember => Dismiss(),

            // The next join is told so, and the browser chooses another id (R22).
            SubmitStatus.ClientTaken => connection.Writer.Write(_resync),
            _ => throw new InvalidOperationException($"Unknown submit status {reply.Status}."),
        };
    }

    /// <summary>What ballots in these commands come from; empty where there are none.</summary>
    private string DeviceOf(BoardRelay relay, NumberedCommand[] commands) =>
        Array.Exists(commands, each => each.Command is IBallotCommand) ? services.Devices?.NameOf(relay.Board, connection.Address, connection.Browser) ?? "" : "";

    private async Task Dismiss()
    {
        await connection.Writer.Write(_removed);
        connection.Close(CloseCode.Normal);
    }

    private static Task Settled(Shown shown)
    {
        shown.Calm.Settled();
        return Task.CompletedTask;
    }

    private Task Retry(Shown shown, RetryReason reason, long last) => shown.Calm.TryBegin(reason, out var afterMs)
        ? connection.Writer.Write(FrameEncoder.Message("retry", new RetryMessage(reason, last, afterMs)))
        : Task.CompletedTask;

    private static bool IsSound(CaretUpdate caret) =>
        Ids.IsValid(caret.Idea) && caret.Seq >= 0 && caret.Anchor is >= 0 and <= Limits.BodyLength && caret.Head is >= 0 and <= Limits.BodyLength;

    private static bool IsSound(PresenceUpdate update) =>
        update.Selection.Length <= Limits.ThingsPerCommand
        && (update.Drag is null || (update.Drag.Ids.Length <= Limits.ThingsPerCommand && double.IsFinite(update.Drag.Dx) && double.IsFinite(update.Drag.Dy)))
        && (update.Cursor is null || (update.Cursor.Length == 2 && update.Cursor.All(double.IsFinite)))
        && (update.Typing.Length == 0 || Ids.IsValid(update.Typing))
        && (update.Caret is null || IsSound(update.Caret))
        && update.Selection.All(Ids.IsValid)
        && (update.Drag is null || update.Drag.Ids.All(Ids.IsValid))
        && (update.Guide is null || IsSound(update.Guide));

    private static bool IsSound(Guidance guide) =>
        (guide.View is null || (guide.View.Length == 4 && guide.View.All(double.IsFinite) && guide.View[2] > 0 && guide.View[3] > 0))
        && (guide.Follow.Length == 0 || Ids.IsValid(guide.Follow));

    /// <summary>What one join brought: the board's relay, the viewer there, and how long its browser was told to wait.</summary>
    private sealed record Shown(BoardRelay Relay, Viewer Viewer, Calm Calm);
}
