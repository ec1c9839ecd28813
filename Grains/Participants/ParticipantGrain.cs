using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Playbooks;

namespace CoCreate.Participants;

/// <summary>One person. Calls do not interleave: each is decided on what is durable.</summary>
public sealed class ParticipantGrain(IJournal journal, TimeProvider clock) : Grain, IParticipantGrain
{
    private JournaledState<Participant, ParticipantEvent> _state = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _state = new(
            journal,
            $"participant/{this.GetPrimaryKeyString()}",
            Participant.Unknown,
            ParticipantApplier.Apply,
            ParticipantJson.Default.ParticipantEvent);
        return _state.Load(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ParticipantView> Read() => Task.FromResult(new ParticipantView(
        _state.Value.Profile,
        [.. _state.Value.Boards.Values.Select(b => b.Board).OrderByDescending(b => b.JoinedAt).ThenBy(b => b.Board, StringComparer.Ordinal)]));

    /// <inheritdoc/>
    public async Task<RefusalCode?> ChangeProfile(Profile profile)
    {
        if (ParticipantDecider.Refuse(profile) is { } refusal)
        {
            return refusal;
        }

        await Commit(ParticipantDecider.ChangeProfile(_state.Value, profile));
        return null;
    }

    /// <inheritdoc/>
    public Task JoinedBoard(string board, string title, Role role) =>
        Commit(ParticipantDecider.Join(_state.Value, board, title, role, clock.GetUtcNow().ToUnixTimeMilliseconds()));

    /// <inheritdoc/>
    public Task Contributed(string board, long epoch, long seq, Contributions totals) =>
        Commit(ParticipantDecider.Count(_state.Value, board, epoch, seq, totals));

    /// <inheritdoc/>
    public Task<PlaybookSummary[]> ListPlaybooks() =>
        Task.FromResult<PlaybookSummary[]>([.. _state.Value.Playbooks.Values.Select(text => PlaybookReader.Read(text).Playbook).OfType<Playbook>().Select(ShippedPlaybooks.Summary)]);

    /// <inheritdoc/>
    public Task<Playbook?> FindPlaybook(string id) =>
        Task.FromResult(_state.Value.Playbooks.TryGetValue(id, out var text) ? PlaybookReader.Read(text).Playbook : null);

    /// <inheritdoc/>
    public async Task<PlaybookReply> KeepPlaybook(string id, string text)
    {
        var (playbook, problems) = PlaybookReader.Read(text);
        if (playbook is null)
        {
            return new PlaybookReply(RefusalCode.Malformed, [.. problems], null);
        }

        if (playbook.Id != id)
        {
            return new PlaybookReply(RefusalCode.Malformed, [new PlaybookFinding("id", FindingSeverity.Error, "otherId", $"It is kept as \"{id}\" and says another id. Make them the same.")], null);
        }

        if (ParticipantDecider.RefuseToKeep(_state.Value, id) is { } refusal)
        {
            return new PlaybookReply(refusal, [], null);
        }

        await Commit(ParticipantDecider.KeepPlaybook(_state.Value, id, PlaybookWriter.Write(playbook)));
        return new PlaybookReply(null, [.. PlaybookCheck.Of(playbook)], playbook);
    }

    /// <inheritdoc/>
    public async Task<RefusalCode?> DropPlaybook(string id)
    {
        if (!_state.Value.Playbooks.ContainsKey(id))
        {
            return RefusalCode.NotFound;
        }

        await Commit(new PlaybookDropped(id));
        return null;
    }

    private async Task Commit(ParticipantEvent? fact)
    {
        if (fact is null)
        {
            return;
        }

        try
        {
            await _state.Append(fact);
        }
        catch
        {
            // Whatever became of it, the next call reads the truth from the journal.
            DeactivateOnIdle();
            throw;
        }
    }
}
