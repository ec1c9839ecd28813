using Microsoft.Extensions.Logging;

namespace CoCreate.Boards;

/// <summary>Computes the proposals that a board was asked for, beside its turns: on a committed state, which never changes, while edits go on. What comes of it is an order like any other.</summary>
/// <remarks>A proposal that is lost on the way (the process ends, the storage is full) is computed again by the next activation, or after the next commit.</remarks>
internal sealed class ProposalDesk(ProposalComputer computer, string board, Func<string, int, ProposedCluster[], Task> offer, ILogger logger)
{
    /// <summary>Proposals that one process computes at once; edits of all boards need the other cores.</summary>
    private static readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

    private string _underWay = "";
    private bool _isStopped;

    /// <summary>From here on nothing is offered any more: another activation computes it again.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>Begins where the board waits for a proposal. It returns at once.</summary>
    public void Committed(Board committed)
    {
        if (committed.Proposal is { Status: ProposalStatus.Computing } proposal && proposal.Id != _underWay)
        {
            _underWay = proposal.Id;
            _ = Work(committed, proposal.Id);
        }
    }

    private async Task Work(Board committed, string id)
    {
        try
        {
            await _places.WaitAsync();
            try
            {
                await Offer(id, await Task.Run(() => Compute(committed)));
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            // Durable or not, from here on the board's own state says whether it still waits.
            _underWay = _underWay == id ? "" : _underWay;
        }
    }

    private Task Offer(string id, (int Ideas, ProposedCluster[] Clusters) found) => _isStopped ? Task.CompletedTask : offer(id, found.Ideas, found.Clusters);

    /// <summary>Where it fails, nothing is proposed: nobody is to wait for ever.</summary>
    private (int Ideas, ProposedCluster[] Clusters) Compute(Board committed)
    {
        try
        {
            return computer.Compute(committed);
        }
        catch (Exception e)
        {
            BoardLog.NotProposed(logger, board, e);
            return (0, []);
        }
    }
}

/// <summary>Computes proposals; tests put another one in its place, to see what a board does meanwhile.</summary>
public class ProposalComputer
{
    /// <summary>The clusters of a board's ideas, and how many ideas were looked at.</summary>
    public virtual (int Ideas, ProposedCluster[] Clusters) Compute(Board board) => Proposing.Compute(board);
}
