using CoCreate.Boards;

namespace CoCreate.Web.Relay;

/// <summary>Asks a board about those who come to see it. While one question is under way the next newcomers gather, and are asked about together:
/// when a server comes back, thousands of browsers do at once.</summary>
internal sealed class Door(IBoardGrain grain)
{
    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _isAsking;

    /// <summary>How somebody stands with the board, and at which version. What it answers was true after it was called.</summary>
    public Task<(Reception Board, Standing Standing)> Ask(Newcomer newcomer)
    {
        var waiting = new Waiting(newcomer, new TaskCompletionSource<(Reception, Standing)>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            _waiting.Enqueue(waiting);
            if (_isAsking)
            {
                return waiting.Answer.Task;
            }

            _isAsking = true;
        }

        _ = AskAll();
        return waiting.Answer.Task;
    }

    private async Task AskAll()
    {
        while (TakeSome() is { Count: > 0 } some)
        {
            try
            {
                Tell(some, await grain.Receive([.. some.Select(waiting => waiting.Newcomer)]));
            }
            catch (Exception failure)
            {
                // Whatever failed is the grain's to report; those who asked are told that the board cannot be shown now.
                some.ForEach(waiting => waiting.Answer.TrySetException(failure));
            }
        }
    }

    private static void Tell(List<Waiting> some, Reception reception)
    {
        for (var i = 0; i < some.Count; i++)
        {
            some[i].Answer.TrySetResult((reception, reception.Standings[i]));
        }
    }

    /// <summary>The next newcomers to ask about; none, and the next one asks anew, when nobody waits.</summary>
    private List<Waiting> TakeSome()
    {
        lock (_gate)
        {
            var some = new List<Waiting>(Math.Min(_waiting.Count, Limits.NewcomersPerCall));
            while (some.Count < Limits.NewcomersPerCall && _waiting.TryDequeue(out var next))
            {
                some.Add(next);
            }

            _isAsking = some.Count > 0;
            return some;
        }
    }

    private readonly record struct Waiting(Newcomer Newcomer, TaskCompletionSource<(Reception, Standing)> Answer);
}
