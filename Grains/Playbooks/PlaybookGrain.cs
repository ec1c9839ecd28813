namespace CoCreate.Playbooks;

/// <summary>The playbooks that come with the server. It has no state.</summary>
[Reentrant]
public sealed class PlaybookGrain : Grain, IPlaybookGrain
{
    /// <inheritdoc/>
    public Task<PlaybookSummary[]> List() =>
        Task.FromResult<PlaybookSummary[]>([.. ShippedPlaybooks.All.Values.OrderBy(playbook => playbook.Title, StringComparer.OrdinalIgnoreCase).Select(ShippedPlaybooks.Summary)]);

    /// <inheritdoc/>
    public Task<Playbook?> Find(string id) => Task.FromResult(ShippedPlaybooks.All.GetValueOrDefault(id));

    /// <inheritdoc/>
    public Task<PlaybookFinding[]> Check(string text) => Task.FromResult<PlaybookFinding[]>([.. PlaybookCheck.Of(text)]);
}
