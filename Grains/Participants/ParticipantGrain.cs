using CoCreate.Boards;
using CoCreate.Journals;

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
