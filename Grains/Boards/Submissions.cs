namespace CoCreate.Boards;

/// <summary>How browser sessions stand with a board: which of their numbered commands are decided, and with what outcome (R21 to R24). Pure.</summary>
internal static class Submissions
{
    /// <summary>The highest number of a client that is decided; 0 for none.</summary>
    public static long LastOf(Board board, string client) => board.Clients.GetValueOrDefault(client)?.Last ?? 0;

    /// <summary>Whether the client id is somebody else's (R22).</summary>
    public static bool IsTaken(Board board, string actor, string client) =>
        board.Clients.TryGetValue(client, out var log) && log.Owner != actor;

    /// <summary>Whether the commands do not follow on one another, or on the last that is decided (R24).</summary>
    public static bool HasGap(NumberedCommand[] commands, long last)
    {
        for (var i = 1; i < commands.Length; i++)
        {
            if (commands[i].Number != commands[i - 1].Number + 1)
            {
                return true;
            }
        }

        return commands.Length == 0 || commands[0].Number < 1 || commands[0].Number > last + 1;
    }

    /// <summary>The outcomes of those commands of a submission that had been decided before it (R23).</summary>
    public static Outcome[] Resent(Board committed, Submission submission, long last) =>
        last < submission.Commands[0].Number || !committed.Clients.TryGetValue(submission.Client, out var log)
            ? []
            : [.. submission.Commands.Where(c => c.Number <= last).Select(c => log.OutcomeOf(submission.Client, c.Number)).OfType<Outcome>()];

    /// <summary>What somebody who comes is told of themselves and of their commands (R18).</summary>
    public static Standing StandingOf(Board board, Newcomer newcomer, long now)
    {
        var client = newcomer.Client;
        var log = board.Clients.GetValueOrDefault(client);
        var progress = IsTaken(board, newcomer.Participant, client)
            ? new ClientProgress(0, [], Taken: true)
            : new ClientProgress(log?.Last ?? 0, [.. (log?.Refusals ?? []).Select(r => new Outcome(client, r.Number, r.Code))], Taken: false);
        return new Standing(Embedding.StandingOf(board, newcomer.Participant, now), progress);
    }
}
